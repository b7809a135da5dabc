import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { Role } from '#shared/domain/roles.ts';
import { acceptance, importAs, receiveAnnounced, wholeApplication } from './applications.ts';
import { openPeopledDesk } from './desk.ts';

/** The case whose review a person is led through. */
export const REVIEWED = 'C-2026-90001';

/** People who had nothing to do with the case, so that an appeal can be heard. */
export const APPEAL_PEOPLE: readonly { readonly login: string; readonly name: string; readonly roles: Role[] }[] = [
  { login: 'yi', name: '易评审（样例）', roles: ['expert'] },
  { login: 'ouyang', name: '欧阳评审（样例）', roles: ['expert'] },
  { login: 'san', name: '单评审（样例）', roles: ['expert'] },
  { login: 'wei', name: '魏评定（样例）', roles: ['decider'] },
  { login: 'ye', name: '叶检验（样例）', roles: ['inspector'] },
];

/**
 * Makes a workspace with one case that asks for four stars and reaches three, ready for its review:
 * the risk-control system was only viewed on site.
 */
export async function makeReviewWorkspace(workspace: string): Promise<void> {
  const desk = await openPeopledDesk({ workspace });
  const { inspection } = wholeApplication();
  if (inspection === null) throw new Error('the sample application was inspected');
  const reaching3 = { ...inspection, riskControl: 'viewed-on-site' } as const;
  await importAs(desk, 'peng', [wholeApplication({ requestedStar: 4, inspection: reaching3 })]);
  await receiveAnnounced(desk, REVIEWED);
  const { documents } = await desk.ask('peng', 'case.get', { caseId: REVIEWED });
  for (const document of documents) await desk.ask('peng', 'document.check', acceptance(document));
  await desk.ask('shen', 'finding.confirm-reported', { caseId: REVIEWED });
  for (const person of APPEAL_PEOPLE) {
    await desk.ask('admin', 'person.add', { ...person, password: DEMO_PASSWORD });
  }
  await desk.close();
}
