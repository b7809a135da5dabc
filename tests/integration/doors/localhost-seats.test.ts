import { afterEach, expect, it } from 'vitest';
import { comeIn, connect, knock, openTestDoor } from './localhost-fixture.ts';
import type { OpenDoor } from './localhost-fixture.ts';

let open: OpenDoor;
afterEach(() => open.door.close());

const gone = (door: OpenDoor): Promise<void> =>
  new Promise((resolve) => door.door.onConnections((count) => count === 0 && resolve()));

it('keeps a person signed in over a reload', async () => {
  open = await openTestDoor();
  const cookie = await comeIn(open);
  const before = await connect(open, cookie);
  await before.call('session.sign-in', 'wang');
  const left = gone(open);
  before.socket.close();
  await left;
  open.clock.pass(59_999);
  const after = await connect(open, cookie);
  open.clock.pass(60_000);
  expect(await after.call('session.view', {})).toEqual({ ok: true, value: 'wang' });
  expect(open.seats.map(({ closed }) => closed)).toEqual([false]);
});

it('signs a person out a minute after the last of their windows closed', async () => {
  open = await openTestDoor();
  const cookie = await comeIn(open);
  const [one, two] = [await connect(open, cookie), await connect(open, cookie)];
  await one.call('session.sign-in', 'wang');
  one.socket.close();
  await one.closed;
  open.clock.pass(60_000);
  expect(await two.call('session.view', {})).toEqual({ ok: true, value: 'wang' });
  const left = gone(open);
  two.socket.close();
  await left;
  open.clock.pass(60_000);
  expect(open.seats.map(({ closed }) => closed)).toEqual([true]);
  const late = await connect(open, cookie);
  expect(await late.call('session.view', {})).toEqual({ ok: true, value: null });
  expect(open.seats).toHaveLength(2);
});

it('brings a page back after the server restarts on its port, signed out', async () => {
  open = await openTestDoor();
  const cookie = await comeIn(open);
  await (await connect(open, cookie)).call('session.sign-in', 'wang');
  await open.door.close();
  expect(open.seats.map(({ closed }) => closed)).toEqual([true]);
  open = await openTestDoor(open.port);
  const page = await connect(open, cookie);
  expect(await page.call('session.view', {})).toEqual({ ok: true, value: null });
});

it('tells a page whether it is known', async () => {
  open = await openTestDoor();
  const cookie = await comeIn(open);
  expect((await knock(open.port, { path: '/door/session', headers: { cookie } })).status).toBe(204);
  expect((await knock(open.port, { path: '/door/session' })).status).toBe(401);
});

it('pushes what a seat announces to each of its windows', async () => {
  open = await openTestDoor();
  const cookie = await comeIn(open);
  const pages = [await connect(open, cookie), await connect(open, cookie)];
  const heard = pages.map((page) => page.nextEvent());
  open.seats[0]?.announce('case.changed', { caseId: 'c1' });
  expect(await Promise.all(heard)).toEqual([
    { event: 'case.changed', data: { caseId: 'c1' } },
    { event: 'case.changed', data: { caseId: 'c1' } },
  ]);
});

it('refuses a port in use by naming the error', async () => {
  open = await openTestDoor();
  await expect(openTestDoor(open.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
