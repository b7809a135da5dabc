import { ok } from '#shared/base/result.ts';
import type {
  CommissionView,
  ExternalCaseView,
  ExternalReportView,
  ExternalResultView,
} from '#shared/contract/external.ts';
import { readExternal, type ExternalResult } from '#shared/domain/external/external-result.ts';
import { judgeReport, type ReportAnswers, type ReportChecklist } from '#shared/domain/external/report-checklist.ts';
import { attachmentsOf } from '#electron/backend/store/attachment-repository.ts';
import { findCase } from '#electron/backend/store/case-repository.ts';
import {
  reportsOf,
  findExternalReport,
  type ReportRecord,
} from '#electron/backend/store/external-report-repository.ts';
import {
  accreditationsOf,
  commissionsOf,
  countCommissions,
  countToCommission,
  findBody,
  findCommission,
  listCommissions,
  listToCommission,
  type CommissionRecord,
} from '#electron/backend/store/external-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { attachmentView } from '#electron/backend/services/attachment-view.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Room, Service } from '#electron/backend/services/room.ts';
import { bodyView } from './bodies.ts';

/** A stored report read back. */
export interface OpenReport {
  readonly record: ReportRecord;
  readonly checklist: ReportChecklist;
  readonly answers: ReportAnswers;
  readonly results: readonly ExternalResult[];
}

/** Reads what a report keeps as JSON. */
export const openReport = (record: ReportRecord): OpenReport => ({
  record,
  checklist: JSON.parse(record.checklist) as ReportChecklist,
  answers: JSON.parse(record.answers) as ReportAnswers,
  results: JSON.parse(record.results) as readonly ExternalResult[],
});

/** Files of a report that count. */
export const filesOf = (room: Room, reportId: string) =>
  attachmentsOf(room.store, 'external-report', reportId)
    .map((row) => attachmentView(room, row))
    .filter(({ struck }) => struck === null);

/** Pages of a report's PDF; 0 while none is attached. */
export const pagesOf = (room: Room, reportId: string): number =>
  Math.max(
    0,
    ...filesOf(room, reportId)
      .filter(({ mediaType }) => mediaType === 'application/pdf')
      .map(({ pages }) => pages),
  );

/** How a report stands against its checklist, by the certificates its body has. */
export const judgementOf = (room: Room, { answers, checklist, record }: OpenReport) =>
  judgeReport(checklist, answers, {
    issuedOn: record.issuedOn,
    accreditations: accreditationsOf(room.store, record.bodyId),
  });

/** A report as others see it; `siblings` are all reports of its commission. */
export function reportView(room: Room, record: ReportRecord, siblings: readonly ReportRecord[]): ExternalReportView {
  const opened = openReport(record);
  const original = siblings.find(({ id }) => id === record.amends);
  const later = siblings.find(({ amends }) => amends === record.id);
  return {
    id: record.id,
    number: record.number,
    issuedOn: record.issuedOn,
    receivedOn: record.receivedOn,
    amends:
      original === undefined ? null : { id: original.id, number: original.number, reason: record.amendReason ?? '' },
    amendedBy: later === undefined ? null : { id: later.id, number: later.number },
    state: record.state,
    verdict: { outcome: record.verdict, text: record.verdictText },
    checklist: opened.checklist,
    answers: opened.answers,
    judgement: judgementOf(room, opened),
    plan: record.plan === null ? null : (JSON.parse(record.plan) as ExternalReportView['plan']),
    results: opened.results.map((row): ExternalResultView => ({ ...row, centre: readExternal(row) })),
    files: filesOf(room, record.id),
    by: personName(room.store, record.recordedBy),
    at: record.recordedAt,
    concluded:
      record.concludedAt === null
        ? null
        : { by: personName(room.store, record.concludedBy ?? ''), at: record.concludedAt, text: record.concludedText },
  };
}

/** The view of a report that is there. */
export function keptReport(room: Room, id: string): ExternalReportView {
  const record = findExternalReport(room.store, id);
  if (record === undefined) throw new Error(`no outside report ${id}`);
  return reportView(room, record, reportsOf(room.store, record.commissionId));
}

/** A commission with its body and reports as others see it. */
export function commissionView(room: Room, row: CommissionRecord): CommissionView {
  const body = findBody(room.store, row.bodyId);
  if (body === undefined) throw new Error(`no body ${row.bodyId}`);
  const reports = reportsOf(room.store, row.id);
  const { caseId, commissionedOn, dueOn, id, state, what } = row;
  return {
    id,
    caseId,
    body: bodyView(room, body),
    what,
    commissionedOn,
    dueOn,
    overdue: state === 'open' && dueOn < room.today(),
    state,
    by: personName(room.store, row.commissionedBy),
    at: row.commissionedAt,
    cancelled:
      row.cancelledAt === null
        ? null
        : {
            by: personName(room.store, row.cancelledBy ?? ''),
            at: row.cancelledAt,
            reason: row.cancelledReason ?? '',
          },
    reports: reports.map((report) => reportView(room, report, reports)),
  };
}

/** The view of a commission that is there. */
export function keptCommission(room: Room, id: string): CommissionView {
  const row = findCommission(room.store, id);
  if (row === undefined) throw new Error(`no commission ${id}`);
  return commissionView(room, row);
}

/** The delegated evaluation of one case. */
export const getExternal: Service<'external.get'> = (room, { caseId }) => {
  if (findCase(room.store, caseId) === undefined) return refuse('case.unknown', {}, 'caseId');
  const commissions = commissionsOf(room.store, caseId).map((row) => commissionView(room, row));
  return ok({ caseId, commissions } satisfies ExternalCaseView);
};

/** What waits at the delegated-evaluation bench. */
export const externalCounts = (room: Room) => ({
  'external.to-commission': countToCommission(room.store),
  'external.open': countCommissions(room.store),
});

/** The queue: 2★ cases without a commission, commissions under way, concluded ones. */
export const listExternal: Service<'external.list'> = (room, { cursor, limit, queue }) => {
  if (queue === 'to-commission') return ok(listToCommission(room.store, cursor, limit));
  const states = queue === 'open' ? (['open', 'reported'] as const) : (['accepted', 'cancelled'] as const);
  return ok(listCommissions(room.store, states, queue === 'concluded', cursor, limit));
};
