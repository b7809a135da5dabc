import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { built } from './built.ts';

let program: string;
let folder: string;
const running: ChildProcess[] = [];
beforeAll(async () => {
  program = join(await built(), 'main', 'localhost.js');
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otop-start-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve));
  }
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  /** Resolves when stdout has the text, or the program ended. */
  said(text: string): Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Starts the built program, as `npm start` does on a machine without Electron. */
function start(args: readonly string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', XDG_CACHE_HOME: join(folder, 'cache'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let [stdout, stderr] = ['', ''];
  const heard: (() => void)[] = [];
  child.stdout.on('data', (data: Buffer) => {
    stdout += String(data);
    for (const hear of heard) hear();
  });
  child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  return {
    child,
    ended,
    said: (text) =>
      new Promise((resolve, reject) => {
        const hear = (): void => void (stdout.includes(text) && resolve(stdout));
        heard.push(hear);
        hear();
        void ended.then(() => reject(new Error(`ended: ${stdout}${stderr}`)));
      }),
  };
}

/** Waits for a file that another program makes. */
const appears = (file: string): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => void (existsSync(file) ? resolve() : setImmediate(look));
    look();
  });

const LINK = /http:\/\/127\.0\.0\.1:(\d+)\/#ticket=([\w-]{32})/;
const workspace = (): string => join(folder, 'workspace');

it('prints a link where there is no display, says why, and ends cleanly when told', async () => {
  const { child, said, ended } = start(['--workspace', workspace(), '--not-desktop=no-binary']);
  const stdout = await said('#ticket=');
  expect(stdout).toMatch(LINK);
  expect(stdout).toMatch(/没有图形显示.* \/ .*there is no display/);
  const [, port] = LINK.exec(stdout) ?? [];
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

it('gives a second start a new link from the first, and takes over when the first was killed', async () => {
  const first = start(['--workspace', workspace(), '--door=url']);
  const [, port, ticket] = LINK.exec(await first.said('#ticket=')) ?? [];
  const second = await start(['--workspace', workspace(), '--door=url']).ended;
  expect(second.code).toBe(0);
  const [, samePort, newTicket] = LINK.exec(second.stdout) ?? [];
  expect(samePort).toBe(port);
  expect(newTicket).not.toBe(ticket);
  first.child.kill('SIGKILL');
  await first.ended;
  const third = start(['--workspace', workspace(), '--door=url']);
  expect(LINK.exec(await third.said('#ticket='))?.[1]).toBe(port);
});

it('opens an app window without showing its link to the process list', async () => {
  const browser = join(folder, 'browser');
  const [seen, gone] = [join(folder, 'seen'), join(folder, 'gone')];
  await writeFile(
    browser,
    `#!/bin/sh
trap 'kill $!; echo > "${gone}"; exit' TERM
for a in "$@"; do echo "$a"; done > "${seen}.new"
sleep 600 &
mv "${seen}.new" "${seen}"
wait`,
  );
  await chmod(browser, 0o755);
  const { said, child, ended } = start(['--workspace', workspace(), '--not-desktop=no-binary'], {
    DISPLAY: ':99',
    OTOP_BROWSER: browser,
  });
  expect(await said('npm run electron:install')).toMatch(/浏览器应用窗口.* \/ .*browser app window/);
  await appears(seen);
  const args = readFileSync(seen, 'utf8');
  expect(args).not.toContain('ticket');
  expect(args).toContain(`--user-data-dir=${join(folder, 'cache')}`);
  const opener = /--app=file:\/\/(\S+)/.exec(args)?.[1] ?? '';
  expect(readFileSync(opener, 'utf8')).toMatch(LINK);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  await appears(gone);
});

it('refuses in both languages a port in use, a workspace that is no folder or not writable, and strange arguments', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const file = join(folder, 'file');
  await writeFile(file, 'mine');
  const ends = await Promise.all([
    start(['--workspace', workspace(), '--door=url', `--port=${port}`]).ended,
    start(['--workspace', file, '--door=url']).ended,
    start(['--port=many']).ended,
    start(['--workspace', '/sys/otop-test', '--door=url']).ended,
  ]);
  await new Promise((resolve) => other.close(resolve));
  expect(ends.map(({ code, stdout }) => [code, stdout])).toEqual([
    [2, ''],
    [2, ''],
    [2, ''],
    [2, ''],
  ]);
  expect(ends[0]?.stderr).toMatch(/端口 \d+ 已被.* \/ Port \d+ is used/);
  expect(ends[1]?.stderr).toContain('is not a folder');
  expect(ends[2]?.stderr).toContain('--port is a whole number');
  expect(ends[3]?.stderr).toContain('Cannot write to the workspace folder');
  expect(readFileSync(file, 'utf8')).toBe('mine');
});
