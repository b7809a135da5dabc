import { createHash } from 'node:crypto';
import type { Canonical } from '#shared/base/canonical-json.ts';
import { chainInput, GENESIS, ledgerBody, type LedgerEntry, type SealedEntry } from '#shared/domain/ledger-entry.ts';
import type { Store } from './database.ts';
import { deskCode } from './facts.ts';
import { queueUpload } from './upload-repository.ts';

/** What a deed says of itself; the ledger adds desk, number and chain. */
export interface Deed {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly type: string;
  readonly entity: string;
  readonly entityId: string;
  readonly baseVersion?: number;
  readonly payload: { readonly [key: string]: Canonical | undefined };
  /** SHA-256 of files it rests on. */
  readonly blobs?: readonly string[];
}

/** SHA-256 in lower-case hex. */
export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Appends one deed to the hash-chained ledger, puts it in the outbox, and the files it names in the queue after it.
 *
 * Called inside the transaction that changes the rows, so that row, entry and outbox stand or fall
 * together. Answers the entry's number.
 */
export function appendDeed(store: Store, deed: Deed): number {
  const last = store.find<{ seq: number; hash: string }>('SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1');
  const seq = (last?.seq ?? 0) + 1;
  const prev = last?.hash ?? GENESIS;
  const entry: LedgerEntry = {
    v: 1,
    id: deed.id,
    desk: deskCode(store),
    seq,
    at: deed.at.toISOString(),
    actor: deed.actor,
    type: deed.type,
    entity: deed.entity,
    entityId: deed.entityId,
    baseVersion: deed.baseVersion ?? 0,
    payload: deed.payload,
    blobs: deed.blobs ?? [],
  };
  const body = ledgerBody(entry);
  store.run(
    'INSERT INTO ledger (seq, id, at, actor, type, entity, entity_id, body, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      seq,
      entry.id,
      entry.at,
      entry.actor,
      entry.type,
      entry.entity,
      entry.entityId,
      body,
      prev,
      sha256Hex(chainInput(prev, body)),
    ],
  );
  store.run("INSERT INTO outbox (seq, state) VALUES (?, 'waiting')", [seq]);
  for (const sha256 of entry.blobs) queueUpload(store, sha256);
  return seq;
}

/** The id of an entry by its number. */
export const entryId = (store: Store, seq: number): string =>
  store.get<{ id: string }>('SELECT id FROM ledger WHERE seq = ?', [seq]).id;

/** The newest entry's number and hash; zero and the genesis hash while the ledger is empty. */
export const ledgerHead = (store: Store): { readonly seq: number; readonly hash: string } =>
  store.find<{ seq: number; hash: string }>('SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1') ?? {
    seq: 0,
    hash: GENESIS,
  };

/** Sealed entries after a number, oldest first. */
export const sealedAfter = (store: Store, seq: number, limit: number): readonly SealedEntry[] =>
  store.all<SealedEntry>('SELECT seq, body, prev, hash FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?', [seq, limit]);

/** The first entry that does not hold. */
export interface LedgerFault {
  readonly seq: number;
  /** A missing number, a broken link to the entry before, a text that is not the hashed one, columns that differ from it. */
  readonly what: 'gap' | 'chain' | 'hash' | 'columns';
}

interface LedgerRow extends SealedEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly type: string;
  readonly entity: string;
  readonly entity_id: string;
}

/**
 * Walks the whole chain: numbers without a gap, every predecessor's hash, every own hash over the
 * stored text, and the columns against the text.
 *
 * Finds editing and deleting. A cut or rewritten tail is found only against an outside anchor: the
 * platform keeps each desk's head.
 */
export function verifyLedger(store: Store): {
  readonly entries: number;
  readonly head: string;
  readonly fault: LedgerFault | null;
} {
  let entries = 0;
  let prev = GENESIS;
  for (const row of store.iterate<LedgerRow>(
    'SELECT seq, id, at, actor, type, entity, entity_id, body, prev, hash FROM ledger ORDER BY seq',
  )) {
    const what = faultOf(row, entries + 1, prev);
    if (what !== null) return { entries, head: prev, fault: { seq: Math.min(row.seq, entries + 1), what } };
    entries += 1;
    prev = row.hash;
  }
  return { entries, head: prev, fault: null };
}

function faultOf(row: LedgerRow, expected: number, prev: string): LedgerFault['what'] | null {
  if (row.seq !== expected) return 'gap';
  if (row.prev !== prev) return 'chain';
  if (sha256Hex(chainInput(row.prev, row.body)) !== row.hash) return 'hash';
  const entry = entryIn(row.body);
  const same =
    entry !== undefined &&
    entry.seq === row.seq &&
    entry.id === row.id &&
    entry.at === row.at &&
    entry.actor === row.actor &&
    entry.type === row.type &&
    entry.entity === row.entity &&
    entry.entityId === row.entity_id;
  return same ? null : 'columns';
}

/** The entry in a stored text; undefined for a text that somebody put there who could also hash it. */
function entryIn(body: string): LedgerEntry | undefined {
  try {
    const entry: unknown = JSON.parse(body);
    return typeof entry === 'object' && entry !== null ? (entry as LedgerEntry) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
