import type { SealedEntry } from '#shared/domain/ledger-entry.ts';
import { PUSH_MAX_BYTES, PUSH_MAX_ENTRIES } from '#shared/platform/limits.ts';
import type { PushReply } from '#shared/platform/push.ts';
import type { Outcome, PlatformClient } from './platform-client.ts';
import { stopOf } from './stop-of.ts';
import type { SyncStop } from './sync-report.ts';
import type { SyncStore } from './sync-store.ts';

const FAILURES_BEFORE_PARKING = 3;
const MOST_GAPS = 3;

/** Counts of a push as it goes; the caller owns it. */
export interface PushTally {
  pushed: number;
  accepted: number;
  conflicts: number;
  quarantined: number;
  parked: number;
}

/**
 * Keeps verdicts; `judged` is the last seq whose verdict is kept then.
 *
 * That is not the platform's `ack`, which runs ahead when an answer was lost: going on from there
 * would leave entries without their verdict.
 */
function record(store: SyncStore, tally: PushTally, { verdicts }: PushReply, judged: number): void {
  store.recordPush({ ack: judged, verdicts });
  tally.pushed += verdicts.length;
  for (const { verdict } of verdicts) {
    if (verdict === 'accepted') tally.accepted += 1;
    else if (verdict === 'conflict') tally.conflicts += 1;
    else tally.quarantined += 1;
  }
}

/**
 * Hands over an entry's place without its body, and parks it on the desk once that is done.
 *
 * When the platform fails on this too, the entry was not to blame and stays as it is.
 */
async function withhold(
  client: PlatformClient,
  store: SyncStore,
  tally: PushTally,
  entry: SealedEntry,
  problem: string,
): Promise<SyncStop | undefined> {
  const { seq, prev, hash } = entry;
  const outcome = await client.push([{ seq, prev, hash, withheld: problem }]);
  if (outcome.kind !== 'done') return stopOf(outcome);
  record(store, tally, outcome.value, seq);
  store.park(entry, problem);
  tally.parked += 1;
  return undefined;
}

const isFailure = (outcome: Outcome<PushReply>): boolean =>
  outcome.kind === 'failed' || (outcome.kind === 'refused' && outcome.code === 'request.too-large');

const problemOf = (outcome: Outcome<PushReply>): string =>
  outcome.kind === 'failed' ? `http-${outcome.status}` : outcome.kind === 'refused' ? outcome.code : outcome.kind;

/**
 * What is wrong when the platform's `ack` cannot be this desk's: it holds entries the desk has
 * lost (a disk restored to an earlier day), or it has not taken what it judged.
 */
function mismatch(store: SyncStore, batch: readonly SealedEntry[], { ack }: PushReply): SyncStop | undefined {
  const last = batch.at(-1)?.seq ?? 0;
  if (ack < last) return { reason: 'platform-fault', data: { ack, sent: last } };
  if (ack > last && store.pending(ack - 1, 1, PUSH_MAX_BYTES).length === 0) {
    return { reason: 'fork', data: { ack, sent: last } };
  }
  return undefined;
}

/** The seq a gap names, when the outcome is one and the desk holds entries from there on. */
function expectedSeq(outcome: Outcome<PushReply>): number | undefined {
  if (outcome.kind !== 'refused' || outcome.code !== 'push.gap') return undefined;
  const expected = outcome.data['expected'];
  return typeof expected === 'number' && expected >= 1 ? expected : undefined;
}

/**
 * Hands over everything beyond `ack`, batch by batch; returns why it stopped early, if it did.
 *
 * A batch the platform breaks on is halved down to one entry; an entry that it keeps breaking on
 * is withheld, so that it never blocks those after it. A gap is filled from the seq the platform
 * expects.
 */
export async function pushLedger(
  client: PlatformClient,
  store: SyncStore,
  tally: PushTally,
): Promise<SyncStop | undefined> {
  let from = store.ack();
  let size = PUSH_MAX_ENTRIES;
  let failures = 0;
  let gaps = 0;
  for (;;) {
    const batch = store.pending(from, size, PUSH_MAX_BYTES);
    const [first] = batch;
    if (!first) return undefined;
    const outcome = await client.push(batch);
    const expected = expectedSeq(outcome);
    if (outcome.kind === 'done') {
      const stop = mismatch(store, batch, outcome.value);
      if (stop) return stop;
      from = batch.at(-1)?.seq ?? from;
      record(store, tally, outcome.value, from);
      size = Math.min(PUSH_MAX_ENTRIES, size * 2);
      failures = 0;
      gaps = 0;
    } else if (expected !== undefined && gaps < MOST_GAPS) {
      gaps += 1;
      from = expected - 1;
    } else if (isFailure(outcome) && batch.length > 1) {
      size = Math.ceil(batch.length / 2);
    } else if (isFailure(outcome) && ++failures < FAILURES_BEFORE_PARKING) {
      size = 1;
    } else if (isFailure(outcome)) {
      const stop = await withhold(client, store, tally, first, problemOf(outcome));
      if (stop) return stop;
      from = first.seq;
      failures = 0;
    } else {
      return stopOf(outcome);
    }
  }
}

/** Sends parked entries that a person released, each alone; one the platform still breaks on is parked again. */
export async function pushResubmitted(
  client: PlatformClient,
  store: SyncStore,
  tally: PushTally,
): Promise<SyncStop | undefined> {
  for (const entry of store.resubmitted()) {
    const outcome = await client.push([entry]);
    if (outcome.kind === 'done') record(store, tally, outcome.value, store.ack());
    else if (isFailure(outcome)) store.park(entry, problemOf(outcome));
    else return stopOf(outcome);
  }
  return undefined;
}
