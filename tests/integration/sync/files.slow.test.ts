import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runSync } from '#electron/backend/sync/sync-run.ts';
import { startPlatform, type Platform } from '#electron/platform/server.ts';
import { BLOB_CHUNK_BYTES } from '#shared/platform/limits.ts';
import { badNetwork, seeded } from '#tests/support/bad-network.ts';
import { hashOf, MemoryFiles } from '#tests/support/memory-files.ts';
import { startTestCluster, type TestCluster } from '#tests/support/postgres.ts';
import { silentLogger } from '#tests/support/silent-logger.ts';
import { ADMIN_TOKEN, enrolTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

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

describe('over a bad network, with the platform restarted in between', () => {
  async function settle({ client, store }: TestDesk, files: MemoryFiles): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      for (const [sha256, problem] of files.aside) {
        expect(problem).not.toBe('blob.hash');
        files.aside.delete(sha256);
        files.queue.add(sha256);
      }
      await runSync(client, store, files);
      if (files.queue.size === 0 && files.wanted.size === 0 && files.aside.size === 0) return;
    }
    throw new Error('never settled');
  }

  it('no file is lost, none doubled, all come down to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 30 }), async (seed) => {
        const random = seeded(seed);
        const port = Number(new URL(platform.origin).port);
        const desks = [
          await enrolTestDesk(platform.origin, badNetwork(seeded(seed + 1))),
          await enrolTestDesk(platform.origin, badNetwork(seeded(seed + 2))),
        ] as const;
        const stores = [new MemoryFiles(), new MemoryFiles()] as const;
        const shared = fileOf(1 + Math.floor(random() * 2 * BLOB_CHUNK_BYTES));
        for (const store of stores) {
          store.keep(shared);
          for (let own = 0; own < 3; own += 1) store.keep(fileOf(1 + Math.floor(random() * LONG)));
        }
        const all = new Map(stores.flatMap((store) => [...store.disk]));
        const before = await count('blob');
        for (const store of stores) for (const [sha256, bytes] of all) store.want(sha256, bytes.byteLength);
        const away = Promise.all(desks.map((desk, at) => runSync(desk.client, desk.store, stores[at])));
        await platform.close();
        await away;
        platform = await start(port);
        await Promise.all(desks.map((desk, at) => settle(desk, stores[at] ?? stores[0])));
        for (const store of stores)
          for (const sha256 of all.keys()) expect(hashOf(store.disk.get(sha256) ?? new Uint8Array())).toBe(sha256);
        expect((await count('blob')) - before).toBe(all.size);
        expect(await count('staged_chunk')).toBe(0);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
