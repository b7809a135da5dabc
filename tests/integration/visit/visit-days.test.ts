import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { centreDay } from '#electron/backend/services/room.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { holdsText, readPlainText } from '#tests/support/pdf-reading.ts';
import { caseToVisit, closeIt, expectRefusedWhole, fillVisit, planOn, signAll } from '#tests/support/visits.ts';

const MORNING = 'T02:00:00.000Z';
let now = `2026-11-21${MORNING}`;
let test: TestDesk;
beforeAll(async () => {
  test = await openPeopledDesk({ world: { now: () => new Date(now) } });
});
afterAll(() => test.close());

/** Moves the desk's clock, the day of its sample workspace too; its people come back to their seats. */
async function at(moment: string): Promise<void> {
  now = moment;
  setFact(test.desk.room.store, 'workspace.day', centreDay(new Date(moment)));
  for (const login of ['peng', 'shen', 'lu'])
    await test.ask(login, 'session.sign-in', { login, password: DEMO_PASSWORD });
}

const planned = async (on: string): Promise<{ caseId: string; visitId: string }> => {
  await at(`2026-11-21${MORNING}`);
  const caseId = await caseToVisit(test, 5);
  return { caseId, visitId: (await planOn(test, caseId, on)).id };
};

/** Keeps a photo that a camera took on a day. */
async function photoOf(visitId: string, day: string): Promise<void> {
  const bytes = await sharp({ create: { width: 32, height: 24, channels: 3, background: '#789' } })
    .withExif({ IFD2: { DateTimeOriginal: `${day.replaceAll('-', ':')} 10:05:00` } })
    .jpeg()
    .toBuffer();
  const owner = { kind: 'visit' as const, id: visitId, slot: 'labels.mark' };
  await test.ask('lu', 'attachment.keep', { owner, name: `${day}.jpg`, content: bytes.toString('base64') });
}

/** Days of the photos that the visit remarks on. */
const remarked = async (visitId: string): Promise<readonly string[]> => {
  const { groups } = await test.ask('lu', 'visit.get', { visitId });
  const photos = groups.flatMap(({ lines }) => lines).flatMap((line) => line.photos);
  return photos.flatMap(({ warnings }) => warnings.flatMap((one) => (one.kind === 'other-day' ? [one.day] : [])));
};

const completedOn = async (caseId: string): Promise<unknown> =>
  (await test.ask('lu', 'case.get', { caseId })).dossier.evaluation?.completedOn;

const paperOf = async (visitId: string): Promise<(words: string) => boolean> => {
  const { content } = await test.ask('lu', 'visit.report', { visitId });
  const whole = (await readPlainText(new Uint8Array(Buffer.from(content, 'base64')))).join('\u0001');
  return (words) => holdsText(whole, words);
};

const entryOf = (visitId: string, type: string): unknown =>
  JSON.parse(
    test.desk.room.store.get<{ body: string }>('SELECT body FROM ledger WHERE entity_id = ? AND type = ?', [
      visitId,
      type,
    ]).body,
  );

describe('a visit made days after the planned one', () => {
  it('is of the day it was begun, lasts until it was closed, and keeps what was planned', async () => {
    const { caseId, visitId } = await planned('2026-11-22');
    await at(`2026-11-25${MORNING}`);
    expect(await test.ask('shen', 'visit.start', { visitId })).toMatchObject({
      plannedOn: '2026-11-22',
      on: '2026-11-25',
      closedOn: null,
    });
    expect(entryOf(visitId, 'visit.started')).toMatchObject({ payload: { on: '2026-11-25', plannedOn: '2026-11-22' } });
    for (const day of ['2026-11-22', '2026-11-25']) await photoOf(visitId, day);
    expect(await remarked(visitId)).toEqual(['2026-11-22']);
    await at(`2026-11-26${MORNING}`);
    await photoOf(visitId, '2026-11-26');
    expect(await remarked(visitId)).toEqual(['2026-11-22']);
    await fillVisit(test, visitId);
    await signAll(test, visitId);
    expect(await closeIt(test, visitId)).toMatchObject({
      on: '2026-11-25',
      closedOn: '2026-11-26',
      signatures: [{ stands: true }, { stands: true }, { stands: true }],
    });
    expect(entryOf(visitId, 'visit.closed')).toMatchObject({
      payload: { snapshot: { facts: { visit: { on: '2026-11-25' } } } },
    });
    expect(await completedOn(caseId)).toBe('2026-11-26');
    const says = await paperOf(visitId);
    expect(says('计划 2026-11-22，2026-11-25 至 2026-11-26')).toBe(true);
    expect(says('planned for 2026-11-22, 2026-11-25 to 2026-11-26')).toBe(true);
    const sheet = await test.ask('lu', 'evidence.open', { caseId, source: { kind: 'visit', id: visitId } });
    expect(sheet.facts.find(([{ en }]) => en === 'Day')?.[1]).toMatchObject({
      en: 'planned for 2026-11-22, 2026-11-25 to 2026-11-26',
    });
    await at(`2026-11-29${MORNING}`);
    expect(await remarked(visitId)).toEqual(['2026-11-22']);
  });

  it('stands in its list by the day it was begun, and a change of the team leaves both days', async () => {
    const { visitId } = await planned('2026-11-22');
    const other = await planned('2026-11-23');
    await at(`2026-11-24${MORNING}`);
    await test.ask('shen', 'visit.start', { visitId: other.visitId });
    await at(`2026-11-25${MORNING}`);
    await test.ask('shen', 'visit.start', { visitId });
    const change = { visitId, lead: 'U-shen', team: ['U-shen', 'U-tan'], purpose: '核验', reason: '换人' };
    await expectRefusedWhole(
      test,
      'peng',
      'visit.change',
      { ...change, on: '2026-11-22' },
      {
        code: 'visit.date-fixed',
        data: { on: '2026-11-25' },
      },
    );
    expect(await test.ask('peng', 'visit.change', { ...change, on: '2026-11-25' })).toMatchObject({
      plannedOn: '2026-11-22',
      on: '2026-11-25',
    });
    const { rows } = await test.ask('lu', 'visit.list', { list: 'under-way', cursor: null, limit: 20 });
    expect(rows.map(({ id }) => id)).toEqual([other.visitId, visitId]);
  });
});

describe('a visit begun before the planned day', () => {
  it('is of that day, by the centre’s clock', async () => {
    const { visitId } = await planned('2026-11-30');
    await at('2026-11-25T16:30:00.000Z');
    expect(await test.ask('shen', 'visit.start', { visitId })).toMatchObject({
      plannedOn: '2026-11-30',
      on: '2026-11-26',
    });
    const says = await paperOf(visitId);
    expect(says('计划 2026-11-30，2026-11-26 开始')).toBe(true);
  });
});

describe('a visit begun on the planned day', () => {
  it('says one day and no plan', async () => {
    const { visitId } = await planned('2026-11-21');
    await test.ask('shen', 'visit.start', { visitId });
    const says = await paperOf(visitId);
    expect([says('2026-11-21'), says('计划 2026')]).toEqual([true, false]);
  });
});

describe('a visit from before its day was the one it was begun on', () => {
  it('keeps its signatures, and says when it really was', async () => {
    const { visitId } = await planned('2026-11-22');
    await at(`2026-11-25${MORNING}`);
    await test.ask('shen', 'visit.start', { visitId });
    test.desk.room.store.run('UPDATE visit SET begun_on = NULL WHERE id = ?', [visitId]);
    await photoOf(visitId, '2026-11-25');
    await fillVisit(test, visitId);
    const { signatures } = await signAll(test, visitId);
    expect(signatures.map(({ stands }) => stands)).toEqual([true, true, true]);
    expect(await remarked(visitId)).toEqual([]);
    expect(await closeIt(test, visitId)).toMatchObject({ plannedOn: '2026-11-22', on: '2026-11-25' });
    const says = await paperOf(visitId);
    expect(says('计划 2026-11-22，2026-11-25 开始')).toBe(true);
  });
});
