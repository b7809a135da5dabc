import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { Store } from './database.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { StartRefusal } from './start-refusal.ts';

/** `OTOP` in ASCII: tells our database from any other SQLite file. */
const APPLICATION_ID = 0x4f544f50;
const SQLITE_HEADER = 'SQLite format 3\0';

/** The database's file in a workspace folder. */
export const databaseFile = (workspace: string): string => join(workspace, 'workstation.sqlite');

/**
 * Opens the workspace's database for writing, making or migrating it first.
 *
 * A file that is not ours, is damaged or comes from a newer program is refused and left untouched;
 * a migration copies the file beside itself first and runs in one transaction.
 * @throws StartRefusal with a sentence for people.
 */
export function openForWriting(workspace: string): Store {
  const file = databaseFile(workspace);
  return guarded(file, () => {
    mkdirSync(workspace, { recursive: true, mode: 0o700 });
    refuseForeignFile(file);
    const store = new Store(file, false);
    try {
      refuseUnknownVersion(store, file);
      configure(store);
      migrate(store, workspace);
      return store;
    } catch (error) {
      store.close();
      throw error;
    }
  });
}

/** Opens the database for reading only; the writer has made it before. */
export function openForReading(workspace: string): Store {
  const file = databaseFile(workspace);
  return guarded(file, () => {
    if (!existsSync(file)) {
      throw new StartRefusal('store.missing', {
        zh: `文件夹里没有工作区：${workspace}。先运行 init 或 demo。`,
        en: `There is no workspace in ${workspace}. Run init or demo first.`,
      });
    }
    refuseForeignFile(file);
    const store = new Store(file, true);
    store.connection.pragma('query_only = ON');
    store.connection.pragma('cache_size = -65536');
    return store;
  });
}

function configure(store: Store): void {
  store.connection.pragma('journal_mode = WAL');
  store.connection.pragma('synchronous = FULL');
  store.connection.pragma('foreign_keys = ON');
  store.connection.pragma('cache_size = -65536');
}

function refuseForeignFile(file: string): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const header = firstBytes(file, 72);
  const isSqlite = header.toString('latin1', 0, 16) === SQLITE_HEADER;
  if (isSqlite && header.readUInt32BE(68) === APPLICATION_ID) return;
  throw new StartRefusal('store.not-a-workspace', {
    zh: `${file} 不是本工作站的数据库，未作任何改动。请检查工作区文件夹是否选对。`,
    en: `${file} is not a database of this workstation; it was not touched. Check that the workspace folder is the right one.`,
  });
}

function firstBytes(file: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, bytes, 0, length, 0);
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}

function refuseUnknownVersion(store: Store, file: string): void {
  const version = versionOf(store);
  const newest = MIGRATIONS.at(-1)?.version ?? 0;
  if (version <= newest) return;
  throw new StartRefusal('store.newer', {
    zh: `${file} 由更新版本的工作站写成（结构 ${version}，本程序到 ${newest}）。请升级程序；文件未作改动。`,
    en: `${file} was written by a newer workstation (schema ${version}, this program knows ${newest}). Update the program; the file was not touched.`,
  });
}

const versionOf = (store: Store): number => store.connection.pragma('user_version', { simple: true }) as number;

/** A migration's fingerprint, kept in the database: an edited migration is found out. */
export const checksumOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex');

function migrate(store: Store, workspace: string): void {
  const from = versionOf(store);
  refuseEditedMigrations(store, from);
  const pending = MIGRATIONS.filter((migration) => migration.version > from);
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
        store.connection.pragma(`application_id = ${APPLICATION_ID}`);
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

function refuseEditedMigrations(store: Store, from: number): void {
  if (from === 0) return;
  const known = new Map(
    store
      .all<{ version: number; checksum: string }>('SELECT version, checksum FROM migration')
      .map((row) => [row.version, row.checksum]),
  );
  for (const migration of MIGRATIONS) {
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
  copyFileSync(store.file, join(folder, `before-migration-from-${version}.sqlite`));
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Whether an error says that the disk is full. */
export const isFull = (error: unknown): boolean => ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(codeOf(error));

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
      ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'].some((c) =>
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
