import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { Store } from './database.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { StartRefusal } from './start-refusal.ts';

/** `OTOP` in ASCII: tells our database from any other SQLite file. */
const APPLICATION_ID = 0x4f544f50;
const SQLITE_HEADER = 'SQLite format 3\0';
/** Byte 18 of the header in a database that keeps a write-ahead log. */
const WAL_FORMAT = 2;

/** The database's file in a workspace folder. */
export const databaseFile = (workspace: string): string => join(workspace, 'workstation.sqlite');

/**
 * Opens the workspace's database for writing, making or migrating it first.
 *
 * A file that is not ours, is damaged or comes from a newer program is refused and left untouched;
 * a migration copies the file beside itself first and runs in one transaction.
 * @throws StartRefusal with a sentence for people.
 */
export function openForWriting(workspace: string, migrations: readonly Migration[] = MIGRATIONS): Store {
  const file = databaseFile(workspace);
  return guarded(file, () => {
    mkdirSync(workspace, { recursive: true, mode: 0o700 });
    refuseForeignFile(file);
    lookFirst(file, migrations);
    const store = new Store(file, false);
    try {
      inspect(store, migrations);
      configure(store);
      migrate(store, workspace, migrations);
      return store;
    } catch (error) {
      store.close();
      throw error;
    }
  });
}

/**
 * Opens the database for reading only; the writer has made it before.
 *
 * Looks at it through SQLite alone: closing a plain handle would drop the locks that this process
 * holds on the file.
 */
export function openForReading(workspace: string): Store {
  const file = databaseFile(workspace);
  return guarded(file, () => {
    if (!existsSync(file)) {
      throw new StartRefusal('store.missing', {
        zh: `文件夹里没有工作区：${workspace}。先运行 init 或 demo。`,
        en: `There is no workspace in ${workspace}. Run init or demo first.`,
      });
    }
    const store = new Store(file, true);
    try {
      if (store.connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw foreign(file);
      store.connection.pragma('query_only = ON');
      store.connection.pragma('cache_size = -65536');
      return store;
    } catch (error) {
      store.close();
      throw error;
    }
  });
}

/**
 * Marks a new file as ours before anything else goes in, so that a start that is killed is known again.
 *
 * Recursive triggers make `INSERT OR REPLACE` meet the triggers that refuse a DELETE.
 */
function configure(store: Store): void {
  if (versionOf(store) === 0) store.connection.pragma(`application_id = ${APPLICATION_ID}`);
  store.connection.pragma('journal_mode = WAL');
  store.connection.pragma('synchronous = FULL');
  store.connection.pragma('foreign_keys = ON');
  store.connection.pragma('recursive_triggers = ON');
  store.connection.pragma('cache_size = -65536');
}

function refuseForeignFile(file: string): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const header = firstBytes(file, 72);
  const isSqlite = header.toString('latin1', 0, 16) === SQLITE_HEADER;
  if (isSqlite && header.readUInt32BE(68) === APPLICATION_ID) return;
  throw foreign(file);
}

const foreign = (file: string): StartRefusal =>
  new StartRefusal('store.not-a-workspace', {
    zh: `${file} 不是本工作站的数据库，未作任何改动。请检查工作区文件夹是否选对。`,
    en: `${file} is not a database of this workstation; it was not touched. Check that the workspace folder is the right one.`,
  });

/** Opened for writing, so that a file SQLite would quietly open for reading only is refused here. */
function firstBytes(file: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const descriptor = openSync(file, 'r+');
  try {
    readSync(descriptor, bytes, 0, length, 0);
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}

/**
 * Looks at a database in WAL mode without writing: closing a writing connection would fold the log
 * into the file, and a file that is refused stays byte for byte as it was.
 */
function lookFirst(file: string, migrations: readonly Migration[]): void {
  if (!existsSync(file) || firstBytes(file, 19)[18] !== WAL_FORMAT) return;
  const store = new Store(file, true);
  try {
    inspect(store, migrations);
  } finally {
    store.close();
  }
}

function inspect(store: Store, migrations: readonly Migration[]): void {
  refuseUnknownVersion(store, migrations);
  refuseEditedMigrations(store, migrations);
}

function refuseUnknownVersion(store: Store, migrations: readonly Migration[]): void {
  const version = versionOf(store);
  const newest = migrations.at(-1)?.version ?? 0;
  const { file } = store;
  if (version <= newest) return;
  throw new StartRefusal('store.newer', {
    zh: `${file} 由更新版本的工作站写成（结构 ${version}，本程序到 ${newest}）。请升级程序；文件未作改动。`,
    en: `${file} was written by a newer workstation (schema ${version}, this program knows ${newest}). Update the program; the file was not touched.`,
  });
}

const versionOf = (store: Store): number => store.connection.pragma('user_version', { simple: true }) as number;

/** A migration's fingerprint, kept in the database: an edited migration is found out. */
export const checksumOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex');

function migrate(store: Store, workspace: string, migrations: readonly Migration[]): void {
  const from = versionOf(store);
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return;
  if (from > 0) backUp(store, workspace, from);
  try {
    store.connection
      .transaction(() => {
        for (const migration of pending) {
          store.connection.exec(migration.sql);
          store.connection
            .prepare('INSERT INTO migration (version, name, checksum) VALUES (?, ?, ?)')
            .run(migration.version, migration.name, checksumOf(migration));
          store.connection.pragma(`user_version = ${migration.version}`);
        }
      })
      .immediate();
  } catch (error) {
    if (isFull(error)) throw error;
    throw new StartRefusal(
      'store.migration-failed',
      {
        zh: '数据库升级失败，已退回原样，数据没有改动。请把日志交给技术人员。',
        en: 'The database could not be upgraded; it is as it was and nothing changed. Give the log to your IT staff.',
      },
      error,
    );
  }
}

function refuseEditedMigrations(store: Store, migrations: readonly Migration[]): void {
  const from = versionOf(store);
  if (from === 0) return;
  const known = new Map(
    store
      .all<{ version: number; checksum: string }>('SELECT version, checksum FROM migration')
      .map((row) => [row.version, row.checksum]),
  );
  for (const migration of migrations) {
    if (migration.version > from || known.get(migration.version) === checksumOf(migration)) continue;
    throw new StartRefusal('store.damaged', {
      zh: `数据库的结构记录与程序不符（${migration.name}），为保护数据未打开。`,
      en: `The database's record of its schema differs from this program (${migration.name}); it was not opened, to keep the data safe.`,
    });
  }
}

function backUp(store: Store, workspace: string, version: number): void {
  const folder = join(workspace, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  store.connection.pragma('wal_checkpoint(TRUNCATE)');
  const backup = join(folder, `before-migration-from-${version}.sqlite`);
  try {
    copyFileSync(store.file, `${backup}.new`);
    renameSync(`${backup}.new`, backup);
  } finally {
    rmSync(`${backup}.new`, { force: true });
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Whether an error says that the disk is full; SQLite's shared memory file is the first to find no room. */
export const isFull = (error: unknown): boolean =>
  ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'].includes(codeOf(error));

function guarded(file: string, open: () => Store): Store {
  try {
    return open();
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    const code = codeOf(error);
    if (isFull(error)) {
      throw new StartRefusal(
        'store.no-space',
        {
          zh: `磁盘已满，无法打开 ${file}。腾出空间后再启动，已有数据没有改动。`,
          en: `The disk is full, so ${file} cannot be opened. Free some space and start again; existing data was not touched.`,
        },
        error,
      );
    }
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
      throw new StartRefusal(
        'store.damaged',
        {
          zh: `${file} 已损坏，未作改动。请从 backups 文件夹或备份恢复。`,
          en: `${file} is damaged; it was not touched. Restore it from the backups folder or a backup.`,
        },
        error,
      );
    }
    if (
      ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'].some((c) =>
        code.startsWith(c),
      )
    ) {
      throw new StartRefusal(
        'store.not-writable',
        {
          zh: `无法在 ${file} 读写（${code}）。请检查文件夹和权限。`,
          en: `Cannot read and write ${file} (${code}). Check the folder and its permissions.`,
        },
        error,
      );
    }
    throw error;
  }
}
