import type { CaseId, DecisionId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { InputOf, Name } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { insertDecision, type DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import { importAs, prepareForDecision, receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { sampleUscc } from '#tests/support/sample-enterprises.ts';

/** One call of a command that succeeds, and who makes it. */
interface ReviewDeed {
  readonly name: Name;
  readonly seat: string;
  readonly input: never;
}

const deed = <N extends Name>(seat: string, name: N, input: InputOf<N>): ReviewDeed => ({
  seat,
  name,
  input: input as never,
});

const idOf = (serial: number): string => `C-2026-8${String(serial).padStart(4, '0')}`;

/** Enterprise of a case on whose panel an expert has spoken who then declares a conflict. */
export const LEFT_USCC = sampleUscc('430923', 802, false);

/** An application with a parcel of its own, beside those of the busy desk. */
function application(serial: number, uscc = sampleUscc('430923', 801, false)) {
  const [parcel] = wholeApplication().parcels;
  if (parcel === undefined) throw new Error('the sample application has a parcel');
  return wholeApplication({
    applicationNo: `A-2026-8${String(serial).padStart(4, '0')}`,
    enterprise: { ...wholeApplication().enterprise, uscc },
    product: { ...wholeApplication().product, name: `复核样茶 ${serial}` },
    parcels: [{ ...parcel, waybill: `SF13882047881${String(serial).padStart(2, '0')}` }],
  });
}

/** Decides a case as its decider. */
async function decideAs(test: TestDesk, seat: string, caseId: string): Promise<void> {
  const { version } = await test.ask(seat, 'case.get', { caseId });
  await test.ask(seat, 'case.decide', { caseId, baseVersion: version, password: DEMO_PASSWORD });
}

/** What another desk's decision on the same round looks like once it came down. */
export function putRival(test: TestDesk, caseId: string): void {
  const { store } = test.desk.room;
  const [mine] = store.all<DecisionRecord>(
    `SELECT d.*, d.case_id AS caseId, d.standard_sha256 AS standardSha256, d.decided_at AS decidedAt, d.appeal_until AS appealUntil
     FROM decision d WHERE d.case_id = ?`,
    [caseId],
  );
  if (mine === undefined) throw new Error(`${caseId} is not decided`);
  insertDecision(store, {
    id: `rival-of-${caseId}` as DecisionId,
    caseId: caseId as CaseId,
    round: mine.round,
    outcome: 'refuse',
    star: null,
    standardSha256: mine.standardSha256,
    dossier: mine.dossier,
    verdict: mine.verdict,
    opinions: '[]',
    people: '[]',
    decidedBy: 'U-other',
    decidedByName: '别处评定（样例）',
    decidedAt: mine.decidedAt,
    note: null,
    desk: '02',
    ledgerSeq: null,
    state: 'rival',
    appealUntil: mine.appealUntil as PlainDate,
    consentUntil: null,
  });
}

/**
 * Cases for every deed of the review desk: a panel half full, one to appeal, one appealed, one to
 * correct, one that two desks decided, and complaints at each step.
 */
export async function reviewDeeds(test: TestDesk): Promise<readonly ReviewDeed[]> {
  const serials = [1, 2, 3, 4, 5, 6];
  await importAs(test, 'peng', [...serials.map((serial) => application(serial)), application(7, LEFT_USCC)]);
  await test.ask('qin', 'opinion.give', { caseId: idOf(7), star: 3, text: '同意', noConflict: true });
  const [half, appealable, appealed, correctable, rivalled, complained] = serials.map(idOf) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  await receiveAnnounced(test, half);
  await test.ask('tang', 'panel.assign', { caseId: half, personId: 'U-lu' });
  for (const caseId of [appealable, appealed, correctable, rivalled]) {
    await prepareForDecision(test, caseId);
    await decideAs(test, 'tang', caseId);
  }
  putRival(test, rivalled);
  const appeal = await test.ask('peng', 'appeal.file', {
    caseId: appealed,
    grounds: '检测样品有误',
    receivedOn: '2026-11-21',
  });
  await test.ask('admin', 'person.add', {
    login: 'fresh',
    name: '新来评定（样例）',
    roles: ['decider'],
    password: DEMO_PASSWORD,
  });
  await test.ask('fresh', 'session.sign-in', { login: 'fresh', password: DEMO_PASSWORD });
  const complaint = {
    caseId: complained,
    scope: 'product',
    kind: 'complaint',
    occurredOn: '2026-11-01',
    receivedOn: '2026-11-20',
    source: 'consumer',
    summary: '包装破损',
  } as const;
  const [graded, closed] = [
    await test.ask('peng', 'incident.record', complaint),
    await test.ask('peng', 'incident.record', { ...complaint, summary: '另一箱包装破损' }),
  ];
  return [
    deed('tang', 'panel.assign', { caseId: half, personId: 'U-qin' }),
    deed('tang', 'panel.release', { caseId: half, personId: 'U-qin', reason: '出差' }),
    deed('qin', 'panel.take', { caseId: half }),
    deed('lu', 'opinion.give', { caseId: half, star: 3, text: '同意', noConflict: true }),
    deed('lu', 'opinion.withdraw', { caseId: half, reason: '写错了' }),
    deed('peng', 'appeal.file', { caseId: appealable, grounds: '检测样品有误', receivedOn: '2026-11-21' }),
    deed('fresh', 'appeal.dismiss', {
      appealId: appeal.id,
      reason: '申请人撤回',
      formal: 'withdrawn',
      password: DEMO_PASSWORD,
    }),
    deed('tang', 'correction.open', { caseId: correctable, fact: 'site-test', reason: '检测报告抄错' }),
    deed('tang', 'decision.settle', { caseId: rivalled, how: 'correction', reason: '两台同时评定' }),
    deed('peng', 'incident.record', { ...complaint, summary: '茶中有杂质' }),
    deed('lu', 'incident.grade', { incidentId: graded.id, grade: 'minor', reason: '只是外箱' }),
    deed('lu', 'incident.close', { incidentId: closed.id, outcome: 'dismissed', reason: '查无此事' }),
  ];
}
