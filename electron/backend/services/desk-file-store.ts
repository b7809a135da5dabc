import type { FileStore } from '#electron/backend/sync/file-store.ts';
import {
  retryDownloads,
  retryUploads,
  setDownload,
  setUpload,
  waitingDownloads,
  waitingUploads,
} from '#electron/backend/store/upload-repository.ts';
import { openBlob, receiveBlob } from './photos-files.ts';
import type { Room } from './room.ts';

/** A file with a problem is tried again after this time. */
const AGAIN_AFTER_MS = 3_600_000;

/** Puts files that were laid aside an hour ago or more back in their queues. */
export function retryFiles(room: Room): void {
  const before = new Date(room.now().getTime() - AGAIN_AFTER_MS).toISOString();
  room.store.transaction(() => {
    retryUploads(room.store, before);
    retryDownloads(room.store, before);
  });
}

/** The desk's queues of files and the files themselves as a sync run sees them; `moved` is told of each. */
export function deskFileStore(room: Room, moved: () => void): FileStore {
  const { store } = room;
  const { workspace } = room.folders;
  const at = (): string => room.now().toISOString();
  const change = (work: () => void): void => {
    store.transaction(work);
    moved();
  };
  return {
    waiting: (after, limit) => waitingUploads(store, after, limit),
    open: (sha256) => openBlob(workspace, sha256),
    sent: ({ bytes, sha256 }) => change(() => setUpload(store, sha256, 'sent', { at: at(), bytes })),
    setAside: (sha256, problem) => change(() => setUpload(store, sha256, 'problem', { at: at(), problem })),
    expected: (after, limit) => waitingDownloads(store, after, limit),
    receive: (sha256) => receiveBlob(workspace, sha256),
    received: (sha256) => change(() => setDownload(store, sha256, 'here', at())),
    spoiled: (sha256, problem) => change(() => setDownload(store, sha256, 'problem', at(), problem)),
  };
}
