import type { Page } from '#shared/contract/fields.ts';

/** Reads a list to its end, page by page. */
export async function allRows<Row>(read: (cursor: string | null) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Row> = await read(cursor);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}
