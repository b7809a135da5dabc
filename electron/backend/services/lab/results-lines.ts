import { ok, type Result } from '#shared/base/result.ts';
import { failureText } from '#shared/contract/failures.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { openOrdersOfSample, type TestOrderRecord } from '#electron/backend/store/lab-repository.ts';
import { findSampleByBarcode } from '#electron/backend/store/sample-repository.ts';
import type { Room, SignedInCaller } from '#electron/backend/services/room.ts';
import { benchOf, type ReadingBench } from './enter-readings.ts';
import { mayEnter, openOrder } from './order-state.ts';
import { faultIn, nameOf, type ResultsFault, type ResultsRow } from './results-rows.ts';

/** An order that a file has rows for, and how many of them were saved. */
export interface Place {
  readonly bench: ReadingBench;
  saved: number;
}

/** The line of an order that a row speaks of. */
export interface FoundLine {
  readonly place: Place;
  readonly itemId: string;
}

/** Benches of the orders a file speaks of, each opened once. */
export class Benches {
  readonly room: Room;
  readonly caller: SignedInCaller;
  readonly opened = new Map<string, Place>();
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
    const fresh: Place = { bench: benchOf(opened), saved: 0 };
    this.opened.set(orderId, fresh);
    return ok(fresh);
  }
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** The order and item a row speaks of: the one open order of the sample that has the item, or the one it names. */
export function findLine(benches: Benches, row: ResultsRow): Result<FoundLine, ResultsFault> {
  const name = nameOf(row);
  if (!name.ok) return name;
  const { barcode, item, order } = name.value;
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
