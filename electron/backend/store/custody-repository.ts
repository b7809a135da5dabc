import type { CaseId, ParcelId, SampleId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { dueOf, placeOf, type Custody, type CustodyEntry, type CustodyKind } from '#shared/domain/custody.ts';
import type { DueKind } from '#shared/domain/retention.ts';
import type { SampleState, StorageClass } from '#shared/domain/sample-life.ts';
import type { Store } from './database.ts';
import { readPage, type KeysetPage } from './keyset.ts';

/** A line of the custody book as stored. */
export interface CustodyRecord {
  readonly id: string;
  readonly sampleId: SampleId;
  readonly kind: CustodyKind;
  readonly from: SampleState | null;
  readonly to: SampleState;
  readonly fromLocation: string;
  readonly location: string;
  readonly holder: string | null;
  readonly until: PlainDate | null;
  readonly purpose: string;
  readonly method: string | null;
  readonly witness: string | null;
  readonly by: string;
  readonly at: string;
}

/** A sample with where the book has it: columns kept beside the book so that lists need not read it. */
export interface KeptRecord {
  readonly id: SampleId;
  readonly barcode: string;
  readonly caseId: CaseId;
  readonly parcelId: ParcelId | null;
  readonly productName: string;
  readonly batch: string;
  readonly quantity: string;
  readonly unit: string;
  readonly storage: StorageClass;
  readonly producedOn: PlainDate | null;
  readonly shelfLifeDays: number | null;
  readonly state: SampleState;
  readonly location: string;
  readonly holder: string | null;
  readonly heldSince: string | null;
  readonly keepUntil: PlainDate | null;
  readonly displayUntil: PlainDate | null;
  readonly dueKind: DueKind | null;
  readonly dueOn: PlainDate | null;
}

const KEPT = `SELECT s.id, s.barcode, s.case_id AS caseId, s.parcel_id AS parcelId, c.product_name AS productName, s.batch,
  s.quantity, s.unit, s.storage, s.produced_on AS producedOn, s.shelf_life_days AS shelfLifeDays, s.state, s.location,
  k.holder, k.held_since AS heldSince, k.keep_until AS keepUntil, k.display_until AS displayUntil, k.due_kind AS dueKind,
  k.due_on AS dueOn FROM sample_custody k JOIN sample s ON s.id = k.sample_id JOIN case_file c ON c.id = s.case_id`;

export const findKept = (store: Store, id: string): KeptRecord | undefined =>
  store.find<KeptRecord>(`${KEPT} WHERE k.sample_id = ?`, [id]);

export const findKeptByBarcode = (store: Store, barcode: string): KeptRecord | undefined => {
  const row = store.find<{ id: string }>('SELECT id FROM sample WHERE barcode = ?', [barcode]);
  return row && findKept(store, row.id);
};

/** A sample's whole book, in the order it was written. */
export const custodyOf = (store: Store, sampleId: string): readonly CustodyRecord[] =>
  store.all<CustodyRecord>(
    `SELECT id, sample_id AS sampleId, CASE WHEN from_state IS NULL THEN iif(to_state = 'refused', 'refused', 'received')
       ELSE kind END AS kind, from_state AS "from", to_state AS "to", from_location AS fromLocation, location, holder, until,
       purpose, method, witness, moved_by AS "by", moved_at AS at
     FROM custody WHERE sample_id = ? ORDER BY rowid`,
    [sampleId],
  );

/** A new line of the book. */
export interface NewCustody {
  readonly id: string;
  readonly sampleId: SampleId;
  readonly from: SampleState;
  readonly fromLocation: string;
  readonly entry: CustodyEntry;
  readonly purpose: string;
  readonly method: string | null;
  readonly at: Date;
}

/** Writes a line of the book and what the book now comes to. */
export function writeCustody(store: Store, line: NewCustody, custody: Custody): void {
  const { entry } = line;
  const location = placeOf(custody);
  store.run(
    `INSERT INTO custody (id, sample_id, kind, from_state, to_state, from_location, location, holder, until, purpose, method,
       witness, moved_by, moved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      line.id,
      line.sampleId,
      entry.kind,
      line.from,
      custody.state,
      line.fromLocation,
      location,
      entry.holder,
      entry.until,
      line.purpose,
      line.method,
      entry.witness,
      entry.by,
      line.at.toISOString(),
    ],
  );
  store.run('UPDATE sample SET state = ?, location = ? WHERE id = ?', [custody.state, location, line.sampleId]);
  const due = dueOf(custody);
  store.run(
    `UPDATE sample_custody SET holder = ?, held_since = iif(? IS NULL, NULL, coalesce(held_since, ?)), keep_until = ?,
       display_until = ?, due_kind = ?, due_on = ? WHERE sample_id = ?`,
    [
      custody.keeper.kind === 'person' ? custody.keeper.person : null,
      custody.keeper.kind === 'person' ? custody.keeper.person : null,
      line.at.toISOString(),
      custody.keepUntil,
      custody.displayUntil,
      due?.kind ?? null,
      due?.on ?? null,
      line.sampleId,
    ],
  );
}

/** Samples in somebody's hands, the one held longest first. */
export const listHeld = (store: Store, cursor: string | null, limit: number): KeysetPage<KeptRecord> =>
  readPage<KeptRecord>(
    store,
    {
      select: KEPT,
      any: [{ where: 'k.held_since IS NOT NULL', parameters: [] }],
      sort: 'k.held_since',
      tie: 'k.sample_id',
    },
    cursor,
    limit,
  );

/** What is due up to a day, the oldest first. */
export const listDue = (store: Store, until: PlainDate, cursor: string | null, limit: number): KeysetPage<KeptRecord> =>
  readPage<KeptRecord>(
    store,
    {
      select: KEPT,
      any: [{ where: 'k.due_on IS NOT NULL AND k.due_on <= ?', parameters: [until] }],
      sort: 'k.due_on',
      tie: 'k.sample_id',
    },
    cursor,
    limit,
  );

/** How many samples are due up to a day. */
export const countDue = (store: Store, until: PlainDate): number =>
  store.get<{ n: number }>('SELECT count(*) AS n FROM sample_custody WHERE due_on IS NOT NULL AND due_on <= ?', [until])
    .n;

/** How many samples are in somebody's hands. */
export const countHeld = (store: Store): number =>
  store.get<{ n: number }>('SELECT count(*) AS n FROM sample_custody WHERE held_since IS NOT NULL').n;

/** What the last taking-out of a sample was for. */
export const lastPurpose = (store: Store, sampleId: string): string =>
  store.find<{ purpose: string }>(
    "SELECT purpose FROM custody WHERE sample_id = ? AND kind = 'taken-out' ORDER BY rowid DESC LIMIT 1",
    [sampleId],
  )?.purpose ?? '';
