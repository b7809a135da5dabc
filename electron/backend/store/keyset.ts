import type { Cell, Store } from './database.ts';

/** One page of rows and where the next begins. */
export interface KeysetPage<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** One condition with its parameters. */
export interface KeysetCondition {
  readonly where: string;
  readonly parameters: readonly Cell[];
}

/** The condition of a list that leaves nothing out. */
export const EVERYTHING: KeysetCondition = { where: '1 = 1', parameters: [] };

/** A list read in pages: constant time at any depth, stable while rows come and go. */
export interface KeysetList {
  /** `SELECT … FROM …` without `WHERE`. */
  readonly select: string;
  /**
   * Conditions of which a row meets exactly one. Each is read in the index's own order and the
   * results are merged, so that `stage IN (…)` neither scans nor sorts.
   */
  readonly any: readonly KeysetCondition[];
  /** Column that orders the list. */
  readonly sort: string;
  /** Unique column that breaks ties; absent when `sort` is unique itself. */
  readonly tie?: string;
  readonly descending?: boolean;
}

interface Keys {
  readonly sortKey: string | number;
  readonly tieKey: string | number;
}

/**
 * Reads a page by keyset, written out as `a >= ? AND (a > ? OR b > ?)`: the row-value form turns
 * into a skip-scan once statistics exist. A cursor that is not ours reads from the start.
 */
export function readPage<T>(store: Store, list: KeysetList, cursor: string | null, limit: number): KeysetPage<T> {
  const after = cursor === null ? null : parseCursor(cursor);
  const [over, beyond, direction] = list.descending ? ['<=', '<', 'DESC'] : ['>=', '>', 'ASC'];
  const { sort, tie } = list;
  const beyondKeys =
    tie === undefined
      ? ` AND ${sort} ${beyond} ?`
      : ` AND ${sort} ${over} ? AND (${sort} ${beyond} ? OR ${tie} ${beyond} ?)`;
  const position = after ? beyondKeys : '';
  const select = list.select.replace('SELECT ', `SELECT ${sort} AS sortKey, ${tie ?? sort} AS tieKey, `);
  const arms = list.any.map(({ where }) => `${select} WHERE ${where}${position}`).join(' UNION ALL ');
  const keys = after ? (tie === undefined ? [after.sortKey] : [after.sortKey, after.sortKey, after.tieKey]) : [];
  const parameters = [...list.any.flatMap((condition) => [...condition.parameters, ...keys]), limit + 1];
  const order = tie === undefined ? `sortKey ${direction}` : `sortKey ${direction}, tieKey ${direction}`;
  const sql = `${arms} ORDER BY ${order} LIMIT ?`;
  const found = store.all<T & Keys>(sql, parameters);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? JSON.stringify([last.sortKey, last.tieKey]) : null;
  return { rows: rows.map(withoutKeys), next };
}

function withoutKeys<T>(row: T & Keys): T {
  const { sortKey: _sort, tieKey: _tie, ...rest } = row;
  return rest as T;
}

function parseCursor(cursor: string): Keys | null {
  let value: unknown;
  try {
    value = JSON.parse(cursor);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [sortKey, tieKey] = value as readonly unknown[];
  const isKey = (key: unknown): key is string | number => typeof key === 'string' || typeof key === 'number';
  return isKey(sortKey) && isKey(tieKey) ? { sortKey, tieKey } : null;
}
