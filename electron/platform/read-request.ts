import { createHash } from 'node:crypto';
import { ok, type Result } from '#shared/base/result.ts';
import { JSON_MAX_DEPTH, REQUEST_MAX_BYTES } from '#shared/platform/limits.ts';
import type { Shape } from '#shared/platform/shape.ts';
import { isDeeperThan } from './json-depth.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A body as it came, and what a signature over it names. */
export interface RawBody {
  readonly bytes: Buffer;
  readonly hash: string;
}

/** Reads a body up to the limit; a longer one is refused without being kept. Codes: `request.too-large`. */
export async function readBody(request: Request): Promise<Result<RawBody, Refusal>> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > REQUEST_MAX_BYTES) return refuse('request.too-large', { maxBytes: REQUEST_MAX_BYTES });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > REQUEST_MAX_BYTES) return refuse('request.too-large', { maxBytes: REQUEST_MAX_BYTES });
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return ok({ bytes, hash: createHash('sha256').update(bytes).digest('hex') });
}

function parseJson(text: string): Result<unknown, Refusal> {
  if (isDeeperThan(text, JSON_MAX_DEPTH)) return refuse('request.too-deep', { maxDepth: JSON_MAX_DEPTH });
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('request.not-json');
    throw error;
  }
}

function decode(bytes: Buffer): Result<string, Refusal> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return refuse('request.not-json');
    throw error;
  }
}

/** Checks a value against its schema; a refusal names the first field that does not fit. */
export function checkShape<T>(schema: Shape<T>, value: unknown): Result<T, Refusal> {
  const checked = schema.safeParse(value);
  if (checked.success) return ok(checked.data);
  const [issue] = checked.error.issues;
  return refuse('request.invalid', { field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

/**
 * Reads a JSON body as the contract says it is.
 *
 * Codes: `request.content-type`, `request.not-json`, `request.too-deep`, `request.invalid`.
 */
export function readJson<T>(request: Request, body: RawBody, schema: Shape<T>): Result<T, Refusal> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') return refuse('request.content-type');
  const text = decode(body.bytes);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  return json.ok ? checkShape(schema, json.value) : json;
}
