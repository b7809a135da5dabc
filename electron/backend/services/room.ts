import type { EventName, Events, InputOf, Name, OutputOf, ParsedOf, Refusal } from '#shared/contract/contract.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Result } from '#shared/base/result.ts';
import type { Folders, World } from '#electron/backend/ports.ts';
import type { DocumentPool } from '#electron/backend/documents/document-pool.ts';
import type { Store } from '#electron/backend/store/database.ts';
import type { PersonRecord } from '#electron/backend/store/people-repository.ts';
import type { Sessions } from './sessions.ts';
import type { LoadedStandard } from './standards/standard.ts';

/** Everything a service works with; made once per worker by `open-desk.ts`. */
export interface Room {
  readonly store: Store;
  readonly world: World;
  readonly folders: Folders;
  readonly sessions: Sessions;
  /** The standard that the program ships; which one decides on a day says `standardInForce`. */
  readonly shipped: LoadedStandard;
  readonly documents: DocumentPool;
  /** Now, by the workspace's clock: a demo workspace keeps its own day. */
  now(): Date;
  /** Today at the centre (Asia/Shanghai, UTC+8 without summer time). */
  today(): PlainDate;
  /** Asks for something as a person of this workspace, through the gate; the demo's job is done so. */
  askAs<N extends Name>(login: string, name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** Tells the doors after a commit. */
  announce<N extends EventName>(name: N, data: Events[N]): void;
}

/** Who calls. */
export interface Caller {
  readonly seat: string;
  readonly person: PersonRecord | null;
  readonly locked: boolean;
}

/** A caller of an entry whose right needs a person. */
export interface SignedInCaller extends Caller {
  readonly person: PersonRecord;
}

/** What a service answers. */
export type Answer<T> = Result<T, Refusal>;

/** A service open to anyone. */
export type OpenService<N extends Name> = (
  room: Room,
  input: ParsedOf<N>,
  caller: Caller,
) => Answer<OutputOf<N>> | Promise<Answer<OutputOf<N>>>;

/** A service that needs somebody signed in. */
export type Service<N extends Name> = (
  room: Room,
  input: ParsedOf<N>,
  caller: SignedInCaller,
) => Answer<OutputOf<N>> | Promise<Answer<OutputOf<N>>>;

/** The calendar day at the centre at a moment. */
export const centreDay = (at: Date): PlainDate =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate;

/** A moment by the centre's clock, to the minute, for a sentence: `2026-11-21 10:00`. */
export const centreMoment = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
