import { ok } from '#shared/base/result.ts';
import { requirementText } from '#shared/domain/lab/requirement-text.ts';
import { formSheet } from '#electron/backend/services/intake/form-sheets.ts';
import { writeWorkbook } from '#electron/backend/services/intake/workbook-writing.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Service } from '#electron/backend/services/room.ts';
import { openOrder } from './order-state.ts';
import { RESULTS_TEMPLATE, RESULTS_WORKBOOK as WORKBOOK } from './results-form.ts';

/** The workbook to fill in: a row for every item of the orders that has no reading yet. */
export const resultsTemplate: Service<'lab.template'> = async (room, { orderIds }) => {
  const rows: string[][] = [];
  for (const orderId of orderIds) {
    const opened = openOrder(room, orderId);
    if (opened === undefined) return refuse('lab.unknown-order', {}, 'orderIds');
    const { lines, record } = opened;
    if (record.state !== 'to-enter' && record.state !== 'to-release')
      return refuse('lab.not-open', { number: record.number }, 'orderIds');
    for (const { current, item } of lines) {
      if (current !== null) continue;
      const unit = 'unit' in item ? item.unit : '';
      rows.push([record.barcode, record.number, item.zh, requirementText(item).zh, '', unit]);
    }
  }
  const padded = rows.map((row) => RESULTS_TEMPLATE.columns.map((_, index) => row[index] || null));
  const bytes = await writeWorkbook([formSheet(RESULTS_TEMPLATE, padded)]);
  const name = orderIds.length === 1 ? `${rows[0]?.[1] ?? 'results'}-results.xlsx` : 'results.xlsx';
  return ok({ name, mediaType: WORKBOOK, content: Buffer.from(bytes).toString('base64') });
};
