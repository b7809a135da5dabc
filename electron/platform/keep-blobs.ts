import { createHash } from 'node:crypto';
import { ok, type Result } from '#shared/base/result.ts';
import { chunkCount, chunkLength, type BlobName, type BlobPlanReply } from '#shared/platform/blob.ts';
import { BLOB_STAGED_BYTES } from '#shared/platform/limits.ts';
import { inTransaction, type Database, type Queryable } from './database.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Unfinished files nobody has gone on with for this long are let go; the desk puts them anew. */
const STAGED_DAYS = 7;

/** Which of these files are held whole, and which chunks of the others this desk has yet to put. */
export async function planBlobs(database: Queryable, desk: string, files: readonly BlobName[]): Promise<BlobPlanReply> {
  const names = files.map(({ sha256 }) => sha256);
  const held = await database.query<{ sha256: string }>('SELECT sha256 FROM blob WHERE sha256 = ANY($1::text[])', [
    names,
  ]);
  await database.query(
    'DELETE FROM staged_chunk s USING blob b WHERE s.sha256 = b.sha256 AND s.desk = $1 AND s.sha256 = ANY($2::text[])',
    [desk, names],
  );
  const staged = await database.query<{ sha256: string; index: number }>(
    'SELECT sha256, index FROM staged_chunk WHERE desk = $1 AND sha256 = ANY($2::text[])',
    [desk, names],
  );
  const whole = new Set(held.rows.map(({ sha256 }) => sha256));
  const there = new Set(staged.rows.map(({ sha256, index }) => `${sha256} ${index}`));
  return {
    files: files.map(({ sha256, bytes }) => ({
      sha256,
      held: whole.has(sha256),
      missing: whole.has(sha256)
        ? []
        : Array.from({ length: chunkCount(bytes) }, (_, index) => index).filter(
            (index) => !there.has(`${sha256} ${index}`),
          ),
    })),
  };
}

/**
 * Takes one chunk of a desk's unfinished file; one that is there, or whose file is held, changes nothing.
 *
 * Each desk has its own, so that no desk can spoil what another one is sending. Codes: `blob.quota`.
 */
export async function stageChunk(
  database: Database,
  desk: string,
  { content, index, sha256 }: { readonly sha256: string; readonly index: number; readonly content: Uint8Array },
): Promise<Result<{ readonly taken: true }, Refusal>> {
  const { rows } = await database.query<{ held: boolean; staged: number }>(
    `SELECT EXISTS (SELECT 1 FROM blob WHERE sha256 = $2) AS held,
       (SELECT coalesce(sum(bytes), 0)::bigint FROM staged_chunk WHERE desk = $1) AS staged`,
    [desk, sha256],
  );
  const [state] = rows;
  if (state?.held === true) return ok({ taken: true });
  if ((state?.staged ?? 0) + content.byteLength > BLOB_STAGED_BYTES)
    return refuse('blob.quota', { maxBytes: BLOB_STAGED_BYTES });
  await database.query(
    'INSERT INTO staged_chunk (desk, sha256, index, bytes, content) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [desk, sha256, index, content.byteLength, content],
  );
  return ok({ taken: true });
}

/** The chunks' common hash, read one at a time; undefined when one is missing or of another length. */
async function hashStaged(tx: Queryable, desk: string, { bytes, sha256 }: BlobName): Promise<string | undefined> {
  const hash = createHash('sha256');
  for (let index = 0; index < chunkCount(bytes); index += 1) {
    const { rows } = await tx.query<{ content: Buffer }>(
      'SELECT content FROM staged_chunk WHERE desk = $1 AND sha256 = $2 AND index = $3',
      [desk, sha256, index],
    );
    const content = rows[0]?.content;
    if (content === undefined) return undefined;
    if (content.byteLength !== chunkLength(bytes, index)) return '';
    hash.update(content);
  }
  return hash.digest('hex');
}

const dropStaged = async (tx: Queryable, desk: string, sha256: string): Promise<void> => {
  await tx.query('DELETE FROM staged_chunk WHERE desk = $1 AND sha256 = $2', [desk, sha256]);
};

/**
 * Puts a file together and holds it when its hash is right; the same file from two desks is held once.
 *
 * A wrong one is dropped, to be put anew. Codes: `blob.incomplete`, `blob.hash`.
 */
export async function commitBlob(
  database: Database,
  desk: string,
  file: BlobName,
): Promise<Result<{ readonly held: true }, Refusal>> {
  const { bytes, sha256 } = file;
  return inTransaction(database, async (tx) => {
    const there = await tx.query('SELECT 1 FROM blob WHERE sha256 = $1', [sha256]);
    if (there.rowCount === 1) {
      await dropStaged(tx, desk, sha256);
      return ok({ held: true as const });
    }
    const found = await hashStaged(tx, desk, file);
    if (found === undefined) return refuse('blob.incomplete');
    if (found !== sha256) {
      await dropStaged(tx, desk, sha256);
      return refuse('blob.hash');
    }
    const made = await tx.query('INSERT INTO blob (sha256, bytes, desk) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      sha256,
      bytes,
      desk,
    ]);
    if (made.rowCount === 1)
      await tx.query(
        `INSERT INTO blob_chunk (sha256, index, content)
         SELECT sha256, index, content FROM staged_chunk WHERE desk = $1 AND sha256 = $2 AND index < $3`,
        [desk, sha256, chunkCount(bytes)],
      );
    await dropStaged(tx, desk, sha256);
    return ok({ held: true as const });
  });
}

/** One chunk of a file that is held. Codes: `blob.unknown`. */
export async function readChunk(
  database: Queryable,
  sha256: string,
  index: number,
): Promise<Result<Uint8Array, Refusal>> {
  const { rows } = await database.query<{ content: Buffer }>(
    'SELECT content FROM blob_chunk WHERE sha256 = $1 AND index = $2',
    [sha256, index],
  );
  const content = rows[0]?.content;
  return content === undefined ? refuse('blob.unknown') : ok(content);
}

/** Lets go of unfinished files that were not gone on with. */
export async function dropOldChunks(database: Queryable, now: Date): Promise<void> {
  await database.query('DELETE FROM staged_chunk WHERE staged_at < $1', [
    new Date(now.getTime() - STAGED_DAYS * 86_400_000),
  ]);
}
