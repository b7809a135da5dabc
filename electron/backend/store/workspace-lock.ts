import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What the program that holds a workspace tells a second start about itself. */
export interface Holder {
  readonly door: 'desktop' | 'localhost' | 'cli';
  readonly pid: number;
  /** Where it listens, `http://127.0.0.1:PORT`; only the localhost door has one. */
  readonly origin?: string;
  /** Shown to the holder to be given a start link. */
  readonly secret?: string;
}

/** The answer to {@link holdWorkspace}. */
export type WorkspaceHold =
  | {
      readonly held: true;
      /** Key that signs the localhost door's cookies; the same at every start in this workspace. */
      readonly key: string;
      /** Port the localhost door had last time, so that a page left open finds it again. */
      readonly lastPort: number | undefined;
      publish(holder: Holder): void;
      release(): void;
    }
  | { readonly held: false; readonly holder: Holder | undefined };

interface Note {
  readonly key: string;
  readonly holder?: Holder;
}

/**
 * Takes a workspace for one program, whichever door it comes through.
 *
 * The lock is SQLite's own exclusive lock on a small lock database beside the data: the system
 * drops it when the process ends, however it ends, so nothing stale is left after a kill. The note
 * about the holder is readable by its owner only.
 * @throws the file system's error when the folder cannot be made or written
 */
export function holdWorkspace(workspace: string): WorkspaceHold {
  mkdirSync(workspace, { recursive: true, mode: 0o700 });
  const noteFile = join(workspace, 'instance.json');
  const lock = new Database(join(workspace, 'instance.lock'), { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      return { held: false, holder: readNote(noteFile)?.holder };
    throw error;
  }
  const before = readNote(noteFile);
  const key = before?.key ?? randomBytes(32).toString('base64url');
  const write = (note: Note): void => {
    writeFileSync(`${noteFile}.new`, JSON.stringify(note), { mode: 0o600 });
    renameSync(`${noteFile}.new`, noteFile);
  };
  write({ key, ...(before?.holder && { holder: before.holder }) });
  return {
    held: true,
    key,
    lastPort: portOf(before?.holder?.origin),
    publish: (holder) => write({ key, holder }),
    release: () => lock.close(),
  };
}

function readNote(file: string): Note | undefined {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const note: unknown = JSON.parse(text);
    const whole = typeof note === 'object' && note !== null && 'key' in note && typeof note.key === 'string';
    return whole && String(note.key).length >= 32 ? (note as Note) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function portOf(origin: string | undefined): number | undefined {
  const port = origin === undefined ? Number.NaN : Number(URL.parse(origin)?.port);
  return Number.isInteger(port) && port > 0 ? port : undefined;
}
