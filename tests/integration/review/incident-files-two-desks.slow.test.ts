import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#shared/platform/application.ts';
import { importAs } from '#tests/support/applications.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { openTwoDesks, type TwoDesks } from '#tests/support/two-desks.ts';

let east: TwoDesks['east'];
let west: TwoDesks['west'];
let desks: TwoDesks;

beforeAll(async () => {
  desks = await openTwoDesks();
  ({ east, west } = desks);
});
afterAll(() => desks.close());

const idOf = ({ applicationNo }: Application): string => applicationNo.replace('A-', 'C-');

/** An enterprise's tea, taken in at the east desk only, with a complaint about the enterprise; and its rice, taken in nowhere yet. */
async function complaintOnTea() {
  const tea = desks.newApplication();
  const rice = desks.newApplication({ enterprise: tea.enterprise });
  await importAs(east, 'peng', [tea]);
  const { id } = await east.ask('peng', 'incident.record', {
    caseId: idOf(tea),
    kind: 'complaint',
    scope: 'enterprise',
    occurredOn: '2026-11-01',
    receivedOn: '2026-11-20',
    source: 'consumer',
    summary: '停产整顿',
  });
  return { incidentId: id as string, tea, rice };
}

/** Photos kept so far: each is a picture of its own, so that none lies at the other desk already. */
let kept = 0;

const photo = async (): Promise<string> => {
  kept += 1;
  const background = { r: kept * 20, g: 47, b: 47 };
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background } }).png();
  return (await picture.toBuffer()).toString('base64');
};

async function attach(desk: TestDesk, incidentId: string, name: string, seat = 'shen') {
  const content = await photo();
  const owner = { kind: 'incident', id: incidentId } as const;
  return { id: (await desk.ask(seat, 'attachment.keep', { owner, name, content })).id, content };
}

const filesOf = (desk: TestDesk, id: string) =>
  desk.ask('tang', 'attachment.list', { owner: { kind: 'incident', id } });
const problemsOf = async (desk: TestDesk) => (await desk.ask('admin', 'sync.status', {})).files.problems;

describe('a file of another desk’s incident whose own case is not here', () => {
  it('is asked for, comes down and is shown with the incident, on the case that it hangs on here', async () => {
    const { incidentId, rice } = await complaintOnTea();
    await importAs(west, 'peng', [rice]);
    const { content } = await attach(east, incidentId, '投诉信.jpg');
    await desks.exchange(east, west);
    const [file, ...more] = await filesOf(west, incidentId);
    expect(more).toEqual([]);
    expect(file).toMatchObject({ name: '投诉信.jpg', caseId: idOf(rice), by: '沈检验（样例）·01', isHere: true });
    const got = await west.ask('tang', 'attachment.get', { attachmentId: file?.id ?? '', size: 'original' });
    expect(got.content).toBe(content);
    expect(await west.ask('tang', 'attachment.list', { caseId: idOf(rice) })).toEqual([file]);
    expect(await problemsOf(west)).toBe(0);
  });

  it('waits with the incident for any case of the enterprise, in the order and with the strikes made meanwhile', async () => {
    const { incidentId, rice } = await complaintOnTea();
    const { id: first } = await attach(east, incidentId, '一.jpg');
    const { id: second } = await attach(east, incidentId, '二.jpg');
    const { id: third } = await attach(east, incidentId, '三.jpg', 'peng');
    await east.ask('shen', 'attachment.arrange', {
      owner: { kind: 'incident', id: incidentId },
      ids: [third, first, second],
    });
    await east.ask('shen', 'attachment.move', { attachmentId: second, slot: 'reply' });
    await east.ask('peng', 'attachment.strike', { attachmentId: first, reason: '拍糊了' });
    await desks.exchange(east, west);
    expect(await filesOf(west, incidentId)).toEqual([]);
    await importAs(west, 'peng', [rice]);
    const told = async (desk: TestDesk) =>
      (await filesOf(desk, incidentId)).map(({ name, owner, struck }) => [name, owner.slot, struck?.reason ?? null]);
    expect(await told(west)).toEqual(await told(east));
    expect(await told(west)).toEqual([
      ['三.jpg', '', null],
      ['一.jpg', '', '拍糊了'],
      ['二.jpg', 'reply', null],
    ]);
    const files = await filesOf(west, incidentId);
    expect(files.map(({ by, struck }) => [by, struck?.by ?? null])).toEqual([
      ['彭收样（样例）·01', null],
      ['沈检验（样例）·01', '彭收样（样例）·01'],
      ['沈检验（样例）·01', null],
    ]);
    expect(files.map(({ isHere }) => isHere)).toEqual([false, false, false]);
    await desks.sync(west);
    expect((await filesOf(west, incidentId)).map(({ isHere }) => isHere)).toEqual([true, true, true]);
  });

  it('kept here goes back to the case it was taken in on', async () => {
    const { incidentId, rice, tea } = await complaintOnTea();
    await importAs(west, 'peng', [rice]);
    await desks.exchange(east, west);
    await attach(west, incidentId, '答复.jpg');
    await desks.exchange(west, east);
    expect(await filesOf(east, incidentId)).toMatchObject([
      { name: '答复.jpg', caseId: idOf(tea), by: '沈检验（样例）·02', isHere: true },
    ]);
  });

  it('stays where it is when its own case comes, and the same entries once more change nothing', async () => {
    const { incidentId, rice, tea } = await complaintOnTea();
    await importAs(west, 'peng', [rice]);
    await attach(east, incidentId, '投诉信.jpg');
    await desks.exchange(east, west);
    const before = await filesOf(west, incidentId);
    await importAs(west, 'peng', [tea]);
    west.desk.room.store.run("UPDATE fact SET value = '0' WHERE name = 'sync.cursor'");
    expect((await desks.sync(west)).pulled).toBeGreaterThan(0);
    expect(before).toHaveLength(1);
    expect(await filesOf(west, incidentId)).toEqual(before);
  });
});

describe('a file of an incident that does not count here', () => {
  it('is not asked for', async () => {
    const { rice, tea } = await complaintOnTea();
    const { id: ofTea } = await east.ask('peng', 'incident.record', {
      caseId: idOf(tea),
      kind: 'complaint',
      scope: 'product',
      occurredOn: '2026-11-01',
      receivedOn: '2026-11-20',
      source: 'consumer',
      summary: '茶味不正',
    });
    await attach(east, ofTea, '茶.jpg');
    await desks.exchange(east, west);
    await importAs(west, 'peng', [rice]);
    expect((await desks.sync(west)).filesFetched).toBe(0);
    expect(await filesOf(west, ofTea)).toEqual([]);
    await importAs(west, 'peng', [tea]);
    await desks.sync(west);
    expect(await filesOf(west, ofTea)).toMatchObject([{ name: '茶.jpg', caseId: idOf(tea), isHere: true }]);
  });
});
