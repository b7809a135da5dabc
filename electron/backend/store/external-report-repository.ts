import type { CaseId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Store } from './database.ts';

/** An outside report as stored; checklist, answers, plan and results are JSON. */
export interface ReportRecord {
  readonly id: string;
  readonly commissionId: string;
  readonly caseId: CaseId;
  readonly bodyId: string;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly receivedOn: PlainDate;
  readonly amends: string | null;
  readonly amendReason: string | null;
  readonly verdict: 'passed' | 'failed' | 'none';
  readonly verdictText: string | null;
  readonly state: 'checking' | 'accepted' | 'returned';
  readonly checklist: string;
  readonly answers: string;
  readonly plan: string | null;
  readonly results: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly concludedBy: string | null;
  readonly concludedAt: string | null;
  readonly concludedText: string | null;
}

const SELECT = `SELECT id, commission_id AS commissionId, case_id AS caseId, body_id AS bodyId, number, issued_on AS issuedOn,
  received_on AS receivedOn, amends, amend_reason AS amendReason, verdict, verdict_text AS verdictText, state, checklist,
  answers, plan, results, recorded_by AS recordedBy, recorded_at AS recordedAt, concluded_by AS concludedBy,
  concluded_at AS concludedAt, concluded_text AS concludedText FROM external_report`;

/** A report's number as it is compared: full-width signs narrowed, spaces left out, capitals. */
export const numberKey = (number: string): string => number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

export const findExternalReport = (store: Store, id: string): ReportRecord | undefined =>
  store.find<ReportRecord>(`${SELECT} WHERE id = ?`, [id]);

/** The report of a body with a number, wherever it was used. */
export const findReportByNumber = (store: Store, bodyId: string, number: string): ReportRecord | undefined =>
  store.find<ReportRecord>(`${SELECT} WHERE body_id = ? AND number_key = ?`, [bodyId, numberKey(number)]);

/** Reports of a commission, the newest first. */
export const reportsOf = (store: Store, commissionId: string): readonly ReportRecord[] =>
  store.all<ReportRecord>(`${SELECT} WHERE commission_id = ? ORDER BY recorded_at DESC, id DESC`, [commissionId]);

/** The outside report that a file with these bytes is attached to; one struck out counts no more. */
export const findReportByFile = (store: Store, sha256: string): ReportRecord | undefined =>
  store.find<ReportRecord>(
    `${SELECT} WHERE id = (SELECT owner_id FROM attachment WHERE sha256 = ?
       AND owner_kind = 'external-report' AND struck_at IS NULL LIMIT 1)`,
    [sha256],
  );

export function insertExternalReport(store: Store, report: ReportRecord): void {
  store.run(
    `INSERT INTO external_report (id, commission_id, case_id, body_id, number, number_key, issued_on, received_on, amends,
       amend_reason, verdict, verdict_text, state, checklist, recorded_by, recorded_at)
     VALUES (:id, :commissionId, :caseId, :bodyId, :number, :numberKey, :issuedOn, :receivedOn, :amends, :amendReason,
       :verdict, :verdictText, :state, :checklist, :recordedBy, :recordedAt)`,
    { ...report, numberKey: numberKey(report.number) },
  );
}

export function setReportAnswers(store: Store, id: string, answers: string): void {
  store.run('UPDATE external_report SET answers = ? WHERE id = ?', [answers, id]);
}

export function setReportResults(store: Store, id: string, plan: string | null, results: string): void {
  store.run('UPDATE external_report SET plan = ?, results = ? WHERE id = ?', [plan, results, id]);
}

/** Closes a report for good. */
export function concludeReport(
  store: Store,
  id: string,
  end: {
    readonly state: 'accepted' | 'returned';
    readonly by: string;
    readonly at: string;
    readonly text: string | null;
  },
): void {
  store.run(
    'UPDATE external_report SET state = ?, concluded_by = ?, concluded_at = ?, concluded_text = ? WHERE id = ?',
    [end.state, end.by, end.at, end.text, id],
  );
}
