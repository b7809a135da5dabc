import type { Settlement } from '#shared/domain/stocktake.ts';
import type { Store } from './database.ts';
import { EVERYTHING, readPage, type KeysetPage } from './keyset.ts';

/** A stocktake as stored. */
export interface StocktakeRecord {
  readonly id: string;
  readonly location: string;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
}

/** What was scanned or settled in a stocktake; one line a code. */
export interface StocktakeLine {
  readonly code: string;
  readonly scannedBy: string | null;
  readonly scannedAt: string | null;
  readonly settledAs: Settlement | null;
  readonly note: string | null;
  readonly settledBy: string | null;
  readonly settledAt: string | null;
}

const SELECT = `SELECT id, location, started_by AS startedBy, started_at AS startedAt, closed_by AS closedBy,
  closed_at AS closedAt FROM stocktake`;

export const findStocktake = (store: Store, id: string): StocktakeRecord | undefined =>
  store.find<StocktakeRecord>(`${SELECT} WHERE id = ?`, [id]);

/** The stocktake of a place that was left and not closed. */
export const findOpenStocktake = (store: Store, location: string): StocktakeRecord | undefined =>
  store.find<StocktakeRecord>(`${SELECT} WHERE location = ? AND closed_at IS NULL ORDER BY started_at DESC LIMIT 1`, [
    location,
  ]);

/** Stocktakes, the newest first. */
export const listStocktakes = (store: Store, cursor: string | null, limit: number): KeysetPage<StocktakeRecord> =>
  readPage<StocktakeRecord>(
    store,
    { select: SELECT, any: [EVERYTHING], sort: 'started_at', tie: 'id', descending: true },
    cursor,
    limit,
  );

export const linesOf = (store: Store, id: string): readonly StocktakeLine[] =>
  store.all<StocktakeLine>(
    `SELECT code, scanned_by AS scannedBy, scanned_at AS scannedAt, settled_as AS settledAs, note, settled_by AS settledBy,
       settled_at AS settledAt FROM stocktake_line WHERE stocktake_id = ? ORDER BY coalesce(scanned_at, settled_at), code`,
    [id],
  );

export function startStocktake(store: Store, id: string, location: string, by: string, at: Date): void {
  store.run('INSERT INTO stocktake (id, location, started_by, started_at) VALUES (?, ?, ?, ?)', [
    id,
    location,
    by,
    at.toISOString(),
  ]);
}

/** Notes a scan; a second scan of the same code changes nothing. */
export function noteScan(store: Store, id: string, code: string, by: string, at: Date): void {
  store.run(
    `INSERT INTO stocktake_line (stocktake_id, code, scanned_by, scanned_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET scanned_by = coalesce(scanned_by, excluded.scanned_by),
       scanned_at = coalesce(scanned_at, excluded.scanned_at)`,
    [id, code, by, at.toISOString()],
  );
}

/** Notes how a difference was settled. */
export function noteSettled(
  store: Store,
  id: string,
  line: { readonly code: string; readonly as: string; readonly note: string; readonly by: string; readonly at: Date },
): void {
  const at = line.at.toISOString();
  store.run(
    `INSERT INTO stocktake_line (stocktake_id, code, settled_as, note, settled_by, settled_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET settled_as = excluded.settled_as, note = excluded.note, settled_by = excluded.settled_by,
       settled_at = excluded.settled_at`,
    [id, line.code, line.as, line.note, line.by, at],
  );
}

export function closeStocktake(store: Store, id: string, by: string, at: Date): void {
  store.run('UPDATE stocktake SET closed_by = ?, closed_at = ? WHERE id = ?', [by, at.toISOString(), id]);
}
