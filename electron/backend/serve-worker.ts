import { parentPort, workerData } from 'node:worker_threads';
import { dispatch } from './dispatch.ts';
import { keepSynchronised } from './keep-synchronised.ts';
import { openDesk, type Desk } from './open-desk.ts';
import { isEnrolled } from './services/review/decision-views.ts';
import { StartRefusal } from './store/start-refusal.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-talk.ts';
import { realWorld } from './world.ts';

/** Runs one backend worker: opens the desk, then answers calls until told to close. */
export function serveWorker(mode: 'write' | 'read'): void {
  const port = parentPort;
  if (port === null) throw new Error('a backend worker runs in a worker thread');
  const say = (message: FromWorker): void => port.postMessage(message);
  const { folders } = workerData as WorkerStart;
  const world = realWorld((line) => say({ kind: 'log', line }));
  let desk: Desk;
  try {
    desk = openDesk(mode, folders, world, {
      onEvent: (event) => say({ kind: 'event', event }),
      onSeat: (seat, state) => {
        if (mode === 'write') say({ kind: 'seat', seat, state });
      },
    });
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    world.log({ room: mode, refused: error.code, cause: String(error.cause ?? '') });
    say({ kind: 'refused', code: error.code, sentence: error.sentence });
    return;
  }
  const stopSync = mode === 'write' ? startSync(desk) : () => undefined;
  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'call':
        void dispatch(desk.room, message.seat, message.name, message.input).then((reply) =>
          say({ kind: 'reply', id: message.id, reply }),
        );
        return;
      case 'seat':
        desk.room.sessions.set(message.seat, message.state);
        return;
      case 'leave':
        desk.room.sessions.drop(message.seat);
        return;
      case 'close':
        stopSync();
        void desk.close().then(() => {
          say({ kind: 'closed' });
          port.close();
        });
    }
  });
  say({ kind: 'ready' });
}

const startSync = (desk: Desk): (() => void) =>
  keepSynchronised({
    isEnrolled: () => isEnrolled(desk.room),
    run: () => dispatch(desk.room, 'timer', 'sync.run', {}),
    after: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  });
