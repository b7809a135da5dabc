import { Worker } from 'node:worker_threads';
import type { Reply } from '#shared/contract/contract.ts';
import type { BackendEvent, Folders } from './ports.ts';
import type { SeatState } from './services/sessions.ts';
import { StartRefusal } from './store/start-refusal.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-talk.ts';

/** The door thread's end of a backend worker. */
export interface BackendWorker {
  call(seat: string, name: string, input: unknown): Promise<Reply>;
  tell(message: ToWorker): void;
  onSeat(listener: (seat: string, state: SeatState) => void): void;
  close(): Promise<void>;
}

/**
 * Starts a worker and waits until its desk is open.
 *
 * A worker that dies answers everything still open with `internal`; the program is then restarted
 * by its person, and the database comes up whole.
 * @throws StartRefusal as the worker met it.
 */
export function startWorker(
  entry: URL,
  folders: Folders,
  log: (line: object) => void,
  spread: (event: BackendEvent) => void,
): Promise<BackendWorker> {
  const worker = new Worker(entry, { workerData: { folders } satisfies WorkerStart });
  const open = new Map<number, (reply: Reply) => void>();
  let seatListener: (seat: string, state: SeatState) => void = () => undefined;
  let nextId = 0;
  let alive = true;
  const broken: Reply = { ok: false, failure: { code: 'internal', data: { reference: 'worker' } } };

  return new Promise((resolve, reject) => {
    const whenClosed: (() => void)[] = [];
    const api: BackendWorker = {
      call: (seat, name, input) =>
        new Promise((answer) => {
          if (!alive) return answer(broken);
          nextId += 1;
          open.set(nextId, answer);
          worker.postMessage({ kind: 'call', id: nextId, seat, name, input } satisfies ToWorker);
        }),
      tell: (message) => worker.postMessage(message),
      onSeat: (listener) => {
        seatListener = listener;
      },
      close: () =>
        new Promise((done) => {
          if (!alive) return done();
          whenClosed.push(done);
          worker.postMessage({ kind: 'close' } satisfies ToWorker);
        }),
    };
    const end = (): void => {
      alive = false;
      open.forEach((answer) => answer(broken));
      open.clear();
      whenClosed.splice(0).forEach((done) => done());
    };
    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'ready':
          return resolve(api);
        case 'refused':
          void worker.terminate();
          return reject(new StartRefusal(message.code, message.sentence));
        case 'reply':
          open.get(message.id)?.(message.reply);
          open.delete(message.id);
          return undefined;
        case 'event':
          return spread(message.event);
        case 'seat':
          return seatListener(message.seat, message.state);
        case 'log':
          return log(message.line);
        case 'closed':
          return end();
      }
    });
    worker.on('error', (error) => {
      log({ room: 'backend', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      reject(error);
      end();
    });
    worker.on('exit', () => {
      end();
      reject(new Error('a backend worker ended before its desk was open'));
    });
  });
}
