import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runSync } from '#electron/backend/sync/sync-run.ts';
import { startPlatform, type Platform } from '#electron/platform/server.ts';
import { BLOB_CHUNK_BYTES } from '#shared/platform/limits.ts';
import { hashOf, MemoryFiles } from '#tests/support/memory-files.ts';
import { startTestCluster, type TestCluster } from '#tests/support/postgres.ts';
import { silentLogger } from '#tests/support/silent-logger.ts';
import { ADMIN_TOKEN, enrolTestDesk } from '#tests/support/test-desk.ts';

let cluster: TestCluster;
let platform: Platform;
let url: string;

const start = (port = 0): Promise<Platform> =>
  startPlatform({ database: { url }, port, adminToken: ADMIN_TOKEN, logger: silentLogger() });

beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(() => cluster.stop());
beforeEach(async () => {
  url = await cluster.freshDatabase();
  platform = await start();
});
afterEach(() => platform.close());

/** A file of a length, of its own. */
const fileOf = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
const LONG = 2 * BLOB_CHUNK_BYTES + 70_001;

async function count(table: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
  await client.end();
  return Number(rows[0]?.n);
}

/** A desk whose requests pass through `network`. */
const deskThrough = (network: (target: string, method: string, pass: () => Promise<Response>) => Promise<Response>) =>
  enrolTestDesk(platform.origin, (input, init) =>
    network(new URL(String(input)).pathname, init?.method ?? '', () => fetch(input, init)),
  );

describe('files', () => {
  it('follow the facts to the platform and come down at another desk, to the byte', async () => {
    const requests: string[] = [];
    const one = await deskThrough((target, method, pass) => {
      requests.push(`${method} ${target.replace(/[0-9a-f]{64}/, 'HASH')}`);
      return pass();
    });
    const two = await enrolTestDesk(platform.origin);
    const [ours, theirs] = [new MemoryFiles(), new MemoryFiles()];
    const bytes = fileOf(LONG);
    const sha256 = ours.keep(bytes);
    one.store.append({ blobs: [sha256] });
    const report = await runSync(one.client, one.store, ours);
    expect(report).toMatchObject({ accepted: 1, files: { sent: 1, setAside: 0, fetched: 0 } });
    expect(requests).toEqual([
      'POST /push',
      'GET /pull',
      'POST /blobs/plan',
      'PUT /blobs/HASH/0',
      'PUT /blobs/HASH/1',
      'PUT /blobs/HASH/2',
      'POST /blobs/commit',
    ]);
    expect([ours.queue.size, ours.opened]).toEqual([0, 0]);

    theirs.want(sha256, bytes.byteLength);
    expect(await runSync(two.client, two.store, theirs)).toMatchObject({ pulled: 1, files: { fetched: 1 } });
    expect(hashOf(theirs.disk.get(sha256) ?? fileOf(1))).toBe(sha256);
    expect(theirs.wanted.size).toBe(0);
    expect([await count('blob'), await count('blob_chunk'), await count('staged_chunk')]).toEqual([1, 3, 0]);
  });

  it('not there yet are waited for: an entry may come before its photo', async () => {
    const two = await enrolTestDesk(platform.origin);
    const theirs = new MemoryFiles();
    theirs.want('a'.repeat(64), 5_000_000);
    const report = await runSync(two.client, two.store, theirs);
    expect(report).toMatchObject({ files: { fetched: 0 } });
    expect(report.offline).toBeUndefined();
    expect([theirs.wanted.size, theirs.broken.size]).toEqual([1, 0]);
  });

  it('cut off between chunks go on where they stood, also when the platform was restarted', async () => {
    let cut = true;
    const put: string[] = [];
    const one = await deskThrough((target, method, pass) => {
      if (method === 'PUT') put.push(target.slice(-2));
      if (cut && target.endsWith('/1')) return Promise.reject(new TypeError('fetch failed'));
      return pass();
    });
    const ours = new MemoryFiles();
    ours.keep(fileOf(LONG));
    expect(await runSync(one.client, one.store, ours)).toMatchObject({ offline: { reason: 'unreachable' } });
    expect(ours.queue.size).toBe(1);
    const port = Number(new URL(platform.origin).port);
    await platform.close();
    platform = await start(port);
    cut = false;
    expect(await runSync(one.client, one.store, ours)).toMatchObject({ files: { sent: 1 } });
    expect(put).toEqual(['/0', '/1', '/1', '/2']);
  });

  it('the same from two desks, at once, are held once', async () => {
    const desks = [await enrolTestDesk(platform.origin), await enrolTestDesk(platform.origin)];
    const bytes = fileOf(LONG);
    const reports = await Promise.all(
      desks.map(({ client, store }) => {
        const files = new MemoryFiles();
        files.keep(bytes);
        return runSync(client, store, files);
      }),
    );
    expect(reports).toMatchObject([{ files: { sent: 1 } }, { files: { sent: 1 } }]);
    expect([await count('blob'), await count('blob_chunk'), await count('staged_chunk')]).toEqual([1, 3, 0]);
  });

  it('travel behind what was done meanwhile', async () => {
    const order: string[] = [];
    const one = await deskThrough((target, _, pass) => {
      if (target.endsWith('commit') || target === '/push') order.push(target);
      if (target.endsWith('commit') && order.length === 1) one.store.append();
      return pass();
    });
    const ours = new MemoryFiles();
    for (let files = 0; files < 2; files += 1) ours.keep(fileOf(100));
    expect(await runSync(one.client, one.store, ours)).toMatchObject({ accepted: 1, files: { sent: 2 } });
    expect(order).toEqual(['/blobs/commit', '/push', '/blobs/commit']);
  });

  it('that are gone, or that the platform breaks on, are laid aside and block none', async () => {
    const [good, bad] = [fileOf(300), fileOf(301)];
    const one = await deskThrough((target, _, pass) =>
      target.includes(hashOf(bad)) ? Promise.resolve(new Response('', { status: 500 })) : pass(),
    );
    const ours = new MemoryFiles();
    for (const bytes of [good, bad]) ours.keep(bytes);
    const gone = ours.keep(fileOf(302));
    ours.disk.delete(gone);
    expect(await runSync(one.client, one.store, ours)).toMatchObject({ files: { sent: 1, setAside: 2 } });
    expect(ours.aside).toEqual(
      new Map([
        [gone, 'file-gone'],
        [hashOf(bad), 'http-500'],
      ]),
    );
    expect(ours.queue.size).toBe(0);
  });

  it('all stay in the queue when the platform breaks on each', async () => {
    const one = await deskThrough((target, _, pass) =>
      target.startsWith('/blobs') ? Promise.resolve(new Response('', { status: 500 })) : pass(),
    );
    const ours = new MemoryFiles();
    for (let length = 1; length < 6; length += 1) ours.keep(fileOf(length));
    expect(await runSync(one.client, one.store, ours)).toMatchObject({
      files: { sent: 0, setAside: 0 },
      offline: { reason: 'platform-fault', data: { status: 500 } },
    });
    expect(ours.queue.size).toBe(5);
  });

  it('altered on the disk are never held', async () => {
    const one = await enrolTestDesk(platform.origin);
    const ours = new MemoryFiles();
    const sha256 = ours.keep(fileOf(LONG));
    ours.disk.set(sha256, fileOf(LONG));
    await runSync(one.client, one.store, ours);
    expect([...ours.aside]).toEqual([[sha256, 'blob.hash']]);
    expect([await count('blob'), await count('staged_chunk')]).toEqual([0, 0]);
  });
});

describe('a chunk', () => {
  const file = fileOf(LONG);
  const sha256 = hashOf(file);
  const chunk = (index: number): Uint8Array => file.slice(index * BLOB_CHUNK_BYTES, (index + 1) * BLOB_CHUNK_BYTES);

  it('put twice changes nothing', async () => {
    const { client } = await enrolTestDesk(platform.origin);
    for (let times = 0; times < 2; times += 1)
      expect(await client.putChunk(sha256, 0, chunk(0))).toEqual({ kind: 'done', value: { taken: true } });
    expect(await client.planFiles([{ sha256, bytes: LONG }])).toMatchObject({
      value: { files: [{ held: false, missing: [1, 2] }] },
    });
    expect(await client.commitFile({ sha256, bytes: LONG })).toMatchObject({ code: 'blob.incomplete' });
    for (const index of [1, 2]) await client.putChunk(sha256, index, chunk(index));
    for (let times = 0; times < 2; times += 1)
      expect(await client.commitFile({ sha256, bytes: LONG })).toEqual({ kind: 'done', value: { held: true } });
    expect(await client.putChunk(sha256, 0, chunk(1))).toMatchObject({ kind: 'done' });
    const first = await client.getChunk(sha256, 0);
    expect(first.kind === 'done' && hashOf(first.value)).toBe(hashOf(chunk(0)));
  });

  it('of a file of another hash is dropped with it, and the right one can follow', async () => {
    const { client } = await enrolTestDesk(platform.origin);
    for (const index of [0, 1, 2]) await client.putChunk(sha256, index, index === 1 ? chunk(0) : chunk(index));
    expect(await client.commitFile({ sha256, bytes: LONG })).toMatchObject({ code: 'blob.hash' });
    expect(await client.getChunk(sha256, 0)).toMatchObject({ code: 'blob.unknown' });
    for (const index of [0, 1, 2]) await client.putChunk(sha256, index, chunk(index));
    expect(await client.commitFile({ sha256, bytes: LONG })).toMatchObject({ kind: 'done' });
  });

  it('of one desk does not spoil what another sends', async () => {
    const [good, bad] = [await enrolTestDesk(platform.origin), await enrolTestDesk(platform.origin)];
    for (const index of [0, 1, 2]) await bad.client.putChunk(sha256, index, new Uint8Array(chunk(index).length));
    for (const index of [0, 1, 2]) await good.client.putChunk(sha256, index, chunk(index));
    expect(await bad.client.commitFile({ sha256, bytes: LONG })).toMatchObject({ code: 'blob.hash' });
    expect(await good.client.commitFile({ sha256, bytes: LONG })).toMatchObject({ kind: 'done' });
  });

  it.each<[string, string, number]>([
    ['of a name that is no hash', '/blobs/abc/0', 422],
    ['with a number that is none', `/blobs/${'a'.repeat(64)}/-1`, 422],
    ['beyond the longest file', `/blobs/${'a'.repeat(64)}/64`, 422],
  ])('%s is refused', async (_name, target, status) => {
    const { raw } = await enrolTestDesk(platform.origin);
    expect((await raw('GET', target)).status).toBe(status);
  });

  it('is taken only signed, in bytes, and no longer than agreed', async () => {
    const { client } = await enrolTestDesk(platform.origin);
    const unsigned = await fetch(`${platform.origin}/blobs/${sha256}/0`, { method: 'PUT', body: Buffer.from('x') });
    expect(unsigned.status).toBe(401);
    expect(await client.putChunk(sha256, 0, fileOf(BLOB_CHUNK_BYTES + 1))).toMatchObject({ code: 'blob.chunk' });
    expect(await client.putChunk(sha256, 0, new Uint8Array(0))).toMatchObject({ code: 'blob.chunk' });
    expect(await client.planFiles([{ sha256, bytes: 70_000_000 }])).toMatchObject({ code: 'request.invalid' });
    expect(await count('staged_chunk')).toBe(0);
  });
});
