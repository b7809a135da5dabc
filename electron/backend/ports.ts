import type { EventName, Events, Reply } from '#shared/contract/contract.ts';

export { StartRefusal } from './store/start-refusal.ts';

/** What a door lends the backend: folders, the workers' entry files and a place for log lines. */
export interface BackendPorts {
  /** Folder of the workspace: the database, its backups, keys. */
  readonly workspace: string;
  /** Folder of the shipped files: standards, templates, fonts, badges. */
  readonly resources: string;
  /** Folder for what can be made again: unpacked fonts. */
  readonly cache: string;
  readonly version: string;
  workerEntry(name: WorkerName): URL;
  log(line: object): void;
}

export type WorkerName = 'writer' | 'reader' | 'documents';

/** The part of the ports that reaches the workers as plain data. */
export interface Folders {
  readonly workspace: string;
  readonly resources: string;
  readonly cache: string;
  readonly version: string;
  /** Entry file of the document workers. */
  readonly documentsEntry: string;
}

/** What a service may use of the world outside the database; fakes stand here in tests. */
export interface World {
  now(): Date;
  /** A UUIDv7: unique, rising with time. */
  newId(): string;
  /** Unguessable text of `length` characters from an alphabet without look-alikes. */
  token(length: number): string;
  readonly fetch: typeof globalThis.fetch;
  log(line: object): void;
}

/** An announcement after a commit. */
export interface BackendEvent<N extends EventName = EventName> {
  readonly name: N;
  readonly data: Events[N];
}

/** One window or shell with a sign-in of its own. */
export interface Seat {
  /** Answers a contract entry by name; never throws for what a person can cause. */
  call(name: string, input: unknown): Promise<Reply>;
  subscribe(listener: (event: BackendEvent) => void): () => void;
  close(): void;
}

/** One desk's backend behind whichever door. */
export interface Backend {
  seat(): Seat;
  close(): Promise<void>;
}
