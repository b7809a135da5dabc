import type { CaseId, SampleId, TestOrderId, TestReportId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Store } from './database.ts';
import { EVERYTHING, readPage, type KeysetPage } from './keyset.ts';

type Purpose = 'spot-check' | 'site-test';
type State = 'to-enter' | 'to-release' | 'released' | 'cancelled';

/** A test order as stored, with its sample's and case's names and its newest report. */
export interface TestOrderRecord {
  readonly id: TestOrderId;
  readonly number: string;
  readonly caseId: CaseId;
  readonly sampleId: SampleId;
  readonly purpose: Purpose;
  readonly planId: string;
  readonly planVersion: string;
  /** Ids of the ordered items, as JSON, in the plan's order. */
  readonly items: string;
  readonly state: State;
  readonly dueOn: PlainDate;
  readonly version: number;
  readonly itemCount: number;
  readonly entered: number;
  readonly decided: number;
  readonly failed: number;
  readonly retestReason: string | null;
  /** The product's category when it was ordered. */
  readonly category: string;
  /** Why items of the plan were left out, or another category's plan taken; null where neither was. */
  readonly scopeReason: string | null;
  /** Whether ordering moved the sample to in-test. */
  readonly tookOut: 0 | 1;
  readonly orderedBy: string;
  readonly orderedAt: string;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly cancelledBy: string | null;
  readonly cancelledAt: string | null;
  readonly cancelReason: string | null;
  readonly amending: TestReportId | null;
  readonly amendingBy: string | null;
  readonly amendingAt: string | null;
  readonly amendingReason: string | null;
  readonly barcode: string;
  readonly batch: string;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  readonly reportId: TestReportId | null;
  readonly reportNumber: string | null;
  readonly reportVerdict: 'passed' | 'failed' | null;
}

/** A reading as stored; `reading`, `result`, `tidied` and `source` are the contract's, as JSON. */
export interface TestReadingRecord {
  readonly id: string;
  readonly orderId: TestOrderId;
  readonly itemId: string;
  readonly reading: string;
  readonly result: string;
  readonly tidied: string;
  readonly source: string;
  readonly change: string;
  readonly reason: string | null;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly stands: 0 | 1;
}

/** A released report as stored; `body` holds its lines as JSON, `subject` what it names (null before 0235). */
export interface TestReportRecord {
  readonly id: TestReportId;
  readonly number: string;
  readonly orderId: TestOrderId;
  readonly caseId: CaseId;
  readonly issuedOn: PlainDate;
  readonly verdict: 'passed' | 'failed';
  readonly body: string;
  readonly subject: string | null;
  readonly releasedBy: string;
  readonly releasedAt: string;
  readonly amends: TestReportId | null;
  readonly reason: string | null;
}

/** A sample that waits for its order. */
export interface ToOrderRecord {
  readonly sampleId: SampleId;
  readonly caseId: CaseId;
  readonly barcode: string;
  readonly arrivedOn: PlainDate;
  readonly category: string;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
}

/** A workbook taken in. */
export interface LabImportRecord {
  readonly sha256: string;
  readonly fileName: string;
  readonly saved: number;
  readonly importedBy: string;
  readonly importedAt: string;
}

const NEWEST = (column: string): string =>
  `(SELECT r.${column} FROM test_report r WHERE r.order_id = o.id ORDER BY r.rowid DESC LIMIT 1)`;

const ORDER = `SELECT o.id, o.number, o.case_id AS caseId, o.sample_id AS sampleId, o.purpose, o.plan_id AS planId,
  o.plan_version AS planVersion, o.items, o.state, o.due_on AS dueOn, o.version, o.item_count AS itemCount, o.entered,
  o.decided, o.failed, o.retest_reason AS retestReason, o.scope_reason AS scopeReason,
  coalesce(o.category, c.category) AS category, o.took_out AS tookOut, o.ordered_by AS orderedBy,
  o.ordered_at AS orderedAt, o.changed_by AS changedBy, o.changed_at AS changedAt, o.cancelled_by AS cancelledBy,
  o.cancelled_at AS cancelledAt, o.cancel_reason AS cancelReason, o.amending, o.amending_by AS amendingBy,
  o.amending_at AS amendingAt, o.amending_reason AS amendingReason, s.barcode, s.batch, c.product_name AS productName,
  e.name AS enterpriseName, c.requested_star AS requestedStar, ${NEWEST('id')} AS reportId,
  ${NEWEST('number')} AS reportNumber, ${NEWEST('verdict')} AS reportVerdict
  FROM test_order o JOIN sample s ON s.id = o.sample_id JOIN case_file c ON c.id = o.case_id
  JOIN enterprise e ON e.uscc = c.uscc`;

export const findTestOrder = (store: Store, id: string): TestOrderRecord | undefined =>
  store.find<TestOrderRecord>(`${ORDER} WHERE o.id = ?`, [id]);

/** A case's orders, oldest first. */
export const testOrdersOf = (store: Store, caseId: CaseId): readonly TestOrderRecord[] =>
  store.all<TestOrderRecord>(`${ORDER} WHERE o.case_id = ? ORDER BY o.rowid`, [caseId]);

/** A sample's orders that take readings. */
export const openOrdersOfSample = (store: Store, sampleId: SampleId): readonly TestOrderRecord[] =>
  store.all<TestOrderRecord>(
    `${ORDER} WHERE o.sample_id = ? AND o.state IN ('to-enter', 'to-release') ORDER BY o.rowid`,
    [sampleId],
  );

/** Orders in one state: open ones due first, released ones newest first. */
export function listTestOrders(
  store: Store,
  state: State,
  cursor: string | null,
  limit: number,
): KeysetPage<TestOrderRecord> {
  return readPage<TestOrderRecord>(
    store,
    {
      select: ORDER,
      any: [{ where: 'o.state = ?', parameters: [state] }],
      sort: 'o.sort_key',
      tie: 'o.id',
      descending: state === 'released',
    },
    cursor,
    limit,
  );
}

/** Samples without an order, first arrived on top. */
export function listToOrder(store: Store, cursor: string | null, limit: number): KeysetPage<ToOrderRecord> {
  return readPage<ToOrderRecord>(
    store,
    {
      select: `SELECT w.sample_id AS sampleId, w.case_id AS caseId, s.barcode, w.arrived_on AS arrivedOn, c.category,
        c.product_name AS productName, e.name AS enterpriseName, c.requested_star AS requestedStar
        FROM lab_to_order w JOIN sample s ON s.id = w.sample_id JOIN case_file c ON c.id = w.case_id
        JOIN enterprise e ON e.uscc = c.uscc`,
      any: [EVERYTHING],
      sort: 'w.arrived_on',
      tie: 'w.sample_id',
    },
    cursor,
    limit,
  );
}

/** What a new order is made of; the rest begins empty. */
export type NewTestOrder = Pick<
  TestOrderRecord,
  | 'id'
  | 'number'
  | 'caseId'
  | 'sampleId'
  | 'purpose'
  | 'planId'
  | 'planVersion'
  | 'items'
  | 'dueOn'
  | 'itemCount'
  | 'retestReason'
  | 'category'
  | 'scopeReason'
  | 'tookOut'
  | 'orderedBy'
  | 'orderedAt'
>;

export function insertTestOrder(store: Store, order: NewTestOrder): void {
  store.run(
    `INSERT INTO test_order (id, number, case_id, sample_id, purpose, plan_id, plan_version, items, state, sort_key, due_on,
       item_count, retest_reason, category, scope_reason, took_out, ordered_by, ordered_at, changed_by, changed_at)
     VALUES (:id, :number, :caseId, :sampleId, :purpose, :planId, :planVersion, :items, 'to-enter', :dueOn, :dueOn,
       :itemCount, :retestReason, :category, :scopeReason, :tookOut, :orderedBy, :orderedAt, :orderedBy, :orderedAt)`,
    { ...order },
  );
}

/** Who changed an order, and when. */
interface Changed {
  readonly by: string;
  readonly at: string;
}

/** Where an order stands after its readings changed; counts it one version up. */
export function setOrderProgress(
  store: Store,
  order: TestOrderRecord,
  progress: Pick<TestOrderRecord, 'entered' | 'decided' | 'failed'> & { readonly state: State },
  { by, at }: Changed,
): void {
  store.run(
    `UPDATE test_order SET state = :state, sort_key = :sortKey, entered = :entered, decided = :decided, failed = :failed,
       version = version + 1, changed_by = :by, changed_at = :at WHERE id = :id`,
    { ...progress, sortKey: progress.state === 'released' ? at : order.dueOn, id: order.id, by, at },
  );
}

export function cancelTestOrder(store: Store, id: TestOrderId, reason: string, { by, at }: Changed): void {
  store.run(
    `UPDATE test_order SET state = 'cancelled', sort_key = :at, cancelled_by = :by, cancelled_at = :at,
       cancel_reason = :reason, version = version + 1, changed_by = :by, changed_at = :at WHERE id = :id`,
    { id, reason, by, at },
  );
}

/** Opens or ends an amendment of a report. */
export function setAmendment(
  store: Store,
  id: TestOrderId,
  amendment: (Changed & { readonly reportId: TestReportId; readonly reason: string }) | null,
): void {
  store.run(
    'UPDATE test_order SET amending = ?, amending_by = ?, amending_at = ?, amending_reason = ? WHERE id = ?',
    amendment === null
      ? [null, null, null, null, id]
      : [amendment.reportId, amendment.by, amendment.at, amendment.reason, id],
  );
}

const READING = `SELECT id, order_id AS orderId, item_id AS itemId, reading, result, tidied, source, change, reason,
  entered_by AS enteredBy, entered_at AS enteredAt, stands FROM test_reading`;

/** Every reading of an order, in the order they were entered. */
export const testReadingsOf = (store: Store, orderId: TestOrderId): readonly TestReadingRecord[] =>
  store.all<TestReadingRecord>(`${READING} WHERE order_id = ? ORDER BY rowid`, [orderId]);

/** Keeps a reading as the one that stands; the one before it stays as history. */
export function insertTestReading(store: Store, reading: Omit<TestReadingRecord, 'stands'>): void {
  store.run('UPDATE test_reading SET stands = 0 WHERE order_id = ? AND item_id = ? AND stands = 1', [
    reading.orderId,
    reading.itemId,
  ]);
  store.run(
    `INSERT INTO test_reading (id, order_id, item_id, reading, result, tidied, source, change, reason, entered_by, entered_at)
     VALUES (:id, :orderId, :itemId, :reading, :result, :tidied, :source, :change, :reason, :enteredBy, :enteredAt)`,
    { ...reading },
  );
}

/** Lets exactly these readings of an order stand again. */
export function standAgain(store: Store, orderId: TestOrderId, readingIds: readonly string[]): void {
  store.run('UPDATE test_reading SET stands = 0 WHERE order_id = ? AND stands = 1', [orderId]);
  for (const id of readingIds)
    store.run('UPDATE test_reading SET stands = 1 WHERE order_id = ? AND id = ?', [orderId, id]);
}

const REPORT = `SELECT id, number, order_id AS orderId, case_id AS caseId, issued_on AS issuedOn, verdict, body,
  subject, released_by AS releasedBy, released_at AS releasedAt, amends, reason FROM test_report`;

export const findTestReport = (store: Store, id: string): TestReportRecord | undefined =>
  store.find<TestReportRecord>(`${REPORT} WHERE id = ?`, [id]);

/** An order's reports, oldest first. */
export const testReportsOf = (store: Store, orderId: TestOrderId): readonly TestReportRecord[] =>
  store.all<TestReportRecord>(`${REPORT} WHERE order_id = ? ORDER BY rowid`, [orderId]);

/** Every report of a case, oldest first. */
export const testReportsOfCase = (store: Store, caseId: CaseId): readonly TestReportRecord[] =>
  store.all<TestReportRecord>(`${REPORT} WHERE case_id = ? ORDER BY rowid`, [caseId]);

/** The report that took another's place. */
export const amendmentOf = (store: Store, id: TestReportId): TestReportRecord | undefined =>
  store.find<TestReportRecord>(`${REPORT} WHERE amends = ?`, [id]);

export function insertTestReport(store: Store, report: TestReportRecord): void {
  store.run(
    `INSERT INTO test_report (id, number, order_id, case_id, issued_on, verdict, body, subject, released_by,
       released_at, amends, reason)
     VALUES (:id, :number, :orderId, :caseId, :issuedOn, :verdict, :body, :subject, :releasedBy,
       :releasedAt, :amends, :reason)`,
    { ...report },
  );
}

export const findLabImport = (store: Store, sha256: string): LabImportRecord | undefined =>
  store.find<LabImportRecord>(
    `SELECT sha256, file_name AS fileName, saved, imported_by AS importedBy, imported_at AS importedAt
     FROM lab_import WHERE sha256 = ?`,
    [sha256],
  );

export function insertLabImport(store: Store, record: LabImportRecord): void {
  store.run(
    `INSERT INTO lab_import (sha256, file_name, saved, imported_by, imported_at)
     VALUES (:sha256, :fileName, :saved, :importedBy, :importedAt)`,
    { ...record },
  );
}
