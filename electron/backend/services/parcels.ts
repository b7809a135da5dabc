import type { ParcelId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { ParcelCaseView, ParcelRow, ParcelView } from '#shared/contract/intake.ts';
import { isOpen } from '#shared/domain/case-stage.ts';
import { readWaybill } from '#shared/domain/codes/waybill.ts';
import { findCase, findCaseByApplication, getEnterprise } from '#electron/backend/store/case-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import {
  addParcelCase,
  casesOfParcel,
  findParcel,
  findParcelByWaybill,
  findParcelOfCase,
  insertParcel,
  listParcels as readParcels,
  matchParcel as keepMatch,
  samplesOfParcel,
  type NewParcel,
  type ParcelCaseRecord,
  type ParcelRecord,
} from '#electron/backend/store/sample-repository.ts';
import { indexThing } from '#electron/backend/store/search.ts';
import { atomically } from './atomically.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import { centreMoment, type Answer, type Room, type Service } from './room.ts';
import { sampleView } from './view-case.ts';
import { stageDueOn } from './working-days.ts';

/** Parcels in one state, the next to deal with on top. */
export const listParcels: Service<'parcel.list'> = (room, input) => {
  const page = readParcels(room.store, input.state, input.cursor, input.limit);
  return ok({ rows: page.rows.map(parcelRow), next: page.next });
};

export const getParcel: Service<'parcel.get'> = (room, input) => {
  const parcel = findParcel(room.store, input.parcelId);
  return parcel ? ok(parcelView(room, parcel)) : refuse('parcel.unknown', {}, 'parcelId');
};

/** The parcel behind a scanned waybill, or that of an application or case number; null when none is known. */
export const findParcelByCode: Service<'parcel.find'> = (room, input) => {
  const byWaybill = findParcelByWaybill(room.store, readWaybill(input.code).number);
  if (byWaybill) return ok(parcelView(room, byWaybill));
  const number = input.code.toUpperCase();
  const record = findCaseByApplication(room.store, number) ?? findCase(room.store, number);
  const ofCase = record && findParcelOfCase(room.store, record.id);
  return ok(ofCase ? parcelView(room, ofCase) : null);
};

/** Keeps a parcel that nothing announces; a waybill already known is refused with what is known of it. */
export const keepOrphan: Service<'parcel.keep-orphan'> = (room, input, caller) =>
  atomically(room, (): Answer<ParcelRow> => {
    const { carrier, number: waybill } = readWaybill(input.waybill);
    const known = findParcelByWaybill(room.store, waybill);
    if (known?.state === 'received') return duplicate(room, known);
    if (known) return refuse('parcel.already-known', { waybill }, 'waybill');
    const id = room.world.newId() as ParcelId;
    storeParcel(
      room,
      {
        id,
        waybill,
        carrier,
        caseId: null,
        state: 'orphan',
        sentOn: null,
        batch: '',
        producedOn: null,
        quantity: '1',
        unit: '份',
      },
      room.now().toISOString(),
    );
    recordDeed(room, caller, { type: 'parcel.kept', entity: 'parcel', entityId: id, payload: { waybill } });
    room.announce('parcel.changed', { parcelId: id });
    return rowOf(room, id);
  });

/** Gives an orphan its case, or a parcel another one that it holds samples of. */
export const matchParcel: Service<'parcel.match'> = (room, input, caller) =>
  atomically(room, (): Answer<ParcelRow> => {
    const parcel = findParcel(room.store, input.parcelId);
    if (parcel === undefined) return refuse('parcel.unknown', {}, 'parcelId');
    if (parcel.returnedAt !== null) return alreadyReturned(parcel);
    if (casesOfParcel(room.store, parcel.id).some(({ caseId }) => caseId === input.caseId))
      return refuse('parcel.already-matched', { caseId: input.caseId });
    const record = findCase(room.store, input.caseId);
    if (record === undefined) return refuse('case.unknown', {}, 'caseId');
    const { batch, producedOn, quantity, unit } = parcel;
    const expected = { caseId: record.id, batch, producedOn, quantity, unit };
    if (parcel.caseId === null) keepMatch(room.store, parcel.id, expected);
    else addParcelCase(room.store, parcel.id, { ...expected, batch: '', producedOn: null });
    recordDeed(room, caller, {
      type: parcel.caseId === null ? 'parcel.matched' : 'parcel.joined',
      entity: 'parcel',
      entityId: parcel.id,
      payload: { waybill: parcel.waybill, caseId: record.id },
    });
    indexParcel(room, parcel.id);
    room.announce('parcel.changed', { parcelId: parcel.id });
    return rowOf(room, parcel.id);
  });

/** Stores a parcel and makes it findable; runs inside the caller's transaction. */
export function storeParcel(room: Room, parcel: NewParcel, sortKey: string): void {
  insertParcel(room.store, parcel, sortKey);
  indexParcel(room, parcel.id);
}

/** Makes a parcel findable by its waybill as it stands. */
export function indexParcel(room: Room, id: ParcelId): void {
  const parcel = findParcel(room.store, id);
  if (parcel === undefined) return;
  indexThing(room.store, {
    kind: 'parcel',
    ref: parcel.id,
    caseId: parcel.caseId,
    title: parcel.waybill,
    detail: parcel.productName ?? '',
    names: [],
    codes: [parcel.waybill],
  });
}

/** The refusal of a waybill that was already received, with the earlier reception. */
export const duplicate = (room: Room, parcel: ParcelRecord): Answer<never> =>
  refuse(
    'parcel.duplicate-waybill',
    {
      waybill: parcel.waybill,
      at: parcel.receivedAt === null ? '' : centreMoment(parcel.receivedAt),
      by: parcel.receivedBy === null ? '' : personName(room.store, parcel.receivedBy),
    },
    'waybill',
  );

/** The refusal of a parcel that was sent back. */
export const alreadyReturned = (parcel: ParcelRecord): Answer<never> =>
  refuse('parcel.returned', {
    waybill: parcel.waybill,
    at: parcel.returnedAt === null ? '' : centreMoment(parcel.returnedAt),
    reason: parcel.returnReason,
  });

/** A parcel as a list shows it. */
export function rowOf(room: Room, id: ParcelId): Answer<ParcelRow> {
  const parcel = findParcel(room.store, id);
  return parcel ? ok(parcelRow(parcel)) : refuse('parcel.unknown');
}

const parcelRow = (parcel: ParcelRecord): ParcelRow => ({
  id: parcel.id,
  waybill: parcel.waybill,
  carrier: parcel.carrier,
  state: parcel.state,
  caseId: parcel.caseId,
  applicationNo: parcel.applicationNo,
  productName: parcel.productName,
  enterpriseName: parcel.enterpriseName,
  requestedStar: parcel.requestedStar,
  sentOn: parcel.sentOn,
  receivedAt: parcel.receivedAt,
  returnedAt: parcel.returnedAt,
  moreCases: parcel.moreCases,
});

function parcelView(room: Room, parcel: ParcelRecord): ParcelView {
  const cases = casesOfParcel(room.store, parcel.id).flatMap((announced) => parcelCase(room, announced));
  const names = new Map(cases.map(({ caseId, productName }) => [caseId, productName]));
  return {
    ...parcelRow(parcel),
    expected: cases[0] ?? null,
    cases,
    testDueOn: stageDueOn('in-inspection', room.today()),
    returnReason: parcel.returnReason,
    samples: samplesOfParcel(room.store, parcel.id).map((sample) =>
      sampleView(room, sample, names.get(sample.caseId) ?? findCase(room.store, sample.caseId)?.productName ?? ''),
    ),
  };
}

/** One of a parcel's cases; a batch not announced is left open. */
function parcelCase(room: Room, announced: ParcelCaseRecord): readonly ParcelCaseView[] {
  const record = findCase(room.store, announced.caseId);
  if (record === undefined) return [];
  return [
    {
      ...announced,
      applicationNo: record.applicationNo,
      productName: record.productName,
      enterpriseName: getEnterprise(room.store, record.uscc).name,
      requestedStar: record.requestedStar,
      decided: !isOpen(record.stage),
      storage: record.storage,
      shelfLifeDays: record.shelfLifeDays,
      specification: record.specification,
    },
  ];
}
