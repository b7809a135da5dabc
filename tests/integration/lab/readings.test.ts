import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import { judgeTyped, type TypedReading } from '#shared/domain/lab/typed-reading.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { enter, FIVE_KINDS, FIVE_PASSING, openLabDesk, orderFive, release } from '#tests/support/lab/lab-desk.ts';

let test: TestDesk;
let samples: string[] = [];
beforeAll(async () => {
  const lab = await openLabDesk(13);
  ({ test } = lab);
  samples = lab.samples.map(({ id }) => id);
});
afterAll(() => test.close());

/** An open order of the five kinds, of a case of its own. */
const order = (): Promise<OutputOf<'lab.order'>> => orderFive(test, samples.pop() ?? '');

const lead = (value: string, unit = 'mg/kg'): TypedReading => ({ kind: 'quantity', value, unit });
const coliforms = (...values: readonly string[]): TypedReading => ({ kind: 'units', values, unit: 'CFU/g' });

describe('readings typed with tired hands', () => {
  it('are each saved or refused by itself, with the field and the reason', async () => {
    const { orderId } = await order();
    const reply = await enter(test, orderId, {
      lead: lead('0,52'),
      sudan: { kind: 'quantity', value: '未检出', unit: 'mL' },
      coliforms: coliforms('<10', '１０', '8', '5', '5'),
      smell: { kind: 'wording', text: '   ' },
      net: { kind: 'packages', nominal: '500', unit: 'g', lotSize: '8', contents: ['501', '五百'] },
      arsenic: lead('1'),
    });
    expect(reply.lines.map(({ itemId, outcome, refusal }) => [itemId, outcome, refusal?.code, refusal?.field])).toEqual(
      [
        ['lead', 'refused', 'decimal.comma', 'value'],
        ['sudan', 'refused', 'unit.unlike', 'unit'],
        ['coliforms', 'saved', undefined, undefined],
        ['smell', 'refused', 'reading.empty', 'text'],
        ['net', 'refused', 'decimal.shape', 'contents[1]'],
        ['arsenic', 'refused', 'reading.unknown-item', 'itemId'],
      ],
    );
    expect(reply).toMatchObject({ saved: 1, refused: 5, order: { entered: 1, version: 1 } });
    const [, unit] = reply.lines;
    expect(unit?.refusal?.zh).toBe('单位 mL 不能换算为 μg/kg');
    expect(unit?.refusal?.en).toBe('the unit mL cannot be converted to μg/kg');
    const [micro] = reply.order.lines.filter(({ item }) => item.id === 'coliforms');
    expect(micro?.current?.tidied).toEqual([{ field: 'values[1]', raw: '１０', text: '10' }]);
    expect(micro?.current?.result.raw).toEqual(['<10', '１０', '8', '5', '5']);
  });

  it('are kept to the letter, units converted exactly', async () => {
    const { orderId } = await order();
    const typed = { kind: 'quantity', value: ' ５２０．0 ', unit: 'ug/kg', lod: '２０', uncertainty: '' } as const;
    const { lines, order: view } = await enter(test, orderId, { lead: typed });
    expect(view.lines[0]?.current?.reading).toEqual(typed);
    expect(lines[0]).toMatchObject({
      outcome: 'saved',
      result: { verdict: 'passed', full: '0.5200', raw: [' ５２０．0 '] },
      tidied: [
        { field: 'value', raw: ' ５２０．0 ', text: '520.0' },
        { field: 'lod', raw: '２０', text: '20' },
      ],
    });
  });

  it('of nothing saved leave the order as it was', async () => {
    const { orderId } = await order();
    const entries = (await test.ask('shen', 'sync.status', {})).waiting;
    const reply = await enter(test, orderId, { lead: lead('很低'), sudan: lead('') });
    expect(reply).toMatchObject({ saved: 0, refused: 2, order: { version: 0 } });
    expect((await test.ask('shen', 'sync.status', {})).waiting).toBe(entries);
  });

  it('given twice at once count once, and a stale grid loses nothing and changes nothing', async () => {
    const { orderId } = await order();
    const twice = await test.ask('shen', 'lab.enter', {
      orderId,
      baseVersion: 0,
      readings: [
        { itemId: 'lead', reading: { kind: 'quantity', value: '1', unit: 'mg/kg' } },
        { itemId: 'lead', reading: { kind: 'quantity', value: '2', unit: 'mg/kg' } },
      ],
    });
    expect(twice.lines.map(({ outcome, refusal }) => [outcome, refusal?.code])).toEqual([
      ['saved', undefined],
      ['refused', 'reading.item-twice'],
    ]);
    const stale = { orderId, baseVersion: 0, readings: [{ itemId: 'sudan', reading: lead('ND', 'μg/kg') }] };
    expect(await test.refused('wen', 'lab.enter', stale)).toMatchObject({
      code: 'lab.changed',
      data: { by: '沈检验（样例）', at: '2026-11-21 10:00' },
    });
    const again = await enter(test, orderId, { lead: lead('1') });
    expect(again).toMatchObject({ saved: 0, refused: 0, lines: [{ outcome: 'unchanged' }], order: { version: 1 } });
  });

  it.each<readonly [string, unknown]>([
    ['a verdict', { itemId: 'lead', reading: lead('9'), verdict: 'passed' }],
    ['a result', { itemId: 'lead', reading: { ...lead('9'), result: { verdict: 'passed' } } }],
    ['a number', { itemId: 'lead', reading: { kind: 'quantity', value: 0.1, unit: 'mg/kg' } }],
  ])('take no %s from outside', async (_, reading) => {
    const { orderId } = await order();
    const input = { orderId, baseVersion: 0, readings: [reading] };
    expect(await test.refused('shen', 'lab.enter', input)).toMatchObject({ code: 'input.invalid' });
  });
});

describe('changing a reading', () => {
  const change = async (orderId: string, itemId: string, reading: TypedReading, more: object = {}, seat = 'shen') => {
    const { version } = await test.ask(seat, 'lab.get', { orderId });
    const input = { orderId, baseVersion: version, readings: [{ itemId, reading: reading as never, ...more }] };
    return test.ask(seat, 'lab.enter', input);
  };

  it('takes a reason, and keeps the older one with who and when', async () => {
    const { orderId } = await order();
    await enter(test, orderId, { lead: lead('5.2') });
    const refused = await change(orderId, 'lead', lead('0.52'));
    expect(refused.lines[0]).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'change.reason-needed', field: 'change' },
    });
    const { order: view } = await change(
      orderId,
      'lead',
      lead('0.52'),
      { change: { kind: 'correction', reason: '小数点错位' } },
      'wen',
    );
    expect(view.lines[0]).toMatchObject({
      current: { by: '文复核（样例）', change: 'correction', reason: '小数点错位', result: { verdict: 'passed' } },
      history: [{ by: '沈检验（样例）', reading: { value: '5.2' }, result: { verdict: 'failed' }, change: 'first' }],
    });
    expect(view).toMatchObject({ failed: 0 });
  });

  it('of an undecided one is free: units are read one after another', async () => {
    const { orderId } = await order();
    await enter(test, orderId, { coliforms: coliforms('10', '10') });
    const { lines } = await enter(test, orderId, { coliforms: coliforms('10', '10', '8', '8', '8') });
    expect(lines[0]).toMatchObject({ outcome: 'saved', result: { verdict: 'passed' } });
  });

  it('cannot test a failed microbiological item again, by no way at all', async () => {
    const { orderId } = await order();
    await enter(test, orderId, { coliforms: coliforms('500', '10', '8', '5', '5') });
    const good = coliforms('10', '10', '8', '5', '5');
    const retest = await change(orderId, 'coliforms', good, { change: { kind: 'retest', reason: '怀疑污染' } });
    expect(retest.lines[0]?.refusal).toMatchObject({ code: 'micro.no-retest' });
    expect(retest.lines[0]?.refusal?.zh).toContain('GB 4789.1');
    const plain = await change(orderId, 'coliforms', good);
    expect(plain.lines[0]?.refusal).toMatchObject({ code: 'change.reason-needed' });
    const correction = { change: { kind: 'correction', reason: '多写一个零' } };
    const other = await change(orderId, 'coliforms', coliforms('50', '10', '8', '5', '5'), correction, 'wen');
    expect(other.lines[0]?.refusal).toMatchObject({ code: 'change.not-yours' });
    const view = await test.ask('shen', 'lab.get', { orderId });
    expect(
      await test.refused('shen', 'lab.cancel', { orderId, baseVersion: view.version, reason: '重来' }),
    ).toMatchObject({
      code: 'lab.no-microbiological-retest',
      data: { itemsZh: '大肠菌群' },
    });
    const own = await change(orderId, 'coliforms', coliforms('50', '10', '8', '5', '5'), correction);
    expect(own.lines[0]).toMatchObject({ outcome: 'saved', result: { verdict: 'passed' } });
    expect(own.order.lines[2]?.history).toMatchObject([{ reading: { values: ['500', '10', '8', '5', '5'] } }]);
  });

  it('cannot have a failed microbiological item tested for the other purpose, released or not', async () => {
    const sampleId = samples.pop() ?? '';
    const { orderId } = await orderFive(test, sampleId, { purpose: 'spot-check' });
    const other = { sampleId, planId: 'five-kinds', purpose: 'site-test' } as const;
    await enter(test, orderId, { coliforms: coliforms('500', '10', '8', '5', '5') });
    for (const step of ['left open', 'left unreleased', 'released'] as const) {
      if (step === 'left unreleased') {
        const { coliforms: _, ...others } = FIVE_PASSING;
        await enter(test, orderId, others);
      }
      if (step === 'released') await release(test, orderId);
      expect(await test.refused('wen', 'lab.order', other), step).toMatchObject({
        code: 'lab.no-microbiological-retest',
        data: { itemsZh: '大肠菌群' },
        field: 'items',
      });
    }
    expect(await test.ask('wen', 'lab.order', { ...other, items: ['lead'], scopeReason: '只测铅' })).toMatchObject({
      items: 1,
    });
  });

  it('of another kind may test it again, with the reason', async () => {
    const { orderId } = await order();
    await enter(test, orderId, { lead: lead('9') });
    const { order: view } = await change(orderId, 'lead', lead('4'), { change: { kind: 'retest', reason: '复测' } });
    expect(view.lines[0]).toMatchObject({
      current: { change: 'retest', result: { verdict: 'passed' } },
      history: [{}],
    });
  });
});

describe('every stored result', () => {
  it('is what the rules make of the raw reading, whatever was typed', async () => {
    const { orderId } = await order();
    const figure = fc.oneof(
      fc.nat({ max: 9999 }).map((n) => String(n / 100)),
      fc.constantFrom('ND', '未检出', '<0.01', '>100', '０．５', '1,5', '检出', 'x', '', '-3', '5.0', '1e3'),
    );
    const unit = fc.constantFrom('mg/kg', 'μg/kg', 'g/kg', 'CFU/g', 'g', 'kg', '毫克/千克', '');
    const typed = fc.oneof(
      fc.record({ kind: fc.constant('quantity' as const), value: figure, unit, lod: figure, uncertainty: figure }),
      fc.record({ kind: fc.constant('units' as const), values: fc.array(figure, { maxLength: 6 }), unit }),
      fc.record({ kind: fc.constant('wording' as const), text: fc.constantFrom('无异味', '霉味', '似有焦味', ' ') }),
      fc.record({
        kind: fc.constant('packages' as const),
        nominal: figure,
        unit,
        lotSize: fc.constantFrom('8', '0', '1.5', '３'),
        contents: fc.array(figure, { maxLength: 9 }),
      }),
    );
    const item = fc.constantFrom(...FIVE_KINDS.items.map(({ id }) => id));
    await fc.assert(
      fc.asyncProperty(item, typed, async (itemId, reading) => {
        const { version } = await test.ask('shen', 'lab.get', { orderId });
        const change = { kind: 'correction' as const, reason: '随机' };
        const { lines, order: view } = await test.ask('shen', 'lab.enter', {
          orderId,
          baseVersion: version,
          readings: [{ itemId, reading, change }],
        });
        const [line] = lines;
        const asked = FIVE_KINDS.items.find(({ id }) => id === itemId) as TestItem;
        const judged = judgeTyped(asked, reading, 'U-shen');
        if (judged.ok) expect(line).toMatchObject({ refusal: null, result: judged.value.result });
        else expect(line?.refusal).toMatchObject({ code: judged.failure.code, field: judged.failure.field });
        for (const { current, history, item: own } of view.lines) {
          for (const kept of [...history, ...(current === null ? [] : [current])]) {
            expect(judgeTyped(own, kept.reading, 'U-shen')).toMatchObject({ ok: true, value: { result: kept.result } });
          }
        }
        const results = view.lines.flatMap(({ current }) => current?.result ?? []);
        expect(view).toMatchObject({
          entered: results.length,
          decided: results.filter(({ verdict }) => verdict !== 'undecided').length,
          failed: results.filter(({ verdict }) => verdict === 'failed').length,
        });
      }),
      { numRuns: 40 },
    );
    await enter(test, orderId, FIVE_PASSING);
  });
});
