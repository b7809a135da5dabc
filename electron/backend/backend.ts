import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CONTRACT, isName } from '#shared/contract/contract.ts';
import type { Backend, BackendEvent, BackendPorts, Folders, Seat } from './ports.ts';
import type { SeatState } from './services/sessions.ts';
import { fewAtATime } from './few-at-a-time.ts';
import { startWorker, type BackendWorker } from './backend-worker.ts';

/** Queries that take seconds: answered by a reader of their own, so that nobody's list waits behind them. */
const LONG_QUERIES: ReadonlySet<string> = new Set(['what-if.run', 'what-if.last', 'what-if.stop', 'what-if.rows']);
/** Queries that concern who sits here: answered by the writer, which keeps the seats. */
const SEAT_QUERIES: ReadonlySet<string> = new Set(['session.get']);

/** Commands that carry a whole file. */
const WITH_FILE: ReadonlySet<string> = new Set(['attachment.keep', 'photo.keep']);
/**
 * Files on their way through the writer at once: as many as there are document workers. More would
 * only lie in its memory and wait; they wait at the door instead.
 */
const FILES_AT_ONCE = 2;

/**
 * Opens one desk's backend: a writer worker for commands and a reader worker for queries.
 *
 * The only composition root. The writer opens first, so that the database is there and migrated
 * when the reader comes, and closes last, so that the write-ahead log is folded into the file. A second
 * reader for long queries starts with the first of them.
 * @throws StartRefusal when the workspace cannot be opened.
 */
export async function createBackend(ports: BackendPorts): Promise<Backend> {
  const { cache, resources, version, workspace } = ports;
  const documentsEntry = fileURLToPath(ports.workerEntry('documents'));
  const folders: Folders = { workspace, resources, cache, version, documentsEntry };
  const listeners = new Set<(event: BackendEvent) => void>();
  const spread = (event: BackendEvent): void => listeners.forEach((listener) => listener(event));

  const writer = await startWorker(ports.workerEntry('writer'), folders, ports.log, spread);
  const reader = await startWorker(ports.workerEntry('reader'), folders, ports.log, spread).catch(
    async (error: unknown) => {
      await writer.close();
      throw error;
    },
  );
  const seats = new Map<string, SeatState>();
  let longReader: Promise<BackendWorker> | undefined;
  writer.onSeat((seat, state) => {
    seats.set(seat, state);
    reader.tell({ kind: 'seat', seat, state });
    void longReader?.then((worker) => worker.tell({ kind: 'seat', seat, state }));
  });

  const startLongReader = async (): Promise<BackendWorker> => {
    const worker = await startWorker(ports.workerEntry('reader'), folders, ports.log, spread);
    for (const [seat, state] of seats) worker.tell({ kind: 'seat', seat, state });
    return worker;
  };
  const fallBack = (error: unknown): BackendWorker => {
    longReader = undefined;
    ports.log({ room: 'backend', fault: `no second reader: ${String(error)}` });
    return reader;
  };
  const workerFor = (name: string): BackendWorker | Promise<BackendWorker> => {
    if (LONG_QUERIES.has(name)) return (longReader ??= startLongReader().catch(fallBack));
    return isName(name) && CONTRACT[name].kind === 'query' && !SEAT_QUERIES.has(name) ? reader : writer;
  };

  const files = fewAtATime(FILES_AT_ONCE);
  const call: Call = async (seat, name, input) =>
    WITH_FILE.has(name) ? files(() => writer.call(seat, name, input)) : (await workerFor(name)).call(seat, name, input);

  return {
    seat: () => takeSeat(writer, call, listeners, (seat) => seats.delete(seat)),
    close: async () => {
      await (await longReader)?.close();
      await reader.close();
      await writer.close();
    },
  };
}

type Call = BackendWorker['call'];

function takeSeat(
  writer: BackendWorker,
  call: Call,
  listeners: Set<(event: BackendEvent) => void>,
  forget: (seat: string) => void,
): Seat {
  const seat = randomUUID();
  const own = new Set<(event: BackendEvent) => void>();
  return {
    call: (name, input) => call(seat, name, input),
    subscribe: (listener) => {
      own.add(listener);
      listeners.add(listener);
      return () => {
        own.delete(listener);
        listeners.delete(listener);
      };
    },
    close: () => {
      own.forEach((listener) => listeners.delete(listener));
      forget(seat);
      writer.tell({ kind: 'leave', seat });
    },
  };
}
