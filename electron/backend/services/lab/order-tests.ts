import type { TestOrderId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { LabOrderView } from '#shared/contract/lab.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import { labNumber } from '#shared/domain/lab/lab-number.ts';
import type { TestItem, TestPlan } from '#shared/domain/lab/test-item.ts';
import { shelfLifeOn } from '#shared/domain/shelf-life.ts';
import { deskCode, nextSerial } from '#electron/backend/store/facts.ts';
import {
  amendmentOf,
  cancelTestOrder,
  findTestOrder,
  findTestReport,
  insertTestOrder,
  openOrdersOfSample,
  setAmendment,
  setOrderProgress,
  standAgain,
  testOrdersOf,
  testReportsOfCase,
  type TestOrderRecord,
  type TestReportRecord,
} from '#electron/backend/store/lab-repository.ts';
import { findSample, type SampleRecord } from '#electron/backend/store/sample-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { loadCase } from '#electron/backend/services/case-facts.ts';
import { custodyNow, enterCustody } from '#electron/backend/services/custody.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { mayRecord } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import {
  failedMicrobes,
  itemNames,
  linesOfReport,
  mayEnter,
  orderAsSeen,
  withLines,
  type OpenedOrder,
} from './order-state.ts';
import { testDueOn, viewAgain } from './order-view.ts';
import { scopeWords } from './scope-words.ts';
import { findPlan, keepOrdered } from './test-plans.ts';

/**
 * Orders tests of a sample, by the plan's version in force or a named one.
 *
 * A waiting sample goes to in-test where it stands, as a line of the custody book; one that is retained,
 * on display or tested keeps its state, so that its keep-until day is not lost by it.
 */
export const orderTests: Service<'lab.order'> = (room, input, caller) =>
  atomically(room, (): Answer<LabOrderView> => {
    const sample = testable(room, findSample(room.store, input.sampleId));
    if (!sample.ok) return sample;
    const { caseId, id: sampleId, state } = sample.value;
    const allowed = mayRecord(room, loadCase(room, caseId), caller);
    if (!allowed.ok) return allowed;
    const { category } = allowed.value.record;
    const plan = findPlan(room, input.planId, input.planVersion);
    if (plan === undefined) return refuse('test-plan.unknown', { plan: input.planId }, 'planId');
    const items = chosenItems(plan, input.items);
    if (!items.ok) return items;
    const first = firstOrReasoned(room, sample.value, input, items.value);
    if (!first.ok) return first;
    const itemIds = items.value.map((item) => item.id);
    const scope = scopeWords(plan, itemIds, category);
    if (scope !== null && input.scopeReason === null)
      return refuse('lab.scope-reason-needed', { ...scope }, 'scopeReason');
    const scopeReason = scope === null ? null : input.scopeReason;

    const id = room.world.newId() as TestOrderId;
    const year = room.today().slice(0, 4);
    const number = labNumber('T', year, deskCode(room.store), nextSerial(room.store, 'serial.test-order'));
    const takesOut = state === 'waiting';
    keepOrdered(room, plan);
    insertTestOrder(room.store, {
      id,
      number,
      caseId,
      sampleId,
      purpose: input.purpose,
      planId: plan.id,
      planVersion: plan.version,
      items: JSON.stringify(itemIds),
      dueOn: testDueOn(room.today()),
      itemCount: itemIds.length,
      retestReason: input.retestReason,
      category,
      scopeReason,
      tookOut: takesOut ? 1 : 0,
      orderedBy: caller.person.id,
      orderedAt: room.now().toISOString(),
    });
    if (takesOut) {
      const moved = enterCustody(room, caller, sampleId, () => ({
        kind: 'moved',
        to: 'in-test',
        purpose: `检测任务 ${number}`,
      }));
      if (!moved.ok) return moved;
    }
    recordCaseDeed(room, caller, caseId, {
      type: 'lab.ordered',
      touch: 'recorded-evidence',
      entity: 'test-order',
      entityId: id,
      payload: {
        caseId,
        sampleId,
        number,
        purpose: input.purpose,
        planId: plan.id,
        planVersion: plan.version,
        items: itemIds,
        ...(scopeReason === null ? {} : { scopeReason }),
        ...(input.retestReason === null ? {} : { retestReason: input.retestReason }),
      },
    });
    room.announce('lab.changed', { orderId: id });
    return ok(viewAgain(room, id, caller));
  });

/** A sample that results would speak for: taken in, in the house, not missing, not past its date. */
function testable(room: Room, sample: SampleRecord | undefined): Answer<SampleRecord> {
  if (sample === undefined) return refuse('sample.unknown', {}, 'sampleId');
  const { barcode, producedOn, refusal, shelfLifeDays, state } = sample;
  if (refusal !== null) return refuse('lab.sample-refused', { barcode, reason: refusal }, 'sampleId');
  if (state === 'returned' || state === 'disposed') return refuse('lab.sample-gone', { barcode }, 'sampleId');
  if (custodyNow(room, sample.id).keeper.kind === 'missing') return refuse('custody.missing', { barcode }, 'sampleId');
  const life = shelfLifeOn(room.today(), { producedOn, shelfLifeDays, testDueOn: null });
  if (life.kind === 'lapsed') return refuse('lab.sample-lapsed', { barcode, goodUntil: life.goodUntil }, 'sampleId');
  return ok(sample);
}

/** The plan's items that were chosen, in the plan's order. */
function chosenItems(plan: TestPlan, chosen: readonly string[] | null): Answer<readonly TestItem[]> {
  if (chosen === null) return ok(plan.items);
  const names = new Set<string>();
  for (const item of chosen) {
    if (!plan.items.some(({ id }) => id === item))
      return refuse('lab.unknown-item', { plan: plan.id, version: plan.version, item }, 'items');
    if (names.has(item)) return refuse('lab.item-twice', { item }, 'items');
    names.add(item);
  }
  return ok(plan.items.filter(({ id }) => names.has(id)));
}

/** Reports of a case that no amendment took the place of, each with its order. */
const standingReports = (room: Room, sample: SampleRecord): readonly (readonly [TestReportRecord, TestOrderRecord])[] =>
  testReportsOfCase(room.store, sample.caseId).flatMap((report) => {
    const order = findTestOrder(room.store, report.orderId);
    return order === undefined || amendmentOf(room.store, report.id) !== undefined ? [] : [[report, order] as const];
  });

/**
 * Whether a test of this purpose may be ordered: none is open; after a report there is a reason; and no
 * microbiological item that failed, of this purpose or this sample, released or not, is tested a second time.
 */
function firstOrReasoned(
  room: Room,
  sample: SampleRecord,
  { purpose, retestReason }: ParsedOf<'lab.order'>,
  items: readonly TestItem[],
): Answer<true> {
  const orders = testOrdersOf(room.store, sample.caseId).filter(({ state }) => state !== 'cancelled');
  const open = orders.find((order) => order.purpose === purpose && order.state !== 'released');
  if (open !== undefined) return refuse('lab.order-open', { number: open.number });
  const failed = orders
    .filter((order) => order.purpose === purpose || order.sampleId === sample.id)
    .flatMap((order) => withLines(room, order).lines)
    .flatMap(({ current, item }) => failedMicrobes([{ item, result: current?.result }]));
  const again = items.filter(
    ({ id, kind, zh }) => kind === 'microbiological' && failed.some((item) => item.id === id || item.zh === zh),
  );
  if (again.length > 0) return refuse('lab.no-microbiological-retest', itemNames('items', again), 'items');
  const earlier = standingReports(room, sample).findLast(([, order]) => order.purpose === purpose);
  return earlier !== undefined && retestReason === null
    ? refuse('lab.retest-reason-needed', { number: earlier[0].number }, 'retestReason')
    : ok(true);
}

/** Cancels an order without a report, or takes an open amendment back. */
export const cancelOrder: Service<'lab.cancel'> = (room, input, caller) =>
  atomically(room, (): Answer<LabOrderView> => {
    const seen = orderAsSeen(room, input.orderId, input.baseVersion);
    if (!seen.ok) return seen;
    const { record } = seen.value;
    if (record.state === 'released')
      return refuse('lab.has-report', { number: record.number, report: record.reportNumber });
    const open = mayEnter(room, seen.value, caller);
    if (!open.ok) return open;
    const done =
      record.amending === null
        ? cancelFirst(room, seen.value, caller, input.reason)
        : takeAmendmentBack(room, seen.value, caller);
    if (!done.ok) return done;
    recordCaseDeed(room, caller, record.caseId, {
      type: record.amending === null ? 'lab.cancelled' : 'lab.amendment-taken-back',
      touch: 'recorded-evidence',
      entity: 'test-order',
      entityId: record.id,
      payload: { caseId: record.caseId, number: record.number, reason: input.reason },
    });
    room.announce('lab.changed', { orderId: record.id });
    return ok(viewAgain(room, record.id, caller));
  });

function cancelFirst(room: Room, { lines, record }: OpenedOrder, caller: SignedInCaller, reason: string): Answer<true> {
  const failed = failedMicrobes(lines.map(({ current, item }) => ({ item, result: current?.result })));
  if (failed.length > 0) return refuse('lab.no-microbiological-retest', itemNames('items', failed));
  cancelTestOrder(room.store, record.id, reason, { by: caller.person.id, at: room.now().toISOString() });
  return endCustody(room, caller, record, 'waiting');
}

function takeAmendmentBack(
  room: Room,
  { record, releasedReadings }: OpenedOrder,
  caller: SignedInCaller,
): Answer<true> {
  const report = record.amending === null ? undefined : findTestReport(room.store, record.amending);
  if (report === undefined) return refuse('lab.unknown-report');
  const results = linesOfReport(report).map(({ result }) => result);
  standAgain(room.store, record.id, [...releasedReadings]);
  setAmendment(room.store, record.id, null);
  setOrderProgress(
    room.store,
    record,
    {
      state: 'released',
      entered: results.length,
      decided: results.length,
      failed: results.filter(({ verdict }) => verdict === 'failed').length,
    },
    { by: caller.person.id, at: room.now().toISOString() },
  );
  return ok(true);
}

/** Brings a sample that the order took to in-test on to its next state, unless another order still needs it there. */
export function endCustody(
  room: Room,
  caller: SignedInCaller,
  order: TestOrderRecord,
  to: 'waiting' | 'tested',
): Answer<true> {
  const sample = findSample(room.store, order.sampleId);
  const stays =
    order.tookOut === 0 ||
    sample?.state !== 'in-test' ||
    custodyNow(room, order.sampleId).keeper.kind === 'missing' ||
    openOrdersOfSample(room.store, order.sampleId).some(({ id }) => id !== order.id);
  if (stays) return ok(true);
  const purpose = to === 'tested' ? `检测任务 ${order.number} 已签发` : `检测任务 ${order.number} 已取消`;
  const moved = enterCustody(room, caller, order.sampleId, () => ({ kind: 'moved', to, purpose }));
  return moved.ok ? ok(true) : moved;
}
