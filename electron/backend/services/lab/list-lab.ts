import { ok } from '#shared/base/result.ts';
import { offeredPlan } from '#shared/domain/lab/plan-fit.ts';
import { findTestReport, listTestOrders, listToOrder, testOrdersOf } from '#electron/backend/store/lab-repository.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Service } from '#electron/backend/services/room.ts';
import { openOrder } from './order-state.ts';
import { orderRow, orderView, reportView, toOrderRow } from './order-view.ts';
import { plansInForce } from './test-plans.ts';

/** One tab of the laboratory's bench. */
export const listLab: Service<'lab.list'> = (room, { cursor, limit, queue }) => {
  if (queue === 'to-order') {
    const plans = [...plansInForce(room).values()];
    const page = listToOrder(room.store, cursor, limit);
    return ok({
      rows: page.rows.map((row) => toOrderRow(room, row, offeredPlan(plans, row.category))),
      next: page.next,
    });
  }
  const page = listTestOrders(room.store, queue, cursor, limit);
  return ok({ rows: page.rows.map((row) => orderRow(room, row)), next: page.next });
};

export const listLabOfCase: Service<'lab.of-case'> = (room, { caseId }) =>
  ok(testOrdersOf(room.store, caseId).map((row) => orderRow(room, row)));

export const getLabOrder: Service<'lab.get'> = (room, { orderId }, caller) => {
  const opened = openOrder(room, orderId);
  return opened === undefined ? refuse('lab.unknown-order', {}, 'orderId') : ok(orderView(room, opened, caller));
};

export const getLabReport: Service<'lab.report'> = (room, { reportId }) => {
  const report = findTestReport(room.store, reportId);
  return report === undefined ? refuse('lab.unknown-report', {}, 'reportId') : ok(reportView(room, report));
};
