import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Reply } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { createBackend } from '#electron/backend/backend.ts';
import type { Backend, Seat, WorkerName } from '#electron/backend/ports.ts';
import { StartRefusal } from '#electron/backend/ports.ts';
import { databaseFile } from '#electron/backend/store/open-store.ts';
import { RESOURCES, testFolders } from '#tests/support/desk.ts';
import { newWorkspace } from '#tests/support/workspaces.ts';

const ENTRIES: Readonly<Record<WorkerName, URL>> = {
  writer: new URL('../../../electron/backend/writer-worker.ts', import.meta.url),
  reader: new URL('../../../electron/backend/reader-worker.ts', import.meta.url),
  documents: new URL('../../../electron/backend/documents/document-worker.ts', import.meta.url),
};
const FAILING = new URL('../../support/failing-reader.ts', import.meta.url);

interface Open {
  readonly backend: Backend;
  readonly log: object[];
}

/** A backend with its two workers, as a door opens it; closed with the test. */
async function open(workspace: string, reader = ENTRIES.reader): Promise<Open> {
  const log: object[] = [];
  const backend = await createBackend({
    ...testFolders(workspace),
    workerEntry: (name) => (name === 'reader' ? reader : ENTRIES[name]),
    log: (line) => log.push(line),
  });
  onTestFinished(() => backend.close());
  return { backend, log };
}

async function ask(seat: Seat, name: string, input: unknown = {}): Promise<unknown> {
  const reply = await seat.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
  return reply.value;
}

const code = (reply: Reply): string => (reply.ok ? 'ok' : reply.failure.code);

async function demoSeat(backend: Backend, login: string): Promise<Seat> {
  const seat = backend.seat();
  await seat.call('demo.start', { applications: false });
  await ask(seat, 'session.sign-in', { login, password: DEMO_PASSWORD });
  return seat;
}

describe('the two workers', () => {
  it('sign a person in at one seat only, for commands and queries alike', async () => {
    const { backend } = await open(newWorkspace());
    const here = await demoSeat(backend, 'peng');
    const there = backend.seat();
    expect(code(await here.call('case.list', { queue: 'all' }))).toBe('ok');
    expect(code(await there.call('case.list', { queue: 'all' }))).toBe('session.needed');
    expect(code(await there.call('parcel.keep-orphan', { waybill: '1234567890123' }))).toBe('session.needed');
    await ask(here, 'session.lock');
    expect(code(await here.call('case.list', { queue: 'all' }))).toBe('session.locked');
    await ask(here, 'session.unlock', { password: DEMO_PASSWORD });
    expect(code(await here.call('case.list', { queue: 'all' }))).toBe('ok');
    await ask(here, 'session.sign-out');
    expect(code(await here.call('case.list', { queue: 'all' }))).toBe('session.needed');
  });

  it('a seat that is closed has nobody in it', async () => {
    const { backend } = await open(newWorkspace());
    const seat = await demoSeat(backend, 'peng');
    seat.close();
    expect(code(await seat.call('parcel.keep-orphan', { waybill: '1234567890123' }))).toBe('session.needed');
    expect(code(await seat.call('case.list', { queue: 'all' }))).toBe('session.needed');
  });

  it('a query asked on an announcement sees what was announced, at every other seat too', async () => {
    const { backend } = await open(newWorkspace());
    const clerk = await demoSeat(backend, 'peng');
    const other = backend.seat();
    await ask(other, 'session.sign-in', { login: 'shen', password: DEMO_PASSWORD });
    for (let serial = 0; serial < 25; serial += 1) {
      const seen = new Promise<unknown>((resolve) => {
        const stop = other.subscribe(({ data, name }) => {
          if (name !== 'parcel.changed' || !('parcelId' in data)) return;
          stop();
          resolve(ask(other, 'parcel.get', { parcelId: data.parcelId }));
        });
      });
      const waybill = `98765${String(serial).padStart(8, '0')}`;
      await ask(clerk, 'parcel.keep-orphan', { waybill });
      expect(await seen).toMatchObject({ waybill, state: 'orphan' });
    }
  });

  it('answer queries while a long import runs, and the import goes on', async () => {
    const { backend } = await open(newWorkspace());
    const clerk = await demoSeat(backend, 'peng');
    const reader = backend.seat();
    await ask(reader, 'session.sign-in', { login: 'shen', password: DEMO_PASSWORD });
    const content = readFileSync(`${RESOURCES}/templates/sample-applications.xlsx`).toString('base64');
    const progress: number[] = [];
    clerk.subscribe(({ data, name }) => {
      if (name === 'import.progress' && 'done' in data) progress.push(data.done);
    });
    const work = { done: false };
    const imported = ask(clerk, 'application.import', { fileName: 'sample.xlsx', content }).finally(() => {
      work.done = true;
    });
    const lengths: number[] = [];
    while (!work.done) {
      const { rows } = (await ask(reader, 'case.list', { queue: 'all', limit: 200 })) as { rows: readonly unknown[] };
      lengths.push(rows.length);
    }
    expect(await imported).toMatchObject({ added: 240, bad: 0 });
    expect(lengths.length).toBeGreaterThan(10);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(new Set(lengths).size).toBeGreaterThan(2);
    expect(progress.at(-1)).toBe(240);
  });

  it('that dies answers what is open instead of hanging, says so in the log, and the other goes on', async () => {
    const { backend, log } = await open(newWorkspace(), FAILING);
    const seat = await demoSeat(backend, 'peng');
    const open3 = ['case.list', 'standard.get', 'desk.counts'].map((name) =>
      seat.call(name, name === 'case.list' ? { queue: 'all' } : {}),
    );
    const codes = (await Promise.all(open3)).map(code);
    expect(codes[1]).toBe('internal');
    expect(code(await seat.call('desk.counts', {}))).toBe('internal');
    expect(code(await seat.call('parcel.keep-orphan', { waybill: '1234567890123' }))).toBe('ok');
    expect(JSON.stringify(log)).toContain('died on purpose');
  });

  it('leave one whole file when they are closed, and answer afterwards', async () => {
    const workspace = newWorkspace();
    const { backend } = await open(workspace);
    const seat = await demoSeat(backend, 'peng');
    await ask(seat, 'parcel.keep-orphan', { waybill: '1234567890123' });
    await Promise.all([backend.close(), backend.close()]);
    expect(existsSync(databaseFile(workspace))).toBe(true);
    for (const ending of ['-wal', '-shm']) expect(existsSync(databaseFile(workspace) + ending), ending).toBe(false);
    expect(code(await seat.call('desk.counts', {}))).toBe('internal');
    await backend.close();
    const again = await open(workspace);
    const next = again.backend.seat();
    await ask(next, 'session.sign-in', { login: 'peng', password: DEMO_PASSWORD });
    expect(await ask(next, 'parcel.find', { code: '1234567890123' })).toMatchObject({ state: 'orphan' });
  });

  it('refuse a workspace that is not one, as the store does', async () => {
    const workspace = newWorkspace();
    writeFileSync(databaseFile(workspace), 'x'.repeat(9_000));
    await expect(open(workspace)).rejects.toThrow(StartRefusal);
    await expect(open(workspace)).rejects.toMatchObject({ code: 'store.not-a-workspace' });
    const folder = newWorkspace();
    mkdirSync(databaseFile(folder));
    await expect(open(folder)).rejects.toMatchObject({ code: 'store.not-writable' });
  });

  it('refuse to start without the shipped standard, and say why', async () => {
    const workspace = newWorkspace();
    const ports = {
      ...testFolders(workspace),
      resources: fileURLToPath(new URL('nowhere/', import.meta.url)),
      workerEntry: (name: WorkerName) => ENTRIES[name],
      log: () => undefined,
    };
    await expect(createBackend(ports)).rejects.toThrow(/otop-star\.json/);
  });
});
