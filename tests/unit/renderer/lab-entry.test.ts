import { describe, expect, it } from 'vitest';
import {
  cellKey,
  correctsOnly,
  editsAfter,
  entryItem,
  fieldsOf,
  packagesOf,
  readingOf,
  faultAt,
  standingOf,
  toExplain,
  toSave,
  withWrites,
  type Edits,
  type EntryItem,
} from '#renderer/desks/inspection/lab/entry-lines.ts';
import { typedText } from '#renderer/desks/inspection/lab/lab-words.ts';
import { sampleWords } from '#renderer/desks/inspection/lab/sample-words.ts';
import { textIn, type TextOf } from '#renderer/ui/language.tsx';
import { citationText, markText, reasonText, reportedText, requirementText } from '#renderer/ui/test-words.ts';
import type { LabLine, ReadingView } from '#shared/contract/lab.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import { judgeTyped, type TypedReading } from '#shared/domain/lab/typed-reading.ts';

const zh: TextOf = (key, values) => textIn('zh', key, values);
const source = { standard: 'GB 0000—2026', clause: '表1' };
const base = { method: 'GB 5009.12', source };
const LEAD: TestItem = {
  ...base,
  id: 'lead',
  kind: 'numeric',
  zh: '铅',
  en: 'Lead',
  unit: 'mg/kg',
  limit: { operator: '≤', value: '5.0' },
  rounding: { kind: 'significant', digits: 3 },
};
const COLI: TestItem = {
  ...base,
  id: 'coli',
  kind: 'microbiological',
  zh: '大肠菌群',
  en: 'Coliforms',
  unit: 'CFU/g',
  n: 5,
  c: 2,
  m: '10',
  M: '100',
};
const TASTE: TestItem = {
  ...base,
  id: 'taste',
  kind: 'wording',
  zh: '滋味',
  en: 'Taste',
  wording: { zh: '无异味', en: 'no off-taste' },
  meets: ['无异味'],
  fails: ['有霉味'],
};
const NET: TestItem = {
  ...base,
  id: 'net',
  kind: 'net-content',
  zh: '净含量',
  en: 'Net content',
  rules: 'JJF 1070—2005',
};

function standing(item: TestItem, reading: TypedReading): ReadingView {
  const judged = judgeTyped(item, reading, '沈验');
  if (!judged.ok) throw new Error('the sample reading can be read');
  return {
    reading,
    ...judged.value,
    source: { kind: 'typed' },
    change: 'first',
    reason: null,
    by: '沈验',
    at: '2026-11-21T02:00:00.000Z',
  };
}
const line = (item: TestItem, reading?: TypedReading): LabLine => ({
  item,
  current: reading === undefined ? null : standing(item, reading),
  history: [],
});
const quantity = (value: string): Extract<TypedReading, { kind: 'quantity' }> => ({
  kind: 'quantity',
  value,
  unit: 'mg/kg',
});

const LINES = [line(LEAD), line(COLI), line(TASTE), line(NET)];
const typing = (lines: readonly LabLine[], texts: Readonly<Record<string, string>>, before: Edits = {}): Edits =>
  withWrites(
    lines.map((one) => entryItem(one, before, {}, '沈验')),
    before,
    Object.entries(texts).map(([key, text]) => ({ key, text })),
  );
const itemsOf = (lines: readonly LabLine[], edits: Edits): readonly EntryItem[] =>
  lines.map((one) => entryItem(one, edits, {}, '沈验'));

describe('what is typed into an order', () => {
  it('is worked out before it is kept, in the unit of the plan', () => {
    const [lead] = itemsOf(LINES, typing(LINES, { 'lead|value': '0.1234' }));
    expect(lead).toMatchObject({ edited: true, fault: null, result: { verdict: 'passed' } });
    expect(lead?.result === null || lead === undefined ? '' : reportedText(lead.result)).toBe('0.123(+) mg/kg');
    expect(toSave(itemsOf(LINES, typing(LINES, { 'lead|value': '0.1234' })))).toHaveLength(1);
  });

  it.each([
    ['lead|value', '1,5', 'value'],
    ['lead|value', '见附页', 'value'],
    ['lead|value', '0.1', null],
    ['lead|value', '０．１', null],
    ['coli|values[0]', '一', 'values[0]'],
    ['coli|values[1]', '10', 'values[0]'],
    ['taste|judgement', '还行', 'judgement'],
    ['net|nominal', '100', 'lotSize'],
  ])('%s %s is refused at %s', (key, text, field) => {
    const edits = typing(LINES, { [key]: text });
    const items = itemsOf(LINES, edits);
    const one = items.find(({ item }) => key.startsWith(`${item.id}|`));
    expect(one?.fault?.field ?? null).toBe(field);
    expect(toSave(items)).toHaveLength(field === null ? 1 : 0);
    if (one !== undefined && field !== null) expect(standingOf(one, field, false)).toBe('refused');
  });

  it('marks every field that was filled in wrongly, and none that waits to be filled in', () => {
    const edits = typing(LINES, { 'net|nominal': '五百', 'net|contents[0]': '501', 'net|contents[1]': '很多' });
    const net = itemsOf(LINES, edits).find(({ item }) => item.id === 'net');
    const standing = (field: string) => net && standingOf(net, field, false);
    expect(['nominal', 'contents[0]', 'contents[1]', 'lotSize'].map(standing)).toEqual([
      'refused',
      'changed',
      'refused',
      'empty',
    ]);
    expect(net && faultAt(net, 'contents[1]')?.zh).toContain('很多');
  });

  it('refuses a unit that does not convert, in words', () => {
    const [lead] = itemsOf(LINES, typing(LINES, { 'lead|value': '0.1', 'lead|unit': 'mg/L' }));
    expect(lead?.fault).toMatchObject({ field: 'unit', zh: expect.stringContaining('mg/L') });
    expect(lead && standingOf(lead, 'value', false)).toBe('changed');
  });

  it('says how it was read when full-width digits were typed', () => {
    const [lead] = itemsOf(LINES, typing(LINES, { 'lead|value': '０．１２' }));
    expect(lead?.tidied).toEqual([{ field: 'value', raw: '０．１２', text: '0.12' }]);
  });

  it('is nothing when it says what stands', () => {
    const lines = [line(LEAD, quantity('0.12'))];
    const edits = typing(lines, { 'lead|value': '0.13' });
    expect(typing(lines, { 'lead|value': '0.12' }, edits)).toEqual({});
    expect(typing(LINES, { 'lead|unit': 'mg/kg', 'nobody|value': '1' })).toEqual({});
  });
});

describe('the fields of a reading', () => {
  it.each([
    [LEAD, { ...quantity('<0.01'), lod: '0.01', loq: '0.03', uncertainty: '0.002' }],
    [COLI, { kind: 'units', values: ['<10', '20', '10', '5', '0'], unit: 'CFU/g' }],
    [TASTE, { kind: 'wording', text: '略涩', judgement: { meets: true } }],
    [NET, { kind: 'packages', nominal: '100', unit: 'g', lotSize: '8', contents: ['100.1', '99.9'] }],
  ] as const satisfies readonly (readonly [TestItem, TypedReading])[])('come back as they were', (item, reading) => {
    expect(readingOf(item, fieldsOf(item, reading))).toEqual(reading);
  });

  it('of net content are as many as the lot takes', () => {
    expect(packagesOf({})).toBe(10);
    expect(packagesOf({ lotSize: '8' })).toBe(8);
    expect(packagesOf({ lotSize: '３００' })).toBe(50);
    expect(packagesOf({ lotSize: '8', 'contents[11]': '100' })).toBe(12);
  });
});

describe('keeping readings', () => {
  it('asks for a reason only where a reading decided', () => {
    const lines = [
      line(LEAD, quantity('0.12')),
      line(COLI, { kind: 'units', values: ['10'], unit: 'CFU/g' }),
      line(TASTE),
    ];
    const edits = typing(lines, { 'lead|value': '0.13', 'coli|values[1]': '20', 'taste|text': '无异味' });
    const items = itemsOf(lines, edits);
    expect(toSave(items).map(({ item }) => item.id)).toEqual(['lead', 'coli', 'taste']);
    expect(toExplain(items).map(({ item }) => item.id)).toEqual(['lead']);
    expect(correctsOnly(toExplain(items))).toBe(false);
  });

  it('knows that a failed microbiological item is corrected at most', () => {
    const lines = [line(COLI, { kind: 'units', values: ['500', '1', '1', '1', '1'], unit: 'CFU/g' })];
    expect(correctsOnly(itemsOf(lines, typing(lines, { 'coli|values[0]': '50' })))).toBe(true);
  });

  it('keeps what was refused, and lets go of what was taken', () => {
    const edits: Edits = { lead: { value: '1' }, coli: { 'values[0]': '2' } };
    const taken = { outcome: 'saved', result: null, tidied: [], refusal: null } as const;
    const refused = { ...taken, outcome: 'refused' } as const;
    const lines = [
      { itemId: 'lead', ...taken },
      { itemId: 'coli', ...refused },
    ];
    expect(editsAfter(edits, edits, lines)).toEqual({ coli: { 'values[0]': '2' } });
    expect(editsAfter({ ...edits, lead: { value: '3' } }, edits, lines)).toHaveProperty('lead');
  });

  it('has nothing to type in once released', () => {
    const [lead] = itemsOf([line(LEAD, quantity('0.12'))], {});
    expect(lead && standingOf(lead, 'value', true)).toBe('computed');
    expect(cellKey('lead', 'value')).toBe('lead|value');
  });
});

describe('words', () => {
  it('say what is asked, by what standard and why a result is so', () => {
    expect(requirementText(LEAD, zh, 'zh')).toBe('≤ 5.0 mg/kg');
    expect(requirementText(COLI, zh, 'zh')).toBe('n=5, c=2, m=10, M=100 CFU/g');
    expect(requirementText(TASTE, zh, 'en')).toBe('no off-taste');
    expect(citationText(LEAD, zh)).toBe('GB 0000—2026 表1 · 方法 GB 5009.12 · 修约到 3 位有效数字');
    const found = standing(LEAD, quantity('5.04')).result;
    expect(reasonText(found, 'zh')).toContain('5.04');
    expect(markText(found, zh)).toBeNull();
    expect(markText(standing(LEAD, quantity('0.1234')).result, zh)).toBe(
      '0.123(+)：由 0.1234 修约舍去得到，(+) 表示绝对值实际更大',
    );
    expect(markText(standing(LEAD, quantity('0.1236')).result, zh)).toContain('0.124(-)：由 0.1236 修约进位得到');
    expect(typedText({ ...quantity('5.04'), lod: '0.01' }, zh)).toBe('5.04 mg/kg · 检出限 0.01');
  });

  it('say what the sample comes to', () => {
    const verdict = { verdict: 'undecided', failed: [], undecided: ['coli'], missing: ['lead', 'taste'] } as const;
    expect(sampleWords({ lines: LINES, scope: null, state: 'to-enter', verdict }, zh, 'zh')).toEqual({
      head: '样品尚无结论',
      tail: '未录入：铅、滋味。 未判定：大肠菌群。',
    });
    const failed = { ...verdict, verdict: 'failed', failed: ['net'] } as const;
    expect(sampleWords({ lines: LINES, scope: null, state: 'to-enter', verdict: failed }, zh, 'zh').head).toBe(
      '样品不合格：净含量',
    );
    const passed = { verdict: 'passed', failed: [], undecided: [], missing: [] } as const;
    const part = { zh: '未检：铅', en: 'not tested: Lead' };
    const headOf = (scope: typeof part | null): string =>
      sampleWords({ lines: LINES, scope, state: 'released', verdict: passed }, zh, 'zh').head;
    expect([headOf(null), headOf(part)]).toEqual([
      `样品合格（${LINES.length} 项全部合格）`,
      `所检 ${LINES.length} 项合格（非完整方案）`,
    ]);
  });
});
