import type { ConsentUpload, ConsentUploadReply } from '#shared/platform/consent.ts';
import { inTransaction, LOCKS, type Database } from './database.ts';
import { lastCursor } from './write-entries.ts';

/** Puts applicants' answers into the stream for all desks; a receipt that is there already is left. */
export async function addConsents(database: Database, upload: ConsentUpload): Promise<ConsentUploadReply> {
  const wanted = [...new Map(upload.consents.map((consent) => [consent.receipt, JSON.stringify(consent)]))];
  return inTransaction(database, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.stream]);
    const { rows } = await tx.query<{ receipt: string; body: string }>(
      `INSERT INTO consent (receipt, body) SELECT * FROM unnest($1::text[], $2::text[])
       ON CONFLICT DO NOTHING RETURNING receipt, body`,
      [wanted.map(([receipt]) => receipt), wanted.map(([, body]) => body)],
    );
    const firstCursor = (await lastCursor(tx)) + 1;
    await tx.query(
      `INSERT INTO event (kind, cursor, body) SELECT 'consent.answered', * FROM unnest($1::bigint[], $2::text[])`,
      [rows.map((_, index) => firstCursor + index), rows.map(({ body }) => body)],
    );
    return { added: rows.length, unchanged: upload.consents.length - rows.length };
  });
}
