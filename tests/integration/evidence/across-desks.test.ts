import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlatform, type Platform } from '#electron/platform/server.ts';
import { importAs, wholeApplication } from '#tests/support/applications.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { startTestCluster, type TestCluster } from '#tests/support/postgres.ts';
import { silentLogger } from '#tests/support/silent-logger.ts';
import { ADMIN_TOKEN } from '#tests/support/test-desk.ts';
import { enrolAt, openDeskOf } from '#tests/support/two-desks.ts';
import { beginVisit, caseToVisit, closeIt, fillVisit, signAll } from '#tests/support/visits.ts';

let cluster: TestCluster;
let platform: Platform;
let centre: TestDesk;
let village: TestDesk;

beforeAll(async () => {
  cluster = await startTestCluster();
  platform = await startPlatform({
    database: { url: await cluster.freshDatabase() },
    port: 0,
    adminToken: ADMIN_TOKEN,
    logger: silentLogger(),
  });
  centre = await openDeskOf('01');
  village = await openDeskOf('02');
});
afterAll(async () => {
  await centre.close();
  await village.close();
  await platform.close();
  await cluster.stop();
});

/** The application behind a case of the village, as the centre gets it. */
async function importedAtCentre(caseId: string): Promise<void> {
  const serial = caseId.slice(-5);
  const [parcel] = wholeApplication().parcels;
  if (parcel === undefined) throw new Error('the sample application has a parcel');
  const waybill = `SF13882${serial}190`;
  await importAs(centre, 'peng', [
    wholeApplication({
      applicationNo: `A-2026-${serial}`,
      requestedStar: 4,
      inspection: null,
      parcels: [{ ...parcel, waybill }],
    }),
  ]);
}

const sync = (test: TestDesk) => test.ask('admin', 'sync.run', {});

describe('a visit made at another desk without network', () => {
  let caseId = '';
  let visitId = '';
  let sha256 = '';

  beforeAll(async () => {
    caseId = await caseToVisit(village, 4);
    visitId = (await beginVisit(village, caseId)).id;
    const photo = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#7a2f2f' } })
      .withExif({ IFD2: { DateTimeOriginal: '2026:11:21 09:30:00' } })
      .jpeg()
      .toBuffer();
    sha256 = createHash('sha256').update(photo).digest('hex');
    await fillVisit(village, visitId);
    await village.ask('shen', 'attachment.keep', {
      owner: { kind: 'visit', id: visitId },
      name: '车间.jpg',
      content: photo.toString('base64'),
    });
    await signAll(village, visitId);
    await closeIt(village, visitId);
    for (const test of [centre, village]) await enrolAt(test, platform.origin);
  });

  it('goes up whole when there is network: facts, then the photo', async () => {
    expect((await village.ask('shen', 'sync.status', {})).files.waiting).toBeGreaterThan(0);
    const moved = await sync(village);
    expect(moved).toMatchObject({ offline: null, conflicts: 0, quarantined: 0 });
    expect(moved.filesSent).toBeGreaterThan(0);
    expect(await village.ask('shen', 'sync.status', {})).toMatchObject({
      waiting: 0,
      files: { waiting: 0, waitingBytes: 0, problems: 0 },
    });
    const [file] = await village.ask('shen', 'attachment.list', { caseId });
    expect(file).toMatchObject({ upload: 'sent', isHere: true });
  });

  it('waits at a desk that does not have the case, and appears there when the case comes', async () => {
    expect((await sync(centre)).pulled).toBeGreaterThan(0);
    expect((await centre.refused('tang', 'case.get', { caseId })).code).toBe('case.unknown');
    await importedAtCentre(caseId);
    const view = await centre.ask('tang', 'case.get', { caseId });
    const there = await village.ask('tang', 'case.get', { caseId });
    expect(view.findings.length).toBeGreaterThan(0);
    expect(view.findings.map(({ at, kind, source, value }) => ({ at, kind, source, value }))).toEqual(
      there.findings.map(({ at, kind, source, value }) => ({ at, kind, source, value })),
    );
    expect(new Set(view.findings.map(({ by }) => by))).toEqual(new Set([`${there.findings[0]?.by}·02`]));
    expect(view.dossier).toMatchObject({
      traceability: 'production-and-circulation',
      riskControl: 'effectively-tested',
    });
  });

  it('is shown as the other desk drew it, its photo when that has come', async () => {
    const source = { kind: 'visit', id: visitId } as const;
    const drawn = await village.ask('tang', 'evidence.open', { caseId, source });
    const before = await centre.ask('tang', 'evidence.open', { caseId, source });
    expect({ ...before, attachments: [] }).toEqual({ ...drawn, attachments: [] });
    const [pending] = before.attachments;
    expect(pending).toMatchObject({ name: '车间.jpg', sha256, isHere: false, takenAt: '2026-11-21T01:30:00.000Z' });
    const attachmentId = pending?.id ?? '';
    expect(await centre.refused('tang', 'attachment.get', { attachmentId, size: 'original' })).toMatchObject({
      code: 'attachment.not-here',
    });
    const moved = await sync(centre);
    expect(moved.filesFetched).toBeGreaterThan(0);
    const [file] = (await centre.ask('tang', 'evidence.open', { caseId, source })).attachments;
    expect(file).toMatchObject({ isHere: true, upload: 'sent', by: expect.stringMatching(/·02$/) });
    const { content } = await centre.ask('tang', 'attachment.get', { attachmentId, size: 'original' });
    expect(createHash('sha256').update(Buffer.from(content, 'base64')).digest('hex')).toBe(sha256);
    const thumb = await centre.ask('tang', 'attachment.get', { attachmentId, size: 'thumb' });
    expect((await sharp(Buffer.from(thumb.content, 'base64')).metadata()).width).toBe(320);
  });

  it('binds its people at every desk: whoever made it may not decide here, others may', async () => {
    const mayNot = async (login: string) => (await centre.ask(login, 'case.get', { caseId })).mayNotDecide;
    expect([await mayNot('shen'), await mayNot('lu'), await mayNot('tang')]).toEqual([
      expect.any(String),
      expect.any(String),
      null,
    ]);
  });

  it('another desk may not change its files', async () => {
    const [file] = await centre.ask('tang', 'attachment.list', { caseId });
    const attachmentId = file?.id ?? '';
    expect(await centre.refused('peng', 'attachment.strike', { attachmentId, reason: '不清楚' })).toMatchObject({
      code: 'attachment.foreign',
    });
  });

  it('a second sync changes nothing', async () => {
    const before = await centre.ask('tang', 'case.get', { caseId });
    expect(await sync(centre)).toMatchObject({ pulled: 0, filesFetched: 0 });
    expect(await centre.ask('tang', 'case.get', { caseId })).toEqual(before);
  });
});

describe('the same fact recorded at two desks', () => {
  it('counts as the platform ordered it, at both', async () => {
    const caseId = await caseToVisit(village, 4);
    await importedAtCentre(caseId);
    const record = (test: TestDesk, mode: 'experts-on-site' | 'online') =>
      test.ask('shen', 'finding.record', { caseId, finding: { kind: 'evaluation', mode, completedOn: '2026-11-20' } });
    await record(village, 'experts-on-site');
    await record(centre, 'online');
    await sync(village);
    await sync(centre);
    await sync(village);
    const standing = async (test: TestDesk) => (await test.ask('tang', 'case.get', { caseId })).dossier.evaluation;
    expect(await standing(village)).toEqual(await standing(centre));
    expect(await standing(centre)).toMatchObject({ mode: 'online' });
    const last = (await centre.ask('tang', 'case.get', { caseId })).findings.findLast(
      ({ kind }) => kind === 'evaluation',
    );
    expect(last?.value).toMatchObject({ mode: 'online' });
  });

  it('also when the later one was sent before the earlier one came down', async () => {
    const caseId = await caseToVisit(village, 4);
    await importedAtCentre(caseId);
    await sync(village);
    await sync(centre);
    const { store } = village.desk.room;
    const first = { kind: 'risk-control', level: 'verified-on-site' } as const;
    const second = { kind: 'risk-control', level: 'viewed-on-site' } as const;
    await village.ask('shen', 'finding.record', { caseId, finding: first });
    await sync(village);
    await centre.ask('shen', 'finding.record', { caseId, finding: second });
    await sync(centre);
    await sync(village);
    const standing = async (test: TestDesk) => (await test.ask('tang', 'case.get', { caseId })).dossier.riskControl;
    expect([await standing(village), await standing(centre)]).toEqual(['viewed-on-site', 'viewed-on-site']);
    expect(
      store.get<{ n: number }>('SELECT count(*) AS n FROM pulled WHERE applied = 0 AND case_id = ?', [caseId]).n,
    ).toBe(0);
  });
});
