import { PUSH_MAX_BYTES } from '#shared/platform/limits.ts';
import { readPullEvent } from '#shared/platform/pull.ts';
import type { FileStore } from './file-store.ts';
import type { PlatformClient } from './platform-client.ts';
import { fetchFiles, pushFiles, type FileTally } from './push-attachments.ts';
import { pushLedger, pushResubmitted, type PushTally } from './push-ledger.ts';
import { stopOf } from './stop-of.ts';
import type { SyncReport, SyncStop } from './sync-report.ts';
import type { SyncStore } from './sync-store.ts';

interface PullTally {
  pulled: number;
  unknown: number;
}

async function pullStream(client: PlatformClient, store: SyncStore, tally: PullTally): Promise<SyncStop | undefined> {
  let place = store.cursor();
  for (;;) {
    const outcome = await client.pull(place);
    if (outcome.kind === 'refused' && outcome.code === 'pull.epoch' && place !== undefined) {
      place = undefined;
      continue;
    }
    if (outcome.kind !== 'done') return stopOf(outcome);
    const { epoch, cursor, more } = outcome.value;
    if (more && cursor <= (place?.cursor ?? 0)) return { reason: 'platform-fault', data: { cursor } };
    const events = outcome.value.events.map(readPullEvent);
    store.applyPage({ epoch, cursor, events });
    place = { epoch, cursor };
    tally.pulled += events.length;
    tally.unknown += events.filter(({ known }) => !known).length;
    if (!more) return undefined;
  }
}

/** How long files may travel before others' news is asked for in between. */
const NEWS_EVERY_MS = 30_000;

/**
 * One sync run: hands over the ledger, then takes in everything new, then moves files.
 *
 * Facts go first, always: between two files the ledger is handed over again when something was
 * done meanwhile. Never throws for what a network or a platform can do; the report says how far
 * it came. Safe to cut off at any point and to run again: pushing and applying twice change
 * nothing. When to run next is `backoffMs` in `#shared/platform/backoff.ts`; run one at a time.
 */
export async function runSync(client: PlatformClient, store: SyncStore, files?: FileStore): Promise<SyncReport> {
  const push: PushTally = { pushed: 0, accepted: 0, conflicts: 0, quarantined: 0, parked: 0 };
  const pull: PullTally = { pulled: 0, unknown: 0 };
  const moved: FileTally = { sent: 0, setAside: 0, fetched: 0 };
  let newsAt = 0;
  const facts = async (): Promise<SyncStop | undefined> => {
    const stop =
      (await pushLedger(client, store, push)) ??
      (await pushResubmitted(client, store, push)) ??
      (await pullStream(client, store, pull));
    newsAt = performance.now();
    return stop;
  };
  const factsFirst = async (): Promise<SyncStop | undefined> => {
    const done = store.pending(store.ack(), 1, PUSH_MAX_BYTES).length > 0;
    return done || performance.now() - newsAt > NEWS_EVERY_MS ? facts() : undefined;
  };
  let offline = await facts();
  if (files !== undefined && offline === undefined)
    offline = (await pushFiles(client, files, moved, factsFirst)) ?? (await fetchFiles(client, files, moved));
  return { ...push, ...pull, ...(files && { files: moved }), ...(offline && { offline }) };
}
