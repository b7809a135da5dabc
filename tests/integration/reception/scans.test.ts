import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { databaseFile, openForWriting } from '#electron/backend/store/open-store.ts';
import { importAs, prepareForDecision, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { frozenFile } from '#tests/support/make-frozen.ts';
import { newWorkspace } from '#tests/support/workspaces.ts';

const CASE = 'C-2026-90001';
const [PARCEL] = wholeApplication().parcels;
const WAYBILL = PARCEL?.waybill ?? '';

describe('a scanned code', () => {
  let test: TestDesk;
  const codes: Record<string, string> = {};
  beforeAll(async () => {
    test = await openPeopledDesk();
    await importAs(test, 'peng', [wholeApplication()]);
    await prepareForDecision(test, CASE);
    const { samples, version } = await test.ask('tang', 'case.get', { caseId: CASE });
    await test.ask('tang', 'case.decide', { caseId: CASE, baseVersion: version, password: DEMO_PASSWORD });
    const [award] = await test.ask('he', 'award.issue', { caseIds: [CASE], password: DEMO_PASSWORD });
    Object.assign(codes, { sample: samples[0]?.barcode, award: award?.number, link: award?.verifyUrl });
    await test.ask('admin', 'settings.set', { scanner: { prefixes: [']C1'], suffixes: [], meanMs: 45 } });
  });
  afterAll(() => test.close());

  it.each([
    ['a waybill', () => WAYBILL, 'parcel'],
    ['a waybill in small letters with a space', () => ` ${WAYBILL.toLowerCase()} `, 'parcel'],
    ['a sample', () => codes['sample'] ?? '', 'sample'],
    ['a sample behind what the scanner adds', () => `]C1${codes['sample'] ?? ''}`, 'sample'],
    ['a number', () => codes['award'] ?? '', 'award'],
    ['the link of its QR code', () => codes['link'] ?? '', 'award'],
    ['an application', () => 'a-2026-90001', 'case'],
    ['a case', () => CASE, 'case'],
  ])('%s names its thing', async (_what, code, kind) => {
    expect(await test.ask('peng', 'scan.find', { code: code() })).toMatchObject({ kind, caseId: CASE });
  });

  it('of a sample leads to its parcel, of a place to the place', async () => {
    const parcel = await test.ask('peng', 'parcel.find', { code: WAYBILL });
    const hit = await test.ask('peng', 'scan.find', { code: codes['sample'] ?? '' });
    expect(hit?.parcelId).toBe(parcel?.id);
    expect(await test.ask('peng', 'scan.find', { code: 'L:A-03-2' })).toMatchObject({ kind: 'location', id: 'A-03-2' });
  });

  it.each([
    'S2699999999',
    'OTOP-2026-3-01-99999-7',
    'https://otop.example.cn/v/nothing',
    'C-2026-99999',
    'SF0000000000000',
    '茶',
  ])('%s that is not ours names nothing', async (code) => {
    expect(await test.ask('peng', 'scan.find', { code })).toBeNull();
  });
});

describe('a waybill nobody announced', () => {
  it('finds its case by any part of product and enterprise, by initials and by the end of a phone number', async () => {
    const test = await openPeopledDesk();
    await importAs(test, 'peng', [wholeApplication()]);
    for (const text of ['千两', '云台山', 'ahqlc', 'ytscy', '00001', '样例 千两']) {
      const cases = (await test.ask('peng', 'search.find', { text, limit: 20 })).filter(({ kind }) => kind === 'case');
      expect(
        cases.map(({ id }) => id),
        text,
      ).toEqual([CASE]);
    }
    await test.close();
  });
});

describe('a refused sample', () => {
  it('prepares the message that tells its applicant what to send again', async () => {
    const test = await openPeopledDesk();
    await importAs(test, 'peng', [wholeApplication()]);
    const parcel = await test.ask('peng', 'parcel.find', { code: CASE });
    const reason = '样品到达时渗漏，请重新寄送，瓶口密封。';
    await test.ask('peng', 'sample.receive', {
      parcelId: parcel?.id ?? '',
      batch: 'B-1',
      quantity: '2',
      unit: '盒',
      storage: 'ambient',
      condition: 'leaking',
      refusal: reason,
    });
    const { rows } = await test.ask('peng', 'message.list', { caseId: CASE });
    expect(rows).toMatchObject([{ template: 'sample-refused', body: expect.stringContaining(reason) }]);
    await test.close();
  });
});

describe('the migration of reception', () => {
  it('gives every parcel of an old workspace its case, and orphans none', () => {
    const workspace = newWorkspace();
    copyFileSync(frozenFile(90), databaseFile(workspace));
    const store = openForWriting(workspace);
    const matched = store.all(
      'SELECT id AS parcelId, case_id AS caseId FROM parcel WHERE case_id IS NOT NULL ORDER BY id',
    );
    const joined = store.all('SELECT parcel_id AS parcelId, case_id AS caseId FROM parcel_case ORDER BY parcel_id');
    store.close();
    expect(matched.length).toBeGreaterThan(0);
    expect(joined).toEqual(matched);
  });
});
