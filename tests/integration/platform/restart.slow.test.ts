import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPlatformClient, enrol } from '#electron/backend/sync/platform-client.ts';
import { makeDeskKey } from '#electron/backend/sync/desk-key.ts';
import { runSync } from '#electron/backend/sync/sync-run.ts';
import { loadApplications } from '#electron/platform/administer.ts';
import { startEmbeddedDatabase } from '#electron/platform/embedded-database.ts';
import { isAlive, postmasterPid } from '#electron/platform/postgres-process.ts';
import { startPlatform } from '#electron/platform/server.ts';
import { temporaryFolder } from '#tests/support/postgres.ts';
import { silentLogger } from '#tests/support/silent-logger.ts';
import { ADMIN_TOKEN, enrolTestDesk, MemoryStore } from '#tests/support/test-desk.ts';

let folder: string;
const running = new Set<ChildProcess>();

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await Promise.all([...running].map((child) => end(child, 'SIGTERM')));
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly code: string;
}

const main = (...args: readonly string[]): ChildProcess => {
  const { DATABASE_URL: _, ...env } = process.env;
  return spawn(process.execPath, ['electron/platform/main.ts', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
};

async function words(child: ChildProcess, until: RegExp): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (until.test(said)) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', (code) => (until.test(said) ? resolve(said) : reject(new Error(`ended (${code}): ${said}`))));
  });
}

async function start(): Promise<Started> {
  const child = main('--port', '0', '--data', folder);
  running.add(child);
  const said = await words(child, /stops/);
  const [, origin = ''] = /ready:\s+(http:\S+)/.exec(said) ?? [];
  const [, code = ''] = /code:\s+(\S+)/.exec(said) ?? [];
  return { child, origin, code };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.kill(signal);
  return ended;
}

async function outcomeOf(child: ChildProcess): Promise<{ readonly code: number | null; readonly said: string }> {
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const said = await words(child, /$./);
  return { code: await code, said };
}

test('killed and started again on the same folder, the platform has everything and the database is a new one', async () => {
  const first = await start();
  const parts = { fetch, now: () => new Date(), timeoutMs: 60_000 };
  const key = makeDeskKey();
  const joined = await enrol({ ...parts, origin: first.origin }, key, { code: first.code, name: '样例' });
  const desk = joined.kind === 'done' ? joined.value.desk : '';
  const store = new MemoryStore(desk);
  const sync = (origin: string) => runSync(createPlatformClient({ ...parts, origin }, desk, key.privateKey), store);
  for (let count = 0; count < 700; count += 1) store.append();
  expect(await sync(first.origin)).toMatchObject({ accepted: 700 });

  for (let count = 0; count < 3_000; count += 1) store.append();
  const cutOff = sync(first.origin);
  const databaseBefore = postmasterPid(join(folder, 'postgres')) ?? 0;
  await end(first.child, 'SIGKILL');
  const report = await cutOff;

  const second = await start();
  expect(isAlive(databaseBefore)).toBe(false);
  expect(report.pushed === 3_000 || report.offline !== undefined).toBe(true);
  expect(await sync(second.origin)).not.toHaveProperty('offline');
  expect(store.verdicts.size).toBe(3_700);
  const token = readFileSync(join(folder, 'admin.token'), 'utf8');
  expect(statSync(join(folder, 'admin.token')).mode & 0o077).toBe(0);
  const desks = await fetch(`${second.origin}/admin/desks`, { headers: { authorization: `Bearer ${token}` } });
  expect(await desks.json()).toMatchObject({ desks: [{ desk, ack: 3_700, head: store.ledger.at(-1)?.hash }] });

  const databaseAfter = postmasterPid(join(folder, 'postgres')) ?? 0;
  expect(await end(second.child, 'SIGTERM')).toBe(0);
  expect(isAlive(databaseAfter)).toBe(false);
});

test('the commands talk to the running platform, and say so when none runs', async () => {
  const idle = await outcomeOf(main('enrolment-code', '--data', folder)).catch(String);
  expect(idle).toContain('No platform runs');
  const { origin } = await start();
  const code = await words(main('enrolment-code', '--data', folder), /\w{4}-\w{4}-\w{4}/);
  const parts = { origin, fetch, now: () => new Date(), timeoutMs: 60_000 };
  const key = makeDeskKey();
  const joined = await enrol(parts, key, { code: code.slice(0, 14), name: '样例' });
  expect(joined).toMatchObject({ kind: 'done', value: { desk: '01' } });

  const file = join(folder, 'applications.json');
  writeFileSync(file, '{"applications":[{"applicationNo":"A-1"}]}');
  expect(await loadApplications(folder, file)).toMatchObject({
    failure: expect.stringMatching(/applications\.0\.\w+/),
  });
  writeFileSync(file, 'nonsense');
  expect(await loadApplications(folder, file)).toMatchObject({ failure: expect.stringContaining('Cannot read') });
});

test('a port in use, and a folder in use, are told and harm nothing', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const { port } = blocker.address() as AddressInfo;
  const database = await startEmbeddedDatabase(folder);
  try {
    const options = { adminToken: ADMIN_TOKEN, logger: silentLogger() };
    await expect(startPlatform({ ...options, database: { url: database.url() }, port })).rejects.toMatchObject({
      problem: 'port-in-use',
    });
    await expect(startPlatform({ ...options, database: { folder }, port: 0 })).rejects.toMatchObject({
      problem: 'data-in-use',
    });
    expect(isAlive(database.pid)).toBe(true);
  } finally {
    await database.stop();
    blocker.close();
  }
});

test('while the database is away every answer is 503 with a wait, and work goes on once it is back', async () => {
  const platform = await startPlatform({
    database: { folder },
    port: 0,
    adminToken: ADMIN_TOKEN,
    logger: silentLogger(),
  });
  const { client, store } = await enrolTestDesk(platform.origin);
  store.append();
  process.kill(postmasterPid(join(folder, 'postgres')) ?? 0, 'SIGQUIT');
  const { port } = new URL(platform.origin);
  expect((await runSync(client, store)).offline).toMatchObject({ reason: 'busy', retryAfterMs: 5_000 });
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(503);
  await platform.close();
  const again = await startPlatform({
    database: { folder },
    port: Number(port),
    adminToken: ADMIN_TOKEN,
    logger: silentLogger(),
  });
  expect(await runSync(client, store)).toMatchObject({ accepted: 1 });
  await again.close();
});
