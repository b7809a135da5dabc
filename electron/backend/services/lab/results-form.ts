import { sentence } from '#shared/domain/codes/sentence.ts';
import type { CellKind, Column, SheetForm } from '#electron/backend/services/intake/sheets.ts';

/** The one kind of sheet of a laboratory's workbook. */
export type ResultsKey = 'results';

/** Media type of a workbook. */
export const RESULTS_WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Values beside the first, where a laboratory gives each unit or package a column of its own. */
const MORE_VALUES = 19;

const NONE = sentence('', '');

interface Shape {
  readonly aliases?: readonly string[];
  readonly cell?: CellKind;
  readonly required?: true;
  readonly width?: number;
}

const column = (path: string, zh: string, en: string, shape: Shape = {}): Column => ({
  path,
  header: sentence(zh, en),
  ...(shape.aliases && { aliases: shape.aliases }),
  cell: shape.cell ?? { kind: 'decimal' },
  required: shape.required ?? false,
  example: '',
  note: NONE,
  width: shape.width ?? 14,
});

const COLUMNS: readonly Column[] = [
  column('barcode', '样品条码', 'Sample barcode', {
    aliases: ['条码', '样品编号', 'barcode', 'sample', 'sample no.'],
    cell: { kind: 'code' },
    required: true,
    width: 18,
  }),
  column('order', '任务编号', 'Order no.', { aliases: ['检测任务', 'order'], cell: { kind: 'text' }, width: 16 }),
  column('item', '检测项目', 'Test item', {
    aliases: ['项目', '检验项目', 'item', 'item id', 'parameter'],
    cell: { kind: 'text' },
    required: true,
    width: 26,
  }),
  column('requirement', '要求', 'Requirement', { aliases: ['限量', 'limit'], cell: { kind: 'text' }, width: 28 }),
  column('value', '结果', 'Result', {
    aliases: ['检测结果', '检验结果', '检测值', '测定值', '结果1', 'value', 'result 1'],
    required: true,
    width: 22,
  }),
  column('unit', '单位', 'Unit', { cell: { kind: 'text' } }),
  column('lod', '检出限', 'LOD', { aliases: ['detection limit'] }),
  column('loq', '定量限', 'LOQ', { aliases: ['quantification limit'] }),
  column('uncertainty', '不确定度', 'Uncertainty', { aliases: ['扩展不确定度', 'expanded uncertainty', 'U'] }),
  column('nominal', '标注净含量', 'Declared content', { aliases: ['Qn', 'nominal'] }),
  column('lotSize', '批量', 'Lot size', { aliases: ['lot'] }),
];

const more = Array.from({ length: MORE_VALUES }, (_, index) =>
  column(`value${index + 2}`, `结果${index + 2}`, `Result ${index + 2}`, { aliases: [`value ${index + 2}`] }),
);

const form = (columns: readonly Column[]): SheetForm<ResultsKey> => ({
  key: 'results',
  name: sentence('检测结果', 'Results'),
  note: NONE,
  columns,
});

/** What is read: a result may stand in one cell or in several. */
export const RESULTS_FORM = form([...COLUMNS, ...more]);

/** What is handed out to be filled in. */
export const RESULTS_TEMPLATE = form(COLUMNS);
