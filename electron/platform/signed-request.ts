import { createPublicKey, timingSafeEqual, createHash, verify } from 'node:crypto';
import { ok, type Result } from '#shared/base/result.ts';
import { CLOCK_SKEW_MS } from '#shared/platform/limits.ts';
import { SIGNATURE_HEADERS, signatureInput } from '#shared/platform/signature.ts';
import type { Database } from './database.ts';
import { refuse, type Refusal } from './refusal.ts';

const NONCE = /^[A-Za-z0-9_-]{22,64}$/;
const SIGNATURE = /^[A-Za-z0-9_-]{86}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

interface SignedHeaders {
  readonly time: string;
  readonly nonce: string;
  readonly signature: string;
}

/** What is sent and signed, as the server sees it. */
export interface Arrived {
  readonly request: Request;
  readonly bodyHash: string;
  readonly now: Date;
}

function signedHeaders(headers: Headers): SignedHeaders | undefined {
  const time = headers.get(SIGNATURE_HEADERS.time) ?? '';
  const nonce = headers.get(SIGNATURE_HEADERS.nonce) ?? '';
  const signature = headers.get(SIGNATURE_HEADERS.signature) ?? '';
  return TIME.test(time) && NONCE.test(nonce) && SIGNATURE.test(signature) ? { time, nonce, signature } : undefined;
}

function isSignedBy(publicKey: string, headers: SignedHeaders, { request, bodyHash }: Arrived): boolean {
  const { pathname, search } = new URL(request.url);
  const text = signatureInput({ method: request.method, target: `${pathname}${search}`, bodyHash, ...headers });
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return verify(null, Buffer.from(text), key, Buffer.from(headers.signature, 'base64url'));
}

/**
 * Checks the signature and the clock of a request against a public key.
 *
 * Codes: `auth.missing`, `auth.clock-skew` (names the platform's time), `auth.signature`.
 */
export function checkSignature(publicKey: string, arrived: Arrived): Result<{ readonly nonce: string }, Refusal> {
  const headers = signedHeaders(arrived.request.headers);
  if (!headers) return refuse('auth.missing');
  if (!isSignedBy(publicKey, headers, arrived)) return refuse('auth.signature');
  const skew = Math.abs(Date.parse(headers.time) - arrived.now.getTime());
  if (!(skew <= CLOCK_SKEW_MS)) return refuse('auth.clock-skew', { serverTime: arrived.now.toISOString() });
  return ok({ nonce: headers.nonce });
}

/**
 * Finds out which desk sent a request, and takes each request once.
 *
 * Codes: those of {@link checkSignature}, `auth.unknown-desk`, `auth.replayed`.
 */
export async function authenticateDesk(database: Database, arrived: Arrived): Promise<Result<string, Refusal>> {
  const desk = arrived.request.headers.get(SIGNATURE_HEADERS.desk) ?? '';
  if (!/^\d{2}$/.test(desk)) return refuse('auth.missing');
  const known = await database.query<{ public_key: string }>('SELECT public_key FROM desk WHERE code = $1', [desk]);
  const publicKey = known.rows[0]?.public_key;
  if (publicKey === undefined) return refuse('auth.unknown-desk');
  const signed = checkSignature(publicKey, arrived);
  if (!signed.ok) return signed;
  const first = await database.query(
    'INSERT INTO used_nonce (desk, nonce, seen_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [desk, signed.value.nonce, arrived.now],
  );
  return first.rowCount === 1 ? ok(desk) : refuse('auth.replayed');
}

/** Forgets nonces too old for their requests to pass the clock check again. */
export async function forgetOldNonces(database: Database, now: Date): Promise<void> {
  await database.query('DELETE FROM used_nonce WHERE seen_at < $1', [new Date(now.getTime() - 3 * CLOCK_SKEW_MS)]);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a request carries the administrator's token; compared in constant time. */
export function isAdministrator(headers: Headers, adminToken: string): boolean {
  const [scheme = '', token = ''] = (headers.get('authorization') ?? '').split(' ');
  return scheme.toLowerCase() === 'bearer' && timingSafeEqual(digest(token), digest(adminToken));
}
