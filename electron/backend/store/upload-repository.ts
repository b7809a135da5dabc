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
