import { createHash } from 'node:crypto';
import { canonicalJson, type Canonical } from '#shared/base/canonical-json.ts';
import { chainInput } from '#shared/domain/ledger-entry.ts';
import type { MarkFact } from '#shared/domain/public-status.ts';
import { GUARDED_ENTITIES } from '#shared/platform/guarded-entities.ts';
import { ledgerEntrySchema } from '#shared/platform/ledger-entry-schema.ts';
import { JSON_MAX_DEPTH } from '#shared/platform/limits.ts';
import { readMarkFact } from '#shared/platform/public-status-reply.ts';
import type { PushEntry, QuarantineReason } from '#shared/platform/push.ts';
import { isDeeperThan } from './json-depth.ts';

/** What the platform needs of an entry it can accept. */
export interface Deed {
  readonly id: string;
  /** The guarded entity it moves; absent for a fact that is only appended. */
  readonly guarded?: { readonly entity: string; readonly entityId: string; readonly baseVersion: number };
  readonly mark?: MarkFact;
}

/** An entry read without looking at the database. */
export interface ReadEntry {
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  readonly body?: string;
  /** Whether the hash is the one its place and text have; true when the text is withheld. */
  readonly sound: boolean;
  readonly read: { readonly deed: Deed } | { readonly reason: QuarantineReason };
}

function parse(body: string): { readonly value: unknown } | undefined {
  if (isDeeperThan(body, JSON_MAX_DEPTH)) return undefined;
  try {
    return { value: JSON.parse(body) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isCanonical(value: unknown, body: string): boolean {
  try {
    return canonicalJson(value as Canonical) === body;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function readBody(desk: string, seq: number, body: string): ReadEntry['read'] {
  const parsed = parse(body);
  if (parsed === undefined) return { reason: 'body-unreadable' };
  if (!isCanonical(parsed.value, body)) return { reason: 'body-not-canonical' };
  const fields = ledgerEntrySchema.safeParse(parsed.value);
  if (!fields.success) return { reason: 'fields-invalid' };
  const entry = fields.data;
  if (entry.desk !== desk) return { reason: 'desk-mismatch' };
  if (entry.seq !== seq) return { reason: 'seq-mismatch' };
  const mark = readMarkFact(entry.type, entry.payload);
  if (!mark.ok) return { reason: 'payload-invalid' };
  const { entity, entityId, baseVersion } = entry;
  return {
    deed: {
      id: entry.id,
      ...(GUARDED_ENTITIES.has(entity) && { guarded: { entity, entityId, baseVersion } }),
      ...(mark.value && { mark: mark.value }),
    },
  };
}

/**
 * Reads one entry as far as that goes without the database: hash, text, fields.
 *
 * What cannot be read is quarantined, never refused: the desk could not go on past it.
 */
export function readEntry(desk: string, sent: PushEntry): ReadEntry {
  const { seq, prev, hash } = sent;
  if ('withheld' in sent) return { seq, prev, hash, sound: true, read: { reason: 'withheld' } };
  const sound = createHash('sha256').update(chainInput(prev, sent.body)).digest('hex') === hash;
  return { seq, prev, hash, body: sent.body, sound, read: readBody(desk, seq, sent.body) };
}
