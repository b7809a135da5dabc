import type { Deed } from '#tests/support/busy-desk.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { beginVisit, caseToVisit, drawn, fillVisit, planOn, signAll } from '#tests/support/visits.ts';
import { addDays } from '#shared/base/plain-date.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';

/** Deeds on visits: one still to be planned, one to be changed and called off, one to begin, one under way, one to close. */
export async function visitDeeds(test: TestDesk): Promise<readonly Deed[]> {
  const today = test.desk.room.today();
  const [toPlan, planned, toStart, underWay, signed] = [
    await caseToVisit(test, 3),
    await caseToVisit(test, 3),
    await caseToVisit(test, 3),
    await caseToVisit(test, 3),
    await caseToVisit(test, 3),
  ];
  const plan = { on: today, team: ['U-shen', 'U-lu'], lead: 'U-shen', purpose: '现场核验' };
  const changing = (await planOn(test, planned, today)).id;
  const starting = (await planOn(test, toStart, today)).id;
  const visitId = (await beginVisit(test, underWay)).id;
  const closing = (await beginVisit(test, signed)).id;
  await fillVisit(test, closing);
  await signAll(test, closing);
  const finding = { visitId, line: 'labels.content', answer: 'no', note: '净含量未标', severity: 'minor' } as const;
  const action = { visitId, line: 'labels.content', what: '重印标签', dueOn: addDays(today, 30) };
  await test.ask('shen', 'visit.answer', finding);
  const { corrective } = await test.ask('shen', 'visit.corrective-add', action);
  const seen = '查看了台账';
  const strokes = drawn();
  return [
    { name: 'visit.plan', seat: 'peng', input: { caseId: toPlan, ...plan } },
    {
      name: 'visit.change',
      seat: 'peng',
      input: { visitId: changing, ...plan, reason: '换组长', lead: 'U-lu' },
    },
    { name: 'visit.cancel', seat: 'peng', input: { visitId: changing, reason: '大雨封路' } },
    { name: 'visit.start', seat: 'shen', input: { visitId: starting } },
    { name: 'visit.answer', seat: 'lu', input: { visitId, line: 'labels.mark', answer: 'yes' } },
    { name: 'visit.level', seat: 'lu', input: { visitId, record: { kind: 'traceability', level: 'product', seen } } },
    { name: 'visit.lines', seat: 'lu', input: { visitId, inspected: true, recordsViewed: true, outcome: 'passed' } },
    { name: 'visit.site-test', seat: 'lu', input: { visitId, outcome: 'passed' } },
    { name: 'visit.place', seat: 'lu', input: { visitId, latitude: 28.4, longitude: 111.2 } },
    { name: 'visit.corrective-add', seat: 'lu', input: { ...action, what: '另贴更正签' } },
    {
      name: 'visit.corrective-close',
      seat: 'lu',
      input: { visitId, correctiveId: corrective[0]?.id ?? '', evidence: '新标签照片' },
    },
    { name: 'visit.sign', seat: 'shen', input: { visitId, password: DEMO_PASSWORD, strokes } },
    { name: 'visit.sign-enterprise', seat: 'shen', input: { visitId, name: '样例厂长', position: '厂长', strokes } },
    { name: 'visit.close', seat: 'shen', input: { visitId: closing, password: DEMO_PASSWORD } },
  ];
}
