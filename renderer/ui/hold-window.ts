import type { UploadQueue } from './upload-queue.ts';

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/**
 * Makes the window ask before it closes while files of a queue are on their way; answers with the same queue.
 *
 * What waits is known to nobody but this window: closed, those files would be missing without a word.
 */
export function holdWindow(queue: UploadQueue): UploadQueue {
  queue.subscribe(() => {
    if (queue.state().left > 0) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  });
  return queue;
}
