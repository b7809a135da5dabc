import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlatformStartError } from './platform-start-error.ts';

const STOP_WITHIN_MS = 20_000;
/** How long a platform that is just ending may take to let go of its folder. */
const PATIENCE_MS = 4_000;

/** Process number of the server that holds a cluster folder, from its lock file; nothing when none does. */
export function postmasterPid(clusterFolder: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether Linux still lists a process that has ended, because nobody has asked how it ended. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

/** Whether a process with that number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

interface ProcessFacts {
  readonly isPostgres: boolean;
  readonly parent: number | undefined;
}

function factsOf(pid: number): ProcessFacts {
  if (process.platform === 'win32') return { isPostgres: true, parent: undefined };
  const line = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  const [parent = '', ...command] = line.split(/\s+/);
  return { isPostgres: command.join(' ').includes('postgres'), parent: Number.parseInt(parent, 10) };
}

function linuxFactsOf(pid: number): ProcessFacts {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return { isPostgres: name === 'postgres', parent };
}

/** Asks a server to end its sessions and stop, and waits until it has. */
export async function stopPostmaster(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGQUIT');
    await wait(20);
  }
}

/**
 * Clears what a killed platform left behind in its cluster folder.
 *
 * A database whose platform was killed may still run: it is stopped. A lock file that names a
 * process which is something else by now is removed. A database that belongs to a living platform
 * is left alone, after waiting a little for one that is just ending.
 * @param ownerPid the platform that started the database last, as recorded
 * @throws PlatformStartError `data-in-use` when another platform works on the folder
 */
export async function clearLeftovers(clusterFolder: string, ownerPid: number | undefined): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await wait(100)) {
    const pid = postmasterPid(clusterFolder);
    if (pid === undefined || !isAlive(pid)) return;
    const facts = process.platform === 'linux' ? linuxFactsOf(pid) : factsOf(pid);
    if (!facts.isPostgres) {
      rmSync(join(clusterFolder, 'postmaster.pid'));
      return;
    }
    const ownerLives =
      ownerPid !== undefined && (facts.parent === undefined ? isAlive(ownerPid) : facts.parent === ownerPid);
    if (!ownerLives) return stopPostmaster(pid);
    if (Date.now() > deadline) {
      throw new PlatformStartError(
        'data-in-use',
        `数据文件夹正被另一个平台进程使用（进程号 ${ownerPid}）。请先停止它，或用 --data 另选文件夹。`,
        `Another platform (process ${ownerPid}) works on this data folder. Stop it, or choose another with --data.`,
      );
    }
  }
}
