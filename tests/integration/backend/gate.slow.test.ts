import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CONTRACT, type Name } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { RIGHTS, ROLES, type Role } from '#shared/domain/roles.ts';
import { passwordMatches } from '#electron/backend/services/password.ts';
import { openPeopledDesk, openTestDesk, type TestDesk } from '#tests/support/desk.ts';

vi.mock('#electron/backend/services/password.ts', async (original) => {
  const real = await original<{ readonly passwordMatches: typeof passwordMatches }>();
  return { ...real, passwordMatches: vi.fn(real.passwordMatches) };
});

const NAMES = Object.keys(CONTRACT) as readonly Name[];
const SEATS: Readonly<Record<Role, string>> = {
  clerk: 'peng',
  inspector: 'shen',
  expert: 'lu',
  decider: 'tang',
  printer: 'he',
  administrator: 'admin',
};
/** No entry takes it, so an answer of `input.invalid` says that the caller was let through. */
const NONSENSE = { surprise: 1 };

describe('the gate', () => {
  let test: TestDesk;
  beforeAll(async () => {
    test = await openPeopledDesk();
  });
  afterAll(() => test.close());
  const code = async (seat: string, name: string, input?: unknown): Promise<string> => {
    const reply = await test.call(seat, name, input);
    return reply.ok ? 'ok' : reply.failure.code;
  };

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'case', 'Case.get', 'case.get\u0000', '案卷'])(
    'knows no entry %j',
    async (name) => {
      expect(await test.call('peng', name, {})).toEqual({
        ok: false,
        failure: { code: 'input.unknown-name', data: { name } },
      });
    },
  );

  it('does not repeat a long unknown name in full', async () => {
    const reply = await test.call('peng', 'x'.repeat(1_000_000), {});
    expect(JSON.stringify(reply).length).toBeLessThan(300);
  });

  it.each(NAMES.flatMap((name) => ROLES.map((role) => [name, role] as const)))(
    '%s is as the table says for a %s',
    async (name, role) => {
      const { right } = CONTRACT[name];
      const allowed: readonly Role[] = right === 'anyone' || right === 'signed-in' ? ROLES : RIGHTS[right];
      const reply = await test.call(SEATS[role], name, NONSENSE);
      if (reply.ok) throw new Error('nonsense was taken');
      if (allowed.includes(role)) {
        expect(reply.failure).toMatchObject({ code: 'input.invalid' });
      } else {
        expect(reply.failure).toEqual({ code: 'right.missing', data: { roles: role, needed: allowed.join('、') } });
      }
    },
  );

  it.each(NAMES)('%s for nobody, and at a locked seat', async (name) => {
    const open = CONTRACT[name].right === 'anyone';
    expect(await code('nobody', name, NONSENSE)).toBe(open ? 'input.invalid' : 'session.needed');
    await test.ask('qin', 'session.lock', {});
    expect(await code('qin', name, NONSENSE)).toBe(open ? 'input.invalid' : 'session.locked');
    test.desk.room.sessions.set('qin', { ...test.desk.room.sessions.get('qin'), locked: false });
  });

  const LONE = '\ud800';
  it.each<readonly [string, Name, string, unknown, string]>([
    ['nothing', 'peng', 'case.get', undefined, 'caseId'],
    ['null', 'peng', 'case.get', null, 'caseId'],
    ['a list', 'peng', 'case.get', [], ''],
    ['a text', 'peng', 'case.get', 'C-1', ''],
    ['a number for a text', 'peng', 'case.get', { caseId: 7 }, 'caseId'],
    ['null for a text', 'peng', 'case.get', { caseId: null }, 'caseId'],
    ['a field too many', 'peng', 'case.get', { caseId: 'C-1', admin: true }, 'admin'],
    [
      'a field too many deep down',
      'shen',
      'finding.record',
      { caseId: 'C-1', finding: { kind: 'site-test', outcome: 'passed', by: 'x' } },
      'finding.by',
    ],
    ['an unknown kind', 'shen', 'finding.record', { caseId: 'C-1', finding: { kind: '__proto__' } }, 'finding.kind'],
    [
      'a date that does not exist',
      'shen',
      'finding.record',
      { caseId: 'C-1', finding: { kind: 'review-date', on: '2026-02-30' } },
      'finding.on',
    ],
    ['a control character', 'peng', 'parcel.keep-orphan', { waybill: 'SF\u0000123456' }, 'waybill'],
    ['a lone surrogate', 'lu', 'opinion.give', { caseId: 'C-1', star: 3, text: `好${LONE}` }, 'text'],
    ['a bidirectional override', 'lu', 'opinion.give', { caseId: 'C-1', star: 3, text: '好\u202e' }, 'text'],
    ['a megabyte of text', 'lu', 'opinion.give', { caseId: 'C-1', star: 3, text: 'x'.repeat(1_000_000) }, 'text'],
    ['a star that does not exist', 'lu', 'opinion.give', { caseId: 'C-1', star: 6, text: '好' }, 'star'],
    ['a star and a half', 'lu', 'opinion.give', { caseId: 'C-1', star: 1.5, text: '好' }, 'star'],
    ['an id in a list', 'he', 'award.issue', { caseIds: ['C-1', '../../etc'] }, 'caseIds[1]'],
    ['an empty list', 'he', 'award.issue', { caseIds: [] }, 'caseIds'],
    ['a rejection without its reason', 'peng', 'document.check', { documentId: 'D-1', check: 'rejected' }, 'reason'],
    [
      'a role that does not exist',
      'admin',
      'person.set-roles',
      { personId: 'U-peng', roles: ['clerk', 'root'] },
      'roles[1]',
    ],
    ['an address that is a script', 'admin', 'sync.enrol', { origin: 'javascript:alert(1)', code: 'ABCD' }, 'origin'],
    ['a parsed __proto__', 'peng', 'desk.counts', JSON.parse('{"__proto__":{"admin":true}}'), '__proto__'],
    ['a constructor', 'peng', 'desk.counts', { constructor: {} }, 'constructor'],
  ] as never)('refuses %s and names the field', async (_what, seat, name, input, field) => {
    const refusal = await test.refused(seat, name as Name, input);
    expect(refusal).toMatchObject({ code: 'input.invalid', field });
    expect(JSON.stringify(refusal).length).toBeLessThan(500);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('a fault is answered with a reference alone, and the cause stands in the log under it', async () => {
    const { store } = test.desk.room;
    store.connection.exec(
      "CREATE TRIGGER broken BEFORE INSERT ON parcel BEGIN SELECT RAISE(ABORT, 'secret table'); END",
    );
    const refusal = await test.refused('peng', 'parcel.keep-orphan', { waybill: '1234567890123' });
    store.connection.exec('DROP TRIGGER broken');
    expect(refusal.code).toBe('internal');
    expect(Object.keys(refusal.data ?? {})).toEqual(['reference']);
    expect(JSON.stringify(refusal)).not.toMatch(/secret|at |\.ts/);
    const line = test.log.find((one) => 'reference' in one && one.reference === refusal.data?.['reference']);
    expect(JSON.stringify(line)).toContain('secret table');
  });

  it('a fault while the caller is looked up is a reply too', async () => {
    const { store } = test.desk.room;
    const { find } = store;
    store.find = () => {
      throw new Error('the disk went away');
    };
    expect(await code('peng', 'case.get', { caseId: 'C-1' })).toBe('internal');
    store.find = find;
    expect(await code('peng', 'case.get', { caseId: 'C-1' })).toBe('case.unknown');
  });

  it('a locked database is answered as busy', async () => {
    const { store } = test.desk.room;
    const { transaction } = store;
    store.transaction = () => {
      throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
    };
    expect(await code('peng', 'parcel.keep-orphan', { waybill: '1234567890123' })).toBe('store.busy');
    store.transaction = transaction;
  });
});

describe('sessions', () => {
  afterEach(() => vi.useRealTimers());
  const signIn = (test: TestDesk, seat: string, login: string, password: string) =>
    test.call(seat, 'session.sign-in', { login, password });

  it('the first administrator is made once, in an empty workspace', async () => {
    const test = openTestDesk();
    expect(await test.ask('a', 'session.get', {})).toMatchObject({ firstStart: true, person: null });
    const first = { login: 'first', name: '第一位', password: 'secret-1' };
    const both = await Promise.all([
      test.call('a', 'person.create-first', first),
      test.call('b', 'person.create-first', { ...first, login: 'second' }),
    ]);
    expect(both.map((reply) => reply.ok).toSorted()).toEqual([false, true]);
    expect(await test.refused('c', 'person.create-first', { ...first, login: 'third' })).toEqual({
      code: 'workspace.not-empty',
      data: {},
    });
    expect(await test.refused('c', 'demo.start', {})).toMatchObject({ code: 'workspace.not-empty' });
    const seat = both[0].ok ? 'a' : 'b';
    expect(await test.ask(seat, 'person.list', {})).toMatchObject([{ roles: ['administrator'] }]);
    await test.close();
  });

  it('a disabled person loses access at once, at every seat, and cannot unlock or come back', async () => {
    const test = await openPeopledDesk();
    await signIn(test, 'second', 'peng', DEMO_PASSWORD);
    await test.ask('second', 'session.lock', {});
    await test.ask('admin', 'person.set-disabled', { personId: 'U-peng', disabled: true });
    expect(await test.refused('peng', 'case.list', { queue: 'all' })).toMatchObject({ code: 'session.needed' });
    expect(await test.refused('second', 'session.unlock', { password: DEMO_PASSWORD })).toMatchObject({
      code: 'session.wrong-password',
    });
    expect(await signIn(test, 'third', 'peng', DEMO_PASSWORD)).toMatchObject({ ok: false });
    await test.close();
  });

  it('a role taken away is gone at once', async () => {
    const test = await openPeopledDesk();
    await test.ask('admin', 'person.set-roles', { personId: 'U-he', roles: ['clerk'] });
    expect(await test.refused('he', 'award.issue', { caseIds: ['C-1'] })).toMatchObject({ code: 'right.missing' });
    await test.close();
  });

  it('a person whose login has dots and underscores can be changed like any other', async () => {
    const test = await openPeopledDesk();
    const person = { login: 'Li.Wei_2', name: '李伟（样例）', roles: ['clerk'] as const, password: 'secret-1' };
    const { id } = await test.ask('admin', 'person.add', { ...person, roles: ['clerk'] });
    expect(await test.ask('admin', 'person.set-disabled', { personId: id, disabled: true })).toMatchObject({
      login: 'li.wei_2',
      disabled: true,
    });
    expect(await test.refused('admin', 'person.add', { ...person, roles: ['clerk'] })).toMatchObject({
      code: 'person.login-taken',
      field: 'login',
    });
    await test.close();
  });

  it('the last administrator stays', async () => {
    const test = await openPeopledDesk();
    const personId = 'U-admin';
    const last = { code: 'person.last-administrator' };
    expect(await test.refused('admin', 'person.set-disabled', { personId, disabled: true })).toMatchObject(last);
    expect(await test.refused('admin', 'person.set-roles', { personId, roles: ['clerk'] })).toMatchObject(last);
    expect(await test.ask('admin', 'person.list', {})).toContainEqual(
      expect.objectContaining({ id: personId, disabled: false, roles: ['administrator'] }),
    );
    await test.ask('admin', 'person.set-roles', { personId: 'U-peng', roles: ['clerk', 'administrator'] });
    await test.ask('admin', 'person.set-disabled', { personId, disabled: true });
    expect(await test.refused('peng', 'person.set-disabled', { personId: 'U-peng', disabled: true })).toMatchObject(
      last,
    );
    await test.close();
  });

  it('signing out or in at one seat leaves the others alone', async () => {
    const test = await openPeopledDesk();
    await signIn(test, 'other', 'tang', DEMO_PASSWORD);
    await test.ask('tang', 'session.sign-out', {});
    expect(await test.ask('tang', 'session.get', {})).toMatchObject({ person: null, desks: [] });
    expect(await test.ask('other', 'session.get', {})).toMatchObject({ person: { login: 'tang' } });
    expect(await test.ask('new', 'session.get', {})).toMatchObject({ person: null, firstStart: false });
    await test.close();
  });
});

describe('passwords', () => {
  afterEach(() => vi.useRealTimers());
  const signIn = (test: TestDesk, seat: string, login: string, password: string) =>
    test.call(seat, 'session.sign-in', { login, password });

  it('an unknown login, a wrong password and a disabled person take the same way and get the same answer', async () => {
    const test = await openPeopledDesk();
    await test.ask('admin', 'person.set-disabled', { personId: 'U-tan', disabled: true });
    const replies: unknown[] = [];
    for (const login of ['nobody-here', 'peng', 'tan']) {
      vi.mocked(passwordMatches).mockClear();
      replies.push(await signIn(test, 'x', login, 'not-the-password'));
      expect(vi.mocked(passwordMatches).mock.calls.map(([, hash]) => hash.slice(0, 30))).toEqual([
        '$argon2id$v=19$m=19456,t=2,p=1',
      ]);
    }
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]).toMatchObject({ ok: false, failure: { code: 'session.wrong-password' } });
    await test.close();
  });

  it.each(['peng', 'nobody-here'])(
    'after five wrong ones %s waits, even with the right one, and then may try',
    async (login) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      const test = await openPeopledDesk();
      for (let tries = 0; tries < 5; tries += 1) {
        expect(await signIn(test, 'x', login, 'wrong-one')).toMatchObject({
          failure: { code: 'session.wrong-password' },
        });
      }
      const blocked = { ok: false, failure: { code: 'session.too-many-tries', data: { seconds: 30 } } };
      expect(await signIn(test, 'x', login, DEMO_PASSWORD)).toEqual(blocked);
      expect(await signIn(test, 'y', 'shen', DEMO_PASSWORD)).toMatchObject({ ok: true });
      vi.setSystemTime(Date.now() + 30_001);
      expect(await signIn(test, 'x', login, DEMO_PASSWORD)).toMatchObject({ ok: login === 'peng' });
      await test.close();
    },
  );

  it('tried side by side are counted too', async () => {
    const test = await openPeopledDesk();
    vi.mocked(passwordMatches).mockClear();
    await Promise.all(Array.from({ length: 12 }, (_, at) => signIn(test, `x${at}`, 'peng', `wrong-${at}`)));
    expect(vi.mocked(passwordMatches)).toHaveBeenCalledTimes(5);
    await test.close();
  });

  it('confirming a decision is slowed down the same, though a right one is known without argon2', async () => {
    const test = await openPeopledDesk();
    const decide = async (password: string): Promise<string> =>
      (await test.refused('tang', 'case.decide', { caseId: 'C-1', baseVersion: 1, password })).code;
    expect(await decide(DEMO_PASSWORD)).toBe('case.unknown');
    for (let tries = 0; tries < 5; tries += 1) expect(await decide('guess-me')).toBe('session.wrong-password');
    expect(await decide(DEMO_PASSWORD)).toBe('session.too-many-tries');
    await test.close();
  });

  it('a changed one counts at every seat at once', async () => {
    const test = await openPeopledDesk();
    await signIn(test, 'other', 'tang', DEMO_PASSWORD);
    await test.ask('tang', 'person.change-password', { current: DEMO_PASSWORD, next: 'new-secret' });
    const decide = async (seat: string, password: string): Promise<string> =>
      (await test.refused(seat, 'case.decide', { caseId: 'C-1', baseVersion: 1, password })).code;
    expect(await decide('other', DEMO_PASSWORD)).toBe('session.wrong-password');
    expect(await decide('other', 'new-secret')).toBe('case.unknown');
    expect(await decide('tang', 'new-secret')).toBe('case.unknown');
    expect(await test.refused('tang', 'person.change-password', { current: 'x', next: 'other-secret' })).toMatchObject({
      code: 'session.wrong-password',
    });
    await test.close();
  });

  it('an empty one is never right', async () => {
    const test = await openPeopledDesk();
    expect(await signIn(test, 'x', 'peng', '')).toMatchObject({ failure: { code: 'session.wrong-password' } });
    await test.close();
  });

  it('is never in the log, nor in the database as typed', async () => {
    const test = await openPeopledDesk();
    await signIn(test, 'x', 'peng', 'mistyped-secret');
    await test.ask('peng', 'person.change-password', { current: DEMO_PASSWORD, next: 'fresh-secret-9' });
    const kept = JSON.stringify([
      test.log,
      test.desk.room.store.all('SELECT * FROM person'),
      test.desk.room.store.all('SELECT body FROM ledger'),
    ]);
    expect(kept).not.toMatch(/mistyped-secret|fresh-secret-9|demo-2026/);
    await test.close();
  });
});
