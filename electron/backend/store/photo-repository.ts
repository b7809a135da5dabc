import type { ParcelId, PhotoId, SampleId } from '#shared/base/ids.ts';
import type { Store } from './database.ts';

/** A photo as stored; its bytes lie under its hash in the workspace. */
export interface PhotoRecord {
  readonly id: PhotoId;
  readonly sha256: string;
  readonly parcelId: ParcelId;
  readonly sampleId: SampleId | null;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly keptBy: string;
  readonly keptAt: string;
}

const SELECT = `SELECT f.id, f.sha256, f.parcel_id AS parcelId, f.sample_id AS sampleId, f.name, f.media_type AS mediaType,
  f.bytes, f.width, f.height, f.kept_by AS keptBy, f.kept_at AS keptAt FROM photo f`;

export const findPhoto = (store: Store, id: string): PhotoRecord | undefined =>
  store.find<PhotoRecord>(`${SELECT} WHERE f.id = ?`, [id]);

export const photosOfParcel = (store: Store, id: ParcelId): readonly PhotoRecord[] =>
  store.all<PhotoRecord>(`${SELECT} WHERE f.parcel_id = ? ORDER BY f.id`, [id]);

/** Photos of every sample of a case. */
export const photosOfCase = (store: Store, caseId: string): readonly PhotoRecord[] =>
  store.all<PhotoRecord>(`${SELECT} JOIN sample s ON s.id = f.sample_id WHERE s.case_id = ? ORDER BY f.id`, [caseId]);

export function insertPhoto(store: Store, photo: PhotoRecord): void {
  store.run(
    `INSERT INTO photo (id, sha256, parcel_id, sample_id, name, media_type, bytes, width, height, kept_by, kept_at)
     VALUES (:id, :sha256, :parcelId, :sampleId, :name, :mediaType, :bytes, :width, :height, :keptBy, :keptAt)`,
    { ...photo },
  );
}

/** Binds a photo to the sample it shows; one already bound stays where it is. */
export const bindPhoto = (store: Store, id: PhotoId, sampleId: SampleId): boolean =>
  store.run('UPDATE photo SET sample_id = ? WHERE id = ? AND sample_id IS NULL', [sampleId, id]) === 1;
