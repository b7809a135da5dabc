import { getEnterprise, findCase } from '#electron/backend/store/case-repository.ts';
import { findTestOrder, type TestReportRecord } from '#electron/backend/store/lab-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { findSample } from '#electron/backend/store/sample-repository.ts';
import type { Room } from '#electron/backend/services/room.ts';
import { linesOfReport } from './order-state.ts';

/** What a report names besides its results, as it was on the day of release: an applicant's particulars may change. */
export interface ReportSubject {
  readonly applicationNo: string;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly productName: string;
  readonly specification: string;
  readonly barcode: string;
  readonly batch: string;
  readonly producedOn: string | null;
  readonly arrivedOn: string;
  /** Names of everybody the report speaks of, by id. */
  readonly people: Readonly<Record<string, string>>;
}

type Named = Pick<TestReportRecord, 'orderId' | 'caseId' | 'body' | 'releasedBy'>;

/** What a report names, as it stands now. @throws when its order, case or sample is gone, which are never deleted */
export function subjectNow(room: Room, report: Named): ReportSubject {
  const { store } = room;
  const order = findTestOrder(store, report.orderId);
  const sample = order && findSample(store, order.sampleId);
  const file = findCase(store, report.caseId);
  if (order === undefined || sample === undefined || file === undefined)
    throw new Error(`the report of order ${report.orderId} has no sample`);
  const readers = linesOfReport(report).flatMap(({ before, enteredBy }) => [enteredBy, ...before.map(({ by }) => by)]);
  const people = [...new Set([order.orderedBy, ...readers, report.releasedBy])];
  return {
    applicationNo: file.applicationNo,
    enterpriseName: getEnterprise(store, file.uscc).name,
    uscc: file.uscc,
    productName: file.productName,
    specification: file.specification,
    barcode: sample.barcode,
    batch: sample.batch,
    producedOn: sample.producedOn,
    arrivedOn: sample.arrivedOn,
    people: Object.fromEntries(people.map((id) => [id, personName(store, id)])),
  };
}

/** What a report names: as it was kept with it; for one released before that was kept, as it stands now. */
export const subjectOf = (room: Room, report: TestReportRecord): ReportSubject =>
  report.subject === null ? subjectNow(room, report) : (JSON.parse(report.subject) as ReportSubject);

/** Somebody's name in a report. */
export const nameOf = ({ people }: ReportSubject, id: string): string => people[id] ?? id;
