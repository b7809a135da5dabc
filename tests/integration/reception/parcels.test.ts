import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { Application } from '#shared/platform/application.ts';
import { verifyLedger } from '#electron/backend/store/ledger.ts';
import { importAs, prepareForDecision, receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { dumpOf } from '#tests/support/workspaces.ts';

const [PARCEL] = wholeApplication().parcels;
const FIRST = 'C-2026-90001';
const SECOND = 'C-2026-90002';

/** An application with one parcel, changed as a test needs it. */
function application(serial: number, parcel: Partial<Application['parcels'][number]> = {}): Application {
  if (PARCEL === undefined) throw new Error('the sample application has a parcel');
  return wholeApplication({ applicationNo: `A-2026-9000${serial}`, parcels: [{ ...PARCEL, ...parcel }] });
}

let test: TestDesk;
beforeEach(async () => {
  test = await openPeopledDesk();
});
afterEach(() => test.close());

const deeds = (type: string): number =>
  test.desk.room.store.get<{ n: number }>('SELECT count(*) AS n FROM ledger WHERE type = ?', [type]).n;

const receiving = (parcelId: string, changes: object = {}) => ({
  parcelId,
  batch: 'B-1',
  quantity: '2',
  unit: '盒',
  storage: 'ambient',
  condition: 'intact',
  location: 'A-01-1',
  ...changes,
});

/** Refused as said, and every table as it was. */
async function refusedWhole(seat: string, name: Parameters<TestDesk['refused']>[1], input: object) {
  const before = dumpOf(test.desk.room.store);
  const refusal = await test.refused(seat, name, input);
  expect(dumpOf(test.desk.room.store)).toEqual(before);
  return refusal;
}

describe('one parcel of several cases', () => {
  it('is announced by each with the same waybill, and a sample of it has to say which', async () => {
    const report = await importAs(test, 'peng', [
      application(1),
      application(2, { batch: '20260302-B', quantity: '5' }),
    ]);
    expect(report).toMatchObject({ added: 2, bad: 0 });
    const parcel = await test.ask('peng', 'parcel.find', { code: 'A-2026-90002' });
    expect(parcel).toMatchObject({ waybill: PARCEL?.waybill, caseId: FIRST, moreCases: 1 });
    expect(parcel?.cases.map(({ batch, caseId, quantity }) => [caseId, batch, quantity])).toEqual([
      [FIRST, PARCEL?.batch, '2'],
      [SECOND, '20260302-B', '5'],
    ]);
    const id = parcel?.id ?? '';
    expect(await refusedWhole('peng', 'sample.receive', receiving(id))).toMatchObject({ code: 'parcel.choose-case' });
    await test.ask('peng', 'sample.receive', receiving(id, { caseId: SECOND }) as never);
    const first = await test.ask('peng', 'sample.receive', receiving(id, { caseId: FIRST }) as never);
    expect(first.caseId).toBe(FIRST);
    expect(await refusedWhole('peng', 'sample.receive', receiving(id, { caseId: FIRST }))).toMatchObject({
      code: 'parcel.duplicate-waybill',
      data: { by: '彭收样（样例）' },
    });
    for (const caseId of [FIRST, SECOND])
      expect((await test.ask('peng', 'case.get', { caseId })).samples).toHaveLength(1);
    expect(await refusedWhole('peng', 'sample.receive', receiving(id, { caseId: 'C-2026-1' }))).toMatchObject({
      code: 'parcel.not-of-case',
    });
    expect(deeds('parcel.joined')).toBe(1);
    expect(verifyLedger(test.desk.room.store).fault).toBeNull();
  });

  it('may be told by hand that it holds another case too', async () => {
    await importAs(test, 'peng', [application(1), application(2, { waybill: 'YT8801234567890' })]);
    const parcel = await test.ask('peng', 'parcel.find', { code: FIRST });
    const parcelId = parcel?.id ?? '';
    await test.ask('peng', 'parcel.match', { parcelId, caseId: SECOND });
    expect((await test.ask('peng', 'parcel.get', { parcelId })).cases).toHaveLength(2);
    expect(await refusedWhole('peng', 'parcel.match', { parcelId, caseId: SECOND })).toMatchObject({
      code: 'parcel.already-matched',
    });
  });
});

describe('an orphan', () => {
  it('is not kept twice, nor beside an announced parcel: the one in the list is named', async () => {
    await importAs(test, 'peng', [application(1)]);
    const known = { code: 'parcel.already-known', field: 'waybill', data: { waybill: PARCEL?.waybill } };
    expect(await refusedWhole('peng', 'parcel.keep-orphan', { waybill: PARCEL?.waybill })).toMatchObject(known);
    await test.ask('peng', 'parcel.keep-orphan', { waybill: '773129004415' });
    expect(await refusedWhole('peng', 'parcel.keep-orphan', { waybill: '773129004415' })).toMatchObject({
      code: 'parcel.already-known',
    });
  });

  it('whose waybill is announced later is matched by itself, with a deed of its own', async () => {
    const orphan = await test.ask('peng', 'parcel.keep-orphan', { waybill: PARCEL?.waybill ?? '' });
    await importAs(test, 'peng', [application(1)]);
    const parcel = await test.ask('peng', 'parcel.get', { parcelId: orphan.id });
    expect(parcel).toMatchObject({ state: 'announced', caseId: FIRST, expected: { batch: PARCEL?.batch } });
    expect(deeds('parcel.matched')).toBe(1);
    await receiveAnnounced(test, FIRST);
  });
});

describe('a parcel of a decided case', () => {
  it('is not received; it is kept as an orphan or sent back', async () => {
    await importAs(test, 'peng', [application(1)]);
    await prepareForDecision(test, FIRST);
    const { version } = await test.ask('tang', 'case.get', { caseId: FIRST });
    await test.ask('tang', 'case.decide', { caseId: FIRST, baseVersion: version, password: DEMO_PASSWORD });
    await importAs(test, 'peng', [application(2, { waybill: 'YT8801234567890' })]);
    const late = await test.ask('peng', 'parcel.keep-orphan', { waybill: '773129004415' });
    await test.ask('peng', 'parcel.match', { parcelId: late.id, caseId: FIRST });
    expect((await test.ask('peng', 'parcel.get', { parcelId: late.id })).cases[0]?.decided).toBe(true);
    expect(await refusedWhole('peng', 'sample.receive', receiving(late.id))).toMatchObject({
      code: 'parcel.case-decided',
      data: { caseId: FIRST },
    });
    const aside = { parcelId: late.id, reason: '案卷已评定' };
    expect(await test.ask('peng', 'parcel.set-aside', { ...aside, how: 'orphan' })).toMatchObject({ state: 'orphan' });
    await test.ask('peng', 'parcel.match', { parcelId: late.id, caseId: FIRST });
    await test.ask('peng', 'parcel.set-aside', { ...aside, how: 'return' });
    expect(await refusedWhole('peng', 'sample.receive', receiving(late.id))).toMatchObject({ code: 'parcel.returned' });
    expect(await refusedWhole('peng', 'parcel.set-aside', { ...aside, how: 'orphan' })).toMatchObject({
      code: 'parcel.returned',
    });
    const opened = await test.ask('peng', 'parcel.find', { code: PARCEL?.waybill ?? '' });
    expect(
      await refusedWhole('peng', 'parcel.set-aside', { parcelId: opened?.id ?? '', how: 'return', reason: '错寄' }),
    ).toMatchObject({ code: 'parcel.has-samples' });
  });
});

describe('a sample past its date', () => {
  it('is taken in with a reason only, and may be refused without one', async () => {
    await importAs(test, 'peng', [application(1)]);
    const parcel = await test.ask('peng', 'parcel.find', { code: FIRST });
    const lapsed = receiving(parcel?.id ?? '', { producedOn: '2026-03-01', shelfLifeDays: 30 });
    expect(await refusedWhole('peng', 'sample.receive', lapsed)).toMatchObject({
      code: 'sample.lapsed',
      field: 'lapsedReason',
      data: { goodUntil: '2026-03-31' },
    });
    const sample = await test.ask('peng', 'sample.receive', { ...lapsed, lapsedReason: '企业要求对照' } as never);
    expect(sample).toMatchObject({ goodUntil: '2026-03-31', lapsedReason: '企业要求对照', state: 'waiting' });
    const refused = await test.ask('peng', 'sample.receive', {
      ...lapsed,
      batch: 'B-2',
      refusal: '已过保质期，请重寄',
    } as never);
    expect(refused).toMatchObject({ state: 'refused', lapsedReason: null });
  });
});
