import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { Name } from '#shared/contract/contract.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { Application } from '#shared/platform/application.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import { deskSyncStore } from '#electron/backend/services/desk-sync-store.ts';
import { loadDivisions } from '#electron/backend/services/intake/division-index.ts';
import { startPlatform } from '#electron/platform/server.ts';
import { importAs, prepareForDecision, wholeApplication } from './applications.ts';
import { openTestDesk, type TestDesk } from './desk.ts';
import { startTestCluster } from './postgres.ts';
import { sampleUscc } from './sample-enterprises.ts';
import { silentLogger } from './silent-logger.ts';
import { ADMIN_TOKEN, enrolmentCode } from './test-desk.ts';

/** A desk of a code with the sample people signed in and a clock that stands or is given; it has joined nothing yet. */
export async function openDeskOf(code: string, now?: () => Date): Promise<TestDesk> {
  const test = openTestDesk(now && { world: { now } });
  test.desk.room.store.transaction(() => setFact(test.desk.room.store, 'desk.code', code));
  await test.ask('admin', 'demo.start', { applications: false });
  for (const login of ['admin', 'peng', 'shen', 'lu', 'qin', 'tan', 'tang', 'he'])
    await test.ask(login, 'session.sign-in', { login, password: DEMO_PASSWORD });
  return test;
}

/** The moment two desks begin at. */
const FIRST_MOMENT = '2026-11-21T02:00:00.000Z';

/** Joins a platform. */
export async function enrolAt(test: TestDesk, origin: string): Promise<void> {
  await test.ask('admin', 'sync.enrol', { origin, code: await enrolmentCode(origin) });
}

/** Lets entries of desk 01 come down to a desk as the platform would hand them out; whatever an older program wrote. */
export async function arrive(
  { desk: { room } }: TestDesk,
  deeds: readonly {
    readonly type: string;
    readonly entity: string;
    readonly entityId: string;
    readonly payload: object;
  }[],
): Promise<void> {
  const store = deskSyncStore(room, await loadDivisions());
  const place = store.cursor() ?? { epoch: '', cursor: 0 };
  const common = { v: 1, desk: '01', at: '2026-11-20T02:00:00.000Z', actor: 'U-shen', baseVersion: 0, blobs: [] };
  const sealed = { kind: 'entry', desk: '01', prev: '0'.repeat(64), hash: '0'.repeat(64) } as const;
  const events = deeds.map((deed) => {
    invented += 1;
    const [seq, cursor] = [invented, invented];
    const body = JSON.stringify({
      ...common,
      ...deed,
      seq,
      id: `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    });
    return { known: true, event: { ...sealed, seq, cursor, body } } as const;
  });
  store.applyPage({ ...place, events });
}

/** Numbers that no real entry of a test comes to. */
let invented = 900_000;

/** The desks 01 (east) and 02 (west) at a platform of their own on a real PostgreSQL; everybody of one is at the other too. */
export async function openTwoDesks() {
  const cluster = await startTestCluster();
  const platform = await startPlatform({
    database: { url: await cluster.freshDatabase() },
    port: 0,
    adminToken: ADMIN_TOKEN,
    logger: silentLogger(),
  });
  let now = FIRST_MOMENT;
  const clock = () => new Date(now);
  const [east, west] = [await openDeskOf('01', clock), await openDeskOf('02', clock)];
  for (const desk of [east, west]) {
    setFact(desk.desk.room.store, 'workspace.day', null);
    await enrolAt(desk, platform.origin);
  }
  let serial = 700;

  const view = (desk: TestDesk, caseId: string) => desk.ask('tang', 'case.get', { caseId });
  const sync = (desk: TestDesk) => desk.ask('admin', 'sync.run', {});
  /** An application of an enterprise of its own, to be imported where a test wants it. */
  const newApplication = (changes: Partial<Application> = {}): Application => {
    serial += 1;
    const [parcel] = wholeApplication().parcels;
    return wholeApplication({
      applicationNo: `A-2026-${serial}00`,
      enterprise: { ...wholeApplication().enterprise, uscc: sampleUscc('430923', serial, false) },
      product: { ...wholeApplication().product, name: `两台样茶 ${serial}` },
      parcels: parcel ? [{ ...parcel, waybill: `SF138824${serial}00` }] : [],
      ...changes,
    });
  };
  return {
    platform,
    east,
    west,
    sync,
    view,
    newApplication,
    /** Sets both clocks; back to the first moment without one. */
    setNow: (moment: string = FIRST_MOMENT): void => {
      now = moment;
    },
    /** Somebody more with the same login at both desks, signed in. */
    addPerson: async (login: string, name: string, role: Role): Promise<void> => {
      for (const desk of [east, west]) {
        await desk.ask('admin', 'person.add', { login, name, roles: [role], password: DEMO_PASSWORD });
        await desk.ask(login, 'session.sign-in', { login, password: DEMO_PASSWORD });
      }
    },
    /** Hands everything of one desk to the other, in the order of the desks named. */
    exchange: async (...desks: readonly TestDesk[]): Promise<void> => {
      for (const desk of [...desks, ...desks]) await sync(desk);
    },
    /** The same application at both desks, up to a complete panel; nothing of it handed over yet. */
    sameCase: async (changes: Partial<Application> = {}): Promise<string> => {
      const application = newApplication(changes);
      const caseId = application.applicationNo.replace('A-', 'C-');
      for (const desk of [east, west]) {
        await importAs(desk, 'peng', [application]);
        await prepareForDecision(desk, caseId);
      }
      return caseId;
    },
    decide: async (desk: TestDesk, caseId: string, seat = 'tang') =>
      desk.ask(seat, 'case.decide', {
        caseId,
        baseVersion: (await view(desk, caseId)).version,
        password: DEMO_PASSWORD,
        note: '同意',
      }),
    refusedDecision: async (desk: TestDesk, caseId: string, seat = 'tang') =>
      desk.refused(seat, 'case.decide', {
        caseId,
        baseVersion: (await view(desk, caseId)).version,
        password: DEMO_PASSWORD,
      }),
    /** What a call comes to: `ok`, or the refusal's code. */
    code: async (desk: TestDesk, seat: string, name: Name, asked: unknown): Promise<string> => {
      const reply = await desk.call(seat, name, asked);
      return reply.ok ? 'ok' : reply.failure.code;
    },
    close: async (): Promise<void> => {
      await east.close();
      await west.close();
      await platform.close();
      await cluster.stop();
    },
  };
}

export type TwoDesks = Awaited<ReturnType<typeof openTwoDesks>>;
