import type { CaseId, ParcelId, SampleId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Condition, SampleState, StorageClass } from '#shared/domain/sample-life.ts';
import type { Store } from './database.ts';
import { EVERYTHING, readPage, type KeysetPage } from './keyset.ts';

/** A parcel as stored, with its case's names. */
export interface ParcelRecord {
  readonly id: ParcelId;
  readonly waybill: string;
  readonly carrier: string | null;
  readonly caseId: CaseId | null;
  readonly state: 'announced' | 'received' | 'orphan';
  readonly sentOn: PlainDate | null;
  readonly batch: string;
  readonly producedOn: PlainDate | null;
  readonly quantity: string;
  readonly unit: string;
  readonly receivedBy: string | null;
  readonly receivedAt: string | null;
  readonly applicationNo: string | null;
  readonly productName: string | null;
  readonly enterpriseName: string | null;
  readonly requestedStar: number | null;
  readonly returnedAt: string | null;
  readonly returnReason: string | null;
  /** Cases besides the first. */
  readonly moreCases: number;
}

/** One of a parcel's cases with what was announced of it. */
export interface ParcelCaseRecord {
  readonly caseId: CaseId;
  readonly batch: string;
  readonly producedOn: PlainDate | null;
  readonly quantity: string;
  readonly unit: string;
}

/** A sample as stored. */
export interface SampleRecord {
  readonly id: SampleId;
  readonly barcode: string;
  readonly serial: number;
  readonly caseId: CaseId;
  readonly parcelId: ParcelId | null;
  readonly batch: string;
  readonly producedOn: PlainDate | null;
  readonly shelfLifeDays: number | null;
  readonly quantity: string;
  readonly unit: string;
  readonly condition: Condition;
  readonly storage: StorageClass;
  readonly location: string;
  readonly state: SampleState;
  readonly refusal: string | null;
  readonly lapsedReason: string | null;
  readonly arrivedOn: PlainDate;
  readonly receivedBy: string;
  readonly receivedAt: string;
}

const PARCEL_SELECT = `SELECT p.id, p.waybill, p.carrier, p.case_id AS caseId, p.state, p.sent_on AS sentOn, p.batch,
  p.produced_on AS producedOn, p.quantity, p.unit, p.received_by AS receivedBy, p.received_at AS receivedAt,
  c.application_no AS applicationNo, c.product_name AS productName, e.name AS enterpriseName, c.requested_star AS requestedStar,
  p.returned_at AS returnedAt, p.return_reason AS returnReason,
  max(0, (SELECT count(*) FROM parcel_case pc WHERE pc.parcel_id = p.id) - 1) AS moreCases
  FROM parcel p LEFT JOIN case_file c ON c.id = p.case_id LEFT JOIN enterprise e ON e.uscc = c.uscc`;

export const findParcel = (store: Store, id: string): ParcelRecord | undefined =>
  store.find<ParcelRecord>(`${PARCEL_SELECT} WHERE p.id = ?`, [id]);

export const findParcelByWaybill = (store: Store, waybill: string): ParcelRecord | undefined =>
  store.find<ParcelRecord>(`${PARCEL_SELECT} WHERE p.waybill = ?`, [waybill]);

/** The parcel of a case that still waits, else its newest. */
export const findParcelOfCase = (store: Store, caseId: string): ParcelRecord | undefined =>
  store.find<ParcelRecord>(
    `${PARCEL_SELECT} WHERE p.id IN (SELECT parcel_id FROM parcel_case WHERE case_id = ?) ORDER BY p.state = 'announced' DESC, p.sort_key DESC LIMIT 1`,
    [caseId],
  );

export type NewParcel = Pick<
  ParcelRecord,
  'id' | 'waybill' | 'carrier' | 'caseId' | 'state' | 'sentOn' | 'batch' | 'producedOn' | 'quantity' | 'unit'
>;

export function insertParcel(store: Store, parcel: NewParcel, sortKey: string): void {
  store.run(
    `INSERT INTO parcel (id, waybill, carrier, case_id, state, sent_on, batch, produced_on, quantity, unit, sort_key)
     VALUES (:id, :waybill, :carrier, :caseId, :state, :sentOn, :batch, :producedOn, :quantity, :unit, :sortKey)`,
    { ...parcel, sortKey },
  );
  if (parcel.caseId !== null) addParcelCase(store, parcel.id, { ...parcel, caseId: parcel.caseId });
}

/** The cases a parcel holds samples of, the first announced on top. */
export const casesOfParcel = (store: Store, id: ParcelId): readonly ParcelCaseRecord[] =>
  store.all<ParcelCaseRecord>(
    'SELECT case_id AS caseId, batch, produced_on AS producedOn, quantity, unit FROM parcel_case WHERE parcel_id = ? ORDER BY position',
    [id],
  );

/** Adds a case to a parcel with what was announced of it; one already there stays as it is. */
export function addParcelCase(store: Store, id: ParcelId, announced: ParcelCaseRecord): void {
  store.run(
    `INSERT INTO parcel_case (parcel_id, case_id, position, batch, produced_on, quantity, unit)
     SELECT ?, ?, count(*), ?, ?, ?, ? FROM parcel_case WHERE parcel_id = ? ON CONFLICT DO NOTHING`,
    [id, announced.caseId, announced.batch, announced.producedOn, announced.quantity, announced.unit, id],
  );
}

/** Gives an orphan its first case. */
export function matchParcel(store: Store, id: ParcelId, announced: ParcelCaseRecord): void {
  const { batch, caseId, producedOn, quantity, unit } = announced;
  store.run(
    "UPDATE parcel SET case_id = ?, state = 'announced', batch = ?, produced_on = ?, quantity = ?, unit = ? WHERE id = ?",
    [caseId, batch, producedOn, quantity, unit, id],
  );
  addParcelCase(store, id, announced);
}

/** Makes a parcel an orphan again. */
export function orphanParcel(store: Store, id: ParcelId, at: Date): void {
  store.run('DELETE FROM parcel_case WHERE parcel_id = ?', [id]);
  store.run("UPDATE parcel SET case_id = NULL, state = 'orphan', sort_key = ? WHERE id = ?", [at.toISOString(), id]);
}

/** Sends a parcel back: it arrived, and it left again unopened. */
export function returnParcel(store: Store, id: ParcelId, by: string, at: Date, reason: string): void {
  markParcelReceived(store, id, by, at);
  store.run('UPDATE parcel SET returned_at = ?, return_reason = ? WHERE id = ?', [at.toISOString(), reason, id]);
}

export function markParcelReceived(store: Store, id: ParcelId, by: string, at: Date): void {
  store.run("UPDATE parcel SET state = 'received', received_by = ?, received_at = ?, sort_key = ? WHERE id = ?", [
    by,
    at.toISOString(),
    at.toISOString(),
    id,
  ]);
}

/** Parcels in one state: announced ones by the day they were sent, received ones newest first. */
export function listParcels(
  store: Store,
  state: ParcelRecord['state'],
  cursor: string | null,
  limit: number,
): KeysetPage<ParcelRecord> {
  return readPage<ParcelRecord>(
    store,
    {
      select: PARCEL_SELECT,
      any: [{ where: 'p.state = ?', parameters: [state] }],
      sort: 'p.sort_key',
      tie: 'p.id',
      descending: state === 'received',
    },
    cursor,
    limit,
  );
}

/** Parcels received since a moment. */
export const countReceivedSince = (store: Store, since: string): number =>
  store.get<{ n: number }>("SELECT count(*) AS n FROM parcel WHERE state = 'received' AND sort_key >= ?", [since]).n;

const SAMPLE_SELECT = `SELECT id, barcode, serial, case_id AS caseId, parcel_id AS parcelId, batch, produced_on AS producedOn,
  shelf_life_days AS shelfLifeDays, quantity, unit, condition, storage, location, state, refusal, lapsed_reason AS lapsedReason, arrived_on AS arrivedOn,
  received_by AS receivedBy, received_at AS receivedAt FROM sample`;

export const findSample = (store: Store, id: string): SampleRecord | undefined =>
  store.find<SampleRecord>(`${SAMPLE_SELECT} WHERE id = ?`, [id]);

export const findSampleByBarcode = (store: Store, barcode: string): SampleRecord | undefined =>
  store.find<SampleRecord>(`${SAMPLE_SELECT} WHERE barcode = ?`, [barcode]);

export const samplesOfCase = (store: Store, caseId: CaseId): readonly SampleRecord[] =>
  store.all<SampleRecord>(`${SAMPLE_SELECT} WHERE case_id = ? ORDER BY serial`, [caseId]);

export const samplesOfParcel = (store: Store, parcelId: ParcelId): readonly SampleRecord[] =>
  store.all<SampleRecord>(`${SAMPLE_SELECT} WHERE parcel_id = ? ORDER BY serial`, [parcelId]);

export function listSamples(store: Store, cursor: string | null, limit: number): KeysetPage<SampleRecord> {
  return readPage<SampleRecord>(
    store,
    { select: SAMPLE_SELECT, any: [EVERYTHING], sort: 'received_at', tie: 'id', descending: true },
    cursor,
    limit,
  );
}

export function insertSample(store: Store, sample: SampleRecord): void {
  store.run(
    `INSERT INTO sample (id, barcode, serial, case_id, parcel_id, batch, produced_on, shelf_life_days, quantity, unit, condition,
       storage, location, state, refusal, lapsed_reason, arrived_on, received_by, received_at)
     VALUES (:id, :barcode, :serial, :caseId, :parcelId, :batch, :producedOn, :shelfLifeDays, :quantity, :unit, :condition,
       :storage, :location, :state, :refusal, :lapsedReason, :arrivedOn, :receivedBy, :receivedAt)`,
    { ...sample },
  );
}

/** Writes one line of the custody book and the sample's new place and state. */
export function recordCustody(
  store: Store,
  move: {
    readonly id: string;
    readonly sampleId: SampleId;
    readonly from: SampleState | null;
    readonly to: SampleState;
    readonly location: string;
    readonly purpose: string;
    readonly by: string;
    readonly at: Date;
  },
): void {
  store.run(
    `INSERT INTO custody (id, sample_id, from_state, to_state, location, purpose, moved_by, moved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [move.id, move.sampleId, move.from, move.to, move.location, move.purpose, move.by, move.at.toISOString()],
  );
  store.run('UPDATE sample SET state = ?, location = ? WHERE id = ?', [move.to, move.location, move.sampleId]);
}
