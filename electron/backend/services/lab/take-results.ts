import { ok, type Result } from '#shared/base/result.ts';
import type { LabImportReport } from '#shared/contract/lab.ts';
import { failureText } from '#shared/contract/failures.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { insertLabImport, openOrdersOfSample, type TestOrderRecord } from '#electron/backend/store/lab-repository.ts';
import { findSampleByBarcode } from '#electron/backend/store/sample-repository.ts';
import type { BadRows } from '#electron/backend/services/intake/intake-fault.ts';
import type { Room, SignedInCaller } from '#electron/backend/services/room.ts';
import { benchOf, closeBench, enterOne, type ReadingBench } from './enter-readings.ts';
import { mayEnter, openOrder } from './order-state.ts';
import type { ResultsKey } from './results-form.ts';
import { columnOf, faultIn, nameOf, readingOf, type ResultsFault, type ResultsRow } from './results-rows.ts';

/** A bad row with what is wrong in it. */
export interface BadResult extends BadRows<ResultsKey> {
  readonly rows: readonly [ResultsRow];
}

/** What an import comes to before its bad rows are written out. */
export interface Taken {
  readonly report: Omit<LabImportReport, 'faults' | 'badRows' | 'ignoredColumns' | 'unreadSheets'>;
  readonly bad: readonly BadResult[];
}

/** Benches of the orders a file speaks of, each opened once. */
class Benches {
  readonly room: Room;
  readonly caller: SignedInCaller;
  readonly opened = new Map<string, { readonly bench: ReadingBench; saved: number; readonly items: Set<string> }>();
  readonly #refusals = new Map<string, Bilingual>();
  readonly #orders = new Map<string, readonly TestOrderRecord[]>();

  constructor(room: Room, caller: SignedInCaller) {
    this.room = room;
    this.caller = caller;
  }

  /** Open orders of the sample behind a barcode; undefined for a barcode nobody gave. */
  ordersOf(barcode: string): readonly TestOrderRecord[] | undefined {
    const known = this.#orders.get(barcode);
    if (known !== undefined) return known;
    const sample = findSampleByBarcode(this.room.store, barcode.toUpperCase());
    if (sample === undefined) return undefined;
    const orders = openOrdersOfSample(this.room.store, sample.id);
    this.#orders.set(barcode, orders);
    return orders;
  }

  /** An order's bench, or why this person may not enter readings of it. */
  at(orderId: string) {
    const there = this.opened.get(orderId);
    if (there !== undefined) return ok(there);
    const refused = this.#refusals.get(orderId);
    if (refused !== undefined) return { ok: false, failure: refused } as const;
    const opened = openOrder(this.room, orderId);
    if (opened === undefined) throw new Error(`order ${orderId} went away`);
    const allowed = mayEnter(this.room, opened, this.caller);
    if (!allowed.ok) {
      const why = sentence(failureText(allowed.failure, 'zh'), failureText(allowed.failure, 'en'));
      this.#refusals.set(orderId, why);
      return { ok: false, failure: why } as const;
    }
    const fresh = { bench: benchOf(opened), saved: 0, items: new Set<string>() };
    this.opened.set(orderId, fresh);
    return ok(fresh);
  }
}

/** Enters every row; runs inside one transaction. */
export function takeRows(
  room: Room,
  caller: SignedInCaller,
  rows: readonly ResultsRow[],
  file: { readonly fileName: string; readonly sha256: string },
): Taken {
  const benches = new Benches(room, caller);
  const bad: BadResult[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const taken = takeRow(benches, row, file);
    if (!taken.ok) bad.push({ rows: [row], faults: [taken.failure] });
    else if (taken.value === 'unchanged') unchanged += 1;
  }
  const orders = [...benches.opened.values()].flatMap(({ bench, saved }) => {
    const record = closeBench(room, caller, bench, [file.sha256]);
    return record === undefined ? [] : [{ orderId: record.id, number: record.number, saved }];
  });
  const saved = orders.reduce((sum, order) => sum + order.saved, 0);
  if (saved > 0) {
    const [importedBy, importedAt] = [caller.person.id, room.now().toISOString()];
    insertLabImport(room.store, { ...file, saved, importedBy, importedAt });
  }
  return { bad, report: { saved, unchanged, bad: bad.length, orders, sha256: saved > 0 ? file.sha256 : null } };
}

function takeRow(
  benches: Benches,
  row: ResultsRow,
  file: { readonly fileName: string; readonly sha256: string },
): Result<'saved' | 'unchanged', ResultsFault> {
  const wrong = (path: string, message: Bilingual): Result<never, ResultsFault> => ({
    ok: false,
    failure: faultIn(row, path, message),
  });
  const name = nameOf(row);
  if (!name.ok) return name;
  const found = findLine(benches, row, name.value);
  if (!found.ok) return found;
  const { itemId, place } = found.value;
  const line = place.bench.lines.get(itemId);
  if (line === undefined) throw new Error(`no line ${itemId}`);
  if (place.items.has(itemId)) return wrong('item', ROW_TWICE);
  place.items.add(itemId);
  const reading = readingOf(row, line.item);
  if (!reading.ok) return reading;
  const entered = enterOne(
    benches.room,
    benches.caller,
    place.bench,
    { itemId, reading: reading.value as never, change: null },
    { kind: 'import', ...file, ...(row.sheetName === null ? {} : { sheet: row.sheetName }), row: row.row },
  );
  if (entered.refusal !== null) {
    const { en, field, zh } = entered.refusal;
    return wrong(columnOf(row, field), sentence(zh, en));
  }
  if (entered.outcome === 'saved') place.saved += 1;
  return ok(entered.outcome === 'saved' ? 'saved' : 'unchanged');
}

const ROW_TWICE = sentence(
  '同一样品的同一项目在表中出现多次；多个读数请写在同一单元格，用分号隔开',
  'the item of this sample stands in the file more than once; write several readings into one cell, apart by semicolons',
);

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** The order and item a row speaks of: the one open order of the sample that has the item, or the one it names. */
function findLine(
  benches: Benches,
  row: ResultsRow,
  { barcode, item, order }: { readonly barcode: string; readonly order: string | null; readonly item: string },
) {
  const wrong = (path: string, zh: string, en: string): Result<never, ResultsFault> => ({
    ok: false,
    failure: faultIn(row, path, sentence(zh, en)),
  });
  const orders = benches.ordersOf(barcode);
  if (orders === undefined) return wrong('barcode', `没有条码为 ${barcode} 的样品`, `there is no sample ${barcode}`);
  const named = order === null ? orders : orders.filter(({ number }) => number === order);
  if (named.length === 0)
    return order === null
      ? wrong('barcode', `样品 ${barcode} 没有进行中的检测任务`, `sample ${barcode} has no open test order`)
      : wrong('order', `样品 ${barcode} 没有进行中的任务 ${order}`, `sample ${barcode} has no open order ${order}`);
  const wanted = plain(item);
  const matches = [];
  for (const { id, number } of named) {
    const place = benches.at(id);
    if (!place.ok) return wrong('barcode', place.failure.zh, place.failure.en);
    for (const { item: ordered } of place.value.bench.lines.values())
      if ([ordered.id, ordered.zh, ordered.en].some((known) => plain(known) === wanted))
        matches.push({ itemId: ordered.id, place: place.value, number });
  }
  const [first, second] = matches;
  if (first === undefined)
    return wrong('item', `任务里没有项目“${item.slice(0, 40)}”`, `the order has no item "${item.slice(0, 40)}"`);
  if (second !== undefined)
    return wrong(
      'item',
      `任务 ${first.number} 和 ${second.number} 都有此项目，请填任务编号`,
      `orders ${first.number} and ${second.number} both have this item; give the order no.`,
    );
  return ok(first);
}
