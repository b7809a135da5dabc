import { ok } from '#shared/base/result.ts';
import type { SyncOutcome, SyncStatus } from '#shared/contract/platform.ts';
import { deskKeyOf, makeDeskKey } from '#electron/backend/sync/desk-key.ts';
import { createPlatformClient, enrol, type ClientParts } from '#electron/backend/sync/platform-client.ts';
import type { SyncReport } from '#electron/backend/sync/sync-report.ts';
import { runSync } from '#electron/backend/sync/sync-run.ts';
import { deskCode, findFact, readCounters, setFact } from '#electron/backend/store/facts.ts';
import { ledgerHead } from '#electron/backend/store/ledger.ts';
import { countProblems, countWaitingDownloads } from '#electron/backend/store/upload-repository.ts';
import { loadDivisions } from './intake/division-index.ts';
import { keepDeskKey, readDeskKey } from './desk-key-file.ts';
import { deskFileStore, retryFiles } from './desk-file-store.ts';
import { deskSyncStore } from './desk-sync-store.ts';
import { refuse } from './refuse.ts';
import type { Answer, OpenService, Room, Service } from './room.ts';

const TIMEOUT_MS = 20_000;

/** How this desk stands with the platform. */
export const syncStatus: Service<'sync.status'> = (room) => ok(statusOf(room));

function statusOf(room: Room): SyncStatus {
  const counters = readCounters(room.store);
  const count = (state: string): number => counters.get(`outbox:${state}`) ?? 0;
  const origin = findFact(room.store, 'platform.origin') ?? null;
  return {
    enrolled: origin !== null,
    origin,
    deskCode: deskCode(room.store),
    waiting: count('waiting'),
    problems: count('conflict') + count('quarantined') + count('parked'),
    lastRunAt: findFact(room.store, 'sync.last-run') ?? null,
    offline: findFact(room.store, 'sync.offline') ?? null,
    ledgerHead: ledgerHead(room.store),
    files: {
      waiting: counters.get('upload:waiting') ?? 0,
      waitingBytes: counters.get('upload:waiting-bytes') ?? 0,
      expected: countWaitingDownloads(room.store),
      problems: countProblems(room.store, 'upload') + countProblems(room.store, 'download'),
    },
  };
}

const partsOf = (room: Room, origin: string): ClientParts => ({
  origin: origin.replace(/\/+$/, ''),
  fetch: room.world.fetch,
  now: () => new Date(),
  timeoutMs: TIMEOUT_MS,
});

/**
 * Joins a platform with a one-time code.
 *
 * A desk that has worked alone keeps the code its ledger and its numbers carry; when the platform
 * has given that code away, the desk is refused before anything changes. The key is kept before it
 * is announced, so that a desk killed before it heard the answer asks again as the same desk.
 */
export const enrolDesk: Service<'sync.enrol'> = async (room, input) => {
  const kept = readDeskKey(room.folders.workspace);
  const key = kept === undefined ? makeDeskKey() : deskKeyOf(kept);
  keepDeskKey(room.folders.workspace, key.privateKey);
  const code = deskCode(room.store);
  const wish = { code: input.code.toUpperCase(), name: `OTOP ${code}`, desk: code };
  const outcome = await enrol(partsOf(room, input.origin), key, wish);
  if (outcome.kind === 'refused') return refuse('sync.refused', { reason: `${outcome.zh} / ${outcome.en}` }, 'code');
  if (outcome.kind !== 'done')
    return refuse('sync.offline', { reason: outcome.kind === 'away' ? outcome.reason : String(outcome.status) });
  const { desk, publicUrl } = outcome.value;
  if (desk !== code && ledgerHead(room.store).seq > 0) {
    return refuse('sync.refused', { reason: `工作站编号 ${code} 已被占用 / desk code ${code} is taken` }, 'code');
  }
  room.store.transaction(() => {
    setFact(room.store, 'desk.code', desk);
    setFact(room.store, 'platform.origin', input.origin.replace(/\/+$/, ''));
    setFact(room.store, 'platform.public-url', publicUrl);
    setFact(room.store, 'sync.epoch', null);
    setFact(room.store, 'sync.cursor', null);
  });
  room.announce('sync.changed', { waiting: statusOf(room).waiting });
  return ok(statusOf(room));
};

const running = new WeakMap<Room, Promise<Answer<SyncOutcome>>>();

/** Hands the ledger over and takes in what is new; a run already under way is shared. */
export const runDeskSync: OpenService<'sync.run'> = (room) => {
  const underWay = running.get(room);
  if (underWay) return underWay;
  const run = runOnce(room).finally(() => running.delete(room));
  running.set(room, run);
  return run;
};

async function runOnce(room: Room): Promise<Answer<SyncOutcome>> {
  const origin = findFact(room.store, 'platform.origin');
  const privateKey = readDeskKey(room.folders.workspace);
  if (origin === undefined || privateKey === undefined) return refuse('sync.not-enrolled');
  const divisions = await loadDivisions();
  const client = createPlatformClient(partsOf(room, origin), deskCode(room.store), privateKey);
  const tell = (): void => room.announce('sync.changed', { waiting: statusOf(room).waiting });
  retryFiles(room);
  const report = await runSync(client, deskSyncStore(room, divisions), deskFileStore(room, tell));
  const offline = offlineText(report);
  room.store.transaction(() => {
    setFact(room.store, 'sync.last-run', room.now().toISOString());
    setFact(room.store, 'sync.offline', offline);
  });
  tell();
  if ((report.files?.fetched ?? 0) + (report.files?.sent ?? 0) > 0) room.announce('attachment.changed', { caseId: '' });
  const { accepted, conflicts, pulled, pushed, quarantined } = report;
  if (pulled > 0) {
    room.announce('case.changed', { caseId: '' });
    room.announce('parcel.changed', { parcelId: '' });
  }
  const filesSent = report.files?.sent ?? 0;
  const filesFetched = report.files?.fetched ?? 0;
  return ok({ pushed, accepted, conflicts, quarantined, pulled, filesSent, filesFetched, offline });
}

function offlineText(report: SyncReport): string | null {
  if (report.offline === undefined) return null;
  const { code, en, reason, zh } = report.offline;
  return [reason, code, zh, en].filter((part) => part !== undefined).join(' · ');
}
