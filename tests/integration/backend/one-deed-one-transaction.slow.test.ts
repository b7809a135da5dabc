import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTRACT, type Name } from '#shared/contract/contract.ts';
import { verifyLedger } from '#electron/backend/store/ledger.ts';
import { breakAt, diskFull } from '#tests/support/break-store.ts';
import { openBusyDesk, type BusyDesk, type Deed } from '#tests/support/busy-desk.ts';
import { openTestDesk } from '#tests/support/desk.ts';
import { dumpOf } from '#tests/support/workspaces.ts';

/** Commands that touch no table: who sits where is kept in memory. */
const IN_MEMORY: readonly Name[] = ['session.sign-in', 'session.sign-out', 'session.lock', 'session.unlock'];
/** Commands for a workspace nobody is in yet. */
const FIRST: readonly Deed[] = [
  { name: 'person.create-first', seat: 'new', input: { login: 'first', name: '第一位', password: 'secret-1' } },
  { name: 'demo.start', seat: 'new', input: { applications: false } },
];
const MOST_STATEMENTS = 400;

/**
 * Does a deed with the first statement broken, then the second, and so on until it runs through:
 * after every broken try all tables are as they were and nothing was announced.
 */
async function breakEverywhere(
  { test }: Pick<BusyDesk, 'test'>,
  { input, name, seat }: Deed,
  fault: () => Error,
  step = 1,
) {
  const { store } = test.desk.room;
  const before = dumpOf(store);
  const codes = new Set<string>();
  for (let nth = 1; nth < MOST_STATEMENTS; nth += nth < 15 ? step : 3 * step) {
    const heard = test.events.length;
    const broken = breakAt(store, nth, fault);
    const reply = await test.call(seat, name, input);
    broken.mend();
    if (!broken.struck()) {
      expect(reply, `${name} runs through in the end`).toMatchObject({ ok: true });
      return { codes, statements: nth - 1 };
    }
    if (reply.ok) throw new Error(`${name} succeeded although statement ${nth} broke`);
    codes.add(reply.failure.code);
    if (reply.failure.code === 'internal') {
      expect(String(reply.failure.data?.['reference'])).toMatch(/^[2-9a-z]{8}$/);
      expect(JSON.stringify(reply)).not.toMatch(/broken on purpose|\.ts|at /);
    }
    expect(dumpOf(store), `${name}, statement ${nth}`).toEqual(before);
    expect(test.events.slice(heard)).toEqual([]);
    expect(store.connection.inTransaction).toBe(false);
  }
  throw new Error(`${name} never ran through`);
}

describe('one deed is one transaction', () => {
  let busy: BusyDesk;
  beforeAll(async () => {
    busy = await openBusyDesk();
  });
  afterAll(() => busy.test.close());

  it('covers every command of the contract', () => {
    const commands = Object.entries(CONTRACT).flatMap(([name, entry]) => (entry.kind === 'command' ? [name] : []));
    const covered = [...IN_MEMORY, ...FIRST.map(({ name }) => name), ...busy.deeds.map(({ name }) => name)];
    expect(covered.toSorted()).toEqual(commands.toSorted());
  });

  it('whatever statement breaks, nothing of the deed remains, and then it can be done', async () => {
    for (const deed of busy.deeds) {
      const { codes, statements } = await breakEverywhere(busy, deed, () => new Error('broken on purpose'));
      expect([...codes], deed.name).toEqual(['internal']);
      expect(statements, deed.name).toBeGreaterThan(0);
    }
    expect(verifyLedger(busy.test.desk.room.store).fault).toBeNull();
  });

  it.each(FIRST)('$name leaves an empty workspace empty when it breaks', async (deed) => {
    const test = openTestDesk();
    const { codes } = await breakEverywhere({ test }, deed, diskFull, 7);
    expect([...codes]).toEqual(['store.no-space']);
    await test.close();
  });
});

describe('a full disk', () => {
  it('is answered as such, whatever statement finds it, and nothing is half done', async () => {
    const busy = await openBusyDesk();
    const names: readonly Name[] = ['sample.receive', 'case.decide', 'award.issue'];
    for (const deed of busy.deeds.filter(({ name }) => names.includes(name))) {
      const { codes } = await breakEverywhere(busy, deed, diskFull);
      expect([...codes]).toEqual(['store.no-space']);
    }
    await busy.test.close();
  });

  it('found by SQLite itself leaves every table as it was, and work goes on when there is room', async () => {
    const { test, deeds } = await openBusyDesk();
    const { store } = test.desk.room;
    const pages = Number(store.connection.pragma('page_count', { simple: true }));
    store.connection.pragma(`max_page_count = ${pages}`);
    const orphan = (serial: number) => ({ waybill: `77${String(serial).padStart(11, '0')}` });
    let refusal: unknown;
    for (let serial = 0; refusal === undefined && serial < 2_000; serial += 1) {
      const before = dumpOf(store);
      const reply = await test.call('peng', 'parcel.keep-orphan', orphan(serial));
      if (reply.ok) continue;
      refusal = reply.failure;
      expect(dumpOf(store)).toEqual(before);
    }
    expect(refusal).toEqual({ code: 'store.no-space' });
    expect(verifyLedger(store).fault).toBeNull();
    store.connection.pragma('max_page_count = 1000000');
    await test.ask('peng', 'parcel.keep-orphan', orphan(5_000));
    expect(deeds.length).toBeGreaterThan(20);
    await test.close();
  });
});

describe('announcements', () => {
  it('come only after the commit', async () => {
    const { test, deeds } = await openBusyDesk();
    const { store } = test.desk.room;
    const during: boolean[] = [];
    const push = test.events.push.bind(test.events);
    test.events.push = (...events) => {
      during.push(store.connection.inTransaction);
      return push(...events);
    };
    for (const { input, name, seat } of deeds.slice(0, 12)) await test.call(seat, name, input);
    expect(during.length).toBeGreaterThan(5);
    expect(during).not.toContain(true);
    await test.close();
  });
});
