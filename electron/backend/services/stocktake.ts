import { ok } from '#shared/base/result.ts';
import type { KeptSample, StocktakeRow, StocktakeView } from '#shared/contract/custody.ts';
import { isWithin } from '#shared/domain/location.ts';
import { differencesOf, settlementsFor, type Seen, type Settlement } from '#shared/domain/stocktake.ts';
import { findKept, findKeptByBarcode } from '#electron/backend/store/custody-repository.ts';
import { sampleIdsWithin } from '#electron/backend/store/location-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import {
  closeStocktake as keepClosed,
  findOpenStocktake,
  findStocktake,
  linesOf,
  listStocktakes as readStocktakes,
  noteScan,
  noteSettled,
  startStocktake as keepStarted,
  type StocktakeLine,
  type StocktakeRecord,
} from '#electron/backend/store/stocktake-repository.ts';
import { atomically } from './atomically.ts';
import { enterCustody, keptView, shelving } from './custody.ts';
import { placeFor } from './locations.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from './room.ts';

const PURPOSE = '盘点 Stocktake';

/** Starts a stocktake of a place, or goes on with the one that was left. */
export const startStocktake: Service<'stocktake.start'> = (room, input, caller) =>
  atomically(room, (): Answer<StocktakeView> => {
    const place = placeFor(room, input.location);
    if (!place.ok) return place;
    const left = findOpenStocktake(room.store, place.value);
    if (left !== undefined) return ok(viewOf(room, left));
    const id = room.world.newId();
    keepStarted(room.store, id, place.value, caller.person.id, room.now());
    recordDeed(room, caller, {
      type: 'stocktake.started',
      entity: 'stocktake',
      entityId: id,
      payload: { place: place.value },
    });
    return answered(room, id);
  });

/** Notes what was seen; the ledger gets all of it when the stocktake closes. */
export const scanStocktake: Service<'stocktake.scan'> = (room, input, caller) =>
  withOpen(room, input.stocktakeId, ({ id }) => {
    noteScan(room.store, id, input.code.toUpperCase(), caller.person.id, room.now());
    return answered(room, id);
  });

/** Settles one difference with the custody entry it takes, or with a note of what was done. */
export const settleStocktake: Service<'stocktake.settle'> = (room, input, caller) =>
  withOpen(room, input.stocktakeId, (stocktake) => {
    const view = viewOf(room, stocktake);
    const found = view.differences.find(({ code, kind }) => code === input.code && kind === input.difference);
    const inHouse = found !== undefined && isInHouse(found.sample);
    if (found === undefined || !settlementsFor(found.kind, inHouse).includes(input.as))
      return refuse('stocktake.no-difference', { code: input.code }, 'code');
    const entered = enterSettlement(room, caller, stocktake, found.sample, input.as);
    if (!entered.ok) return entered;
    const line = { code: input.code, as: input.as, note: input.note, by: caller.person.id, at: room.now() };
    noteSettled(room.store, stocktake.id, line);
    recordDeed(room, caller, {
      type: 'stocktake.settled',
      entity: 'stocktake',
      entityId: stocktake.id,
      payload: { code: input.code, difference: input.difference, as: input.as, note: input.note },
    });
    return answered(room, stocktake.id);
  });

function enterSettlement(
  room: Room,
  caller: SignedInCaller,
  stocktake: StocktakeRecord,
  sample: KeptSample | null,
  as: Settlement,
): Answer<unknown> {
  if (sample === null) return ok(null);
  if (as === 'found') noteScan(room.store, stocktake.id, sample.barcode, caller.person.id, room.now());
  if (as === 'missing')
    return enterCustody(room, caller, sample.id, () => ({ kind: 'missed', place: '', purpose: PURPOSE }));
  if (as === 'placed-here') return enterCustody(room, caller, sample.id, shelving(stocktake.location, PURPOSE, true));
  return ok(null);
}

const isInHouse = (sample: KeptSample | null): boolean =>
  sample !== null && sample.state !== 'returned' && sample.state !== 'disposed';

/** Ends a stocktake whose differences are all settled. */
export const closeStocktake: Service<'stocktake.close'> = (room, input, caller) =>
  withOpen(room, input.stocktakeId, (stocktake) => {
    const view = viewOf(room, stocktake);
    if (view.differences.length > 0) return refuse('stocktake.unsettled', { count: view.differences.length });
    keepClosed(room.store, stocktake.id, caller.person.id, room.now());
    recordDeed(room, caller, {
      type: 'stocktake.closed',
      entity: 'stocktake',
      entityId: stocktake.id,
      payload: { place: stocktake.location, expected: view.expected, scanned: view.scanned.map(({ code }) => code) },
    });
    return answered(room, stocktake.id);
  });

export const getStocktake: Service<'stocktake.get'> = (room, input) => {
  const stocktake = findStocktake(room.store, input.stocktakeId);
  return stocktake ? ok(viewOf(room, stocktake)) : refuse('stocktake.unknown', {}, 'stocktakeId');
};

export const listStocktakes: Service<'stocktake.list'> = (room, input) => {
  const page = readStocktakes(room.store, input.cursor, input.limit);
  return ok({ rows: page.rows.map((stocktake) => rowOf(room, stocktake)), next: page.next });
};

function withOpen(
  room: Room,
  id: string,
  deed: (stocktake: StocktakeRecord) => Answer<StocktakeView>,
): Answer<StocktakeView> {
  return atomically(room, () => {
    const stocktake = findStocktake(room.store, id);
    if (stocktake === undefined) return refuse('stocktake.unknown', {}, 'stocktakeId');
    if (stocktake.closedAt !== null) return refuse('stocktake.closed');
    return deed(stocktake);
  });
}

function answered(room: Room, id: string): Answer<StocktakeView> {
  room.announce('custody.changed', {});
  const stocktake = findStocktake(room.store, id);
  return stocktake ? ok(viewOf(room, stocktake)) : refuse('stocktake.unknown');
}

const rowOf = (room: Room, { closedAt, id, location, startedAt, startedBy }: StocktakeRecord): StocktakeRow => ({
  id,
  location,
  startedBy: personName(room.store, startedBy),
  startedAt,
  closedAt,
});

/** A stocktake against the book as it stands now; a closed one differs no more. */
export function viewOf(room: Room, stocktake: StocktakeRecord): StocktakeView {
  const { store } = room;
  const lines = linesOf(store, stocktake.id);
  const expected = sampleIdsWithin(store, stocktake.location).flatMap((id) => findKept(store, id)?.barcode ?? []);
  const scanned = lines.filter(({ scannedAt }) => scannedAt !== null);
  const sampleOf = (code: string): KeptSample | null => {
    const kept = findKeptByBarcode(store, code);
    return kept === undefined ? null : keptView(room, kept);
  };
  const differences = differencesOf(
    expected,
    scanned.map((line) => seenIn(stocktake.location, line, sampleOf(line.code))),
  );
  return {
    ...rowOf(room, stocktake),
    expected: expected.length,
    scanned: scanned.map(({ code, scannedAt }) => ({
      code,
      productName: sampleOf(code)?.productName ?? '',
      at: scannedAt ?? '',
    })),
    differences:
      stocktake.closedAt === null ? differences.map(({ code, kind }) => ({ kind, code, sample: sampleOf(code) })) : [],
    settled: lines.flatMap(({ code, note, settledAs, settledAt, settledBy }) =>
      settledAs === null
        ? []
        : [{ code, as: settledAs, note: note ?? '', by: personName(store, settledBy ?? ''), at: settledAt ?? '' }],
    ),
  };
}

function seenIn(place: string, { code, settledAs }: StocktakeLine, sample: KeptSample | null): Seen {
  const settled = settledAs !== null;
  if (sample === null) return { code, book: 'unknown', settled };
  if (sample.location === '') return { code, book: 'away', settled };
  return { code, book: isWithin(sample.location, place) ? 'here' : 'elsewhere', settled };
}
