import { canonicalJson, type Canonical } from '#shared/base/canonical-json.ts';

/**
 * One deed as it stands in a desk's ledger and as it travels to the platform.
 *
 * `seq` is gapless per desk from 1; `baseVersion` is the version of the entity the actor saw.
 */
export interface LedgerEntry {
  readonly v: number;
  /** UUIDv7; the idempotency key. */
  readonly id: string;
  readonly desk: string;
  readonly seq: number;
  /** Wall time, ISO 8601 in UTC; for display, never for order. */
  readonly at: string;
  /** Person who did it, or `system`. */
  readonly actor: string;
  /** What happened, `sample.received`. */
  readonly type: string;
  readonly entity: string;
  readonly entityId: string;
  readonly baseVersion: number;
  readonly payload: { readonly [key: string]: Canonical | undefined };
  /** SHA-256 of files the deed rests on. */
  readonly blobs: readonly string[];
}

/** An entry's stored form: the exact text that was hashed, and its place in the chain. */
export interface SealedEntry {
  readonly seq: number;
  /** {@link ledgerBody} of the entry. */
  readonly body: string;
  /** Hash of the entry before it; {@link GENESIS} for the first. Lower-case hex. */
  readonly prev: string;
  /** {@link chainInput} under SHA-256, lower-case hex. */
  readonly hash: string;
}

/** What the first entry of a desk names as its predecessor. */
export const GENESIS = '0'.repeat(64);

/** The canonical text of an entry (RFC 8785): what is stored, sent and hashed. */
export const ledgerBody = (entry: LedgerEntry): string => canonicalJson({ ...entry });

/** The text whose SHA-256 is the entry's hash: the predecessor's hash, a line feed, the body. */
export const chainInput = (prev: string, body: string): string => `${prev}\n${body}`;
