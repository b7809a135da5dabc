import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { clearLeftovers, stopPostmaster } from './postgres-process.ts';
import { databaseUser, isReachable, nativeFolder, type DatabaseUser } from './postgres-binaries.ts';
import { PlatformStartError } from './platform-start-error.ts';

const MAJOR = '18';
const SUPERUSER = 'otop';
const KEPT_LINES = 40;
const PORT_TRIES = 5;
const EXECUTABLE = process.platform === 'win32' ? '.exe' : '';

/** A running PostgreSQL of our own. */
export interface EmbeddedDatabase {
  /** Connection string to a database of the cluster; `postgres` when none is named. */
  url(database?: string): string;
  readonly pid: number;
  /** Ends all sessions and waits until the server is gone. */
  stop(): Promise<void>;
}

interface Cluster {
  readonly folder: string;
  readonly native: string;
  readonly user: DatabaseUser | undefined;
  readonly password: string;
  readonly ownerFile: string;
}

function startFailure(log: string): PlatformStartError {
  if (/No space left on device/i.test(log)) {
    return new PlatformStartError(
      'disk-full',
      '磁盘空间不足，数据库无法启动；数据未受影响。请腾出空间后重试。',
      'The disk is full and the database cannot start; no data is harmed. Free some space and try again.',
    );
  }
  if (/lock file "postmaster\.pid" already exists|another server might be running/i.test(log)) {
    return new PlatformStartError(
      'data-in-use',
      '数据文件夹正被另一个数据库进程使用。请先停止它，或用 --data 另选文件夹。',
      'Another database works on this data folder. Stop it, or choose another with --data.',
    );
  }
  return new PlatformStartError(
    'database-failed',
    `内置数据库未能启动。最后的日志：\n${log}`,
    `The embedded database did not start. Its last words are above.`,
  );
}

const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  ...(process.platform === 'win32' && { SystemRoot: process.env['SystemRoot'], TEMP: process.env['TEMP'] }),
  LC_ALL: 'C',
  TZ: 'UTC',
});

function run(program: string, args: readonly string[], cluster: Cluster): ChildProcess {
  return spawn(program, args, {
    ...cluster.user,
    cwd: cluster.native,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

async function createCluster(cluster: Cluster): Promise<void> {
  const unfinished = `${cluster.folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = `${unfinished}-password`;
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (cluster.user) {
    chownSync(unfinished, cluster.user.uid, cluster.user.gid);
    chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
  }
  const initdb = run(
    join(cluster.native, 'bin', `initdb${EXECUTABLE}`),
    [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    cluster,
  );
  const said: string[] = [];
  initdb.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  initdb.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      initdb.once('error', reject);
      initdb.once('close', resolve);
    });
    if (code !== 0) throw startFailure(said.join('').slice(-4_000));
    renameSync(unfinished, cluster.folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

type Started = { readonly server: ChildProcess; readonly pid: number } | { readonly log: string };

function startOn(port: number, cluster: Cluster): Promise<Started> {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'logging_collector=off',
    'log_destination=stderr',
    'lc_messages=C',
    'max_connections=60',
  ];
  const program = join(cluster.native, 'bin', `postgres${EXECUTABLE}`);
  const server = run(program, ['-D', cluster.folder, ...settings.flatMap((setting) => ['-c', setting])], cluster);
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('close', () => resolve({ log: lines.join('') }));
    server.stderr?.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      lines.push(text);
      if (lines.length > KEPT_LINES) lines.shift();
      if (text.includes('database system is ready to accept connections') && server.pid) {
        resolve({ server, pid: server.pid });
      }
    });
    server.stdout?.resume();
  });
}

/** Stops the database when this process dies without a word: the shell sees its input end. */
function guard(pid: number): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const shell = spawn('/bin/sh', ['-c', 'read -r word || kill -INT "$1"', 'otop-database-guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.unref();
  return shell;
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function passwordIn(folder: string): string {
  const file = join(folder, 'database.key');
  const known = readText(file);
  if (known) return known;
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/**
 * Where the database's own files go: into the data folder, unless root owns the way there and the
 * database's user cannot pass; then to the system's place for services, under the data folder's name.
 */
function databaseHome(dataFolder: string, user: DatabaseUser | undefined): string {
  if (user === undefined) return dataFolder;
  const elsewhere = join(
    '/var/lib/otop-platform',
    createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16),
  );
  const home = isReachable(dataFolder, user) ? dataFolder : elsewhere;
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o711);
  if (isReachable(home, user)) return home;
  throw new PlatformStartError(
    'data-unreachable',
    `以 root 启动时数据库以普通用户运行，而该用户进不了 ${dataFolder} 和 ${home}。请用 --data 选择其他文件夹。`,
    `Started by root, the database runs as an ordinary user, who can reach neither ${dataFolder} nor ${home}. Choose another folder with --data.`,
  );
}

function prepare(dataFolder: string): Cluster {
  mkdirSync(dataFolder, { recursive: true });
  const user = databaseUser();
  const home = databaseHome(dataFolder, user);
  const folder = join(home, 'postgres');
  const version = readText(join(folder, 'PG_VERSION'));
  if (version !== undefined && version !== MAJOR) {
    throw new PlatformStartError(
      'data-newer',
      `数据文件夹由 PostgreSQL ${version} 建立，本程序内置的是 ${MAJOR}；数据未改动。`,
      `The data folder was made by PostgreSQL ${version}; this program carries ${MAJOR}. Nothing was changed.`,
    );
  }
  const native = nativeFolder(home, user);
  return { folder, native, user, password: passwordIn(dataFolder), ownerFile: join(dataFolder, 'owner.pid') };
}

/**
 * Starts our own PostgreSQL on a folder, making the cluster at the first start.
 *
 * It listens on 127.0.0.1 at a port of its own, with a password kept in the folder, and ends with
 * this process also when that is killed; what a killed process left is cleared at the next start.
 * @throws PlatformStartError when a person can mend it
 */
export async function startEmbeddedDatabase(dataFolder: string): Promise<EmbeddedDatabase> {
  const cluster = prepare(dataFolder);
  const owner = Number(readText(cluster.ownerFile));
  await clearLeftovers(cluster.folder, owner > 0 ? owner : undefined);
  if (!existsSync(cluster.folder)) await createCluster(cluster);
  let log = '';
  for (let attempt = 0; attempt < PORT_TRIES; attempt += 1) {
    const port = await freePort();
    const started = await startOn(port, cluster);
    if ('log' in started) {
      log = started.log;
      if (/Address already in use/i.test(log)) continue;
      break;
    }
    writeFileSync(cluster.ownerFile, String(process.pid));
    const watch = guard(started.pid);
    return {
      url: (database = 'postgres') => `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`,
      pid: started.pid,
      stop: async () => {
        watch?.stdin?.end('done\n');
        if (started.server.exitCode === null && started.server.signalCode === null) await stopPostmaster(started.pid);
        rmSync(cluster.ownerFile, { force: true });
      },
    };
  }
  throw startFailure(log);
}
