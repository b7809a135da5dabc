import type { CaseId, PhotoId, SampleId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { ok } from '#shared/base/result.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import type { SampleView } from '#shared/contract/intake.ts';
import { isOpen } from '#shared/domain/case-stage.ts';
import { sampleBarcode, type SampleState } from '#shared/domain/sample-life.ts';
import { shelfLifeOn } from '#shared/domain/shelf-life.ts';
import { findCase, type CaseRecord } from '#electron/backend/store/case-repository.ts';
import { deskCode, nextSerial } from '#electron/backend/store/facts.ts';
import { bindPhoto, findPhoto } from '#electron/backend/store/photo-repository.ts';
import {
  casesOfParcel,
  findParcel,
  insertSample,
  listSamples as readSamples,
  markParcelReceived,
  recordCustody,
  samplesOfParcel,
  type ParcelRecord,
  type SampleRecord,
} from '#electron/backend/store/sample-repository.ts';
import { indexThing } from '#electron/backend/store/search.ts';
import { atomically } from './atomically.ts';
import { placeFor } from './locations.ts';
import { draftMessage, prepareMessage } from './messages.ts';
import { alreadyReturned, duplicate } from './parcels.ts';
import { recordCaseDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from './room.ts';
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
    const found = caseOf(room, parcel, input.caseId);
    if (!found.ok) return found;
    const record = found.value;
    const twin = samplesOfParcel(room.store, parcel.id).some(
      (sample) => sample.batch === input.batch && sample.caseId === record.id,
    );
    if (twin) return duplicate(room, parcel);
    const arrivedOn = input.arrivedOn ?? room.today();
    const shelfLifeDays = input.shelfLifeDays ?? record.shelfLifeDays;
    const dated = checkDates(input, arrivedOn, shelfLifeDays);
    if (!dated.ok) return dated;
    if (input.refusal === null && input.location === null) return refuse('sample.location-needed', {}, 'location');
    const place = input.location === null ? ok('') : placeFor(room, input.location);
    if (!place.ok) return place;
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
      shelfLifeDays,
      quantity: input.quantity,
      unit: input.unit,
      condition: input.condition,
      storage: input.storage,
      location: place.value,
      state,
      refusal: input.refusal,
      lapsedReason: dated.value.lapsedReason,
      arrivedOn,
      receivedBy: caller.person.id,
      receivedAt: at.toISOString(),
    };
    insertSample(room.store, sample);
    const blobs = bindPhotos(room, parcel, sample.id, input.photoIds);
    if (!blobs.ok) return blobs;
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
        ...(sample.lapsedReason === null ? {} : { lapsedReason: sample.lapsedReason }),
      },
      blobs: blobs.value,
    });
    const told = input.refusal === null ? ok(null) : tellApplicant(room, caller, record.id, input.refusal);
    if (!told.ok) return told;
    room.announce('parcel.changed', { parcelId: parcel.id });
    return ok(sampleView(room, sample, record.productName));
  });

/** Prepares the message that tells an applicant why a sample was refused and what to send again. */
function tellApplicant(room: Room, caller: SignedInCaller, caseId: CaseId, reason: string): Answer<null> {
  const words = draftMessage(room, caseId, 'sample-refused', 'zh', { reason });
  if (!words.ok) return words;
  const kept = prepareMessage(room, caller, { caseId, template: 'sample-refused', language: 'zh', ...words.value });
  return kept.ok ? ok(null) : kept;
}

/** The case a sample is of: the one named, or the parcel's only one; a decided case takes no more. */
function caseOf(room: Room, parcel: ParcelRecord, wanted: string | null): Answer<CaseRecord> {
  if (parcel.returnedAt !== null) return alreadyReturned(parcel);
  const cases = casesOfParcel(room.store, parcel.id);
  if (cases.length === 0) return refuse('parcel.orphan', { waybill: parcel.waybill });
  if (wanted === null && cases.length > 1)
    return refuse('parcel.choose-case', { waybill: parcel.waybill, count: cases.length }, 'caseId');
  const chosen = wanted === null ? cases[0] : cases.find(({ caseId }) => caseId === wanted);
  const record = chosen && findCase(room.store, chosen.caseId);
  if (record === undefined) return refuse('parcel.not-of-case', { waybill: parcel.waybill, caseId: wanted }, 'caseId');
  return isOpen(record.stage)
    ? ok(record)
    : refuse('parcel.case-decided', { caseId: record.id, product: record.productName });
}

/** What is wrong with a sample's dates; a lapsed one that is not refused needs a reason, which is kept. */
function checkDates(
  { lapsedReason, producedOn, refusal }: ParsedOf<'sample.receive'>,
  arrivedOn: PlainDate,
  shelfLifeDays: number | null,
): Answer<{ readonly lapsedReason: string | null }> {
  if (producedOn !== null && producedOn > arrivedOn) return refuse('sample.produced-in-future', {}, 'producedOn');
  const life = shelfLifeOn(arrivedOn, { producedOn, shelfLifeDays, testDueOn: null });
  if (life.kind !== 'lapsed' || refusal !== null) return ok({ lapsedReason: null });
  return lapsedReason === null
    ? refuse('sample.lapsed', { goodUntil: life.goodUntil }, 'lapsedReason')
    : ok({ lapsedReason });
}

/** Binds photos of the parcel to its new sample; answers with their hashes for the ledger. */
function bindPhotos(
  room: Room,
  parcel: ParcelRecord,
  sampleId: SampleId,
  ids: readonly PhotoId[],
): Answer<readonly string[]> {
  const hashes = new Set<string>();
  for (const id of ids) {
    const photo = findPhoto(room.store, id);
    if (photo?.parcelId !== parcel.id || !bindPhoto(room.store, id, sampleId))
      return refuse('photo.unknown', {}, 'photoIds');
    hashes.add(photo.sha256);
  }
  return ok([...hashes]);
}

/** Samples, the newest reception on top. */
export const listSamples: Service<'sample.list'> = (room, input) => {
  const page = readSamples(room.store, input.cursor, input.limit);
  return ok({ rows: page.rows.map((sample) => sampleView(room, sample, productName(room, sample))), next: page.next });
};

const productName = (room: Room, sample: SampleRecord): string =>
  findCase(room.store, sample.caseId)?.productName ?? '';
