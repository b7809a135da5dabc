import { expect } from 'vitest';
import type { InputOf } from '#shared/contract/contract.ts';
import type { VisitView } from '#shared/contract/visits.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { Stroke } from '#shared/domain/visit/signature.ts';
import { acceptance, importAs, receiveAnnounced, wholeApplication } from './applications.ts';
import type { TestDesk } from './desk.ts';
import { dumpOf } from './workspaces.ts';

/** The day at the test desks. */
export const TODAY = '2026-11-21';

/** The smallest PNG there is. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The sample people of a visit: an inspector who leads, and an expert. */
export const TEAM = { lead: 'U-shen', team: ['U-shen', 'U-lu'] } as const;

/** A signature of a few swings. */
export const SCRAWL: readonly Stroke[] = [
  Array.from(
    { length: 40 },
    (_, at) => [500 + at * 200, 5_000 + Math.round(3_000 * Math.sin(at / 3)), at * 20] as const,
  ),
  Array.from({ length: 20 }, (_, at) => [2_000 + at * 300, 2_000 + at * 250, 1_000 + at * 20] as const),
];

const strokes = (): Stroke[] => SCRAWL.map((stroke) => [...stroke]);

/** The strokes as an input takes them. */
export const drawn = (): InputOf<'visit.sign'>['strokes'] =>
  strokes().map((stroke) => stroke.map(([x, y, t]) => [x, y, t]));

/** Plans a visit of the sample team for a day. */
export const planOn = (test: TestDesk, caseId: string, on: string): Promise<VisitView> =>
  test.ask('peng', 'visit.plan', { caseId, on, team: [...TEAM.team], lead: TEAM.lead, purpose: '三至五星现场核验' });

/** Plans a visit for the desk's today and begins it. */
export async function beginVisit(test: TestDesk, caseId: string): Promise<VisitView> {
  const { id } = await planOn(test, caseId, test.desk.room.today());
  return test.ask('shen', 'visit.start', { visitId: id });
}

/** Everything a visit needs but its signatures: every line yes, both levels with a drill, the lines passed. */
export async function fillVisit(test: TestDesk, visitId: string): Promise<VisitView> {
  const begun = await test.ask('shen', 'visit.get', { visitId });
  for (const line of begun.groups.flatMap(({ lines }) => lines))
    await test.ask('lu', 'visit.answer', { visitId, line: line.id, answer: 'yes' });
  const seen = '查看了批次 20260301-A 的台账和溯源码';
  await test.ask('lu', 'visit.level', {
    visitId,
    record: { kind: 'traceability', level: 'production-and-circulation', seen, crossCheck: '电话回访经销方，一致' },
  });
  await test.ask('shen', 'visit.level', {
    visitId,
    record: {
      kind: 'risk-control',
      level: 'effectively-tested',
      seen: '制度上墙',
      crossCheck: '与培训记录一致',
      drill: { on: begun.on, participants: '厂长、质检员', described: '模拟召回一批，四十分钟内查清去向' },
    },
  });
  await test.ask('shen', 'visit.site-test', { visitId, outcome: 'passed' });
  return test.ask('shen', 'visit.lines', { visitId, inspected: true, recordsViewed: true, outcome: 'passed' });
}

/** Has the team and the enterprise sign what stands now. */
export async function signAll(test: TestDesk, visitId: string): Promise<VisitView> {
  await test.ask('shen', 'visit.sign', { visitId, password: DEMO_PASSWORD, strokes: drawn() });
  await test.ask('shen', 'visit.sign', { visitId, login: 'lu', password: DEMO_PASSWORD, strokes: drawn() });
  return test.ask('shen', 'visit.sign-enterprise', { visitId, name: '样例厂长', position: '厂长', strokes: drawn() });
}

/** Closes a visit that is filled and signed, as its lead. */
export const closeIt = (test: TestDesk, visitId: string): Promise<VisitView> =>
  test.ask('shen', 'visit.close', { visitId, password: DEMO_PASSWORD });

let serial = 91_000;

/** A case of a star in inspection, its papers accepted and its sample received, with nothing recorded yet. */
export async function caseToVisit(test: TestDesk, requestedStar: 2 | 3 | 4 | 5): Promise<string> {
  serial += 1;
  const [parcel] = wholeApplication().parcels;
  if (parcel === undefined) throw new Error('the sample application has a parcel');
  const waybill = `SF13882${serial}190`;
  const applicationNo = `A-2026-${serial}`;
  await importAs(test, 'peng', [
    wholeApplication({ applicationNo, requestedStar, inspection: null, parcels: [{ ...parcel, waybill }] }),
  ]);
  const id = `C-2026-${serial}`;
  await receiveAnnounced(test, id);
  for (const document of (await test.ask('peng', 'case.get', { caseId: id })).documents)
    await test.ask('peng', 'document.check', acceptance(document));
  return id;
}

/** A call that must be refused. */
export type RefusedWhole = (
  seat: string,
  name: Parameters<TestDesk['refused']>[1],
  input: unknown,
  expected: object,
) => Promise<void>;

/** Expects a call to be refused, and nothing at all to be kept. */
export async function expectRefusedWhole(
  test: TestDesk,
  ...[seat, name, input, expected]: Parameters<RefusedWhole>
): Promise<void> {
  const before = dumpOf(test.desk.room.store);
  expect(await test.refused(seat, name, input)).toMatchObject(expected);
  expect(dumpOf(test.desk.room.store)).toEqual(before);
}
