import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherRows } from '#shared/domain/lab/rows-of-item.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import type { TypedReading } from '#shared/domain/lab/typed-reading.ts';

const common = { zh: '项目', en: 'item', method: null, source: { standard: 'GB', clause: '1' } };
const lead: TestItem = {
  ...common,
  id: 'lead',
  kind: 'numeric',
  unit: 'mg/kg',
  limit: { operator: '≤', value: '0.5' },
};
const microbes: TestItem = {
  ...common,
  id: 'm',
  kind: 'microbiological',
  unit: 'CFU/g',
  n: 3,
  c: 1,
  m: '10',
  M: '100',
};
const quantity = (value: string): TypedReading => ({ kind: 'quantity', value, unit: 'mg/kg' });
const units = (values: readonly string[], unit = 'CFU/g'): TypedReading => ({ kind: 'units', values, unit });

describe('rows of one item', () => {
  it('of one row are that row', () => {
    expect(gatherRows(lead, [quantity('1')])).toEqual({
      ok: true,
      value: { reading: quantity('1'), unitPerRow: false },
    });
    expect(gatherRows(microbes, [units(['1'])])).toMatchObject({ ok: true, value: { reading: units(['1']) } });
  });

  it('that say the same count once, in whatever order the file writes them', () => {
    expect(gatherRows(lead, [quantity('1'), quantity('1'), quantity('1')])).toMatchObject({
      ok: true,
      value: { reading: quantity('1'), unitPerRow: false },
    });
    const set = units(['1', '2', '3']);
    expect(gatherRows(microbes, [set, set])).toMatchObject({ ok: true, value: { reading: set, unitPerRow: false } });
  });

  it('that say different things contradict, whichever comes first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 5 }), ([first = '', ...others]) => {
        const gathered = gatherRows(lead, [quantity(first), ...others.map(quantity)]);
        expect(gathered).toMatchObject({ ok: false, failure: { code: 'rows.contradict' } });
      }),
    );
  });

  it('of a microbiological set are one reading, a unit for each row', () => {
    expect(gatherRows(microbes, [units(['5']), units(['5'], 'cfu/g'), units(['<10'])])).toEqual({
      ok: true,
      value: { reading: units(['5', '5', '<10']), unitPerRow: true },
    });
  });

  it.each<readonly [string, [TypedReading, ...TypedReading[]], string]>([
    ['too few', [units(['1']), units(['2'])], 'rows.unit-count'],
    ['too many', [units(['1']), units(['1']), units(['1']), units(['1'])], 'rows.unit-count'],
    ['of two units', [units(['1']), units(['2']), units(['3'], 'CFU/mL')], 'rows.contradict'],
    ['a set and a unit', [units(['1', '2', '3']), units(['1'])], 'rows.contradict'],
    ['an empty one between', [units(['1']), units([]), units(['3'])], 'rows.contradict'],
  ])('of a set, %s, are no reading', (_, rows, code) => {
    expect(gatherRows(microbes, rows)).toMatchObject({ ok: false, failure: { code } });
  });
});
