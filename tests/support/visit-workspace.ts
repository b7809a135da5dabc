import type { CaseId } from '#shared/base/ids.ts';
import { openPeopledDesk } from './desk.ts';
import { caseToVisit } from './visits.ts';

/** Who may not go: an expert with an interest in the enterprise. */
export const BARRED_REASON = '家属在该企业任职（样例）';

/** A workspace with one case of four stars that wants a visit, and an expert who has to stay out; answers with its number. */
export async function makeVisitWorkspace(workspace: string): Promise<CaseId> {
  const test = await openPeopledDesk({ workspace });
  const caseId = (await caseToVisit(test, 4)) as CaseId;
  const { enterprise } = await test.ask('tan', 'case.get', { caseId });
  await test.ask('tan', 'conflict.declare', { uscc: enterprise.uscc, reason: BARRED_REASON });
  await test.close();
  return caseId;
}
