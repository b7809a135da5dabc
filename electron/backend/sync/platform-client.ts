import { enrolReplySchema, type EnrolReply, type EnrolRequest } from '#shared/platform/enrolment.ts';
import { errorReplySchema, type PlatformErrorData } from '#shared/platform/error-reply.ts';
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
}

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

async function outcomeOf<T>(response: Response, reply: Shape<T>, now: Date): Promise<Outcome<T>> {
  if (response.status === 429 || response.status === 503) {
    return { kind: 'away', reason: 'busy', ...retryAfter(response.headers, now) };
  }
  const answer = await readAnswer(response);
  if (response.ok) {
    const value = reply.safeParse(answer);
    return value.success ? { kind: 'done', value: value.data } : { kind: 'away', reason: 'garbled' };
  }
  const refusal = errorReplySchema.safeParse(answer);
  if (response.status >= 500 || !refusal.success) return { kind: 'failed', status: response.status };
  const { code, zh, en, data = {} } = refusal.data.error;
  if (code === 'auth.replayed') return { kind: 'away', reason: 'unreachable' };
  return { kind: 'refused', code, zh, en, data };
}

async function send<T>(parts: ClientParts, signer: Signer, request: Unsigned, reply: Shape<T>): Promise<Outcome<T>> {
  const now = parts.now();
  try {
    const response = await parts.fetch(`${parts.origin}${request.target}`, {
      method: request.method,
      headers: {
        accept: 'application/json',
        ...(request.method === 'POST' && { 'content-type': 'application/json' }),
        ...signer(request, now),
      },
      ...(request.method === 'POST' && { body: request.body }),
      redirect: 'error',
      signal: AbortSignal.timeout(parts.timeoutMs),
    });
    return await outcomeOf(response, reply, now);
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
  return send(parts, createSigner(key.privateKey), { method: 'POST', target: '/enrol', body }, enrolReplySchema);
}

/** Opens the platform's doors for an enrolled desk; every request is signed afresh. */
export function createPlatformClient(parts: ClientParts, desk: string, privateKey: string): PlatformClient {
  const signer = createSigner(privateKey, desk);
  return {
    push: (entries) =>
      send(parts, signer, { method: 'POST', target: '/push', body: JSON.stringify({ entries }) }, pushReplySchema),
    pull: (place) => {
      const query = place ? `?${new URLSearchParams({ epoch: place.epoch, after: String(place.cursor) })}` : '';
      return send(parts, signer, { method: 'GET', target: `/pull${query}`, body: '' }, pullReplySchema);
    },
  };
}
