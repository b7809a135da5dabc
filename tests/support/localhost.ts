import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** A running program that a browser test talks to. */
export interface Running {
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** The localhost door on a workspace. */
export interface Localhost extends Running {
  /** One-time link that lets a browser in. */
  readonly link: URL;
}

/** A platform server with its own PostgreSQL. */
export interface Platform extends Running {
  readonly origin: string;
  /** One-time code that lets a desk in. */
  readonly code: string;
}

/**
 * Starts the localhost door as `npm start -- --door=url` does.
 *
 * @param port a port used before, so that a page left open finds its server again
 */
export async function startLocalhost(workspace: string, port = '0'): Promise<Localhost> {
  const child = launch(['start', '--door=url', '--workspace', workspace, '--port', port]);
  const [link = ''] = await saidBy(child, [/(http:\S+)\s/]);
  return { link: new URL(link), stop: (signal) => end(child, signal) };
}

/**
 * Starts a platform server on a folder, empty at first.
 *
 * @param port a port used before, so that desks enrolled there find it again
 */
export async function startPlatform(folder: string, port = '0'): Promise<Platform> {
  const child = launch(['platform', 'serve', '--port', port, '--data', folder]);
  const [origin = '', code = ''] = await saidBy(child, [/Platform ready:\s+(\S+)\s/, /Enrolment code:\s+(\S+)\s/]);
  return { origin, code, stop: (signal) => end(child, signal) };
}

const launch = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(root, 'electron', 'launch.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** What a program says in the first group of each pattern, once it has said all of it. */
function saidBy(child: ChildProcess, patterns: readonly RegExp[]): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString('utf8');
      const found = patterns.flatMap((pattern) => pattern.exec(said)?.[1] ?? []);
      if (found.length === patterns.length) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the program ended: ${said}`)));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
