import type { Canonical } from '#shared/base/canonical-json.ts';
import { ok } from '#shared/base/result.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import type { ExternalReportView } from '#shared/contract/external.ts';
import type { ExternalResult } from '#shared/domain/external/external-result.ts';
import { checkAnswers } from '#shared/domain/external/report-checklist.ts';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';
import {
  findExternalReport,
  setReportAnswers,
  setReportResults,
} from '#electron/backend/store/external-report-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { loadCase, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { plansInForce } from '#electron/backend/services/lab/test-plans.ts';
import { mayRecord } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import { keptReport, openReport, pagesOf, type OpenReport } from './view-external.ts';

/** A report under check and its case, when this person may still work on it. */
export function reportUnderCheck(
  room: Room,
  id: string,
  caller: SignedInCaller,
): Answer<{ readonly report: OpenReport; readonly facts: CaseFacts }> {
  const record = findExternalReport(room.store, id);
  if (record === undefined) return refuse('external.report-unknown', {}, 'reportId');
  const allowed = mayRecord(room, loadCase(room, record.caseId), caller);
  if (!allowed.ok) return allowed;
  if (record.state !== 'checking') return refuse('external.report-closed', { number: record.number });
  return ok({ report: openReport(record), facts: allowed.value });
}

/** Keeps what a person found for the points of the checklist, with the page it stands on. */
export const checkReport: Service<'external.check-report'> = (room, { answers, reportId }, caller) =>
  atomically(room, (): Answer<ExternalReportView> => {
    const found = reportUnderCheck(room, reportId, caller);
    if (!found.ok) return found;
    const { checklist, record } = found.value.report;
    const pages = pagesOf(room, reportId);
    if (pages === 0) return refuse('external.no-file');
    const stands = checkAnswers(checklist, answers, pages);
    if (!stands.ok) return refuse(stands.failure.code, stands.failure.data, stands.failure.field);
    setReportAnswers(room.store, reportId, JSON.stringify(answers));
    recordCaseDeed(room, caller, record.caseId, {
      type: 'external.report-checked',
      touch: 'recorded-evidence',
      entity: 'external-report',
      entityId: reportId,
      payload: { caseId: record.caseId, answers: answers as unknown as Canonical },
    });
    return ok(keptReport(room, reportId));
  });

/** Keeps the figures of a report; what the plan says of an item is kept with it, so that it reads the same for ever. */
export const setResults: Service<'external.set-results'> = (room, input, caller) =>
  atomically(room, (): Answer<ExternalReportView> => {
    const found = reportUnderCheck(room, input.reportId, caller);
    if (!found.ok) return found;
    const { caseId } = found.value.report.record;
    const plan = input.planId === null ? undefined : plansInForce(room).get(input.planId);
    if (plan === undefined && input.planId !== null)
      return refuse('external.plan-unknown', { id: input.planId }, 'planId');
    const results = resultsOf(plan, input.rows);
    if (!results.ok) return results;
    const kept = plan === undefined ? null : { id: plan.id, version: plan.version };
    setReportResults(
      room.store,
      input.reportId,
      kept === null ? null : JSON.stringify(kept),
      JSON.stringify(results.value),
    );
    recordCaseDeed(room, caller, caseId, {
      type: 'external.results-set',
      touch: 'recorded-evidence',
      entity: 'external-report',
      entityId: input.reportId,
      payload: { caseId, plan: kept, rows: input.rows as unknown as Canonical },
    });
    return ok(keptReport(room, input.reportId));
  });

/** The rows with the plan's items put to them; an item stands once. */
function resultsOf(
  plan: TestPlan | undefined,
  rows: ParsedOf<'external.set-results'>['rows'],
): Answer<readonly ExternalResult[]> {
  const seen = new Set<string>();
  const results: ExternalResult[] = [];
  for (const [index, { itemId, ...row }] of rows.entries()) {
    const item = plan?.items.find(({ id }) => id === itemId) ?? null;
    if (item === null && itemId !== null)
      return refuse('external.item-unknown', { id: itemId }, `rows[${index}].itemId`);
    const key = itemId ?? `· ${row.name}`;
    if (seen.has(key)) return refuse('external.item-twice', { name: row.name }, `rows[${index}].name`);
    seen.add(key);
    results.push({ item, ...row });
  }
  return ok(results);
}
