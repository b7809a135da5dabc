import type { Deed } from '#tests/support/busy-desk.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import {
  allYes,
  CERTIFICATE,
  checked,
  commissioned,
  leadRow,
  plainCase,
  reported,
  validBody,
} from '#tests/support/external-report.ts';

/** Deeds of delegated evaluation on cases of their own at every step, and a draw over those that wait. */
export async function externalDeeds(test: TestDesk): Promise<readonly Deed[]> {
  const bodyId = await validBody(test);
  const cases: string[] = [];
  for (let serial = 70_001; serial <= 70_006; serial += 1) cases.push(await plainCase(test, serial));
  const [fresh, toCancel, toReport, toCheck, toAccept, toReturn] = cases as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const cancelled = await commissioned(test, toCancel, bodyId);
  const awaiting = await commissioned(test, toReport, bodyId);
  const checking = await reported(test, await commissioned(test, toCheck, bodyId), { number: 'R-3' });
  const acceptable = await reported(test, await commissioned(test, toAccept, bodyId), { number: 'R-4' });
  await checked(test, acceptable);
  const poor = await reported(test, await commissioned(test, toReturn, bodyId), { number: 'R-5' });
  return [
    { seat: 'admin', name: 'external.add-body', input: { name: '另一家（样例）', ...CERTIFICATE } },
    {
      seat: 'shen',
      name: 'external.accredit',
      input: { bodyId, ...CERTIFICATE, validFrom: '2030-01-01', validUntil: '2035-12-31' },
    },
    {
      seat: 'shen',
      name: 'external.commission',
      input: { caseId: fresh, bodyId, what: '检测', commissionedOn: '2026-11-10', dueOn: '2026-12-01' },
    },
    { seat: 'shen', name: 'external.cancel', input: { commissionId: cancelled, reason: '机构来函不接' } },
    {
      seat: 'shen',
      name: 'external.record-report',
      input: {
        commissionId: awaiting,
        number: 'R-2',
        issuedOn: '2026-11-12',
        receivedOn: '2026-11-15',
        verdict: { outcome: 'passed' },
      },
    },
    {
      seat: 'shen',
      name: 'external.check-report',
      input: { reportId: checking.id, answers: allYes(checking.checklist) },
    },
    {
      seat: 'shen',
      name: 'external.set-results',
      input: { reportId: checking.id, planId: 'tea', rows: [leadRow('0.46')] },
    },
    { seat: 'lu', name: 'external.accept', input: { reportId: acceptable.id } },
    { seat: 'lu', name: 'external.return', input: { reportId: poor.id, reasons: '缺批准人' } },
    { seat: 'shen', name: 'draw.make', input: { contribution: 'BUSY-1' } },
  ] as readonly Deed[];
}
