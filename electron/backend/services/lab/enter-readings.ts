import { isDeepStrictEqual } from 'node:util';
import type { Canonical } from '#shared/base/canonical-json.ts';
import { ok } from '#shared/base/result.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import type { EnteredLine, EnteredReadings, ReadingSource } from '#shared/contract/lab.ts';
import { labSentence, type LabCode } from '#shared/domain/lab/lab-sentences.ts';
import { judgeChange, type ChangeKind } from '#shared/domain/lab/reading-change.ts';
import { judgeTyped } from '#shared/domain/lab/typed-reading.ts';
import { insertTestReading, setOrderProgress, type TestOrderRecord } from '#electron/backend/store/lab-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import { mayEnter, orderAsSeen, progressOf, type OpenedOrder, type OrderLine } from './order-state.ts';
import { viewAgain } from './order-view.ts';

/** One reading handed in. */
export type GivenReading = ParsedOf<'lab.enter'>['readings'][number];

/** An order while readings go in: its lines as they stand after each. */
export interface ReadingBench {
  readonly opened: OpenedOrder;
  readonly lines: Map<string, OrderLine>;
  /** What was saved, for the ledger. */
  readonly saved: Canonical[];
}

export const benchOf = (opened: OpenedOrder): ReadingBench => ({
  opened,
  lines: new Map(opened.lines.map((line) => [line.item.id, line])),
  saved: [],
});

/**
 * Enters readings of an order: each is saved or refused by itself, and a good one is never lost for a bad one.
 *
 * What was typed is kept to the letter; item and sample verdicts are worked out from it and never taken from the caller.
 */
export const enterReadings: Service<'lab.enter'> = (room, input, caller) =>
  atomically(room, (): Answer<EnteredReadings> => {
    const seen = orderAsSeen(room, input.orderId, input.baseVersion);
    if (!seen.ok) return seen;
    const open = mayEnter(room, seen.value, caller);
    if (!open.ok) return open;
    const bench = benchOf(seen.value);
    const given = new Set<string>();
    const lines = input.readings.map((reading): EnteredLine => {
      const { itemId } = reading;
      if (given.has(itemId)) return refusedLine(itemId, 'itemId', 'reading.item-twice', { found: itemId });
      given.add(itemId);
      return enterOne(room, caller, bench, reading, { kind: 'typed' });
    });
    closeBench(room, caller, bench, []);
    return ok({
      lines,
      saved: lines.filter(({ outcome }) => outcome === 'saved').length,
      refused: lines.filter(({ outcome }) => outcome === 'refused').length,
      order: viewAgain(room, input.orderId, caller),
    });
  });

const refusedLine = (
  itemId: string,
  field: string,
  code: LabCode,
  data: Readonly<Record<string, string | number | null>> = {},
): EnteredLine => ({
  itemId,
  outcome: 'refused',
  result: null,
  tidied: [],
  refusal: { code, field, ...labSentence(code, data) },
});

/** Takes one reading in, or says why not; runs inside a transaction and leaves the order itself to {@link closeBench}. */
export function enterOne(
  room: Room,
  caller: SignedInCaller,
  bench: ReadingBench,
  { change, itemId, reading }: GivenReading,
  source: ReadingSource,
): EnteredLine {
  const line = bench.lines.get(itemId);
  if (line === undefined) return refusedLine(itemId, 'itemId', 'reading.unknown-item', { found: itemId.slice(0, 60) });
  const by = caller.person.id;
  const { current, item } = line;
  const same = current !== null && isDeepStrictEqual(current.reading, reading);
  if (current !== null && same)
    return { itemId, outcome: 'unchanged', result: current.result, tidied: current.tidied, refusal: null };
  const judged = judgeTyped(item, reading, by);
  if (!judged.ok) return refusedLine(itemId, judged.failure.field, judged.failure.code, judged.failure.data);
  const { result, tidied } = judged.value;
  const standing = current && {
    verdict: current.result.verdict,
    by: current.enteredBy,
    released: bench.opened.releasedReadings.has(current.id),
  };
  const allowed = judgeChange(item.kind, standing, by, change);
  if (!allowed.ok) {
    const data = { standing: current?.result.reported ?? '', by: personName(room.store, current?.enteredBy ?? '') };
    return refusedLine(itemId, 'change', allowed.failure.code, data);
  }
  keepReading(room, bench, line, {
    reading,
    result,
    tidied,
    source,
    change: allowed.value,
    reason: allowed.value === 'first' ? null : (change?.reason ?? null),
    enteredBy: by,
    enteredAt: room.now().toISOString(),
  });
  return { itemId, outcome: 'saved', result, tidied, refusal: null };
}

type NewReading = Omit<NonNullable<OrderLine['current']>, 'id' | 'change'> & { readonly change: ChangeKind };

function keepReading(room: Room, bench: ReadingBench, line: OrderLine, reading: NewReading): void {
  const id = room.world.newId();
  const { record } = bench.opened;
  insertTestReading(room.store, {
    id,
    orderId: record.id,
    itemId: line.item.id,
    reading: JSON.stringify(reading.reading),
    result: JSON.stringify(reading.result),
    tidied: JSON.stringify(reading.tidied),
    source: JSON.stringify(reading.source),
    change: reading.change,
    reason: reading.reason,
    enteredBy: reading.enteredBy,
    enteredAt: reading.enteredAt,
  });
  bench.lines.set(line.item.id, {
    item: line.item,
    current: { ...reading, id },
    history: line.current === null ? line.history : [...line.history, line.current],
  });
  bench.saved.push({
    itemId: line.item.id,
    reading: reading.reading as unknown as Canonical,
    verdict: reading.result.verdict,
    change: reading.change,
    ...(reading.reason === null ? {} : { reason: reading.reason }),
    ...(reading.source.kind === 'import' ? placeIn(reading.source) : {}),
  });
}

const placeIn = ({ row, sheet }: Extract<ReadingSource, { kind: 'import' }>) =>
  sheet === undefined ? { row } : { sheet, row };

/** Works out where the order stands after its readings, and writes the deed; does nothing when none was saved. */
export function closeBench(
  room: Room,
  caller: SignedInCaller,
  bench: ReadingBench,
  blobs: readonly string[],
): TestOrderRecord | undefined {
  if (bench.saved.length === 0) return undefined;
  const { record } = bench.opened;
  setOrderProgress(room.store, record, progressOf([...bench.lines.values()]), {
    by: caller.person.id,
    at: room.now().toISOString(),
  });
  recordCaseDeed(room, caller, record.caseId, {
    type: 'lab.readings-entered',
    touch: 'recorded-evidence',
    entity: 'test-order',
    entityId: record.id,
    payload: { caseId: record.caseId, number: record.number, readings: bench.saved },
    blobs,
  });
  room.announce('lab.changed', { orderId: record.id });
  return record;
}
