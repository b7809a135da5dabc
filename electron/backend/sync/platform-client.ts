import {
  blobChunkReplySchema,
  blobCommitReplySchema,
  blobPlanReplySchema,
  chunkTarget,
  type BlobName,
  type BlobPlanReply,
} from '#shared/platform/blob.ts';
import { enrolReplySchema, type EnrolReply, type EnrolRequest } from '#shared/platform/enrolment.ts';
import { errorReplySchema, type PlatformErrorData } from '#shared/platform/error-reply.ts';
import { BLOB_CHUNK_BYTES } from '#shared/platform/limits.ts';
import { pullReplySchema, type PullReply } from '#shared/platform/pull.ts';
import { pushReplySchema, type PushEntry, type PushReply } from '#shared/platform/push.ts';
import type { Shape } from '#shared/platform/shape.ts';
import { createSigner, type DeskKey, type Signer, type Unsigned } from './desk-key.ts';
import type { StreamPlace } from './sync-store.ts';

/** What came of a request. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** The platform said no, and why; trying the same again gives the same. */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly zh: string;
      readonly en: string;
      readonly data: PlatformErrorData;
    }
  /** The platform broke on it; perhaps because of it. */
  | { readonly kind: 'failed'; readonly status: number }
  /** No answer that counts; try again later. Whether the request arrived is not known. */
  | {
      readonly kind: 'away';
      readonly reason: 'unreachable' | 'timeout' | 'busy' | 'garbled';
      readonly retryAfterMs?: number;
    };

/** What the client needs from its door. */
export interface ClientParts {
  /** `https://platform.example`, without a trailing slash. */
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** Longest wait for an answer, in milliseconds. */
  readonly timeoutMs: number;
}

/** Speaks to the platform as one desk. */
export interface PlatformClient {
  push(entries: readonly PushEntry[]): Promise<Outcome<PushReply>>;
  /** The page after a place in the stream; from the beginning when none is given. */
  pull(place: StreamPlace | undefined): Promise<Outcome<PullReply>>;
  /** Which files are held, and which chunks of the others are missing. */
  planFiles(files: readonly BlobName[]): Promise<Outcome<BlobPlanReply>>;
  putChunk(sha256: string, index: number, chunk: Uint8Array): Promise<Outcome<{ readonly taken: true }>>;
  commitFile(file: BlobName): Promise<Outcome<{ readonly held: true }>>;
  getChunk(sha256: string, index: number): Promise<Outcome<Uint8Array>>;
}

const BYTES = 'application/octet-stream';

const LONGEST_RETRY_AFTER_MS = 5 * 60_000;

/** Reads `Retry-After` (seconds or a date) as a wait of at most five minutes. */
function retryAfter(headers: Headers, now: Date): { readonly retryAfterMs?: number } {
  const text = headers.get('retry-after');
  if (text === null) return {};
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime();
  return Number.isFinite(ms) ? { retryAfterMs: Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS) } : {};
}

async function readAnswer(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What an answer that is no success means; the body is read here. */
async function noSuccess(response: Response, now: Date): Promise<Outcome<never>> {
  if (response.status === 429 || response.status === 503) {
    return { kind: 'away', reason: 'busy', ...retryAfter(response.headers, now) };
  }
  const refusal = errorReplySchema.safeParse(await readAnswer(response));
  if (response.status >= 500 || !refusal.success) return { kind: 'failed', status: response.status };
  const { code, zh, en, data = {} } = refusal.data.error;
  if (code === 'auth.replayed') return { kind: 'away', reason: 'unreachable' };
  return { kind: 'refused', code, zh, en, data };
}

/** Reads a success as JSON of a shape. */
const asJson =
  <T>(reply: Shape<T>) =>
  async (response: Response): Promise<Outcome<T>> => {
    const value = reply.safeParse(await readAnswer(response));
    return value.success ? { kind: 'done', value: value.data } : { kind: 'away', reason: 'garbled' };
  };

/** Reads a success as the bytes of a chunk. */
async function asBytes(response: Response): Promise<Outcome<Uint8Array>> {
  if (response.headers.get('content-type') !== BYTES) return { kind: 'away', reason: 'garbled' };
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.byteLength <= BLOB_CHUNK_BYTES ? { kind: 'done', value: bytes } : { kind: 'away', reason: 'garbled' };
}

async function send<T>(
  parts: ClientParts,
  signer: Signer,
  request: Unsigned,
  read: (response: Response) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const now = parts.now();
  const { body, method } = request;
  try {
    const response = await parts.fetch(`${parts.origin}${request.target}`, {
      method,
      headers: {
        accept: typeof body === 'string' ? 'application/json' : BYTES,
        ...(method !== 'GET' && { 'content-type': typeof body === 'string' ? 'application/json' : BYTES }),
        ...signer(request, now),
      },
      ...(method !== 'GET' && { body: body as string | Uint8Array<ArrayBuffer> }),
      redirect: 'error',
      signal: AbortSignal.timeout(parts.timeoutMs),
    });
    return response.ok ? await read(response) : await noSuccess(response, now);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return { kind: 'away', reason: 'timeout' };
    if (error instanceof TypeError || error instanceof DOMException) return { kind: 'away', reason: 'unreachable' };
    throw error;
  }
}

/** Joins a platform with a one-time code; an answer lost on the way is asked for again with the same key. */
export function enrol(
  parts: ClientParts,
  key: DeskKey,
  wish: Pick<EnrolRequest, 'code' | 'name' | 'desk'>,
): Promise<Outcome<EnrolReply>> {
  const body = JSON.stringify({ ...wish, publicKey: key.publicKey } satisfies EnrolRequest);
  return send(
    parts,
    createSigner(key.privateKey),
    { method: 'POST', target: '/enrol', body },
    asJson(enrolReplySchema),
  );
}

/** Opens the platform's doors for an enrolled desk; every request is signed afresh. */
export function createPlatformClient(parts: ClientParts, desk: string, privateKey: string): PlatformClient {
  const signer = createSigner(privateKey, desk);
  const post = <T>(target: string, body: object, reply: Shape<T>): Promise<Outcome<T>> =>
    send(parts, signer, { method: 'POST', target, body: JSON.stringify(body) }, asJson(reply));
  return {
    push: (entries) => post('/push', { entries }, pushReplySchema),
    pull: (place) => {
      const query = place ? `?${new URLSearchParams({ epoch: place.epoch, after: String(place.cursor) })}` : '';
      return send(parts, signer, { method: 'GET', target: `/pull${query}`, body: '' }, asJson(pullReplySchema));
    },
    planFiles: (files) => post('/blobs/plan', { files }, blobPlanReplySchema),
    putChunk: (sha256, index, chunk) =>
      send(
        parts,
        signer,
        { method: 'PUT', target: chunkTarget(sha256, index), body: chunk },
        asJson(blobChunkReplySchema),
      ),
    commitFile: (file) => post('/blobs/commit', file, blobCommitReplySchema),
    getChunk: (sha256, index) =>
      send(parts, signer, { method: 'GET', target: chunkTarget(sha256, index), body: '' }, asBytes),
  };
}
