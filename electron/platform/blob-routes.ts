import type { Context, Hono } from 'hono';
import { ok, type Result } from '#shared/base/result.ts';
import { blobPlanRequestSchema, blobSchema, chunkCount, sha256Schema } from '#shared/platform/blob.ts';
import { BLOB_CHUNK_BYTES, BLOB_MAX_BYTES } from '#shared/platform/limits.ts';
import type { Database } from './database.ts';
import { commitBlob, planBlobs, readChunk, stageChunk } from './keep-blobs.ts';
import { readJson, type RawBody } from './read-request.ts';
import { refuse, type Refusal } from './refusal.ts';

const BUSY_CHUNKS = 16;
const BYTES = 'application/octet-stream';

interface BlobRouteParts {
  readonly database: Database;
  /** Finds out which desk sent a request, and its body. */
  readonly signed: (request: Request) => Promise<Result<{ readonly desk: string; readonly body: RawBody }, Refusal>>;
  /** Turns a refusal into an answer. */
  readonly answer: (context: Context, refusal: Refusal) => Response;
}

interface Chunk {
  readonly sha256: string;
  readonly index: number;
}

function chunkOf({ hash = '', index = '' }: Readonly<Record<string, string>>): Result<Chunk, Refusal> {
  const known = sha256Schema.safeParse(hash).success && /^\d{1,3}$/.test(index);
  return known && Number(index) < chunkCount(BLOB_MAX_BYTES)
    ? ok({ sha256: hash, index: Number(index) })
    : refuse('blob.chunk', { field: 'path' });
}

/** Files by their hash: ask what is missing, put a chunk, hold the whole, fetch a chunk. */
export function addBlobRoutes(app: Hono, { answer, database, signed }: BlobRouteParts): void {
  let chunks = 0;

  app.post('/blobs/plan', async (context) => {
    const from = await signed(context.req.raw);
    if (!from.ok) return answer(context, from.failure);
    const plan = readJson(context.req.raw, from.value.body, blobPlanRequestSchema);
    if (!plan.ok) return answer(context, plan.failure);
    return context.json(await planBlobs(database, from.value.desk, plan.value.files));
  });

  app.post('/blobs/commit', async (context) => {
    const from = await signed(context.req.raw);
    if (!from.ok) return answer(context, from.failure);
    const file = readJson(context.req.raw, from.value.body, blobSchema);
    if (!file.ok) return answer(context, file.failure);
    const held = await commitBlob(database, from.value.desk, file.value);
    return held.ok ? context.json(held.value) : answer(context, held.failure);
  });

  app.put('/blobs/:hash/:index', async (context) => {
    if (chunks >= BUSY_CHUNKS) return answer(context, { code: 'server.busy' });
    chunks += 1;
    try {
      const from = await signed(context.req.raw);
      if (!from.ok) return answer(context, from.failure);
      if (context.req.header('content-type') !== BYTES) return answer(context, { code: 'request.content-type' });
      const chunk = chunkOf(context.req.param());
      if (!chunk.ok) return answer(context, chunk.failure);
      const content = from.value.body.bytes;
      if (content.byteLength === 0 || content.byteLength > BLOB_CHUNK_BYTES)
        return answer(context, { code: 'blob.chunk', data: { field: 'body', maxBytes: BLOB_CHUNK_BYTES } });
      const taken = await stageChunk(database, from.value.desk, { ...chunk.value, content });
      return taken.ok ? context.json(taken.value) : answer(context, taken.failure);
    } finally {
      chunks -= 1;
    }
  });

  app.get('/blobs/:hash/:index', async (context) => {
    const from = await signed(context.req.raw);
    if (!from.ok) return answer(context, from.failure);
    const chunk = chunkOf(context.req.param());
    if (!chunk.ok) return answer(context, chunk.failure);
    const content = await readChunk(database, chunk.value.sha256, chunk.value.index);
    if (!content.ok) return answer(context, content.failure);
    return context.body(Uint8Array.from(content.value), 200, { 'content-type': BYTES });
  });
}
