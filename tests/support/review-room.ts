import type { Name } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { Application } from '#shared/platform/application.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import { importAs, prepareForDecision, wholeApplication } from './applications.ts';
import { openPeopledDesk, type TestDesk } from './desk.ts';
import { sampleUscc } from './sample-enterprises.ts';

/** The smallest PNG there is. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The day a review room begins on. */
const FIRST_MOMENT = '2026-11-21T02:00:00.000Z';

/** Four stars asked for with three on paper: the program proposes three. */
export const PROPOSED: Partial<Application> = {
  requestedStar: 4,
  inspection: {
    ...(wholeApplication().inspection as object),
    riskControl: 'viewed-on-site',
  } as Application['inspection'],
};

/** A desk with a second decider and two more experts, whose clock can be set. */
export async function openReviewRoom() {
  let now = FIRST_MOMENT;
  let serial = 500;
  const test: TestDesk = await openPeopledDesk({ world: { now: () => new Date(now) } });
  setFact(test.desk.room.store, 'workspace.day', null);
  for (const [login, name, role] of [
    ['wei', '韦评定（样例）', 'decider'],
    ['yan', '颜评审（样例）', 'expert'],
    ['ning', '宁评审（样例）', 'expert'],
  ] as const) {
    await test.ask('admin', 'person.add', { login, name, roles: [role], password: DEMO_PASSWORD });
    await test.ask(login, 'session.sign-in', { login, password: DEMO_PASSWORD });
  }

  /** A case of an enterprise of its own, its samples not yet here. */
  const newCase = async (changes: Partial<Application> = {}): Promise<string> => {
    serial += 1;
    const [parcel] = wholeApplication().parcels;
    const number = `2026-${String(serial).padStart(5, '0')}`;
    await importAs(test, 'peng', [
      wholeApplication({
        applicationNo: `A-${number}`,
        enterprise: { ...wholeApplication().enterprise, uscc: sampleUscc('430923', serial, false) },
        parcels: parcel ? [{ ...parcel, waybill: `SF13882${String(serial).padStart(8, '0')}` }] : [],
        ...changes,
      }),
    ]);
    return `C-${number}`;
  };
  const readyCase = async (changes: Partial<Application> = {}): Promise<string> => {
    const caseId = await newCase(changes);
    await prepareForDecision(test, caseId);
    return caseId;
  };
  const view = (caseId: string, seat = 'tang') => test.ask(seat, 'case.get', { caseId });
  const input = async (caseId: string, more: object) => ({
    caseId,
    baseVersion: (await view(caseId)).version,
    password: DEMO_PASSWORD,
    ...more,
  });
  return {
    test,
    newCase,
    readyCase,
    view,
    /** Sets the clock; back to the first moment without one. */
    setNow: (moment: string = FIRST_MOMENT): void => {
      now = moment;
    },
    decide: async (caseId: string, seat = 'tang', more: object = {}) =>
      test.ask(seat, 'case.decide', await input(caseId, more)),
    refusedDecision: async (caseId: string, seat: string, more: object = {}) =>
      test.refused(seat, 'case.decide', await input(caseId, more)),
    /** What a call comes to: `ok`, or the refusal's code. */
    code: async (seat: string, name: Name, asked: unknown): Promise<string> => {
      const reply = await test.call(seat, name, asked);
      return reply.ok ? 'ok' : reply.failure.code;
    },
    give: (seat: string, caseId: string, more: object = {}) =>
      test.ask(seat, 'opinion.give', { caseId, star: 3, text: `意见 ${seat}`, noConflict: true, ...more }),
  };
}

export type ReviewRoom = Awaited<ReturnType<typeof openReviewRoom>>;
