import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSync } from '#electron/backend/sync/sync-run.ts';
import { startPlatform, type Platform } from '#electron/platform/server.ts';
import { badNetwork, seeded } from '#tests/support/bad-network.ts';
import { startTestCluster, type TestCluster } from '#tests/support/postgres.ts';
import { silentLogger } from '#tests/support/silent-logger.ts';
import { ADMIN_TOKEN, enrolTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const DESKS = 3;
const ROUNDS = 25;

let cluster: TestCluster;

beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(() => cluster.stop());

function write(desk: TestDesk, random: () => number): void {
  const many = Math.floor(random() * 6);
  for (let count = 0; count < many; count += 1) {
    if (random() < 0.3) {
      const entityId = `case-${Math.floor(random() * 8)}`;
      desk.store.append({ type: 'case.decided', entity: 'decision', entityId, baseVersion: Math.floor(random() * 3) });
    } else desk.store.append();
  }
}

async function settle(desk: TestDesk): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    for (const seq of desk.store.parked.keys()) {
      if (desk.store.verdicts.get(seq)?.verdict === 'quarantined') desk.store.released.add(seq);
    }
    const report = await runSync(desk.client, desk.store);
    const waiting = desk.store.released.size > 0 || desk.store.ack() < desk.store.ledger.length;
    if (!report.offline && !waiting) return;
  }
  throw new Error(`desk ${desk.desk} never settled`);
}

async function live(platform: Platform, seed: number): Promise<void> {
  const random = seeded(seed);
  const desks: TestDesk[] = [];
  for (let count = 0; count < DESKS; count += 1) {
    desks.push(await enrolTestDesk(platform.origin, badNetwork(seeded(seed * 31 + count))));
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const desk of desks) write(desk, random);
    await Promise.all(desks.filter(() => random() < 0.8).map(({ client, store }) => runSync(client, store)));
  }
  for (const desk of desks) await settle(desk);
  for (const desk of desks) await settle(desk);

  const winners = new Map<string, string>();
  for (const { store } of desks) {
    expect(store.verdicts.size, 'every entry has a verdict').toBe(store.ledger.length);
    for (const entry of store.ledger) {
      const verdict = store.verdicts.get(entry.seq);
      expect(verdict?.verdict).not.toBe('quarantined');
      if (verdict?.verdict !== 'accepted' || verdict.version === undefined) continue;
      const { entityId } = JSON.parse(entry.body) as { entityId: string };
      const key = `${entityId} version ${verdict.version}`;
      expect(winners.has(key), `${key} was won twice`).toBe(false);
      winners.set(key, entry.hash);
    }
  }
  for (const reader of desks) {
    const pulled = reader.store.pulledHashes();
    for (const { store, desk } of desks.filter((other) => other !== reader)) {
      const accepted = store.ledger.filter(({ seq }) => store.verdicts.get(seq)?.verdict === 'accepted');
      const arrived = pulled.filter((hash) => store.ledger.some((entry) => entry.hash === hash));
      const late = new Set(accepted.filter(({ seq }) => store.parked.has(seq)).map(({ hash }) => hash));
      expect([...arrived].sort(), `${reader.desk} has all of ${desk}, once`).toEqual(
        accepted.map(({ hash }) => hash).sort(),
      );
      expect(arrived.filter((hash) => !late.has(hash))).toEqual(
        accepted.map(({ hash }) => hash).filter((hash) => !late.has(hash)),
      );
    }
  }
}

test('over a bad network nothing is lost, nothing is doubled, every desk keeps its order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 30 }), async (seed) => {
      const platform = await startPlatform({
        database: { url: await cluster.freshDatabase() },
        port: 0,
        adminToken: ADMIN_TOKEN,
        logger: silentLogger(),
      });
      try {
        await live(platform, seed);
      } finally {
        await platform.close();
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
