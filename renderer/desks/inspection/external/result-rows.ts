import type { InputOf } from '#shared/contract/contract.ts';
import type { ExternalReportView } from '#shared/contract/external.ts';
import type { BodyVerdict, ExternalResult } from '#shared/domain/external/external-result.ts';
import type { ItemReading } from '#shared/domain/lab/reading.ts';
import type { TestItem, TestPlan } from '#shared/domain/lab/test-item.ts';
import type { Language, TextOf } from '#renderer/ui/language.tsx';

/** What is typed into one row, by field: `name`, `value`, `unit`, `lod`, `body`, `method`. */
export type RowFields = Readonly<Record<string, string>>;

/** A row of the results' sheet: an item of the plan, or one of the rows for others. */
export interface ResultRow {
  readonly key: string;
  readonly item: TestItem | null;
  readonly fields: RowFields;
}

type SentRow = InputOf<'external.set-results'>['rows'][number];

/** Rows for items outside the plan that stand ready to be filled. */
const SPARE_ROWS = 4;

/** What stands for a reading in the one cell it is typed into; counts with spaces between. */
function readingFields(reading: ItemReading): RowFields {
  switch (reading.kind) {
    case 'quantity':
      return { value: reading.value, unit: reading.unit, lod: reading.lod ?? '' };
    case 'units':
      return { value: reading.values.join(' '), unit: reading.unit };
    case 'wording':
      return { value: reading.text };
    case 'packages':
      return { value: reading.contents.join(' '), unit: reading.unit };
  }
}

const fieldsOf = ({ body, method, name, reading }: ExternalResult, text: TextOf): RowFields => ({
  name,
  ...readingFields(reading),
  method: method ?? '',
  body: body.outcome === 'none' ? '' : text(`external.outcome-${body.outcome}`),
});

/** The sheet's rows for a plan: its items (net content is weighed, not typed over), then those outside it. */
export function rowsFor(
  report: ExternalReportView,
  plan: TestPlan | null,
  text: TextOf,
  language: Language,
): readonly ResultRow[] {
  const asked = (plan?.items ?? []).filter(({ kind }) => kind !== 'net-content');
  const known = asked.map((item): ResultRow => {
    const kept = report.results.find((row) => row.item?.id === item.id);
    const blank = { name: item[language], unit: 'unit' in item ? item.unit : '', method: item.method ?? '' };
    return { key: item.id, item, fields: kept === undefined ? blank : fieldsOf(kept, text) };
  });
  const ids = new Set(asked.map(({ id }) => id));
  const others = report.results.filter(({ item }) => item === null || !ids.has(item.id));
  const spare = Array.from({ length: SPARE_ROWS }, (): RowFields => ({}));
  const free = [...others.map((row) => fieldsOf(row, text)), ...spare];
  return [...known, ...free.map((fields, index): ResultRow => ({ key: `other-${index}`, item: null, fields }))];
}

/** What the body said, typed in either language. */
export function outcomeOf(typed: string, text: TextOf): BodyVerdict['outcome'] | null {
  const words = typed.trim().toLowerCase();
  if (words === '') return 'none';
  const passes = ['合格', '符合', 'passed', 'pass', 'conforms', text('external.outcome-passed').toLowerCase()];
  const fails = [
    '不合格',
    '不符合',
    'failed',
    'fail',
    'does not conform',
    text('external.outcome-failed').toLowerCase(),
  ];
  return passes.includes(words) ? 'passed' : fails.includes(words) ? 'failed' : null;
}

/** The reading a row makes; undefined while its value is empty. */
export function readingOf({ fields, item }: ResultRow): ItemReading | undefined {
  const { lod = '', unit = '', value = '' } = fields;
  if (value.trim() === '') return undefined;
  if (item?.kind === 'wording') return { kind: 'wording', text: value };
  if (item?.kind === 'microbiological') return { kind: 'units', values: value.trim().split(/[\s、；;]+/), unit };
  return { kind: 'quantity', value, unit, ...(lod.trim() === '' ? {} : { lod }) };
}

/** A filled row as it is read; the body's words that are no verdict are kept as its text. */
export function resultOf(row: ResultRow, text: TextOf): ExternalResult | undefined {
  const reading = readingOf(row);
  if (reading === undefined) return undefined;
  const { body = '', method = '', name = '' } = row.fields;
  const outcome = outcomeOf(body, text);
  return {
    item: row.item,
    name: name.trim(),
    method: method.trim() === '' ? null : method,
    reading,
    body: { outcome: outcome ?? 'none', text: outcome === null ? body.trim() : null },
  };
}

/** The filled rows as they are sent. */
export const sentRows = (rows: readonly ResultRow[], text: TextOf): readonly SentRow[] =>
  rows.flatMap((row) => {
    const result = resultOf(row, text);
    if (result === undefined) return [];
    const { item, ...rest } = result;
    return [{ ...rest, itemId: item?.id ?? null } as SentRow];
  });
