import { Worker } from 'node:worker_threads';
import type { Result } from '#shared/base/result.ts';
import type { DocumentJob, WorkerReply, WorkerRequest } from './document-job.ts';
import type { PaperFolders } from './open-paper-kit.ts';
import type { PaperFault } from './paper-fault.ts';
import type { RenderedPaper } from './pdf-file.ts';
import type { PhotoCopies, PhotoFault } from './photo-copies.ts';
import type { FileFault, FileKind, FileRead } from './read-file.ts';
import type { MissingGlyph } from './typeface.ts';

/** Renders papers in worker threads. */
export interface DocumentPool {
  /** Renders a paper. Rejects when the worker died or the kit cannot be opened; refusals are values. */
  readonly render: (job: DocumentJob) => Promise<Result<RenderedPaper, PaperFault>>;
  /** Every character of these texts that cannot be printed; asked before anything is recorded. */
  readonly missingGlyphs: (texts: readonly string[]) => Promise<readonly MissingGlyph[]>;
  /** Reads a photo through and makes its copies; the bytes go over and are the caller's no more. */
  readonly copyPhoto: (bytes: Uint8Array) => Promise<Result<PhotoCopies, PhotoFault>>;
  /** Reads a file through and hashes it; its bytes go over and come back, nothing is copied. */
  readonly readFile: (bytes: Uint8Array, kind: FileKind) => Promise<Result<FileRead, FileFault>>;
  /** Stops the workers; what is still waiting is rejected. */
  readonly close: () => Promise<void>;
}

/** What the door lends: the worker's entry (built file or source) and folders. */
export interface DocumentPoolOptions extends PaperFolders {
  readonly entry: URL;
  /** Workers at most; each is started when there is work for it. */
  readonly size: number;
}

type Request = WorkerRequest extends infer Each ? (Each extends WorkerRequest ? Omit<Each, 'id'> : never) : never;

interface Waiting {
  readonly request: Request;
  readonly resolve: (reply: WorkerReply) => void;
  readonly reject: (error: Error) => void;
}

interface Desk {
  readonly worker: Worker;
  current: Waiting | undefined;
}

/**
 * Opens a pool; no worker runs before the first job.
 *
 * A worker that dies, or whose work ended in an exception, rejects its job and is replaced for the next.
 */
export function createDocumentPool(options: DocumentPoolOptions): DocumentPool {
  const queue: Waiting[] = [];
  const desks = new Set<Desk>();
  let nextId = 0;
  let closed = false;

  const hire = (): Desk => {
    const worker = new Worker(options.entry, {
      workerData: { resources: options.resources, cache: options.cache } satisfies PaperFolders,
    });
    worker.unref();
    const desk: Desk = { worker, current: undefined };
    worker.on('message', (reply: WorkerReply) => {
      const served = desk.current;
      desk.current = undefined;
      worker.unref();
      if (reply.task === 'fault') {
        desks.delete(desk);
        void worker.terminate();
        served?.reject(new Error(reply.message));
      } else served?.resolve(reply);
      handOut();
    });
    const leave = (error: Error): void => {
      if (!desks.delete(desk)) return;
      desk.current?.reject(error);
      handOut();
    };
    worker.on('error', (error) => leave(new Error(`the document worker failed: ${String(error)}`, { cause: error })));
    worker.on('exit', (code) => leave(new Error(`the document worker stopped with code ${code}`)));
    desks.add(desk);
    return desk;
  };

  const handOut = (): void => {
    while (queue.length > 0) {
      const desk = [...desks].find(({ current }) => current === undefined);
      if (desk === undefined && desks.size >= options.size) return;
      const next = queue.shift();
      if (next === undefined) return;
      assign(desk ?? hire(), next);
    }
  };

  const assign = (desk: Desk, waiting: Waiting): void => {
    desk.current = waiting;
    desk.worker.ref();
    nextId += 1;
    const { request } = waiting;
    const over = 'bytes' in request ? [request.bytes.buffer as ArrayBuffer] : [];
    desk.worker.postMessage({ ...request, id: nextId }, over);
  };

  const ask = (request: Request): Promise<WorkerReply> =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(new Error('the document pool is closed'));
        return;
      }
      queue.push({ request, resolve, reject });
      handOut();
    });

  return {
    render: async (job) => {
      const reply = await ask({ task: 'render', job });
      if (reply.task !== 'render') throw new Error(`the worker answered ${reply.task} to render`);
      return reply.result;
    },
    missingGlyphs: async (texts) => {
      const reply = await ask({ task: 'check', texts });
      if (reply.task !== 'check') throw new Error(`the worker answered ${reply.task} to check`);
      return reply.missing;
    },
    copyPhoto: async (bytes) => {
      const reply = await ask({ task: 'photo', bytes: ownBuffer(bytes) });
      if (reply.task !== 'photo') throw new Error(`the worker answered ${reply.task} to photo`);
      return reply.result;
    },
    readFile: async (bytes, kind) => {
      const reply = await ask({ task: 'file', bytes: ownBuffer(bytes), kind });
      if (reply.task !== 'file') throw new Error(`the worker answered ${reply.task} to file`);
      return reply.result;
    },
    close: async () => {
      closed = true;
      const error = new Error('the document pool was closed');
      for (const { reject } of queue.splice(0)) reject(error);
      await Promise.all([...desks].map(({ worker }) => worker.terminate()));
    },
  };
}

/** Bytes in a buffer of their own, which can be handed over; small ones share Node's pool and are copied. */
const ownBuffer = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
