import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import { checkReading, judgeTyped, readingKindOf, type TypedReading } from '#shared/domain/lab/typed-reading.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';

const common = { zh: '项目', en: 'item', method: null, source: { standard: 'GB', clause: '1' } };
const lead: TestItem = {
  ...common,
  id: 'lead',
  kind: 'numeric',
  unit: 'mg/kg',
  limit: { operator: '≤', value: '0.5' },
};
const acidity: TestItem = { ...lead, id: 'rotation', unit: '°', limit: { operator: '≥', value: '-2' } };
const microbes: TestItem = {
  ...common,
  id: 'm',
  kind: 'microbiological',
  unit: 'CFU/g',
  n: 5,
  c: 2,
  m: '10',
  M: '100',
};
const smell: TestItem = { ...common, id: 's', kind: 'wording', wording: common, meets: ['正常'], fails: ['霉味'] };
const net: TestItem = { ...common, id: 'n', kind: 'net-content', rules: 'JJF 1070—2005' };

const quantity = (value: string, more: object = {}): TypedReading => ({
  kind: 'quantity',
  value,
  unit: 'mg/kg',
  ...more,
});
const packages = (more: object = {}): TypedReading => ({
  kind: 'packages',
  nominal: '500',
  unit: 'g',
  lotSize: '1',
  contents: ['500'],
  ...more,
});

describe('a reading as it was typed', () => {
  it.each<readonly [string, TestItem, TypedReading, string, string]>([
    ['a comma', lead, quantity('0,12'), 'value', 'decimal.comma'],
    ['a comma that may be thousands', lead, quantity('1,234'), 'value', 'decimal.comma'],
    ['words', lead, quantity('很低'), 'value', 'decimal.shape'],
    ['a value with its unit', lead, quantity('0.12 mg/kg'), 'value', 'decimal.shape'],
    ['an exponent that lost its superscript', lead, quantity('1.5×104'), 'value', 'decimal.exponent'],
    ['an exponent beyond all measure', lead, quantity('1E99'), 'value', 'decimal.length'],
    ['a superscript that is no exponent', lead, quantity('0.1²'), 'value', 'decimal.lookalike'],
    ['a circled digit', lead, quantity('①'), 'value', 'decimal.lookalike'],
    ['a bound with a fraction', lead, quantity('<½'), 'value', 'decimal.lookalike'],
    ['a limit of detection with a subscript', lead, quantity('1', { lod: '0.₁' }), 'lod', 'decimal.lookalike'],
    ['a superscript minus', acidity, quantity('⁻1', { unit: '°' }), 'value', 'decimal.lookalike'],
    [
      'a count with a superscript',
      microbes,
      { kind: 'units', values: ['10', '5²'], unit: 'CFU/g' },
      'values[1]',
      'decimal.lookalike',
    ],
    ['a package with a superscript', net, packages({ contents: ['500²'] }), 'contents[0]', 'decimal.lookalike'],
    ['nothing', lead, quantity('  '), 'value', 'decimal.empty'],
    ['less than nothing', lead, quantity('-0.1'), 'value', 'reading.negative'],
    ['a bound below nothing', lead, quantity('<-1'), 'value', 'reading.negative'],
    ['no unit', lead, quantity('1', { unit: '' }), 'unit', 'unit.empty'],
    ['an unlike unit', lead, quantity('1', { unit: 'mg/L' }), 'unit', 'unit.unlike'],
    ['a unit nobody knows', lead, quantity('1', { unit: 'Mg/kg' }), 'unit', 'unit.unlike'],
    ['a limit of detection in words', lead, quantity('1', { lod: '低' }), 'lod', 'decimal.shape'],
    ['a limit of detection of nought', lead, quantity('1', { lod: '0' }), 'lod', 'decimal.shape'],
    ['limits the wrong way round', lead, quantity('1', { lod: '2', loq: '1' }), 'loq', 'reading.lod-above-loq'],
    ['a negative uncertainty', lead, quantity('1', { uncertainty: '-1' }), 'uncertainty', 'reading.negative'],
    ['another kind', lead, { kind: 'wording', text: '正常' }, 'kind', 'reading.wrong-kind'],
    [
      'a unit left out between two',
      microbes,
      { kind: 'units', values: ['1', '', '3'], unit: 'CFU/g' },
      'values[1]',
      'decimal.empty',
    ],
    [
      'a unit too many',
      microbes,
      { kind: 'units', values: ['1', '1', '1', '1', '1', '1'], unit: 'CFU/g' },
      'values[5]',
      'micro.too-many',
    ],
    ['no unit at all', microbes, { kind: 'units', values: ['', ' '], unit: 'CFU/g' }, 'values[0]', 'reading.empty'],
    ['a negative count', microbes, { kind: 'units', values: ['-1'], unit: 'CFU/g' }, 'values[0]', 'reading.negative'],
    ['counts in another unit', microbes, { kind: 'units', values: ['1'], unit: 'CFU/mL' }, 'unit', 'unit.unlike'],
    ['words of spaces', smell, { kind: 'wording', text: ' ' }, 'text', 'reading.empty'],
    ['words that turn about', smell, { kind: 'wording', text: '正\u202e常' }, 'text', 'reading.characters'],
    ['half a character', smell, { kind: 'wording', text: '\ud800' }, 'text', 'reading.characters'],
    ['contents in mg/kg', net, packages({ unit: 'mg/kg' }), 'unit', 'unit.unlike'],
    ['a lot of one and a half', net, packages({ lotSize: '1.5' }), 'lotSize', 'net.lot-size'],
    ['a lot of more than there are', net, packages({ lotSize: '99999999999' }), 'lotSize', 'net.lot-size'],
    ['a declared content of nought', net, packages({ nominal: '0' }), 'nominal', 'decimal.shape'],
    ['a package with words', net, packages({ contents: ['500', '约 500'] }), 'contents[1]', 'decimal.shape'],
    ['no package', net, packages({ contents: [''] }), 'contents[0]', 'reading.empty'],
  ])('of %s is refused in its field', (_, item, typed, field, code) => {
    const read = checkReading(item, typed, 'U-1');
    expect(read).toMatchObject({ ok: false, failure: { field, code } });
    if (!read.ok) {
      const { en, zh } = labSentence(read.failure.code, read.failure.data);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(`${zh}${en}`).not.toMatch(/\{\w+\}/);
    }
  });

  it('with several faults names them all, the first in front', () => {
    const typed = packages({ unit: 'mg/kg', nominal: '五百', lotSize: '1.5', contents: ['500', '约 500', '很多'] });
    const read = checkReading(net, typed, 'U-1');
    expect(read.ok ? [] : [read.failure, ...read.failure.further].map(({ field }) => field)).toEqual([
      'unit',
      'nominal',
      'lotSize',
      'contents[1]',
      'contents[2]',
    ]);
  });

  it.each<readonly [string, TestItem, TypedReading, readonly object[]]>([
    ['full-width digits', lead, quantity('０．１２'), [{ field: 'value', raw: '０．１２', text: '0.12' }]],
    ['a full-width bound', lead, quantity('＜０.１'), [{ field: 'value', raw: '＜０.１', text: '<0.1' }]],
    ['sure thousands marks', lead, quantity('1,234,567'), [{ field: 'value', raw: '1,234,567', text: '1234567' }]],
    ['a power of ten', lead, quantity('10⁻¹'), [{ field: 'value', raw: '10⁻¹', text: '0.1' }]],
    ['an exponent', lead, quantity('1.2E-3'), [{ field: 'value', raw: '1.2E-3', text: '0.0012' }]],
    ['a bound in powers of ten', lead, quantity('＜1×10^-2'), [{ field: 'value', raw: '＜1×10^-2', text: '<0.01' }]],
    [
      'plate counts',
      microbes,
      { kind: 'units', values: ['1.5×10⁴', '<10'], unit: 'CFU/g' },
      [{ field: 'values[0]', raw: '1.5×10⁴', text: '15000' }],
    ],
    ['a 。 for the point', lead, quantity('0。1'), [{ field: 'value', raw: '0。1', text: '0.1' }]],
    [
      'a full-width unit',
      lead,
      quantity('1', { unit: 'ｍｇ／ｋｇ' }),
      [{ field: 'unit', raw: 'ｍｇ／ｋｇ', text: 'mg/kg' }],
    ],
    ['spaces around', lead, quantity(' 0.1 '), []],
    ['a figure of the plan’s own unit below nought', acidity, quantity('-1.5', { unit: '°' }), []],
    ['empty limits', lead, quantity('0.1', { lod: '', loq: ' ' }), []],
    ['units left empty at the end', microbes, { kind: 'units', values: ['1', '2', '', ''], unit: 'cfu/g' }, []],
    ['a full-width lot size', net, packages({ lotSize: '１' }), [{ field: 'lotSize', raw: '１', text: '1' }]],
  ])('with %s is understood, and what was tidied is said', (_, item, typed, tidied) => {
    expect(checkReading(item, typed, 'U-1')).toMatchObject({ ok: true, value: { tidied } });
  });

  it('judges words only in the name of who enters them', () => {
    const typed = { kind: 'wording', text: '微有焦味', judgement: { meets: false } } as const;
    expect(judgeTyped(smell, typed, 'U-1')).toMatchObject({ ok: true, value: { result: { verdict: 'failed' } } });
    expect(judgeTyped(smell, { ...typed, judgement: { meets: true } }, '')).toMatchObject({
      ok: true,
      value: { result: { verdict: 'undecided' } },
    });
  });

  it('is converted exactly, and never judged when it could not be read', () => {
    expect(judgeTyped(lead, quantity('500.1', { unit: 'μg/kg' }), 'U-1')).toMatchObject({
      ok: true,
      value: { result: { verdict: 'failed', full: '0.5001' } },
    });
    expect(judgeTyped(lead, quantity('500', { unit: 'ug/kg' }), 'U-1')).toMatchObject({
      ok: true,
      value: { result: { verdict: 'passed' } },
    });
  });

  it('of a plate count in powers of ten is judged by its value, not by its digits', () => {
    const plates = (...values: string[]) =>
      judgeTyped({ ...microbes, n: 1, c: 0, m: '10000', M: '50000' }, { kind: 'units', values, unit: 'CFU/g' }, 'U-1');
    expect(plates('10⁵')).toMatchObject({ ok: true, value: { result: { verdict: 'failed', raw: ['10⁵'] } } });
    expect(plates('10⁴')).toMatchObject({ ok: true, value: { result: { verdict: 'passed', raw: ['10⁴'] } } });
    expect(plates('>1.0x10^5')).toMatchObject({ ok: true, value: { result: { verdict: 'failed' } } });
    expect(plates('①')).toMatchObject({ ok: false });
  });

  it('never throws, and a saved one keeps its raw text', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(anything, anything, fc.constantFrom(lead, microbes, smell, net), (a, b, item) => {
        const typed: Readonly<Record<TypedReading['kind'], TypedReading>> = {
          quantity: quantity(a, { unit: b, lod: b }),
          units: { kind: 'units', values: [a, b], unit: 'CFU/g' },
          wording: { kind: 'wording', text: a },
          packages: packages({ contents: [a], lotSize: b }),
        };
        const judged = judgeTyped(item, typed[readingKindOf(item.kind)], 'U-1');
        if (judged.ok && item.kind !== 'net-content') expect(judged.value.result.raw[0]).toBe(a);
      }),
    );
  });
});
