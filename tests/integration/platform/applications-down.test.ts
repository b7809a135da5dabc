import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSync } from '#electron/backend/sync/sync-run.ts';
import { loadApplications } from '#electron/platform/administer.ts';
import { adminTokenIn, noteOrigin } from '#electron/platform/platform-folder.ts';
import { startPlatform, type Platform } from '#electron/platform/server.ts';
import { startTestCluster, temporaryFolder, type TestCluster } from '#tests/support/postgres.ts';
import { silentLogger } from '#tests/support/silent-logger.ts';
import { ADMIN_TOKEN, enrolTestDesk } from '#tests/support/test-desk.ts';

const FILE = 'resources/templates/sample-applications.json';
const sample = JSON.parse(readFileSync(FILE, 'utf8')) as readonly { readonly applicationNo: string }[];

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

const upload = (applications: readonly unknown[]): Promise<Response> =>
  fetch(`${platform.origin}/admin/applications`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ applications }),
  });

test('applications reach every desk in the stream; again changes nothing, a changed one comes again', async () => {
  const { client, store } = await enrolTestDesk(platform.origin);
  const some = sample.slice(0, 150);
  expect(await (await upload(some)).json()).toEqual({ added: 150, replaced: 0, unchanged: 0 });
  expect(await (await upload(some)).json()).toEqual({ added: 0, replaced: 0, unchanged: 150 });
  expect(await runSync(client, store)).toMatchObject({ pulled: 150, unknown: 0 });
  const came = [...store.applied.values()].map(({ event }) => event);
  expect(came.map((event) => ('application' in event ? event.application : event))).toEqual(some);

  const changed = { ...some[7], requestedStar: 1 };
  expect(await (await upload([some[6], changed, some[8]])).json()).toEqual({ added: 0, replaced: 1, unchanged: 2 });
  expect(await runSync(client, store)).toMatchObject({ pulled: 1 });
  expect([...store.applied.values()].at(-1)?.event).toMatchObject({
    kind: 'application.submitted',
    application: changed,
  });
});

test('one bad application refuses the upload and names the field; nothing of it is kept', async () => {
  const bad = { ...sample[200], submittedOn: '2026-02-30' };
  const answer = await upload([sample[201], bad]);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ error: { data: { field: 'applications.1.submittedOn' } } });
  expect(await (await upload([sample[201]])).json()).toMatchObject({ added: 1 });
});

test('the whole sample file goes through the command', async () => {
  const folder = temporaryFolder();
  const own = await startPlatform({
    database: { url: await cluster.freshDatabase() },
    port: 0,
    adminToken: adminTokenIn(folder),
    logger: silentLogger(),
  });
  try {
    noteOrigin(folder, own.origin);
    expect(await loadApplications(folder, FILE)).toEqual({
      ok: true,
      value: { added: 240, replaced: 0, unchanged: 0 },
    });
    expect(await loadApplications(folder, FILE)).toMatchObject({ value: { unchanged: 240 } });
  } finally {
    await own.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
