import { ok } from '#shared/base/result.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type {
  LabLine,
  LabOrderView,
  LabReportRow,
  LabReportView,
  LabRow,
  ReadingView,
  TestPurpose,
} from '#shared/contract/lab.ts';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';
import {
  amendmentOf,
  findTestOrder,
  findTestReport,
  testOrdersOf,
  testReportsOf,
  type TestOrderRecord,
  type TestReportRecord,
  type ToOrderRecord,
} from '#electron/backend/store/lab-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { findSample } from '#electron/backend/store/sample-repository.ts';
import { mayRecord } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, SignedInCaller } from '#electron/backend/services/room.ts';
import { stageDueOn } from '#electron/backend/services/working-days.ts';
import {
  linesOfReport,
  mayEnter,
  openOrder,
  refusalOf,
  verdictOf,
  type OpenedOrder,
  type Reading,
} from './order-state.ts';
import { mayRelease } from './may-release.ts';
import { scopeOf } from './scope-words.ts';
import { orderedPlan } from './test-plans.ts';

/** What the requested star asks to be tested. */
export const purposeOf = (requestedStar: number): TestPurpose => (requestedStar <= 2 ? 'spot-check' : 'site-test');

/** Day the results of a test that begins on `from` should be out. */
export const testDueOn = (from: PlainDate): PlainDate => stageDueOn('in-inspection', from);

/** An order as a list shows it. */
export function orderRow(room: Room, record: TestOrderRecord) {
  const { reportId, reportNumber, reportVerdict } = record;
  const open = record.state === 'to-enter' || record.state === 'to-release';
  return {
    orderId: record.id,
    number: record.number,
    state: record.state,
    caseId: record.caseId,
    sampleId: record.sampleId,
    barcode: record.barcode,
    productName: record.productName,
    enterpriseName: record.enterpriseName,
    requestedStar: record.requestedStar,
    category: record.category,
    purpose: record.purpose,
    planId: record.planId,
    planVersion: record.planVersion,
    planName: orderedPlan(room, record.planId, record.planVersion).category,
    items: record.itemCount,
    entered: record.entered,
    decided: record.decided,
    failed: record.failed,
    dueOn: record.dueOn,
    overdue: open && record.dueOn < room.today(),
    amending: record.amending === null ? null : (findTestReport(room.store, record.amending)?.number ?? null),
    report:
      reportId === null || reportNumber === null || reportVerdict === null
        ? null
        : { id: reportId, number: reportNumber, verdict: reportVerdict },
  } satisfies LabRow;
}

/** A sample that waits for its order, with the plan in force for its category. */
export function toOrderRow(room: Room, record: ToOrderRecord, plan: TestPlan | undefined): LabRow {
  const dueOn = testDueOn(record.arrivedOn);
  return {
    orderId: null,
    number: null,
    state: null,
    caseId: record.caseId,
    sampleId: record.sampleId,
    barcode: record.barcode,
    productName: record.productName,
    enterpriseName: record.enterpriseName,
    requestedStar: record.requestedStar,
    category: record.category,
    purpose: purposeOf(record.requestedStar),
    planId: plan?.id ?? null,
    planVersion: plan?.version ?? null,
    planName: plan?.category ?? null,
    items: plan?.items.length ?? 0,
    entered: 0,
    decided: 0,
    failed: 0,
    dueOn,
    overdue: dueOn < room.today(),
    amending: null,
    report: null,
  };
}

const readingView = (room: Room, reading: Reading): ReadingView => ({
  reading: reading.reading,
  result: reading.result,
  tidied: reading.tidied,
  source: reading.source,
  change: reading.change as ReadingView['change'],
  reason: reading.reason,
  by: personName(room.store, reading.enteredBy),
  at: reading.enteredAt,
});

/** An order with everything the grid shows, and what the person who asks may do with it. */
export function orderView(room: Room, opened: OpenedOrder, caller: SignedInCaller): LabOrderView {
  const { lines, record } = opened;
  const { amendingAt, amendingBy, amendingReason, cancelledAt, cancelledBy, cancelReason } = record;
  const row = orderRow(room, record);
  const name = (id: string): string => personName(room.store, id);
  return {
    ...row,
    version: record.version,
    orderedBy: name(record.orderedBy),
    orderedAt: record.orderedAt,
    retestReason: record.retestReason,
    scope: scopeOf(room, record),
    cancelled:
      cancelledBy === null || cancelledAt === null
        ? null
        : { by: name(cancelledBy), at: cancelledAt, reason: cancelReason ?? '' },
    amendment:
      row.amending === null || amendingBy === null || amendingAt === null
        ? null
        : { number: row.amending, by: name(amendingBy), at: amendingAt, reason: amendingReason ?? '' },
    lines: lines.map(({ current, history, item }): LabLine => ({
      item,
      current: current === null ? null : readingView(room, current),
      history: history.map((reading) => readingView(room, reading)),
    })),
    verdict: verdictOf(lines),
    reports: testReportsOf(room.store, record.id).map((report) => reportRow(room, report)),
    mayNotEnter: refusalOf(mayEnter(room, opened, caller)),
    mayNotRelease: refusalOf(mayRelease(room, opened, caller)),
    mayNotAmend: refusalOf(mayAmend(room, opened, caller)),
  };
}

/** An order just changed, read anew. @throws when it went away inside its own transaction */
export function viewAgain(room: Room, orderId: string, caller: SignedInCaller): LabOrderView {
  const opened = openOrder(room, orderId);
  if (opened === undefined) throw new Error(`order ${orderId} went away`);
  return orderView(room, opened, caller);
}

/** Whether this person may begin to amend the order's newest report. */
export function mayAmend(room: Room, { facts, record }: OpenedOrder, caller: SignedInCaller): Answer<true> {
  if (record.reportNumber === null) return refuse('lab.unknown-report');
  if (record.amendingBy !== null)
    return refuse('lab.amending', { report: record.reportNumber, by: personName(room.store, record.amendingBy) });
  const newer = testOrdersOf(room.store, record.caseId).findLast(
    ({ purpose, state }) => purpose === record.purpose && state !== 'cancelled',
  );
  if (newer !== undefined && newer.id !== record.id)
    return refuse('lab.newer-order', { report: record.reportNumber, number: newer.number });
  const allowed = mayRecord(room, facts, caller);
  return allowed.ok ? ok(true) : allowed;
}

/** A report as a list shows it. */
export const reportRow = (room: Room, report: TestReportRecord): LabReportRow => ({
  id: report.id,
  number: report.number,
  issuedOn: report.issuedOn,
  verdict: report.verdict,
  releasedBy: personName(room.store, report.releasedBy),
  releasedAt: report.releasedAt,
  amends:
    report.amends === null
      ? null
      : { number: findTestReport(room.store, report.amends)?.number ?? '', reason: report.reason ?? '' },
  amendedBy: amendmentOf(room.store, report.id)?.number ?? null,
});

/** A report, whole. @throws when its order is gone, which is never deleted */
export function reportView(room: Room, report: TestReportRecord): LabReportView {
  const order = findTestOrder(room.store, report.orderId);
  if (order === undefined) throw new Error(`report ${report.number} has no order`);
  return {
    ...reportRow(room, report),
    orderId: order.id,
    orderNumber: order.number,
    caseId: report.caseId,
    sampleId: order.sampleId,
    barcode: order.barcode,
    batch: findSample(room.store, order.sampleId)?.batch ?? '',
    purpose: order.purpose,
    planId: order.planId,
    planVersion: order.planVersion,
    planName: orderedPlan(room, order.planId, order.planVersion).category,
    scope: scopeOf(room, order),
    lines: linesOfReport(report).map(({ readingId: _reading, ...line }) => ({
      ...line,
      enteredByName: personName(room.store, line.enteredBy),
    })),
  };
}
