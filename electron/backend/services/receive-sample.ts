import type { SampleId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { SampleView } from '#shared/contract/intake.ts';
import { moveSample as nextState, sampleBarcode, type SampleState } from '#shared/domain/sample-life.ts';
import { findCase, incidentsOf } from '#electron/backend/store/case-repository.ts';
import { deskCode, nextSerial } from '#electron/backend/store/facts.ts';
import {
  findParcel,
  findSample,
  insertSample,
  listSamples as readSamples,
  markParcelReceived,
  recordCustody,
  samplesOfParcel,
  type SampleRecord,
} from '#electron/backend/store/sample-repository.ts';
import { indexThing } from '#electron/backend/store/search.ts';
import { atomically } from './atomically.ts';
import { duplicate } from './parcels.ts';
import { recordCaseDeed, recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service } from './room.ts';
import { sampleView } from './view-case.ts';

/**
 * Receives a sample from a parcel of a known case, or refuses it with what to send again.
 *
 * The same batch of the same parcel twice is a double scan and answers with the earlier reception.
 */
export const receiveSample: Service<'sample.receive'> = (room, input, caller) =>
  atomically(room, (): Answer<SampleView> => {
    const parcel = findParcel(room.store, input.parcelId);
    if (parcel === undefined) return refuse('parcel.unknown', {}, 'parcelId');
    const record = parcel.caseId === null ? undefined : findCase(room.store, parcel.caseId);
    if (record === undefined) return refuse('parcel.orphan', { waybill: parcel.waybill });
    if (samplesOfParcel(room.store, parcel.id).some((sample) => sample.batch === input.batch))
      return duplicate(room, parcel);
    const arrivedOn = input.arrivedOn ?? room.today();
    if (input.producedOn !== null && input.producedOn > arrivedOn) {
      return refuse('sample.produced-in-future', {}, 'producedOn');
    }
    if (input.refusal === null && input.location === null) return refuse('sample.location-needed', {}, 'location');
    const serial = nextSerial(room.store, 'serial.sample');
    const at = room.now();
    const state: SampleState = input.refusal === null ? 'waiting' : 'refused';
    const sample: SampleRecord = {
      id: room.world.newId() as SampleId,
      barcode: sampleBarcode(Number(room.today().slice(0, 4)), deskCode(room.store), serial),
      serial,
      caseId: record.id,
      parcelId: parcel.id,
      batch: input.batch,
      producedOn: input.producedOn,
      shelfLifeDays: input.shelfLifeDays ?? record.shelfLifeDays,
      quantity: input.quantity,
      unit: input.unit,
      condition: input.condition,
      storage: input.storage,
      location: input.location ?? '',
      state,
      refusal: input.refusal,
      arrivedOn,
      receivedBy: caller.person.id,
      receivedAt: at.toISOString(),
    };
    insertSample(room.store, sample);
    recordCustody(room.store, {
      id: room.world.newId(),
      sampleId: sample.id,
      from: null,
      to: state,
      location: sample.location,
      purpose: input.refusal === null ? '收样' : '拒收',
      by: caller.person.id,
      at,
    });
    markParcelReceived(room.store, parcel.id, caller.person.id, at);
    indexThing(room.store, {
      kind: 'sample',
      ref: sample.id,
      caseId: record.id,
      title: sample.barcode,
      detail: record.productName,
      names: [record.productName],
      codes: [sample.barcode],
    });
    recordCaseDeed(room, caller, record.id, {
      type: input.refusal === null ? 'sample.received' : 'sample.refused',
      entity: 'sample',
      entityId: sample.id,
      payload: {
        caseId: record.id,
        barcode: sample.barcode,
        waybill: parcel.waybill,
        batch: input.batch,
        quantity: input.quantity,
        unit: input.unit,
        condition: input.condition,
        storage: input.storage,
        location: sample.location,
        arrivedOn,
        refusal: input.refusal,
      },
    });
    room.announce('parcel.changed', { parcelId: parcel.id });
    return ok(sampleView(room, sample, record.productName));
  });

/** Moves a sample to another state or place; every move is a line of the custody book. */
export const moveSample: Service<'sample.move'> = (room, input, caller) =>
  atomically(room, (): Answer<SampleView> => {
    const sample = findSample(room.store, input.sampleId);
    if (sample === undefined) return refuse('sample.unknown', {}, 'sampleId');
    const legalHold = incidentsOf(room.store, sample.caseId).some((incident) => incident.status === 'open');
    const moved = nextState(sample.state, input.to, legalHold);
    if (!moved.ok) return refuse(moved.failure.code, moved.failure.data);
    const location = input.location ?? sample.location;
    recordCustody(room.store, {
      id: room.world.newId(),
      sampleId: sample.id,
      from: sample.state,
      to: moved.value,
      location,
      purpose: input.purpose,
      by: caller.person.id,
      at: room.now(),
    });
    recordDeed(room, caller, {
      type: 'sample.moved',
      entity: 'sample',
      entityId: sample.id,
      payload: { caseId: sample.caseId, from: sample.state, to: moved.value, location, purpose: input.purpose },
    });
    room.announce('case.changed', { caseId: sample.caseId });
    return ok(sampleView(room, { ...sample, state: moved.value, location }, productName(room, sample)));
  });

/** Samples, the newest reception on top. */
export const listSamples: Service<'sample.list'> = (room, input) => {
  const page = readSamples(room.store, input.cursor, input.limit);
  return ok({ rows: page.rows.map((sample) => sampleView(room, sample, productName(room, sample))), next: page.next });
};

const productName = (room: Room, sample: SampleRecord): string =>
  findCase(room.store, sample.caseId)?.productName ?? '';
