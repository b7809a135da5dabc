import type { AttachmentId, CaseId } from '#shared/base/ids.ts';
import type { Store } from './database.ts';

/** Whose file it is: a document, a report, a visit's line. */
export interface OwnerKey {
  readonly kind: string;
  readonly id: string;
  readonly slot: string;
}

/** An attached file as stored; its bytes lie under its hash in the workspace. */
export interface AttachmentRecord {
  readonly id: AttachmentId;
  readonly caseId: CaseId;
  readonly ownerKind: string;
  readonly ownerId: string;
  readonly slot: string;
  /** Place in its slot, from 0. */
  readonly position: number;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly pages: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly takenAt: string | null;
  /** Decimal degrees as text. */
  readonly latitude: string | null;
  readonly longitude: string | null;
  readonly keptBy: string;
  readonly keptAt: string;
}

const SELECT = `SELECT id, case_id AS caseId, owner_kind AS ownerKind, owner_id AS ownerId, slot, position, sha256, name,
  media_type AS mediaType, bytes, pages, width, height, taken_at AS takenAt, latitude, longitude, kept_by AS keptBy,
  kept_at AS keptAt FROM attachment`;

export const findAttachment = (store: Store, id: AttachmentId): AttachmentRecord | undefined =>
  store.find<AttachmentRecord>(`${SELECT} WHERE id = ?`, [id]);

/** Files of an owner, whatever their slot; by slot, then in their order. */
export const attachmentsOf = (store: Store, kind: string, id: string): readonly AttachmentRecord[] =>
  store.all<AttachmentRecord>(`${SELECT} WHERE owner_kind = ? AND owner_id = ? ORDER BY slot, position, id`, [
    kind,
    id,
  ]);

/** Files of every owner of a case. */
export const attachmentsOfCase = (store: Store, caseId: CaseId): readonly AttachmentRecord[] =>
  store.all<AttachmentRecord>(`${SELECT} WHERE case_id = ? ORDER BY owner_kind, owner_id, slot, position, id`, [
    caseId,
  ]);

/** The place after the last file of a slot. */
export const nextPosition = (store: Store, { id, kind, slot }: OwnerKey): number =>
  store.get<{ next: number }>(
    'SELECT coalesce(max(position) + 1, 0) AS next FROM attachment WHERE owner_kind = ? AND owner_id = ? AND slot = ?',
    [kind, id, slot],
  ).next;

export function insertAttachment(store: Store, attachment: AttachmentRecord): void {
  store.run(
    `INSERT INTO attachment (id, case_id, owner_kind, owner_id, slot, position, sha256, name, media_type, bytes, pages,
       width, height, taken_at, latitude, longitude, kept_by, kept_at)
     VALUES (:id, :caseId, :ownerKind, :ownerId, :slot, :position, :sha256, :name, :mediaType, :bytes, :pages,
       :width, :height, :takenAt, :latitude, :longitude, :keptBy, :keptAt)`,
    { ...attachment },
  );
}
