/** One file on its way; `place` says what it belongs to. */
export interface Upload {
  readonly key: number;
  readonly place: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: 'waiting' | 'sending' | 'kept' | 'refused' | 'cancelled';
  /** Why it was refused, as a sentence. */
  readonly problem: string | null;
}

/** How far the files given since the queue was last empty have come. */
export interface UploadState {
  readonly total: number;
  readonly kept: number;
  readonly cancelled: number;
  /** Waiting or being sent. */
  readonly left: number;
  /** Names of those being sent. */
  readonly sending: readonly string[];
  /** What was refused since then and not yet put aside by the person, oldest first. */
  readonly refused: readonly Upload[];
  /** At the pace so far; null until one file has arrived. */
  readonly secondsLeft: number | null;
  /** Most bytes of files that were held at once since the start. */
  readonly mostBytesHeld: number;
}

/** Files that are sent a few at a time while the person goes on working. */
export interface UploadQueue {
  add(place: string, files: readonly File[]): void;
  /** Lets what is being sent finish and drops what waits. */
  cancel(): void;
  /** Forgets the refusals, which the person has read. */
  dismissRefused(): void;
  /** The same object until something changes. */
  state(): UploadState;
  /** How many files of a place are on their way. */
  leftAt(place: string): number;
  subscribe(listener: () => void): () => void;
}

/** What a queue needs from outside. */
export interface UploadPorts {
  /** What size and kind alone tell against a file, as a sentence; it is refused at once and never read. */
  readonly check?: (file: File) => string | null;
  /** Reads and sends one file; answers with why it was refused, null when it was kept. Never throws. */
  readonly send: (place: string, file: File) => Promise<string | null>;
  readonly nowMs: () => number;
  /** Files held in memory at once. */
  readonly inFlight?: number;
}

/** Files in flight at once: the next is read while the one before is being checked. */
export const UPLOADS_IN_FLIGHT = 2;

interface Entry extends Upload {
  /** Released as soon as the file is through, so that only those in flight hold their bytes. */
  readonly file: File | null;
}

/**
 * Sends files in the order they were given, at most {@link UPLOADS_IN_FLIGHT} at a time.
 *
 * A refused file stops no other. A browser's `File` is only a handle until it is read, so what
 * waits costs no memory; `mostBytesHeld` proves it.
 */
export function createUploadQueue({ check, send, nowMs, inFlight = UPLOADS_IN_FLIGHT }: UploadPorts): UploadQueue {
  let entries: readonly Entry[] = [];
  let nextKey = 1;
  let startedMs = 0;
  let mostBytesHeld = 0;
  let shown = stateOf(entries, null, 0);
  const listeners = new Set<() => void>();

  const change = (next: readonly Entry[]): void => {
    entries = next;
    shown = stateOf(entries, secondsLeftOf(entries, nowMs() - startedMs), mostBytesHeld);
    for (const listener of listeners) listener();
  };
  const settle = (key: number, part: Partial<Entry>): void =>
    change(entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)));

  const start = (): void => {
    const free = inFlight - entries.filter(({ state }) => state === 'sending').length;
    for (const entry of entries.filter(({ state }) => state === 'waiting').slice(0, Math.max(free, 0))) {
      if (entry.file !== null) void through(entry, entry.file);
    }
  };
  const through = async ({ key, place }: Entry, file: File): Promise<void> => {
    settle(key, { state: 'sending' });
    const held = entries.reduce((sum, { state, bytes }) => sum + (state === 'sending' ? bytes : 0), 0);
    mostBytesHeld = Math.max(mostBytesHeld, held);
    const problem = await send(place, file);
    settle(key, { state: problem === null ? 'kept' : 'refused', problem, file: null });
    start();
  };

  return {
    add: (place, files) => {
      const idle = entries.every(({ state }) => state !== 'waiting' && state !== 'sending');
      if (idle) startedMs = nowMs();
      const before = idle ? [] : entries;
      change([
        ...before,
        ...files.map((file): Entry => {
          const problem = check?.(file) ?? null;
          const { name, size: bytes } = file;
          const about = { key: nextKey++, place, name, bytes, problem };
          return problem === null ? { ...about, state: 'waiting', file } : { ...about, state: 'refused', file: null };
        }),
      ]);
      start();
    },
    cancel: () =>
      change(
        entries.map((entry) => (entry.state === 'waiting' ? { ...entry, state: 'cancelled', file: null } : entry)),
      ),
    dismissRefused: () => change(entries.filter(({ state }) => state !== 'refused')),
    state: () => shown,
    leftAt: (place) => entries.filter((entry) => entry.place === place && isLeft(entry)).length,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const isLeft = ({ state }: Upload): boolean => state === 'waiting' || state === 'sending';

function stateOf(entries: readonly Entry[], secondsLeft: number | null, mostBytesHeld: number): UploadState {
  const count = (state: Upload['state']): number => entries.filter((entry) => entry.state === state).length;
  return {
    total: entries.length,
    kept: count('kept'),
    cancelled: count('cancelled'),
    left: entries.filter(isLeft).length,
    sending: entries.filter(({ state }) => state === 'sending').map(({ name }) => name),
    refused: entries.filter(({ state }) => state === 'refused'),
    secondsLeft,
    mostBytesHeld,
  };
}

/** By bytes, because one panorama weighs as much as ten snapshots. */
function secondsLeftOf(entries: readonly Entry[], elapsedMs: number): number | null {
  const sum = (of: (entry: Entry) => boolean): number =>
    entries.reduce((bytes, entry) => bytes + (of(entry) ? entry.bytes : 0), 0);
  const through = sum(({ state }) => state === 'kept');
  if (through === 0 || elapsedMs <= 0) return null;
  return Math.ceil((sum(isLeft) * elapsedMs) / through / 1000);
}
