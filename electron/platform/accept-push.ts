import { ok, type Result } from '#shared/base/result.ts';
import type { PushEntry, PushReply } from '#shared/platform/push.ts';
import { inTransaction, LOCKS, type Database, type Queryable } from './database.ts';
import { decideAll } from './decide-entries.ts';
import { readEntry, type ReadEntry } from './judge-entry.ts';
import { refuse, type Refusal } from './refusal.ts';
import { verdictsOf } from './stored-verdicts.ts';
import { writeDecided } from './write-entries.ts';

interface Head {
  readonly ack: number;
  readonly head: string;
}

/** Seq of the first entry whose hash is not its own or does not follow the one before it. */
function firstBreak(entries: readonly ReadEntry[]): number | undefined {
  return entries.find((entry, index) => !entry.sound || (index > 0 && entry.prev !== entries[index - 1]?.hash))?.seq;
}

async function lockDesk(tx: Queryable, desk: string): Promise<Head> {
  const { rows } = await tx.query<Head>('SELECT ack, head FROM desk WHERE code = $1 FOR UPDATE', [desk]);
  const row = rows[0];
  if (!row) throw new Error(`desk ${desk} has signed but is not there`);
  return row;
}

interface KnownEntry {
  readonly seq: number;
  readonly hash: string;
  readonly withheld: boolean;
}

async function knownEntries(tx: Queryable, desk: string, from: number, to: number): Promise<Map<number, KnownEntry>> {
  const { rows } = await tx.query<KnownEntry>(
    'SELECT seq, hash, body IS NULL AS withheld FROM entry WHERE desk = $1 AND seq BETWEEN $2 AND $3',
    [desk, from, to],
  );
  return new Map(rows.map((row) => [row.seq, row]));
}

/**
 * Takes a run of a desk's ledger: checks the chain, decides each new entry, and answers with every
 * entry's verdict; entries held already get the verdict they had.
 *
 * One transaction, serialised per desk by its row and across desks by the stream's lock, which is
 * held from choosing cursors to commit: a pull never sees a later cursor before an earlier one.
 * Codes: `push.hash` (a link or text that does not fit), `push.gap` (names the expected seq),
 * `push.fork` (another history under the same code).
 */
export async function acceptPush(
  database: Database,
  desk: string,
  sent: readonly PushEntry[],
): Promise<Result<PushReply, Refusal>> {
  const entries = sent.map((entry) => readEntry(desk, entry));
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last) return refuse('request.invalid');
  const broken = firstBreak(entries);
  if (broken !== undefined) return refuse('push.hash', { seq: broken });

  return inTransaction(database, async (tx) => {
    const { ack, head } = await lockDesk(tx, desk);
    if (first.seq > ack + 1) return refuse('push.gap', { expected: ack + 1 });
    const known = await knownEntries(tx, desk, first.seq, Math.min(last.seq, ack));
    const fresh = entries.filter((entry) => entry.seq > ack);
    const forked =
      entries.find((entry) => known.has(entry.seq) && known.get(entry.seq)?.hash !== entry.hash) ??
      (fresh[0] && fresh[0].prev !== head ? fresh[0] : undefined);
    if (forked) {
      await tx.query('UPDATE desk SET forked_at = coalesce(forked_at, now()) WHERE code = $1', [desk]);
      return refuse('push.fork', { seq: forked.seq });
    }
    const late = entries.filter((entry) => known.get(entry.seq)?.withheld === true && entry.body !== undefined);
    if (fresh.length + late.length > 0) {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.stream]);
      await writeDecided(tx, desk, await decideAll(tx, desk, [...late, ...fresh]));
    }
    const end = fresh.at(-1);
    if (end) await tx.query('UPDATE desk SET ack = $2, head = $3 WHERE code = $1', [desk, end.seq, end.hash]);
    return ok({ ack: end?.seq ?? ack, verdicts: await verdictsOf(tx, desk, first.seq, last.seq) });
  });
}
