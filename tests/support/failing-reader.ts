import { parentPort } from 'node:worker_threads';
import { serveWorker } from '#electron/backend/serve-worker.ts';
import type { ToWorker } from '#electron/backend/worker-talk.ts';

/** A reader worker that dies of a bug as soon as it is asked for the standard. */
parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'call' && message.name === 'standard.get') throw new Error('died on purpose');
});
serveWorker('read');
