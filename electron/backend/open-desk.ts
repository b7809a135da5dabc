import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { InputOf, Name, OutputOf } from '#shared/contract/contract.ts';
import { dispatch } from './dispatch.ts';
import type { BackendEvent, Folders, World } from './ports.ts';
import { createDocumentPool } from './documents/document-pool.ts';
import { centreDay, type Room } from './services/room.ts';
import { Sessions, type SeatState } from './services/sessions.ts';
import { loadStandard } from './services/standards/standard.ts';
import { findFact } from './store/facts.ts';
import { findPersonByLogin } from './store/people-repository.ts';
import { openForReading, openForWriting } from './store/open-store.ts';

/** What a desk tells the thread that opened it. */
export interface DeskListeners {
  onEvent(event: BackendEvent): void;
  onSeat(seat: string, state: SeatState): void;
}

/** One thread's share of the backend: a room for the services, with its own connection. */
export interface Desk {
  readonly room: Room;
  close(): Promise<void>;
}

/**
 * Opens the workspace in this thread, for writing (and migrating) or for reading.
 * @throws StartRefusal when the workspace cannot be opened.
 */
export function openDesk(mode: 'write' | 'read', folders: Folders, world: World, listeners: DeskListeners): Desk {
  const store = mode === 'write' ? openForWriting(folders.workspace) : openForReading(folders.workspace);
  const documents = createDocumentPool({
    entry: pathToFileURL(folders.documentsEntry),
    resources: folders.resources,
    cache: folders.cache,
    size: Math.min(2, availableParallelism()),
  });
  const now = (): Date => {
    const real = world.now();
    const day = findFact(store, 'workspace.day');
    return day === undefined ? real : new Date(`${day}T${timeOfDay(real)}+08:00`);
  };
  const room: Room = {
    store,
    world,
    folders,
    sessions: new Sessions((seat, state) => listeners.onSeat(seat, state)),
    shipped: loadStandard(folders.resources),
    documents,
    now,
    today: () => centreDay(now()),
    askAs: (login, name, input) => askAs(room, login, name, input),
    announce: (name, data) => store.afterCommit(() => listeners.onEvent({ name, data } as BackendEvent)),
  };
  return {
    room,
    close: async () => {
      await documents.close();
      store.close();
    },
  };
}

/** The centre's time of day, `08:30:00.000`. */
const timeOfDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 23);

/** @throws Error on a refusal: whoever asks for others knows what they may. */
async function askAs<N extends Name>(room: Room, login: string, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const person = findPersonByLogin(room.store, login);
  if (person === undefined) throw new Error(`no person ${login}`);
  const seat = `as:${login}`;
  if (room.sessions.get(seat).personId !== person.id) room.sessions.set(seat, { personId: person.id, locked: false });
  const reply = await dispatch(room, seat, name, input);
  if (!reply.ok) throw new Error(`${name} as ${login}: ${reply.failure.code}`);
  return reply.value as OutputOf<N>;
}
