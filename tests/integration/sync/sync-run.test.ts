import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPlatformClient } from '#electron/backend/sync/platform-client.ts';
import { runSync } from '#electron/backend/sync/sync-run.ts';
import { startPlatform, type Platform } from '#electron/platform/server.ts';
import { startTestCluster, type TestCluster } from '#tests/support/postgres.ts';
import { silentLogger } from '#tests/support/silent-logger.ts';
import { ADMIN_TOKEN, enrolTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let cluster: TestCluster;
let platform: Platform;

beforeAll(async () => {
  cluster = await startTestCluster();
  platform = await startPlatform({
    database: { url: await cluster.freshDatabase() },
    port: 0,
    adminToken: ADMIN_TOKEN,
    logger: silentLogger(),
  });
});
afterAll(async () => {
  await platform.close();
  await cluster.stop();
});

/** A desk whose requests go through `network`, which may answer in the platform's place. */
async function deskThrough(
  network: (body: string, pass: () => Promise<Response>) => Promise<Response>,
): Promise<TestDesk> {
  return enrolTestDesk(platform.origin, (input, init) => network(String(init?.body ?? ''), () => fetch(input, init)));
}

test('an answer lost, then a smaller batch: no verdict is missed', async () => {
  let requests = 0;
  const one = await deskThrough(async (_, pass) => {
    requests += 1;
    if (requests === 2) return new Response('', { status: 502 });
    const answer = await pass();
    if (requests === 1) throw new TypeError('terminated');
    return answer;
  });
  for (let count = 0; count < 5; count += 1) one.store.append();
  expect((await runSync(one.client, one.store)).offline).toEqual({ reason: 'unreachable' });
  for (let count = 0; count < 2; count += 1) one.store.append();
  await runSync(one.client, one.store);
  expect([...one.store.verdicts.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(one.store.ack()).toBe(7);
});

test('an entry the platform breaks on is parked and blocks nothing; released, it is sent again', async () => {
  const state = { broken: true };
  const one = await deskThrough((body, pass) =>
    state.broken && body.includes('poison') ? Promise.resolve(new Response('', { status: 500 })) : pass(),
  );
  const two = await enrolTestDesk(platform.origin);
  await runSync(two.client, two.store);
  for (let count = 0; count < 20; count += 1) one.store.append(count === 12 ? { entityId: 'poison' } : {});
  expect(await runSync(one.client, one.store)).toMatchObject({ pushed: 20, accepted: 19, quarantined: 1, parked: 1 });
  expect([...one.store.parked]).toEqual([[13, 'http-500']]);
  expect(await runSync(two.client, two.store)).toMatchObject({ pulled: 19 });

  one.store.released.add(13);
  expect(await runSync(one.client, one.store)).toMatchObject({ pushed: 0 });
  expect(one.store.released.size).toBe(0);
  state.broken = false;
  one.store.released.add(13);
  expect(await runSync(one.client, one.store)).toMatchObject({ pushed: 1, accepted: 1 });
  expect(one.store.ack()).toBe(20);
  expect(await runSync(two.client, two.store)).toMatchObject({ pulled: 1 });
});

test('an entry larger than a push may be is parked, the rest goes through', async () => {
  const one = await deskThrough((_, pass) => pass());
  one.store.append();
  one.store.append({ payload: { note: 'x'.repeat(1_100_000) } });
  one.store.append();
  expect(await runSync(one.client, one.store)).toMatchObject({ accepted: 2, quarantined: 1, parked: 1 });
  expect([...one.store.parked]).toEqual([[2, 'request.too-large']]);
});

test('a platform that breaks on everything parks nothing', async () => {
  const one = await deskThrough(() => Promise.resolve(new Response('', { status: 500 })));
  for (let count = 0; count < 8; count += 1) one.store.append();
  expect(await runSync(one.client, one.store)).toMatchObject({
    pushed: 0,
    parked: 0,
    offline: { reason: 'platform-fault', data: { status: 500 } },
  });
  expect(one.store.parked.size).toBe(0);
  expect(one.store.ack()).toBe(0);
});

test.each<[string, () => Promise<Response>, object]>([
  ['no network', () => Promise.reject(new TypeError('fetch failed')), { reason: 'unreachable' }],
  [
    'a wait in seconds',
    async () => new Response('', { status: 429, headers: { 'retry-after': '7' } }),
    { reason: 'busy', retryAfterMs: 7_000 },
  ],
  [
    'an absurd wait',
    async () => new Response('', { status: 503, headers: { 'retry-after': '999999' } }),
    { reason: 'busy', retryAfterMs: 300_000 },
  ],
  [
    'a senseless wait',
    async () => new Response('', { status: 503, headers: { 'retry-after': 'soon' } }),
    { reason: 'busy' },
  ],
  ['a sign-in page', async () => new Response('<html>', { status: 200 }), { reason: 'garbled' }],
])('%s stops the run and says so', async (_, network, offline) => {
  const one = await deskThrough(network);
  one.store.append();
  expect((await runSync(one.client, one.store)).offline).toEqual(offline);
  expect(one.store.ack()).toBe(0);
});

test('a platform that never answers is given up after the time agreed', async () => {
  const one = await enrolTestDesk(platform.origin);
  const hanging: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
  const parts = { origin: platform.origin, fetch: hanging, now: () => new Date(), timeoutMs: 20 };
  const client = createPlatformClient(parts, one.desk, one.key.privateKey);
  expect((await runSync(client, one.store)).offline).toEqual({ reason: 'timeout' });
});

test('a clock that is off stops the run with the time of the platform', async () => {
  const one = await enrolTestDesk(platform.origin);
  const slow = (): Date => new Date(Date.now() - 3_600_000);
  const parts = { origin: platform.origin, fetch, now: slow, timeoutMs: 60_000 };
  const report = await runSync(createPlatformClient(parts, one.desk, one.key.privateKey), one.store);
  expect(report.offline).toMatchObject({ reason: 'clock-skew', data: { serverTime: expect.any(String) } });
});

test('events of a kind from the future are kept raw and the cursor moves on', async () => {
  const one = await deskThrough(async (body, pass) => {
    if (body !== '') return pass();
    const event = { cursor: 41, kind: 'parcel.announced', waybill: 'SF123' };
    return Response.json({ epoch: 'e', cursor: 41, more: false, events: [event] });
  });
  expect(await runSync(one.client, one.store)).toMatchObject({ pulled: 1, unknown: 1 });
  expect(one.store.cursor()).toEqual({ epoch: 'e', cursor: 41 });
});
