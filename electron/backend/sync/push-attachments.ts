import { chunkCount, chunkLength, type BlobName } from '#shared/platform/blob.ts';
import { BLOB_CHUNK_BYTES, BLOB_MAX_BYTES, BLOB_PLAN_FILES } from '#shared/platform/limits.ts';
import type { FileStore, OpenFile } from './file-store.ts';
import type { Outcome, PlatformClient } from './platform-client.ts';
import { stopOf } from './stop-of.ts';
import type { SyncStop } from './sync-report.ts';

const TRIES = 3;
const MOST_SUSPECTS = 3;

/** Counts of files as they go; the caller owns it. */
export interface FileTally {
  sent: number;
  setAside: number;
  fetched: number;
}

/** What became of one file: it is there, it has a problem of its own, or the run has to stop. */
type Moved =
  | { readonly bytes: number; readonly problem?: undefined }
  | { readonly problem: string; readonly bytes?: undefined }
  | { readonly stop: SyncStop };

/** Refusals that say something of the file and not of the desk or the platform. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['blob.chunk', 'request.too-large', 'request.invalid']);

/** What an outcome other than done means for a file; `again` when the file should be begun anew. */
function judge(outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): Moved | 'again' {
  if (outcome.kind === 'failed') return 'again';
  if (outcome.kind === 'refused' && (outcome.code === 'blob.hash' || outcome.code === 'blob.incomplete'))
    return 'again';
  if (outcome.kind === 'refused' && OF_THE_FILE.has(outcome.code)) return { problem: outcome.code };
  return { stop: stopOf(outcome) };
}

const problemOf = (outcome: Outcome<unknown>): string =>
  outcome.kind === 'failed' ? `http-${outcome.status}` : outcome.kind === 'refused' ? outcome.code : outcome.kind;

/** Puts what is missing of one file, then has it put together; a try that fails goes on where it stood. */
async function sendOne(client: PlatformClient, file: BlobName, opened: OpenFile, missing: readonly number[]) {
  for (const index of missing) {
    const chunk = await opened.read(index * BLOB_CHUNK_BYTES, chunkLength(file.bytes, index));
    const put = await client.putChunk(file.sha256, index, chunk);
    if (put.kind !== 'done') return put;
  }
  return client.commitFile(file);
}

async function move(client: PlatformClient, file: BlobName, opened: OpenFile): Promise<Moved> {
  let last = '';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const plan = await client.planFiles([file]);
    if (plan.kind !== 'done') {
      const judged = judge(plan);
      if (judged !== 'again') return judged;
      last = problemOf(plan);
      continue;
    }
    const [wanted] = plan.value.files;
    if (wanted?.sha256 !== file.sha256) return { stop: { reason: 'platform-fault' } };
    if (wanted.held) return { bytes: file.bytes };
    const outcome = await sendOne(client, file, opened, wanted.missing);
    if (outcome.kind === 'done') return { bytes: file.bytes };
    const judged = judge(outcome);
    if (judged !== 'again') return judged;
    last = problemOf(outcome);
  }
  return { problem: last };
}

/**
 * Sends the files the ledger names, one at a time in chunks of 1 MiB; returns why it stopped early, if it did.
 *
 * Only what the platform lacks is sent, so that a run cut off anywhere goes on where it stood. A
 * file that is gone, or that the platform keeps refusing, is laid aside and blocks none after it.
 * One the platform breaks on is laid aside once another went through; when it breaks on three and
 * takes none, no file was to blame: the run stops and all of them stay in the queue.
 * `factsFirst` is called between files: what was done meanwhile goes up before the next photo.
 */
export async function pushFiles(
  client: PlatformClient,
  store: FileStore,
  tally: FileTally,
  factsFirst: () => Promise<SyncStop | undefined>,
): Promise<SyncStop | undefined> {
  const suspects = new Map<string, string>();
  const setAside = (sha256: string, problem: string): void => {
    store.setAside(sha256, problem);
    tally.setAside += 1;
  };
  let after = '';
  for (;;) {
    const [sha256] = store.waiting(after, 1);
    if (sha256 === undefined || suspects.size >= MOST_SUSPECTS) return faultOf(suspects);
    after = sha256;
    const moved = await moveByHash(client, store, sha256);
    if ('stop' in moved) return moved.stop;
    if (moved.bytes !== undefined) {
      store.sent({ sha256, bytes: moved.bytes });
      tally.sent += 1;
      for (const [suspect, problem] of suspects) setAside(suspect, problem);
      suspects.clear();
    } else if (moved.problem.startsWith('http-') && tally.sent === 0) suspects.set(sha256, moved.problem);
    else setAside(sha256, moved.problem);
    const stop = await factsFirst();
    if (stop) return stop;
  }
}

/** Why a platform that took nothing is to blame, and not what it was sent. */
function faultOf(suspects: ReadonlyMap<string, string>): SyncStop | undefined {
  const [problem] = suspects.values();
  return problem === undefined ? undefined : { reason: 'platform-fault', data: { status: Number(problem.slice(5)) } };
}

async function moveByHash(client: PlatformClient, store: FileStore, sha256: string): Promise<Moved> {
  const opened = await store.open(sha256);
  if (opened === undefined) return { problem: 'file-gone' };
  try {
    const { bytes } = opened;
    if (bytes === 0 || bytes > BLOB_MAX_BYTES) return { problem: 'request.too-large' };
    return await move(client, { sha256, bytes }, opened);
  } finally {
    await opened.close();
  }
}

async function fetchOne(client: PlatformClient, store: FileStore, file: BlobName): Promise<Moved> {
  const incoming = await store.receive(file.sha256);
  for (let index = 0; index < chunkCount(file.bytes); index += 1) {
    const chunk = await client.getChunk(file.sha256, index);
    if (chunk.kind === 'done') {
      await incoming.write(chunk.value);
      continue;
    }
    await incoming.discard();
    return chunk.kind === 'refused' && chunk.code === 'blob.unknown'
      ? { problem: chunk.code }
      : { stop: stopOf(chunk) };
  }
  return (await incoming.keep()) ? { bytes: file.bytes } : { problem: 'blob.hash' };
}

/**
 * Fetches other desks' files that the platform holds; one it does not hold yet is left for another time,
 * since an entry may come before its photo.
 */
export async function fetchFiles(
  client: PlatformClient,
  store: FileStore,
  tally: FileTally,
): Promise<SyncStop | undefined> {
  let after = '';
  for (;;) {
    const files = store.expected(after, BLOB_PLAN_FILES);
    const last = files.at(-1);
    if (last === undefined) return undefined;
    after = last.sha256;
    const plan = await client.planFiles(files);
    if (plan.kind !== 'done') return stopOf(plan);
    const held = new Set(plan.value.files.filter((file) => file.held).map(({ sha256 }) => sha256));
    for (const file of files) {
      if (!held.has(file.sha256)) continue;
      const moved = await fetchOne(client, store, file);
      if ('stop' in moved) return moved.stop;
      if (moved.problem === undefined) {
        store.received(file.sha256);
        tally.fetched += 1;
      } else store.spoiled(file.sha256, moved.problem);
    }
  }
}
