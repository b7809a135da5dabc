import { describe, expect, it } from 'vitest';
import type { SampleId } from '#shared/base/ids.ts';
import { plainDate } from '#shared/base/plain-date.ts';
import { evaluateItem } from '#shared/domain/lab/evaluate-item.ts';
import type { ItemResult } from '#shared/domain/lab/item-result.ts';
import { amendReport, type LabReport } from '#shared/domain/lab/lab-report.ts';
import { sampleVerdict } from '#shared/domain/lab/sample-verdict.ts';

const result = (id: string, value: string): ItemResult =>
  evaluateItem(
    {
      id,
      kind: 'numeric',
      zh: '铅',
      en: 'lead',
      method: null,
      source: { standard: 'GB 2762—2022', clause: '表1' },
      unit: 'mg/kg',
      limit: { operator: '≤', value: '5.0' },
    },
    { kind: 'quantity', value, unit: 'mg/kg' },
  );
const passed = (id: string) => result(id, '1');
const failed = (id: string) => result(id, '9');
const undecided = (id: string) => result(id, '约1');

describe('a sample', () => {
  it('passes when every item ordered has passed', () => {
    expect(sampleVerdict(['a', 'b'], [passed('b'), passed('a')])).toEqual({
      verdict: 'passed',
      failed: [],
      undecided: [],
      missing: [],
    });
  });

  it('fails on one item, whatever the others still say', () => {
    expect(sampleVerdict(['a', 'b', 'c', 'd'], [passed('a'), failed('b'), undecided('c')])).toEqual({
      verdict: 'failed',
      failed: ['b'],
      undecided: ['c'],
      missing: ['d'],
    });
  });

  it('is undecided while an item is, or is missing, or nothing was ordered', () => {
    expect(sampleVerdict(['a', 'b'], [passed('a'), undecided('b')]).verdict).toBe('undecided');
    expect(sampleVerdict(['a', 'b'], [passed('a')])).toMatchObject({ verdict: 'undecided', missing: ['b'] });
    expect(sampleVerdict([], []).verdict).toBe('undecided');
  });

  it('does not take results that are not its own, or two for one item', () => {
    expect(() => sampleVerdict(['a'], [passed('z')])).toThrow(RangeError);
    expect(() => sampleVerdict(['a'], [passed('a'), failed('a')])).toThrow(RangeError);
  });
});

describe('an amended report', () => {
  const original: LabReport = {
    number: 'R-2026-0001',
    sampleId: 'S2601000001' as SampleId,
    issuedOn: plainDate(2026, 5, 10),
    amends: null,
  };
  const amendment = { number: 'R-2026-0002', issuedOn: plainDate(2026, 5, 12), reason: ' 单位写错（样例） ' };

  it('is a new report that names the old one and why', () => {
    expect(amendReport(original, amendment, [original])).toEqual({
      ok: true,
      value: {
        number: 'R-2026-0002',
        sampleId: original.sampleId,
        issuedOn: '2026-05-12',
        amends: { number: 'R-2026-0001', reason: '单位写错（样例）' },
      },
    });
  });

  it.each([
    ['report.reason-needed', { reason: ' ' }, []],
    ['report.number-taken', { number: 'R-2026-0001' }, []],
    ['report.number-taken', { number: 'R-2026-0007' }, [{ ...original, number: 'R-2026-0007' }]],
    ['report.before-original', { issuedOn: plainDate(2026, 5, 9) }, []],
    [
      'report.already-amended',
      {},
      [{ ...original, number: 'R-2026-0003', amends: { number: 'R-2026-0001', reason: '样例' } }],
    ],
  ])('is refused as %s', (code, change, others) => {
    expect(amendReport(original, { ...amendment, ...change }, [original, ...others])).toMatchObject({
      ok: false,
      failure: { code },
    });
  });
});
