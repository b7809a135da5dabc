import { createHash } from 'node:crypto';
import type { ApplicationUpload, ApplicationUploadReply } from '#shared/platform/administration.ts';
import { inTransaction, LOCKS, type Database } from './database.ts';
import { lastCursor } from './write-entries.ts';

/**
 * Puts applications into the stream for all desks; one that is there with the same content is left.
 *
 * An application is replaced as a whole: the newest event with its number counts.
 */
export async function addApplications(database: Database, upload: ApplicationUpload): Promise<ApplicationUploadReply> {
  const newest = new Map(upload.applications.map((application) => [application.applicationNo, application]));
  const wanted = [...newest].map(([applicationNo, application]) => {
    const body = JSON.stringify(application);
    return { applicationNo, body, hash: createHash('sha256').update(body).digest('hex') };
  });
  return inTransaction(database, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.stream]);
    const { rows } = await tx.query<{ application_no: string; content_hash: string }>(
      'SELECT application_no, content_hash FROM application WHERE application_no = ANY($1::text[])',
      [wanted.map(({ applicationNo }) => applicationNo)],
    );
    const held = new Map(rows.map((row) => [row.application_no, row.content_hash]));
    const changed = wanted.filter(({ applicationNo, hash }) => held.get(applicationNo) !== hash);
    const replaced = changed.filter(({ applicationNo }) => held.has(applicationNo)).length;
    const firstCursor = (await lastCursor(tx)) + 1;
    const numbers = changed.map(({ applicationNo }) => applicationNo);
    const bodies = changed.map(({ body }) => body);
    await tx.query(
      `INSERT INTO application (application_no, content_hash, body)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
       ON CONFLICT (application_no) DO UPDATE SET content_hash = excluded.content_hash, body = excluded.body`,
      [numbers, changed.map(({ hash }) => hash), bodies],
    );
    await tx.query(
      `INSERT INTO event (kind, cursor, body)
       SELECT 'application.submitted', * FROM unnest($1::bigint[], $2::text[])`,
      [changed.map((_, index) => firstCursor + index), bodies],
    );
    return { added: changed.length - replaced, replaced, unchanged: wanted.length - changed.length };
  });
}
