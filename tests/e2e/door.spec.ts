import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');

let folder: string;
const running: ChildProcess[] = [];
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otop-door-'));
});
test.afterEach(async () => {
  for (const child of running.splice(0)) await end(child, 'SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

/** Starts the localhost door as `npm start` does; answers with its one-time link. */
async function start(port = '0'): Promise<{ readonly child: ChildProcess; readonly link: URL }> {
  const args = ['electron/launch.js', 'start', '--door=url', '--workspace', join(folder, 'workspace'), '--port', port];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  const link = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (data: Buffer) => {
      said += String(data);
      const found = /http:\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`ended: ${said}`)));
  });
  return { child, link: new URL(link) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await new Promise((resolve) => child.once('exit', resolve));
}

interface Reply {
  readonly ok: boolean;
  readonly failure?: { readonly code: string };
}

const call = (page: Page, name: string): Promise<Reply> =>
  page.evaluate(
    (name) =>
      (
        globalThis as unknown as { workstation: { call(name: string, input: unknown): Promise<Reply> } }
      ).workstation.call(name, {}),
    name,
  );

/** Listens in the page from now on; what it gives waits for the event, which may have come meanwhile. */
async function listen(page: Page, event: string): Promise<() => Promise<unknown>> {
  const listening = await page.evaluateHandle(
    (event) => ({
      heard: new Promise((resolve) =>
        (
          globalThis as unknown as { workstation: { on(name: string, hear: (data: unknown) => void): void } }
        ).workstation.on(event, resolve),
      ),
    }),
    event,
  );
  return () => listening.evaluate(({ heard }) => heard);
}

test('the start link lets one browser in, once, and leaves the address bar', async ({ page, browser }) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const { link } = await start();
  await page.goto(link.href);
  expect((await call(page, 'session.get')).ok).toBe(true);
  expect(page.url()).toBe(`${link.origin}/`);
  await page.reload();
  expect((await call(page, 'session.get')).ok).toBe(true);
  expect(problems).toEqual([]);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link.href);
  expect(await call(stranger, 'session.get')).toEqual({ ok: false, failure: { code: 'door.offline' } });
});

test('a page comes back by itself when the program was killed and started again', async ({ page }) => {
  const first = await start();
  await page.goto(first.link.href);
  await call(page, 'session.get');
  const offline = await listen(page, 'door.offline');
  await end(first.child, 'SIGKILL');
  expect(await offline()).toEqual({ reason: 'unreachable' });
  expect(await call(page, 'session.get')).toEqual({ ok: false, failure: { code: 'door.offline' } });
  const online = await listen(page, 'door.online');
  await start(first.link.port);
  await online();
  expect((await call(page, 'session.get')).ok).toBe(true);
});

test('a page of another origin in the same browser reaches nothing', async ({ page, context }) => {
  const { link } = await start();
  await page.goto(link.href);
  await call(page, 'session.get');
  const other = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<body></body>'),
  );
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const hostile = await context.newPage();
  await hostile.goto(`http://127.0.0.1:${address.port}/`);
  const reached = await hostile.evaluate(async (origin) => {
    const settle = (promise: Promise<Response>): Promise<string> =>
      promise.then(
        (answer) => `${answer.type} ${answer.status}`,
        () => 'blocked',
      );
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/door/socket`);
    const frame = document.createElement('iframe');
    frame.src = `${origin}/`;
    const framed = new Promise<string>((resolve) => {
      frame.addEventListener('load', () => resolve(frame.contentDocument === null ? 'opaque' : 'readable'));
    });
    document.body.append(frame);
    return {
      socket: await new Promise((resolve) => {
        socket.addEventListener('open', () => resolve('open'));
        socket.addEventListener('error', () => resolve('refused'));
      }),
      read: await settle(fetch(`${origin}/door/session`, { credentials: 'include' })),
      blind: await settle(fetch(`${origin}/`, { mode: 'no-cors', credentials: 'include' })),
      post: await settle(fetch(`${origin}/door/session`, { method: 'POST', mode: 'no-cors', body: '{}' })),
      frame: await framed,
    };
  }, link.origin);
  other.close();
  expect(reached).toEqual({ socket: 'refused', read: 'blocked', blind: 'blocked', post: 'blocked', frame: 'opaque' });
});

test('a rebound name reaches nothing', async ({ page }) => {
  const { link } = await start();
  expect((await page.goto(`http://localhost:${link.port}/`))?.status()).toBe(421);
});

test('a script written into the page does not run', async ({ page }) => {
  const { link } = await start();
  await page.goto(link.href);
  await call(page, 'session.get');
  const outcome = await page.evaluate(async () => {
    const tried = (attempt: () => unknown): string => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    return {
      html: tried(() => (document.body.innerHTML = '<img src=x onerror="document.title=1">')),
      compiled: await new Promise((resolve) => {
        // In a callback of the page: an evaluated script itself is let past the policy.
        setTimeout(() => resolve(tried(() => Reflect.construct(Function, ['return 1']))), 0);
      }),
      policy: tried(() =>
        (
          globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
        ).trustedTypes.createPolicy('any', {}),
      ),
    };
  });
  expect(outcome).toEqual({ html: 'TypeError', compiled: 'EvalError', policy: 'TypeError' });
});
