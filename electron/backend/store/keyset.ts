import type { Cell, Store } from './database.ts';

/** One page of rows and where the next begins. */
export interface KeysetPage<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** A list read in pages: constant time at any depth, stable while rows come and go. */
export interface KeysetList {
  /** `SELECT … FROM …` without `WHERE`. */
  readonly select: string;
  readonly where: string;
  readonly parameters: readonly Cell[];
  /** Column that orders the list, and the unique one that breaks ties; both must be selected as `sortKey` and `tieKey`. */
  readonly sort: string;
  readonly tie: string;
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
  const position = after ? ` AND ${list.sort} ${over} ? AND (${list.sort} ${beyond} ? OR ${list.tie} ${beyond} ?)` : '';
  const sql =
    `${list.select.replace('SELECT ', `SELECT ${list.sort} AS sortKey, ${list.tie} AS tieKey, `)} WHERE ${list.where}${position}` +
    ` ORDER BY ${list.sort} ${direction}, ${list.tie} ${direction} LIMIT ?`;
  const parameters = [...list.parameters, ...(after ? [after.sortKey, after.sortKey, after.tieKey] : []), limit + 1];
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
