import type { Cell } from 'write-excel-file/node';
import { VOCABULARY } from '#shared/domain/codes/vocabulary.ts';
import type { CellValue } from './intake-fault.ts';
import { type Column, EXPLANATION_SHEET, type SheetForm, SHEETS } from './sheets.ts';
import type { SheetToWrite } from './workbook-writing.ts';

const HEADER_FILL = '#DCE9E2';
const REQUIRED_FILL = '#F6E3C5';

/** A header cell; required columns stand out. */
export const headerCell = (header: string, required: boolean): Cell => ({
  value: header,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'center',
  backgroundColor: required ? REQUIRED_FILL : HEADER_FILL,
});

/** A value as a cell of its column: dates as dates, codes as text, empty cells still set to text where codes go. */
export function valueCell(column: Column, value: CellValue): Cell {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
  if (typeof value === 'string') return { value, type: String, format: '@' };
  return column.cell.kind === 'code' ? { value, format: '0' } : value;
}

/** Drop-down lists of a form's columns, shifted by `shift` columns at each place. */
export function choicesOf(
  form: SheetForm<string>,
  placeOf: (index: number) => number = (index) => index + 1,
): NonNullable<SheetToWrite['choices']> {
  return form.columns.flatMap(({ cell }, index) => {
    if (cell.kind === 'word') return [{ column: placeOf(index), options: VOCABULARY[cell.words].map(({ zh }) => zh) }];
    if (cell.kind === 'yes-no') return [{ column: placeOf(index), options: ['是', '否'] }];
    return cell.kind === 'star' ? [{ column: placeOf(index), options: ['1', '2', '3', '4', '5'] }] : [];
  });
}

/** Columns of codes and quantities, which a spreadsheet must not take for numbers, at their places. */
export function textColumnsOf(
  form: SheetForm<string>,
  placeOf: (index: number) => number = (index) => index + 1,
): readonly number[] {
  return form.columns.flatMap(({ cell }, index) =>
    cell.kind === 'code' || cell.kind === 'decimal' ? [placeOf(index)] : [],
  );
}

/** A data sheet: header and rows in the form's order. */
export function formSheet(form: SheetForm<string>, rows: readonly (readonly CellValue[])[]): SheetToWrite {
  return {
    name: form.name.zh,
    stickyRows: 1,
    widths: form.columns.map(({ width }) => width),
    choices: choicesOf(form),
    textColumns: textColumnsOf(form),
    rows: [
      form.columns.map(({ header, required }) => headerCell(header.zh, required)),
      ...rows.map((row) => form.columns.map((column, index) => valueCell(column, row[index] ?? null))),
    ],
  };
}

/** The sheet 填表说明: every column of every sheet, in both languages, with its words and an example. */
export function explanationSheet(): SheetToWrite {
  const wrapped = (value: string): Cell => ({ value, type: String, wrap: true, alignVertical: 'top', format: '@' });
  const titles = ['工作表 Sheet', '列 Column', 'Column in English', '必填 Required', '说明', 'Note', '示例 Example'];
  const intro = [
    '每个申报在“申报”表占一行，其余各表以申报编号与之相连。橙色列必填。可用中文词，也可用英文代码。本表不会被读取。',
    'Each application has one row on 申报; the other sheets hang on it by the application number. Orange columns are required. Chinese words and English slugs are both read. This sheet is not read.',
  ];
  return {
    name: EXPLANATION_SHEET,
    stickyRows: 3,
    widths: [18, 20, 26, 12, 48, 48, 34],
    rows: [
      ...intro.map((line): readonly Cell[] => [{ value: line, fontWeight: 'bold' }]),
      titles.map((title) => headerCell(title, false)),
      ...SHEETS.flatMap((form) =>
        form.columns.map((column, index) => [
          wrapped(index === 0 ? `${form.name.zh} ${form.name.en}` : ''),
          wrapped(column.header.zh),
          wrapped(column.header.en),
          wrapped(column.required ? '是 yes' : '否 no'),
          wrapped(index === 0 ? `${form.note.zh}。${column.note.zh}` : column.note.zh),
          wrapped(index === 0 ? `${form.note.en}. ${column.note.en}` : column.note.en),
          wrapped(column.example),
        ]),
      ),
    ],
  };
}
