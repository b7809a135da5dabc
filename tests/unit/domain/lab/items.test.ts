import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimal, decimal, decimalText } from '#shared/base/decimal.ts';
import { evaluateItem } from '#shared/domain/lab/evaluate-item.ts';
import type { ItemVerdict } from '#shared/domain/lab/item-result.ts';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import type { Limit } from '#shared/domain/lab/limit.ts';
import { mayRetest } from '#shared/domain/lab/microbiological-item.ts';
import type { QuantityReading } from '#shared/domain/lab/reading.ts';
import type {
  MicrobiologicalItem,
  NotDetectedItem,
  NumericItem,
  TestItem,
  WordingItem,
} from '#shared/domain/lab/test-item.ts';
import { convertUnit, tidyUnit } from '#shared/domain/lab/unit.ts';

const common = { id: 'i', zh: '项目', en: 'item', method: null, source: { standard: 'GB 2762—2022', clause: '表2' } };
const numeric = (limit: Limit, more: Partial<NumericItem> = {}): NumericItem => ({
  ...common,
  kind: 'numeric',
  unit: 'mg/kg',
  limit,
  ...more,
});
const cadmium = numeric({ operator: '≤', value: '0.2' });
const read = (value: string, more: Partial<QuantityReading> = {}): QuantityReading => ({
  kind: 'quantity',
  value,
  unit: 'mg/kg',
  ...more,
});
const codes = (item: TestItem, reading: Parameters<typeof evaluateItem>[1]): readonly [ItemVerdict, ...string[]] => {
  const { verdict, reasons } = evaluateItem(item, reading);
  return [verdict, ...reasons.map(({ code }) => code)];
};

describe('a number against a limit', () => {
  it('keeps the raw reading, the rounded value and which of them was compared', () => {
    expect(evaluateItem(cadmium, read('0.2049'))).toMatchObject({
      verdict: 'failed',
      raw: ['0.2049'],
      full: '0.2049',
      rounded: { raw: '0.2049', value: '0.2', step: 'down' },
      reported: '0.2(+)',
      comparison: 'full-value',
      decisionRule: 'simple-acceptance',
      limitWithinUncertainty: null,
      requirement: '≤ 0.2 mg/kg',
    });
    expect(evaluateItem({ ...cadmium, comparison: 'rounded-value' }, read('0.2049'))).toMatchObject({
      verdict: 'passed',
      comparison: 'rounded-value',
      reasons: [{ code: 'limit.kept', data: { value: '0.2' } }],
    });
  });

  it('compares what binary floating point cannot tell apart', () => {
    expect(codes(numeric({ operator: '=', value: '0.3' }), read('0.30'))).toEqual(['passed', 'limit.kept']);
    expect(codes(cadmium, read('0.20000000000000000000001'))).toEqual(['failed', 'limit.broken']);
    expect(codes(cadmium, read('0.20000000000000000000000'))).toEqual(['passed', 'limit.kept']);
  });

  it.each<readonly [Limit, string, ItemVerdict]>([
    [{ operator: '<', value: '0.2' }, '0.2', 'failed'],
    [{ operator: '≥', value: '40' }, '40.0', 'passed'],
    [{ operator: '>', value: '40' }, '40.0', 'failed'],
    [{ operator: 'between', from: '1.2', to: '1.6' }, '1.6', 'passed'],
    [{ operator: 'between', from: '1.2', to: '1.6', withoutTo: true }, '1.6', 'failed'],
    [{ operator: 'between', from: '-18', to: '-15' }, '−16', 'passed'],
  ])('%j: %s is %s', (limit, value, verdict) => {
    expect(evaluateItem(numeric(limit), read(value)).verdict).toBe(verdict);
  });

  it('marks every value that was cut or carried where the full one is compared (GB/T 8170—2008, 4.3.2)', () => {
    const item = numeric({ operator: '≤', value: '0.2' });
    expect(evaluateItem(item, read('0.204'))).toMatchObject({ verdict: 'failed', reported: '0.2(+)', full: '0.204' });
    expect(evaluateItem(item, read('0.196'))).toMatchObject({ verdict: 'passed', reported: '0.2(-)' });
    expect(evaluateItem(item, read('0.20'))).toMatchObject({ verdict: 'passed', reported: '0.2' });
    const rounded = { ...item, comparison: 'rounded-value' } as const;
    expect(evaluateItem(rounded, read('0.204'))).toMatchObject({ verdict: 'passed', reported: '0.2' });
    expect(evaluateItem(rounded, read('0.196')).reported).toBe('0.2');
  });

  it('so also what was rounded to a five, and nobody rounds it the wrong way again (3.3.2)', () => {
    const item = numeric({ operator: '≤', value: '12.5' });
    expect(evaluateItem(item, read('12.5004'))).toMatchObject({ verdict: 'failed', reported: '12.5(+)' });
    expect(evaluateItem(item, read('12.4900'))).toMatchObject({ verdict: 'passed', reported: '12.5(-)' });
    expect(evaluateItem({ ...item, comparison: 'rounded-value' }, read('12.5004')).reported).toBe('12.5');
  });

  it.each<readonly [value: string, unit: string, full: string]>([
    ['0.00012', 'g/kg', '0.12'],
    ['120', 'µg/kg', '0.120'],
    ['120', 'ug/kg', '0.120'],
    ['120', 'μg/kg', '0.120'],
    ['120', '㎍/㎏', '0.120'],
    ['120', '微克/千克', '0.120'],
    ['0.12', '毫克 / 千克', '0.12'],
    ['0.000012', '%', '0.12'],
    ['0.000012', 'g/100g', '0.12'],
  ])('reads %s %s as %s mg/kg', (value, unit, full) => {
    expect(evaluateItem(cadmium, read(value, { unit })).full).toBe(full);
  });

  it.each(['mg/L', 'g', '', 'Mg/kg', '件', 'CFU/g', '%vol'])('cannot judge a reading in %j', (unit) => {
    expect(evaluateItem(cadmium, read('0.1', { unit }))).toMatchObject({
      verdict: 'undecided',
      raw: ['0.1'],
      reasons: [{ code: 'unit.unlike' }],
    });
  });

  it.each([
    ['', 'decimal.empty'],
    ['0,1', 'decimal.comma'],
    ['1×101', 'decimal.exponent'],
    ['0.1²', 'decimal.lookalike'],
    ['约0.1', 'decimal.shape'],
    ['0.1 mg/kg', 'decimal.shape'],
    ['<0,1', 'decimal.comma'],
    ['9'.repeat(61), 'decimal.length'],
  ])('cannot judge %j, keeps it and says why', (value, code) => {
    expect(evaluateItem(cadmium, read(value))).toMatchObject({
      verdict: 'undecided',
      raw: [value],
      reasons: [{ code }],
    });
  });

  it('reads tired typing', () => {
    expect(evaluateItem(cadmium, read(' ０．１５ '))).toMatchObject({
      verdict: 'passed',
      full: '0.15',
      raw: [' ０．１５ '],
    });
    expect(evaluateItem(cadmium, read('0。15')).full).toBe('0.15');
  });
});

describe('detection and quantification limits', () => {
  it.each<readonly [what: string, item: NumericItem, reading: QuantityReading, verdict: ItemVerdict, reported: string]>(
    [
      ['ND with a fine enough limit', cadmium, read('ND', { lod: '0.01' }), 'passed', '<0.01'],
      ['ND without any limit', cadmium, read('未检出'), 'undecided', '未检出'],
      ['ND with too coarse a limit', cadmium, read('ND', { lod: '0.5' }), 'undecided', '<0.5'],
      ['below a bound', cadmium, read('<0.2'), 'passed', '<0.2'],
      ['below a bound above the limit', cadmium, read('＜0.3'), 'undecided', '<0.3'],
      ['above a bound', cadmium, read('>0.2'), 'failed', '>0.2'],
      ['above a bound below the limit', cadmium, read('>0.1'), 'undecided', '>0.1'],
      ['a figure below LOD', cadmium, read('0.005', { lod: '0.01', loq: '0.03' }), 'passed', '<0.01'],
      ['a figure below LOQ', cadmium, read('0.02', { lod: '0.01', loq: '0.03' }), 'passed', '<0.03'],
      ['a figure at LOQ', cadmium, read('0.2', { lod: '0.01', loq: '0.20' }), 'passed', '0.2'],
      ['LOQ above the limit', cadmium, read('0.15', { lod: '0.1', loq: '0.3' }), 'undecided', '<0.3'],
      ['limits in the reading’s unit', cadmium, read('5', { unit: 'μg/kg', lod: '10' }), 'passed', '<0.010'],
      ['not enough of a good thing', numeric({ operator: '≥', value: '5' }), read('<5'), 'failed', '<5'],
      ['enough of a good thing', numeric({ operator: '≥', value: '5' }), read('>5'), 'passed', '>5'],
      ['below both bounds', numeric({ operator: 'between', from: '1', to: '2' }), read('<1'), 'failed', '<1'],
      ['somewhere below', numeric({ operator: 'between', from: '1', to: '2' }), read('<1.5'), 'undecided', '<1.5'],
      ['above both bounds', numeric({ operator: 'between', from: '1', to: '2' }), read('>2'), 'failed', '>2'],
      ['detected, but how much', cadmium, read('检出'), 'undecided', '检出'],
    ],
  )('%s', (_, item, reading, verdict, reported) => {
    expect(evaluateItem(item, reading)).toMatchObject({ verdict, reported });
  });

  it('says when the limit lies within the uncertainty, and decides by simple acceptance all the same', () => {
    const near = evaluateItem(cadmium, read('0.19', { uncertainty: '0.01' }));
    expect(near).toMatchObject({ verdict: 'passed', limitWithinUncertainty: true, decisionRule: 'simple-acceptance' });
    expect(evaluateItem(cadmium, read('0.19', { uncertainty: '0.0099' })).limitWithinUncertainty).toBe(false);
    expect(evaluateItem(cadmium, read('190', { unit: 'μg/kg', uncertainty: '10' })).limitWithinUncertainty).toBe(true);
    expect(codes(cadmium, read('0.1', { uncertainty: 'k=2' }))).toEqual(['undecided', 'decimal.shape']);
  });
});

describe('不得检出', () => {
  const item: NotDetectedItem = { ...common, kind: 'not-detected', unit: 'μg/kg', detectionLimit: '0.5' };
  const at = (value: string, more: Partial<QuantityReading> = {}) => read(value, { unit: 'μg/kg', ...more });
  it.each<readonly [what: string, reading: QuantityReading, verdict: ItemVerdict, reported: string]>([
    ['not detected', at('未检出'), 'passed', 'ND(<0.5)'],
    ['not detected by the laboratory’s finer method', at('ND', { lod: '0.1' }), 'passed', 'ND(<0.1)'],
    ['not detected by a coarser one', at('ND', { lod: '1' }), 'undecided', '<1'],
    ['nought', at('0'), 'passed', 'ND(<0.5)'],
    ['below the limit', at('0.49'), 'passed', 'ND(<0.5)'],
    ['below the limit, as laboratories write it', at('<0.5'), 'passed', 'ND(<0.5)'],
    ['at the limit', at('0.5'), 'failed', '0.5'],
    ['above it', at('12'), 'failed', '12'],
    ['above it in another unit', at('0.012', { unit: 'mg/kg' }), 'failed', '12'],
    ['detected', at('阳性'), 'failed', '阳性'],
    ['more than the limit', at('>0.5'), 'failed', '>0.5'],
    ['more than something less', at('>0.1'), 'undecided', '>0.1'],
    ['less than something more', at('<1'), 'undecided', '<1'],
    ['no number', at('痕量'), 'undecided', '痕量'],
    ['an unlike unit', at('0', { unit: 'μg/L' }), 'undecided', '0'],
  ])('%s', (_, reading, verdict, reported) => {
    expect(evaluateItem(item, reading)).toMatchObject({ verdict, reported, raw: [reading.value] });
  });
});

describe('sampling plans n, c, m, M', () => {
  const plan = (n: number, c: number, m: string, M: string | null, unit = 'CFU/g'): MicrobiologicalItem => ({
    ...common,
    kind: 'microbiological',
    unit,
    n,
    c,
    m,
    M,
  });
  const units = (values: readonly string[], unit = 'CFU/g') => ({ kind: 'units', values, unit }) as const;
  /** GB 29921—2021, table 1, meat products: Staphylococcus aureus 5, 1, 100, 1000 CFU/g. */
  const staphylococcus = plan(5, 1, '100', '1000');
  /** GB 29921—2021, table 1, meat products: Salmonella 5, 0, 0/25 g. */
  const salmonella = plan(5, 0, '0', null, '/25g');

  it.each<
    readonly [what: string, item: MicrobiologicalItem, values: readonly string[], verdict: ItemVerdict, code: string]
  >([
    ['all at or below m', staphylococcus, ['<10', '10', '100', '0', '未检出'], 'passed', 'micro.kept'],
    ['below a bound at m', staphylococcus, ['<100', '10', '10', '10', '10'], 'passed', 'micro.kept'],
    ['c between m and M', staphylococcus, ['101', '10', '10', '10', '10'], 'passed', 'micro.kept'],
    ['one at M itself', staphylococcus, ['1000', '10', '10', '10', '10'], 'passed', 'micro.kept'],
    ['more than c between m and M', staphylococcus, ['101', '1000', '10', '10', '10'], 'failed', 'micro.over-c'],
    ['one above M', staphylococcus, ['1001', '10', '10', '10', '10'], 'failed', 'micro.over-M'],
    ['one too many to count', staphylococcus, ['>300000', '10', '10', '10', '10'], 'failed', 'micro.over-M'],
    ['a unit missing', staphylococcus, ['10', '10', '10', '10'], 'undecided', 'micro.too-few'],
    ['a unit missing, and broken already', staphylococcus, ['5000'], 'failed', 'micro.over-M'],
    ['a unit too many', staphylococcus, ['10', '10', '10', '10', '10', '10'], 'undecided', 'micro.too-many'],
    ['a unit unreadable', staphylococcus, ['10', '10', 'x', '10', '10'], 'undecided', 'reading.unreadable'],
    ['a bound that does not tell', staphylococcus, ['<200', '10', '10', '10', '10'], 'undecided', 'micro.unclear'],
    ['above m, but how far', staphylococcus, ['>500', '10', '10', '10', '10'], 'undecided', 'micro.unclear'],
    ['found in none', salmonella, ['未检出', '0', 'ND', '阴性', '未检出'], 'passed', 'micro.kept'],
    ['found in one', salmonella, ['未检出', '未检出', '检出', '未检出', '未检出'], 'failed', 'micro.over-c'],
    ['found in one of the first two', salmonella, ['未检出', '阳性'], 'failed', 'micro.over-c'],
    [
      'a two-class plan with room for c',
      plan(5, 2, '10', null),
      ['11', '99999', '10', '0', '0'],
      'passed',
      'micro.kept',
    ],
    ['a two-class plan without', plan(5, 2, '10', null), ['11', '11', '11', '0', '0'], 'failed', 'micro.over-c'],
  ])('%s', (_, item, values, verdict, code) => {
    const result = evaluateItem(item, units(values, item.unit));
    expect(result).toMatchObject({ verdict, raw: values });
    expect(result.reasons.map((reason) => reason.code)).toContain(code);
  });

  it('does not mix units', () => {
    expect(codes(staphylococcus, units(['1', '1', '1', '1', '1'], 'CFU/mL'))).toEqual(['undecided', 'unit.unlike']);
    expect(evaluateItem(staphylococcus, units(['1', '1', '1', '1', '1'], 'cfu/g')).verdict).toBe('passed');
  });

  it('agrees with counting, for any plan and any counts', () => {
    const counts = fc.array(fc.nat({ max: 30 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(
        counts,
        fc.nat({ max: 4 }),
        fc.nat({ max: 20 }),
        fc.integer({ min: 1, max: 10 }),
        (values, c, m, more) => {
          const fails = values.some((count) => count > m + more) || values.filter((count) => count > m).length > c;
          const item = plan(5, c, String(m), String(m + more));
          expect(evaluateItem(item, units(values.map(String))).verdict).toBe(fails ? 'failed' : 'passed');
        },
      ),
    );
  });

  it('may not be tested again after a failure; everything else may', () => {
    expect(mayRetest('microbiological')).toEqual({ ok: false, failure: { code: 'lab.no-microbiological-retest' } });
    for (const kind of ['numeric', 'not-detected', 'wording', 'net-content'] as const) {
      expect(mayRetest(kind)).toEqual({ ok: true, value: kind });
    }
  });
});

describe('words against a wording', () => {
  const item: WordingItem = {
    ...common,
    kind: 'wording',
    wording: { zh: '无异味、无霉变', en: 'no off-taste, no mould' },
    meets: ['正常', '无异味，无霉变'],
    fails: ['有霉变'],
  };
  const said = (text: string, judgement?: { readonly meets: boolean; readonly by: string }) =>
    ({ kind: 'wording', text, ...(judgement && { judgement }) }) as const;

  it.each<readonly [string, ReturnType<typeof said>, ItemVerdict]>([
    ['a finding of the plan', said('正常'), 'passed'],
    ['the same with other marks', said(' 无异味、无霉变。'), 'passed'],
    ['a failing finding', said('有霉变'), 'failed'],
    ['a failing finding that somebody waves through', said('有霉变', { meets: true, by: '样例评审员' }), 'failed'],
    ['an unknown finding', said('略有陈味'), 'undecided'],
    ['an unknown finding, judged', said('略有陈味', { meets: false, by: '样例评审员' }), 'failed'],
    ['an unknown finding, judged by nobody', said('略有陈味', { meets: true, by: ' ' }), 'undecided'],
    ['nothing at all', said('  ', { meets: true, by: '样例评审员' }), 'undecided'],
  ])('%s', (_, reading, verdict) => {
    expect(evaluateItem(item, reading)).toMatchObject({ verdict, raw: [reading.text], unit: null });
  });
});

describe('any item', () => {
  it('is undecided by a reading of another kind, which is kept', () => {
    const result = evaluateItem(cadmium, { kind: 'units', values: ['1', '2'], unit: 'CFU/g' });
    expect(result).toMatchObject({ verdict: 'undecided', raw: ['1', '2'], reasons: [{ code: 'reading.wrong-kind' }] });
  });

  it('never throws, always gives a reason, and its result is plain JSON', () => {
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789.,<>-+eE 约１，/'), maxLength: 12 }),
      fc.constantFrom('<0.1', '>1', 'ND', '检出', '0.2', '-1', '１'),
    );
    fc.assert(
      fc.property(texts, texts, texts, texts, (value, unit, lod, uncertainty) => {
        for (const item of [
          cadmium,
          { ...common, kind: 'not-detected', unit: 'mg/kg', detectionLimit: '1' } as const,
        ]) {
          for (const given of [unit, 'mg/kg']) {
            const result = evaluateItem(item, { kind: 'quantity', value, unit: given, lod, uncertainty });
            expect(result.raw).toEqual([value]);
            expect(result.reasons.length).toBeGreaterThan(0);
            expect(JSON.parse(JSON.stringify(result))).toEqual(result);
            for (const { code, data } of result.reasons) expect(labSentence(code, data).zh).not.toContain('{');
          }
        }
      }),
    );
  });
});

describe('units', () => {
  it.each([
    ['mg/kg', 'mg/L'],
    ['g', 'mL'],
    ['件', '个'],
    ['CFU/g', 'CFU/mL'],
  ])('never turns %s into %s', (from, to) => {
    expect(convertUnit(decimal('1'), from, to)).toMatchObject({ ok: false, failure: { code: 'unit.unlike' } });
  });

  it.each([
    ['1', 'kg', 'g', '1000'],
    ['250', 'ml', 'L', '0.250'],
    ['1.5', '公斤', 'g', '1500'],
    ['2', 'm²', 'cm2', '20000'],
    ['1', '%', 'g/kg', '10'],
    ['1', 'mg/100g', 'mg/kg', '10'],
    ['3', 'CFU/g', 'cfu/g', '3'],
  ])('%s %s in %s is %s', (value, from, to, converted) => {
    const result = convertUnit(decimal(value), from, to);
    expect(result.ok && decimalText(result.value)).toBe(converted);
  });

  it('comes back unchanged from any unit of the same kind', () => {
    const units = ['%', 'g/kg', 'mg/kg', 'μg/kg', 'ng/kg', 'mg/100g'];
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        (n, a, b) => {
          const there = convertUnit({ units: n, scale: 3 }, a, b);
          const back = there.ok ? convertUnit(there.value, b, a) : there;
          expect(back.ok && compareDecimal(back.value, { units: n, scale: 3 })).toBe(0);
        },
      ),
    );
    expect(tidyUnit(' Mg/kg ')).toBe('Mg/kg');
  });
});
