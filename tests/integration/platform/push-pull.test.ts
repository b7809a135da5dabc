import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { runSync } from '#electron/backend/sync/sync-run.ts';
import { startPlatform, type Platform } from '#electron/platform/server.ts';
import { GENESIS } from '#shared/domain/ledger-entry.ts';
import { startTestCluster, type TestCluster } from '#tests/support/postgres.ts';
import { silentLogger } from '#tests/support/silent-logger.ts';
import { ADMIN_TOKEN, enrolTestDesk, seal } from '#tests/support/test-desk.ts';

let cluster: TestCluster;
let platform: Platform;
let url: string;
let logger = silentLogger();

const start = (newEpoch = false): Promise<Platform> =>
  startPlatform({ database: { url }, port: 0, adminToken: ADMIN_TOKEN, logger, newEpoch });

beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(() => cluster.stop());
beforeEach(async () => {
  url = await cluster.freshDatabase();
  logger = silentLogger();
  platform = await start();
});
afterEach(async () => {
  await platform.close();
  expect(logger.errors).toEqual([]);
});

const idle = { pushed: 0, accepted: 0, conflicts: 0, quarantined: 0, parked: 0, pulled: 0, unknown: 0 };

test('what one desk pushes the other pulls, in order and once; nobody gets their own back', async () => {
  const [one, two] = [await enrolTestDesk(platform.origin), await enrolTestDesk(platform.origin)];
  expect([one.desk, two.desk]).toEqual(['01', '02']);
  for (let count = 0; count < 1_200; count += 1) one.store.append();
  const mine = two.store.append();

  expect(await runSync(one.client, one.store)).toEqual({ ...idle, pushed: 1_200, accepted: 1_200 });
  expect(await runSync(two.client, two.store)).toEqual({ ...idle, pushed: 1, accepted: 1, pulled: 1_200 });
  expect(two.store.pulledHashes()).toEqual(one.store.ledger.map(({ hash }) => hash));

  expect(await runSync(one.client, one.store)).toEqual({ ...idle, pulled: 1 });
  expect(one.store.pulledHashes()).toEqual([mine.hash]);
  expect(await runSync(two.client, two.store)).toEqual(idle);
});

test('resending gives the stored verdicts and adds nothing', async () => {
  const [one, two] = [await enrolTestDesk(platform.origin), await enrolTestDesk(platform.origin)];
  const entries = [one.store.append(), one.store.append({ entity: 'decision', entityId: 'case-1', baseVersion: 7 })];
  const first = await one.client.push(entries);
  expect(first).toMatchObject({
    kind: 'done',
    value: { ack: 2, verdicts: [{ verdict: 'accepted' }, { verdict: 'conflict' }] },
  });
  expect(await one.client.push(entries)).toEqual(first);
  const more = one.store.append();
  expect(await one.client.push([...entries, more])).toMatchObject({ kind: 'done', value: { ack: 3 } });
  expect(await runSync(two.client, two.store)).toEqual({ ...idle, pulled: 2 });
});

test('a gap names the expected seq, and a run fills it', async () => {
  const one = await enrolTestDesk(platform.origin);
  for (let count = 0; count < 5; count += 1) one.store.append();
  expect(await one.client.push(one.store.ledger.slice(3))).toMatchObject({
    kind: 'refused',
    code: 'push.gap',
    data: { expected: 1 },
  });
  one.store.acknowledged = 3;
  expect(await runSync(one.client, one.store)).toMatchObject({ pushed: 5, accepted: 5 });
  expect(one.store.ack()).toBe(5);
});

test('another history under the same code is a fork: rewritten, cloned, or restored to an earlier day', async () => {
  const one = await enrolTestDesk(platform.origin);
  for (let count = 0; count < 4; count += 1) one.store.append();
  await runSync(one.client, one.store);
  const rewritten = seal(4, one.store.ledger[2]?.hash ?? '', one.store.ledger[0]?.body ?? '');
  expect(await one.client.push([rewritten])).toMatchObject({ code: 'push.fork', data: { seq: 4 } });
  const elsewhere = seal(5, GENESIS, one.store.ledger[0]?.body ?? '');
  expect(await one.client.push([elsewhere])).toMatchObject({ code: 'push.fork', data: { seq: 5 } });

  one.store.ledger.splice(2);
  one.store.acknowledged = 1;
  expect((await runSync(one.client, one.store)).offline).toMatchObject({ reason: 'fork' });
  one.store.append();
  one.store.acknowledged = 2;
  expect((await runSync(one.client, one.store)).offline).toMatchObject({ reason: 'fork', code: 'push.fork' });
  const desks = await fetch(`${platform.origin}/admin/desks`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } });
  expect(await desks.json()).toMatchObject({ desks: [{ desk: '01', ack: 4, forkedAt: expect.any(String) }] });
});

test('a text that does not fit its hash, or a link that does not fit the chain, is refused as broken', async () => {
  const one = await enrolTestDesk(platform.origin);
  const [first, second] = [one.store.append(), one.store.append()];
  expect(await one.client.push([{ ...first, body: first.body.replace('样例', '真品') }])).toMatchObject({
    code: 'push.hash',
    data: { seq: 1 },
  });
  expect(await one.client.push([first, seal(2, GENESIS, second.body)])).toMatchObject({ data: { seq: 2 } });
  one.store.ledger[1] = { ...second, body: first.body };
  expect((await runSync(one.client, one.store)).offline).toMatchObject({ reason: 'chain-broken' });
});

test('a decision made on two desks: one wins, the other gets the winner and decides again on its version', async () => {
  const [one, two] = [await enrolTestDesk(platform.origin), await enrolTestDesk(platform.origin)];
  const decision = { entity: 'decision', entityId: 'case-7', type: 'case.decided', baseVersion: 0 };
  const won = one.store.append({ ...decision, payload: { star: 3 } });
  two.store.append({ ...decision, payload: { star: 4 } });
  two.store.append();
  await runSync(one.client, one.store);
  expect(await runSync(two.client, two.store)).toMatchObject({ pushed: 2, accepted: 1, conflicts: 1, pulled: 1 });
  expect(two.store.verdicts.get(1)).toEqual({
    seq: 1,
    verdict: 'conflict',
    current: { ...won, desk: '01', version: 1 },
  });
  two.store.append({ ...decision, baseVersion: 1, payload: { star: 4 } });
  expect(await runSync(two.client, two.store)).toMatchObject({ accepted: 1, conflicts: 0 });
  expect(two.store.verdicts.get(3)).toEqual({ seq: 3, verdict: 'accepted', version: 2, cursor: 3 });
  expect(await runSync(one.client, one.store)).toMatchObject({ pulled: 2 });
});

test('two decisions on one case in one batch: the second conflicts with the first', async () => {
  const one = await enrolTestDesk(platform.origin);
  const decision = { entity: 'decision', entityId: 'case-7', baseVersion: 0 };
  const first = one.store.append(decision);
  one.store.append(decision);
  await runSync(one.client, one.store);
  expect(one.store.verdicts.get(2)).toMatchObject({ verdict: 'conflict', current: { hash: first.hash } });
});

test('what cannot be read is quarantined with its reason and blocks nothing', async () => {
  const [one, two] = [await enrolTestDesk(platform.origin), await enrolTestDesk(platform.origin)];
  const id = '0190a1b2-0000-7000-8000-000000000001';
  one.store.append({ id });
  one.store.appendBody('not json');
  one.store.appendBody('{"b":1,"a":2}');
  one.store.appendBody('{"a":1}');
  one.store.appendBody(`${'['.repeat(40)}${']'.repeat(40)}`);
  one.store.appendBody(two.store.append().body);
  one.store.appendBody(one.store.ledger[0]?.body ?? '');
  one.store.append({ id });
  one.store.append({ type: 'certificate.issued', entity: 'certificate', entityId: 'case-1', payload: { star: 9 } });
  one.store.append({ entityId: 'a\u0000b' });
  one.store.append();
  expect(await runSync(one.client, one.store)).toMatchObject({ pushed: 11, accepted: 2, quarantined: 9 });
  expect([...one.store.verdicts.values()].map((one) => ('reason' in one ? one.reason : one.verdict))).toEqual([
    'accepted',
    'body-unreadable',
    'body-not-canonical',
    'fields-invalid',
    'body-unreadable',
    'desk-mismatch',
    'seq-mismatch',
    'id-taken',
    'payload-invalid',
    'fields-invalid',
    'accepted',
  ]);
  await runSync(two.client, two.store);
  expect(two.store.pulledHashes()).toHaveLength(2);
});

test('an entry handed over without its body keeps the chain whole, and its body may follow', async () => {
  const [one, two] = [await enrolTestDesk(platform.origin), await enrolTestDesk(platform.origin)];
  const [first, second] = [one.store.append(), one.store.append()];
  const withheld = { seq: 1, prev: first.prev, hash: first.hash, withheld: 'http-500' };
  const handedOver = await one.client.push([withheld, second]);
  expect(handedOver).toMatchObject({
    value: { ack: 2, verdicts: [{ verdict: 'quarantined', reason: 'withheld' }, { verdict: 'accepted' }] },
  });
  expect(await one.client.push([withheld, second])).toEqual(handedOver);
  expect(await one.client.push([first])).toMatchObject({ value: { ack: 2, verdicts: [{ verdict: 'accepted' }] } });
  await runSync(two.client, two.store);
  expect(two.store.pulledHashes()).toEqual([second.hash, first.hash]);
});

test('after a new epoch every desk pulls everything again', async () => {
  const [one, two] = [await enrolTestDesk(platform.origin), await enrolTestDesk(platform.origin)];
  one.store.append();
  await runSync(one.client, one.store);
  await runSync(two.client, two.store);
  const before = two.store.cursor();
  const port = Number(new URL(platform.origin).port);
  await platform.close();
  platform = await startPlatform({ database: { url }, port, adminToken: ADMIN_TOKEN, logger, newEpoch: true });
  expect(await runSync(two.client, two.store)).toEqual({ ...idle, pulled: 1 });
  expect(two.store.cursor()).toEqual({ epoch: expect.any(String), cursor: before?.cursor });
  expect(two.store.cursor()?.epoch).not.toBe(before?.epoch);
});

test('eight desks write at once while one pulls: it misses nothing and gets nothing twice', async () => {
  const writers = await Promise.all(Array.from({ length: 8 }, () => enrolTestDesk(platform.origin)));
  const reader = await enrolTestDesk(platform.origin);
  const progress = { done: false };
  const reading = (async () => {
    while (!progress.done) await runSync(reader.client, reader.store);
    await runSync(reader.client, reader.store);
  })();
  await Promise.all(
    writers.map(async ({ client, store }) => {
      for (let round = 0; round < 12; round += 1) {
        for (let count = 0; count < 5; count += 1) store.append();
        expect(await client.push(store.pending(store.acknowledged, 500, 1_000_000))).toMatchObject({ kind: 'done' });
        store.acknowledged = store.ledger.length;
      }
    }),
  );
  progress.done = true;
  await reading;
  const pulled = reader.store.pulledHashes();
  expect(pulled).toHaveLength(480);
  const place = new Map(pulled.map((hash, index) => [hash, index]));
  for (const { store } of writers) {
    const places = store.ledger.map(({ hash }) => place.get(hash) ?? -1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  }
});

test('a database from a newer program, or none at all, stops the start with a plain message', async () => {
  const options = { port: 0, adminToken: ADMIN_TOKEN, logger };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`INSERT INTO platform_migration (number, name, checksum) VALUES (9990, 'from-tomorrow', 'x')`);
  await client.end();
  await expect(startPlatform({ ...options, database: { url } })).rejects.toMatchObject({ problem: 'data-newer' });
  await expect(startPlatform({ ...options, database: { url: `${url}_missing` } })).rejects.toMatchObject({
    problem: 'database-unreachable',
  });
});
