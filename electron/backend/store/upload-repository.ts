import type { Store } from './database.ts';

/** Puts a file that a ledger entry names in the queue to the platform; one that is there stays as it is. */
export function queueUpload(store: Store, sha256: string): void {
  store.run(
    `INSERT INTO upload (sha256, bytes) VALUES (:sha256, coalesce(
       (SELECT bytes FROM attachment WHERE sha256 = :sha256), (SELECT bytes FROM photo WHERE sha256 = :sha256), 0))
     ON CONFLICT DO NOTHING`,
    { sha256 },
  );
}

/** Files that are on their way to the platform, by hash, after one. */
export const waitingUploads = (store: Store, after: string, limit: number): readonly string[] =>
  store
    .all<{ sha256: string }>(
      "SELECT sha256 FROM upload WHERE state = 'waiting' AND sha256 > ? ORDER BY sha256 LIMIT ?",
      [after, limit],
    )
    .map(({ sha256 }) => sha256);

/** How a file came through; `bytes` is its true length, once known. */
export function setUpload(
  store: Store,
  sha256: string,
  state: 'sent' | 'problem',
  { at, bytes, problem }: { readonly at: string; readonly bytes?: number; readonly problem?: string },
): void {
  store.run('UPDATE upload SET state = ?, problem = ?, bytes = coalesce(?, bytes), changed_at = ? WHERE sha256 = ?', [
    state,
    problem ?? null,
    bytes ?? null,
    at,
    sha256,
  ]);
}

/** Puts files that were laid aside before a moment back in the queue. */
export const retryUploads = (store: Store, before: string): number =>
  store.run("UPDATE upload SET state = 'waiting', problem = NULL WHERE state = 'problem' AND changed_at < ?", [before]);

/** How many files lie in one of the two queues with a problem. */
export const countProblems = (store: Store, table: 'upload' | 'download'): number =>
  store.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE state = 'problem'`).n;

/** Puts another desk's file in the queue to be fetched; one that lies here already is not asked for. */
export function queueDownload(store: Store, sha256: string, bytes: number): void {
  store.run(
    `INSERT INTO download (sha256, bytes, state) VALUES (:sha256, :bytes,
       CASE WHEN EXISTS (SELECT 1 FROM upload WHERE sha256 = :sha256) THEN 'here' ELSE 'waiting' END)
     ON CONFLICT DO NOTHING`,
    { sha256, bytes },
  );
}

/** Other desks' files still to be fetched, by hash, after one. */
export const waitingDownloads = (
  store: Store,
  after: string,
  limit: number,
): readonly { readonly sha256: string; readonly bytes: number }[] =>
  store.all("SELECT sha256, bytes FROM download WHERE state = 'waiting' AND sha256 > ? ORDER BY sha256 LIMIT ?", [
    after,
    limit,
  ]);

export const countWaitingDownloads = (store: Store): number =>
  store.get<{ n: number }>("SELECT count(*) AS n FROM download WHERE state = 'waiting'").n;

export function setDownload(
  store: Store,
  sha256: string,
  state: 'here' | 'problem',
  at: string,
  problem: string | null = null,
): void {
  store.run('UPDATE download SET state = ?, problem = ?, changed_at = ? WHERE sha256 = ?', [
    state,
    problem,
    at,
    sha256,
  ]);
}

/** Puts files that could not be fetched before a moment back in the queue. */
export const retryDownloads = (store: Store, before: string): number =>
  store.run("UPDATE download SET state = 'waiting', problem = NULL WHERE state = 'problem' AND changed_at < ?", [
    before,
  ]);
