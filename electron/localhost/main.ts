import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBackend } from '#electron/backend/backend.ts';
import { openLog } from '#electron/backend/log-file.ts';
import { placesOf, workspaceKey } from '#electron/backend/places.ts';
import { StartRefusal } from '#electron/backend/ports.ts';
import { heldWords, line, systemWords } from '#electron/backend/start-words.ts';
import type { Both } from '#electron/backend/start-words.ts';
import { holdWorkspace } from '#electron/backend/store/workspace-lock.ts';
import type { Holder } from '#electron/backend/store/workspace-lock.ts';
import { DOOR_PATHS } from '#shared/contract/door.ts';
import { openAppWindow } from './app-window.ts';
import { findBrowser, hasDisplay } from './browsers.ts';
import { readOptions } from './options.ts';
import type { LocalhostOptions } from './options.ts';
import type { Clock } from './sessions.ts';
import { openLocalhostDoor } from './server.ts';
import type { LocalhostDoor } from './server.ts';
import { followWindow } from './window-life.ts';
import { HELP, linkLine, windowLine } from './words.ts';

const REFUSED = 2;
const clock: Clock = {
  nowMs: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

const root = join(import.meta.dirname, '..', '..');
const options = readOptions(process.argv.slice(2));
if ('zh' in options) refuse(options);
else if (options.help) console.log(HELP);
else await start(options);

function refuse(words: Both): void {
  console.error(line(words));
  process.exitCode = REFUSED;
}

async function start(options: LocalhostOptions): Promise<void> {
  const places = placesOf();
  const workspace = options.workspace ?? places.workspace;
  const profile = join(places.cache, 'window', workspaceKey(workspace));
  try {
    const hold = holdWorkspace(workspace);
    if (!hold.held) return await startAgain(options, hold.holder, profile);
    const log = openLog(join(workspace, 'logs'));
    const backend = await createBackend({
      workspace,
      resources: join(root, 'resources'),
      cache: places.cache,
      version: versionIn(join(root, 'package.json')),
      workerEntry: (name) => pathToFileURL(join(import.meta.dirname, `${name}.js`)),
      log,
    });
    const secret = randomBytes(32).toString('base64url');
    const open = (port: number): Promise<LocalhostDoor> =>
      openLocalhostDoor({
        seat: () => backend.seat(),
        page: join(root, 'out', 'renderer'),
        key: hold.key,
        secret,
        port,
        clock,
        log,
      });
    const door = await openFirst(open, options.port, hold.lastPort);
    hold.publish({ door: 'localhost', pid: process.pid, origin: door.origin, secret });
    let stopping = false;
    const stop = async (): Promise<void> => {
      if (stopping) return;
      stopping = true;
      window?.kill();
      await door.close();
      await backend.close();
      hold.release();
      process.exit();
    };
    const window = show(options, door, profile, () => void stop());
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  } catch (error) {
    const words = error instanceof StartRefusal ? error.sentence : systemWords(error, workspace, options.port);
    if (words === undefined) throw error;
    console.error(line(words));
    process.exit(REFUSED);
  }
}

function versionIn(file: string): string {
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return version;
}

/** Opens on the port asked for; else on the one of last time, so that a page left open finds it; else on any. */
async function openFirst(
  open: (port: number) => Promise<LocalhostDoor>,
  asked: number | undefined,
  last: number | undefined,
): Promise<LocalhostDoor> {
  if (asked !== undefined) return await open(asked);
  try {
    return await open(last ?? 0);
  } catch (error) {
    if (last !== undefined && error instanceof Error && 'code' in error) return await open(0);
    throw error;
  }
}

type Way = { readonly browser: string } | { readonly why: 'asked' | 'no-display' | 'no-browser' };

function wayTo(options: LocalhostOptions): Way {
  const machine = { platform: process.platform, env: process.env, home: homedir() };
  if (options.door === 'url') return { why: 'asked' };
  if (!hasDisplay(machine)) return { why: 'no-display' };
  const browser = findBrowser(machine);
  return browser === undefined ? { why: 'no-browser' } : { browser };
}

function show(
  options: LocalhostOptions,
  door: LocalhostDoor,
  profile: string,
  stop: () => void,
): ChildProcess | undefined {
  const way = wayTo(options);
  const giveLink = (why: Parameters<typeof linkLine>[0]): void =>
    console.log(`${line(linkLine(why))}\n  ${door.startUrl()}`);
  if ('why' in way) {
    giveLink(way.why);
    return undefined;
  }
  const child = openAppWindow(way.browser, door.startUrl(), profile);
  console.log(line(windowLine(way.browser, options.door === 'window' ? 'asked' : (options.notDesktop ?? 'asked'))));
  const life = followWindow(clock, () => giveLink('no-page'), stop);
  door.onConnections((count) => life.connections(count));
  child.on('error', () => life.failed());
  child.on('exit', () => life.ended());
  return child;
}

/** Asks the program that holds the workspace for a start link and opens that. */
async function startAgain(options: LocalhostOptions, holder: Holder | undefined, profile: string): Promise<void> {
  const url = await linkFrom(holder);
  if (url === undefined) return refuse(heldWords(holder?.door));
  const way = wayTo(options);
  if ('why' in way) console.log(`${line(linkLine(way.why))}\n  ${url}`);
  else {
    console.log(
      line({ zh: '工作站已在运行：另开一个窗口。', en: 'The workstation is already running: opening another window.' }),
    );
    openAppWindow(way.browser, url, profile).unref();
  }
}

async function linkFrom(holder: Holder | undefined): Promise<string | undefined> {
  if (holder?.origin === undefined || holder.secret === undefined) return undefined;
  try {
    const answer = await fetch(`${holder.origin}${DOOR_PATHS.open}`, {
      method: 'POST',
      headers: { 'x-instance-secret': holder.secret },
      signal: AbortSignal.timeout(5_000),
    });
    const body: unknown = answer.ok ? await answer.json() : undefined;
    return typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string'
      ? body.url
      : undefined;
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}
