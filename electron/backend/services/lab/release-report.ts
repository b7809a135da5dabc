import type { TestReportId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { sheetForOthers } from '#shared/contract/evidence.ts';
import type { LabOrderView, LabReportView } from '#shared/contract/lab.ts';
import { amendReport, type LabReport } from '#shared/domain/lab/lab-report.ts';
import { labNumber } from '#shared/domain/lab/lab-number.ts';
import { judgeTyped } from '#shared/domain/lab/typed-reading.ts';
import { deskCode, nextSerial } from '#electron/backend/store/facts.ts';
import { sha256Hex } from '#electron/backend/store/ledger.ts';
import {
  amendmentOf,
  findTestReport,
  insertTestReport,
  setAmendment,
  setOrderProgress,
  testReportsOf,
  type TestReportRecord,
} from '#electron/backend/store/lab-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { storeFinding } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import { confirmPassword } from '#electron/backend/services/session.ts';
import { mayRelease } from './may-release.ts';
import {
  orderAsSeen,
  progressOf,
  verdictOf,
  type OpenedOrder,
  type OrderLine,
  type StoredLine,
} from './order-state.ts';
import { endCustody } from './order-tests.ts';
import { mayAmend, reportView, viewAgain } from './order-view.ts';
import { reportSheet } from './report-sheet.ts';
import { subjectNow } from './report-subject.ts';

/**
 * Releases an order's report as its second person: number, day, every reading with its result, and the verdict,
 * in one transaction with the fact that the case gets from it.
 */
export const releaseReport: Service<'lab.release'> = async (room, input, caller) => {
  const confirmed = await confirmPassword(room, caller.seat, caller.person, input.password);
  if (!confirmed.ok) return confirmed;
  return atomically(room, (): Answer<LabReportView> => {
    const seen = orderAsSeen(room, input.orderId, input.baseVersion);
    if (!seen.ok) return seen;
    const opened = { ...seen.value, lines: judgedAnew(seen.value.lines) };
    const allowed = mayRelease(room, opened, caller);
    if (!allowed.ok) return allowed;
    const report = reportOf(room, opened, caller);
    if (!report.ok) return report;
    insertTestReport(room.store, report.value);
    setAmendment(room.store, opened.record.id, null);
    const progress = progressOf(opened.lines);
    const at = report.value.releasedAt;
    setOrderProgress(room.store, opened.record, { ...progress, state: 'released' }, { by: caller.person.id, at });
    const custody = endCustody(room, caller, opened.record, 'tested');
    if (!custody.ok) return custody;
    recordRelease(room, caller, opened, report.value);
    return ok(reportView(room, report.value));
  });
};

/** Judges every standing reading again from what was typed: a report rests on the rules of the day it is released. */
const judgedAnew = (lines: readonly OrderLine[]): readonly OrderLine[] =>
  lines.map((line): OrderLine => {
    if (line.current === null) return line;
    const judged = judgeTyped(line.item, line.current.reading, line.current.enteredBy);
    return judged.ok ? { ...line, current: { ...line.current, ...judged.value } } : { ...line, current: null };
  });

const storedLines = (lines: readonly OrderLine[]): readonly StoredLine[] =>
  lines.flatMap(({ current, history, item }) =>
    current === null
      ? []
      : [
          {
            item,
            readingId: current.id,
            reading: current.reading,
            result: current.result,
            tidied: current.tidied,
            source: current.source,
            enteredBy: current.enteredBy,
            enteredAt: current.enteredAt,
            before: history.map((older, index) => ({
              raw: older.result.raw,
              verdict: older.result.verdict,
              by: older.enteredBy,
              at: older.enteredAt,
              reason: (history[index + 1] ?? current).reason,
            })),
          },
        ],
  );

/** The report that a whole order comes to; of an amendment, one that names the old report and the reason. */
function reportOf(room: Room, { lines, record }: OpenedOrder, caller: SignedInCaller): Answer<TestReportRecord> {
  const issuedOn = room.today();
  const serial = nextSerial(room.store, 'serial.test-report');
  const number = labNumber('R', issuedOn.slice(0, 4), deskCode(room.store), serial);
  const verdict = verdictOf(lines).verdict;
  if (verdict === 'undecided') throw new Error(`order ${record.number} is whole and undecided`);
  if (record.amending !== null) {
    const amended = amendReport(
      asReport(room, record, findTestReport(room.store, record.amending)),
      { number, issuedOn, reason: record.amendingReason ?? '' },
      testReportsOf(room.store, record.id).map((report) => asReport(room, record, report)),
    );
    // The reason is asked for when the amendment begins, and numbers and days only go up.
    if (!amended.ok) throw new Error(`the amendment of ${record.number} is not one: ${amended.failure.code}`);
  }
  const named = {
    orderId: record.id,
    caseId: record.caseId,
    body: JSON.stringify(storedLines(lines)),
    releasedBy: caller.person.id,
  };
  return ok({
    ...named,
    id: room.world.newId() as TestReportId,
    number,
    issuedOn,
    verdict,
    subject: JSON.stringify(subjectNow(room, named)),
    releasedAt: room.now().toISOString(),
    amends: record.amending,
    reason: record.amendingReason,
  });
}

function asReport(room: Room, { sampleId }: OpenedOrder['record'], report: TestReportRecord | undefined): LabReport {
  if (report === undefined) throw new Error('an amendment of no report');
  const old = report.amends === null ? undefined : findTestReport(room.store, report.amends);
  return {
    number: report.number,
    sampleId,
    issuedOn: report.issuedOn,
    amends: old === undefined ? null : { number: old.number, reason: report.reason ?? '' },
  };
}

function recordRelease(
  room: Room,
  caller: SignedInCaller,
  { facts, record }: OpenedOrder,
  report: TestReportRecord,
): void {
  const { body, id, number, reason, subject, verdict } = report;
  const source = { kind: 'lab-report', id } as const;
  const sheet = reportSheet(room, facts, source);
  recordCaseDeed(room, caller, record.caseId, {
    type: 'lab.released',
    touch: 'recorded-evidence',
    entity: 'test-report',
    entityId: id,
    payload: {
      caseId: record.caseId,
      orderId: record.id,
      order: record.number,
      number,
      verdict,
      sha256: sha256Hex(body),
      ...(subject !== null && { subjectSha256: sha256Hex(subject) }),
      ...(sheet.ok && { sheet: sheetForOthers(sheet.value) }),
      ...(report.amends === null ? {} : { amends: report.amends, reason }),
    },
  });
  const finding =
    record.purpose === 'spot-check'
      ? { kind: record.purpose, outcome: verdict, reason: null }
      : { kind: record.purpose, outcome: verdict };
  storeFinding(room, caller, facts, finding, source);
  room.announce('lab.changed', { orderId: record.id });
}

/**
 * Begins an amendment (ISO/IEC 17025:2017, 7.8.8): the order opens again on the readings of its newest report, which
 * stays as it is and stands until the amended one is released by a second person.
 */
export const beginAmendment: Service<'lab.amend'> = (room, input, caller) =>
  atomically(room, (): Answer<LabOrderView> => {
    const report = findTestReport(room.store, input.reportId);
    if (report === undefined) return refuse('lab.unknown-report', {}, 'reportId');
    const newer = amendmentOf(room.store, report.id);
    if (newer !== undefined) return refuse('lab.not-newest', { report: report.number, by: newer.number }, 'reportId');
    const seen = orderAsSeen(room, report.orderId, input.baseVersion);
    if (!seen.ok) return seen;
    const { lines, record } = seen.value;
    const allowed = mayAmend(room, seen.value, caller);
    if (!allowed.ok) return allowed;
    const changed = { by: caller.person.id, at: room.now().toISOString() };
    setAmendment(room.store, record.id, { ...changed, reportId: report.id, reason: input.reason });
    setOrderProgress(room.store, record, progressOf(lines), changed);
    recordCaseDeed(room, caller, record.caseId, {
      type: 'lab.amendment-begun',
      touch: 'recorded-evidence',
      entity: 'test-report',
      entityId: report.id,
      payload: { caseId: record.caseId, orderId: record.id, report: report.number, reason: input.reason },
    });
    room.announce('lab.changed', { orderId: record.id });
    return ok(viewAgain(room, record.id, caller));
  });
