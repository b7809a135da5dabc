import { describe, expect, it } from 'vitest';
import { needsRemark, readExternal, tensionOf, type ExternalResult } from '#shared/domain/external/external-result.ts';
import type { NumericItem } from '#shared/domain/lab/test-item.ts';

const LEAD: NumericItem = {
  id: 'lead',
  kind: 'numeric',
  zh: '铅',
  en: 'Lead',
  method: 'GB 5009.12',
  source: { standard: 'GB 2762—2022', clause: '表1' },
  unit: 'mg/kg',
  limit: { operator: '≤', value: '5.0' },
};
const row = (value: string, changes: Partial<ExternalResult> = {}, unit = 'mg/kg'): ExternalResult => ({
  item: LEAD,
  name: '铅',
  method: null,
  reading: { kind: 'quantity', value, unit },
  body: { outcome: 'passed', text: null },
  ...changes,
});

describe('a figure from outside', () => {
  it.each([
    ['0.46', 'mg/kg', 'passed', false, false],
    ['460', 'µg/kg', 'passed', false, false],
    ['5.1', 'mg/kg', 'failed', true, false],
    ['未检出', 'mg/kg', 'undecided', false, false],
    ['0,46', 'mg/kg', 'undecided', false, true],
    ['合格', 'mg/kg', 'undecided', false, true],
    ['0.46', 'cm', 'undecided', false, true],
  ])('%s %s is read by the centre’s plan', (value, unit, verdict, differs, unreadable) => {
    const read = readExternal(row(value, {}, unit));
    expect(read.result?.verdict).toBe(verdict);
    expect(read.differs).toBe(differs);
    expect(read.unreadable !== null).toBe(unreadable);
    expect(read.result?.raw).toEqual([value]);
  });

  it('full-width digits are read as the digits they are', () => {
    expect(readExternal(row('０.４６')).result?.verdict).toBe('passed');
  });

  it('outside the plan is kept without the centre’s verdict, and still has to be a figure', () => {
    expect(readExternal(row('12.5', { item: null }))).toEqual({ result: null, unreadable: null, differs: false });
    expect(readExternal(row('约十二', { item: null })).unreadable?.zh).toContain('不是数值');
  });

  it('the body’s verdict is never taken for the centre’s', () => {
    const failedByBody = row('0.46', { body: { outcome: 'failed', text: '超标' } });
    expect(readExternal(failedByBody)).toMatchObject({ differs: true, result: { verdict: 'passed' } });
    expect(readExternal(row('5.1', { body: { outcome: 'none', text: null } }))).toMatchObject({ differs: false });
  });
});

describe('what a person has to speak to', () => {
  const none = { outcome: 'none', text: null } as const;
  it.each([
    ['all is well', [row('0.46')], none, false],
    ['a figure fails by the centre’s plan', [row('0.46'), row('5.1')], none, true],
    ['the body fails a figure', [row('0.46', { body: { outcome: 'failed', text: null } })], none, true],
    ['the body fails the whole', [row('0.46')], { outcome: 'failed', text: null } as const, true],
    ['there are no figures', [], none, false],
  ])('%s', (_what, rows, whole, expected) => {
    expect(needsRemark(tensionOf(rows, whole))).toBe(expected);
  });
});
