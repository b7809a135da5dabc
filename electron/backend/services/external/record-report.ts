import { ok } from '#shared/base/result.ts';
import type { ExternalReportView } from '#shared/contract/external.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import { amendReport, type AmendableReport } from '#shared/domain/lab/lab-report.ts';
import {
  findReportByNumber,
  insertExternalReport,
  reportsOf,
  type ReportRecord,
} from '#electron/backend/store/external-report-repository.ts';
import {
  findBody,
  findCommission,
  setCommissionState,
  type CommissionRecord,
} from '#electron/backend/store/external-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { loadCase } from '#electron/backend/services/case-facts.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { mayRecord } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import { centreDay, type Answer, type Room, type Service } from '#electron/backend/services/room.ts';
import { reportChecklist } from './external-rules.ts';
import { keptReport } from './view-external.ts';

type ReportInput = ParsedOf<'external.record-report'>;

/** Registers a report that came from a body, to be checked against the list that holds now. */
export const recordReport: Service<'external.record-report'> = (room, input, caller) =>
  atomically(room, (): Answer<ExternalReportView> => {
    const commission = findCommission(room.store, input.commissionId);
    if (commission === undefined) return refuse('external.commission-unknown', {}, 'commissionId');
    const { bodyId, caseId } = commission;
    const allowed = mayRecord(room, loadCase(room, caseId), caller);
    if (!allowed.ok) return allowed;
    if (commission.state === 'cancelled') return refuse('external.commission-closed');
    const dates = checkDates(room, commission, input);
    if (!dates.ok) return dates;
    const original = checkNumber(room, commission, input);
    if (!original.ok) return original;
    const { issuedOn, number, receivedOn, verdict } = input;
    const checklist = reportChecklist(room);
    const report: ReportRecord = {
      id: room.world.newId(),
      commissionId: commission.id,
      caseId,
      bodyId,
      number,
      issuedOn,
      receivedOn,
      amends: original.value?.id ?? null,
      amendReason: original.value === null ? null : input.amends,
      verdict: verdict.outcome,
      verdictText: verdict.text,
      state: 'checking',
      checklist: JSON.stringify(checklist),
      answers: '{}',
      plan: null,
      results: '[]',
      recordedBy: caller.person.id,
      recordedAt: room.now().toISOString(),
      concludedBy: null,
      concludedAt: null,
      concludedText: null,
    };
    insertExternalReport(room.store, report);
    setCommissionState(room.store, commission.id, 'reported');
    recordCaseDeed(room, caller, caseId, {
      type: 'external.report-recorded',
      touch: 'recorded-evidence',
      entity: 'external-report',
      entityId: report.id,
      payload: {
        caseId,
        commissionId: commission.id,
        number,
        issuedOn,
        receivedOn,
        verdict: verdict.outcome,
        verdictText: verdict.text,
        amends: original.value?.number ?? null,
        reason: report.amendReason,
        checklist: `${checklist.id} ${checklist.version}`,
      },
    });
    return ok(keptReport(room, report.id));
  });

/** Nothing from the future, nothing before the commission, nothing received before it was issued. */
function checkDates(room: Room, { commissionedOn }: CommissionRecord, input: ReportInput): Answer<true> {
  const today = room.today();
  const { issuedOn, receivedOn } = input;
  if (issuedOn > today) return refuse('external.in-future', { on: issuedOn, today }, 'issuedOn');
  if (receivedOn > today) return refuse('external.in-future', { on: receivedOn, today }, 'receivedOn');
  if (issuedOn < commissionedOn)
    return refuse('external.issued-before-commission', { on: issuedOn, commissionedOn }, 'issuedOn');
  if (receivedOn < issuedOn) return refuse('external.received-before-issue', { on: issuedOn }, 'receivedOn');
  return ok(true);
}

/** Answers the report this one takes the place of; null for a first one. A number counts once for each body. */
function checkNumber(room: Room, commission: CommissionRecord, input: ReportInput): Answer<ReportRecord | null> {
  const { amends, issuedOn, number } = input;
  const used = findReportByNumber(room.store, commission.bodyId, number);
  if (used !== undefined) {
    const name = findBody(room.store, commission.bodyId)?.name ?? '';
    const on = centreDay(new Date(used.recordedAt));
    return refuse('external.number-taken', { name, number: used.number, caseId: used.caseId, on }, 'number');
  }
  const before = reportsOf(room.store, commission.id);
  const [last] = before;
  if (last === undefined) return amends === null ? ok(null) : refuse('external.nothing-to-amend', {}, 'amends');
  if (last.state === 'checking') return refuse('external.report-open', { number: last.number });
  if (amends === null) return refuse('external.must-amend', { number: last.number }, 'amends');
  const facts = before.map((one) => amendable(one, before));
  const made = amendReport(amendable(last, before), { number, issuedOn, reason: amends }, facts);
  if (made.ok) return ok(last);
  const { code, data, field } = made.failure;
  if (code === 'report.before-original') return refuse('external.before-original', data, field);
  if (code === 'report.already-amended') return refuse('external.already-amended', data, field);
  return refuse('external.must-amend', { number: last.number }, field === 'reason' ? 'amends' : field);
}

const amendable = (report: ReportRecord, all: readonly ReportRecord[]): AmendableReport => ({
  number: report.number,
  issuedOn: report.issuedOn,
  amends:
    report.amends === null
      ? null
      : { number: all.find(({ id }) => id === report.amends)?.number ?? '', reason: report.amendReason ?? '' },
});
