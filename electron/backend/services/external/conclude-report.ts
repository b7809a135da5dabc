import { ok } from '#shared/base/result.ts';
import { sheetForOthers } from '#shared/contract/evidence.ts';
import type { ExternalReportView } from '#shared/contract/external.ts';
import { needsRemark, readExternal, tensionOf } from '#shared/domain/external/external-result.ts';
import type { ReportJudgement } from '#shared/domain/external/report-checklist.ts';
import { concludeReport } from '#electron/backend/store/external-report-repository.ts';
import { setCommissionState } from '#electron/backend/store/external-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { storeFinding } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service } from '#electron/backend/services/room.ts';
import { reportUnderCheck } from './check-report.ts';
import { externalSheetOf } from './external-sheet.ts';
import { judgementOf, keptReport, pagesOf, type OpenReport } from './view-external.ts';

/** Accepts a report that carries everything, and with it the evaluation by a third party as of its day of issue. */
export const acceptReport: Service<'external.accept'> = (room, { remark, reportId }, caller) =>
  atomically(room, (): Answer<ExternalReportView> => {
    const found = reportUnderCheck(room, reportId, caller);
    if (!found.ok) return found;
    const { facts, report } = found.value;
    const stands = mayAccept(room, report, remark);
    if (!stands.ok) return stands;
    const { caseId, commissionId, issuedOn, number } = report.record;
    const at = room.now().toISOString();
    concludeReport(room.store, reportId, { state: 'accepted', by: caller.person.id, at, text: remark });
    setCommissionState(room.store, commissionId, 'accepted');
    recordCaseDeed(room, caller, caseId, {
      type: 'external.report-accepted',
      touch: 'recorded-evidence',
      entity: 'external-report',
      entityId: reportId,
      payload: { caseId, number, remark, sheet: sheetForOthers(externalSheetOf(room, reportId)) },
    });
    const finding = { kind: 'evaluation', mode: 'third-party', completedOn: issuedOn } as const;
    storeFinding(room, caller, facts, finding, { kind: 'external-report', id: reportId });
    return ok(keptReport(room, reportId));
  });

/** Everything attached, answered, read and, where figures fail or differ, spoken to. */
function mayAccept(room: Room, report: OpenReport, remark: string | null): Answer<true> {
  const { record, results } = report;
  if (pagesOf(room, record.id) === 0) return refuse('external.no-file');
  const judgement = judgementOf(room, report);
  if (judgement.failing.length > 0) return failing(report, judgement);
  if (judgement.open.length > 0) return refuse('external.points-open', { count: judgement.open.length });
  if (results.length === 0) return refuse('external.no-results');
  const unread = results.filter((row) => readExternal(row).unreadable !== null).map(({ name }) => name);
  if (unread.length > 0) return refuse('external.results-unread', { names: unread.join('、') });
  const tension = tensionOf(results, { outcome: record.verdict, text: record.verdictText });
  if (needsRemark(tension) && remark === null) {
    const names = [...new Set([...tension.failing, ...tension.differing])];
    return refuse('external.remark-needed', { names: names.join('、') || record.number }, 'remark');
  }
  return ok(true);
}

function failing({ checklist }: OpenReport, { failing: ids, points }: ReportJudgement): Answer<never> {
  const named = (language: 'zh' | 'en', join: string): string =>
    ids
      .map((id) => {
        const why = points.find((point) => point.id === id)?.why?.[language] ?? '';
        return `${checklist.points.find((point) => point.id === id)?.[language] ?? id}${why === '' ? '' : ` (${why})`}`;
      })
      .join(join);
  return refuse('external.points-failing', { count: ids.length, zh: named('zh', '；'), en: named('en', '; ') });
}

/** Gives a report back to its body; the commission waits for one that names it and takes its place. */
export const returnReport: Service<'external.return'> = (room, { reasons, reportId }, caller) =>
  atomically(room, (): Answer<ExternalReportView> => {
    const found = reportUnderCheck(room, reportId, caller);
    if (!found.ok) return found;
    const { caseId, commissionId, number } = found.value.report.record;
    const at = room.now().toISOString();
    concludeReport(room.store, reportId, { state: 'returned', by: caller.person.id, at, text: reasons });
    setCommissionState(room.store, commissionId, 'open');
    recordCaseDeed(room, caller, caseId, {
      type: 'external.report-returned',
      touch: 'recorded-evidence',
      entity: 'external-report',
      entityId: reportId,
      payload: { caseId, number, reasons },
    });
    return ok(keptReport(room, reportId));
  });
