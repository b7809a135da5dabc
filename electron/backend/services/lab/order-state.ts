import type { Refusal } from '#shared/contract/contract.ts';
import { ok } from '#shared/base/result.ts';
import type { ReadingSource, ReportedLine } from '#shared/contract/lab.ts';
import type { ItemResult } from '#shared/domain/lab/item-result.ts';
import { sampleVerdict, type SampleVerdict } from '#shared/domain/lab/sample-verdict.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import type { TidiedField, TypedReading } from '#shared/domain/lab/typed-reading.ts';
import {
  findTestOrder,
  findTestReport,
  testReadingsOf,
  type TestOrderRecord,
  type TestReadingRecord,
  type TestReportRecord,
} from '#electron/backend/store/lab-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { loadCase, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { mayRecord } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import { centreMoment, type Answer, type Room, type SignedInCaller } from '#electron/backend/services/room.ts';
import { orderedPlan } from './test-plans.ts';

/** A reading, read back. */
export interface Reading extends Pick<TestReadingRecord, 'id' | 'reason' | 'enteredBy' | 'enteredAt' | 'change'> {
  readonly reading: TypedReading;
  readonly result: ItemResult;
  readonly tidied: readonly TidiedField[];
  readonly source: ReadingSource;
}

/** An ordered item with the reading that counts and those before it, oldest first. */
export interface OrderLine {
  readonly item: TestItem;
  readonly current: Reading | null;
  readonly history: readonly Reading[];
}

/** An order with its lines. */
export interface OpenedOrder {
  readonly record: TestOrderRecord;
  readonly facts: CaseFacts;
  readonly lines: readonly OrderLine[];
  /** Ids of the readings that the report under amendment rests on. */
  readonly releasedReadings: ReadonlySet<string>;
}

/** A released line as it lies in the report's body. */
export interface StoredLine extends ReportedLine {
  readonly readingId: string;
}

export const linesOfReport = ({ body }: Pick<TestReportRecord, 'body'>): readonly StoredLine[] =>
  JSON.parse(body) as readonly StoredLine[];

const readBack = (row: TestReadingRecord): Reading => ({
  id: row.id,
  reason: row.reason,
  enteredBy: row.enteredBy,
  enteredAt: row.enteredAt,
  change: row.change,
  reading: JSON.parse(row.reading) as TypedReading,
  result: JSON.parse(row.result) as ItemResult,
  tidied: JSON.parse(row.tidied) as readonly TidiedField[],
  source: JSON.parse(row.source) as ReadingSource,
});

/** Reads an order with all that hangs on it; undefined when there is none. */
export function openOrder(room: Room, orderId: string): OpenedOrder | undefined {
  const record = findTestOrder(room.store, orderId);
  const facts = record && loadCase(room, record.caseId);
  return record && facts && { ...withLines(room, record), facts };
}

/** An order's lines in the order of its plan. */
export function withLines(room: Room, record: TestOrderRecord): Omit<OpenedOrder, 'facts'> {
  const plan = orderedPlan(room, record.planId, record.planVersion);
  const ordered = new Set(JSON.parse(record.items) as readonly string[]);
  const rows = testReadingsOf(room.store, record.id);
  const amending = record.amending === null ? undefined : findTestReport(room.store, record.amending);
  return {
    record,
    lines: plan.items
      .filter(({ id }) => ordered.has(id))
      .map((item): OrderLine => {
        const own = rows.filter(({ itemId }) => itemId === item.id);
        const standing = own.find(({ stands }) => stands === 1);
        return {
          item,
          current: standing === undefined ? null : readBack(standing),
          history: own.filter(({ stands }) => stands === 0).map(readBack),
        };
      }),
    releasedReadings: new Set(amending === undefined ? [] : linesOfReport(amending).map(({ readingId }) => readingId)),
  };
}

/** What the lines come to. */
export const verdictOf = (lines: readonly OrderLine[]): SampleVerdict =>
  sampleVerdict(
    lines.map(({ item }) => item.id),
    lines.flatMap(({ current }) => current?.result ?? []),
  );

/** How far an order is, by its lines. */
export function progressOf(
  lines: readonly OrderLine[],
): Pick<TestOrderRecord, 'entered' | 'decided' | 'failed' | 'state'> {
  const results = lines.flatMap(({ current }) => current?.result ?? []);
  const decided = results.filter(({ verdict }) => verdict !== 'undecided');
  return {
    entered: results.length,
    decided: decided.length,
    failed: decided.filter(({ verdict }) => verdict === 'failed').length,
    state: decided.length === lines.length ? 'to-release' : 'to-enter',
  };
}

/** Whether an order takes changes from this person now. */
export function mayEnter(room: Room, { facts, record }: OpenedOrder, caller: SignedInCaller): Answer<true> {
  if (record.state !== 'to-enter' && record.state !== 'to-release')
    return refuse('lab.not-open', { number: record.number });
  const allowed = mayRecord(room, facts, caller);
  return allowed.ok ? ok(true) : allowed;
}

/** An order that a deed changes: there, as its caller saw it. */
export function orderAsSeen(room: Room, orderId: string, baseVersion: number): Answer<OpenedOrder> {
  const opened = openOrder(room, orderId);
  if (opened === undefined) return refuse('lab.unknown-order', {}, 'orderId');
  const { changedAt, changedBy, number, version } = opened.record;
  return version === baseVersion
    ? ok(opened)
    : refuse(
        'lab.changed',
        { number, by: personName(room.store, changedBy), at: centreMoment(changedAt) },
        'baseVersion',
      );
}

/** Names of items for a sentence in both languages: `itemsZh` and `itemsEn` for the place `items`. */
export function itemNames(place: string, items: readonly TestItem[]): Readonly<Record<string, string>> {
  const [zh, en] = [items.map((item) => item.zh).join('、'), items.map((item) => item.en).join(', ')];
  return { [`${place}Zh`]: zh || '无', [`${place}En`]: en || 'none' };
}

/** Failing microbiological items: their failures stand, and no way may lead around them. */
export const failedMicrobes = (
  lines: readonly { readonly item: TestItem; readonly result: ItemResult | undefined }[],
): readonly TestItem[] =>
  lines
    .filter(({ item, result }) => item.kind === 'microbiological' && result?.verdict === 'failed')
    .map(({ item }) => item);

/** A refusal as a value a screen can show; null when there is none. */
export const refusalOf = (answer: Answer<unknown>): Refusal | null => (answer.ok ? null : answer.failure);
