import type { AttachmentId, CaseId } from '#shared/base/ids.ts';
import type { Store } from './database.ts';

/** Whose file it is: a document, a report, a visit's line. */
export interface OwnerKey {
  readonly kind: string;
  readonly id: string;
  readonly slot: string;
}

/** An attached file as it is kept; its bytes lie under its hash in the workspace. */
export interface NewAttachment {
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

/** An attached file as stored. */
export interface AttachmentRecord extends NewAttachment {
  readonly struckBy: string | null;
  readonly struckAt: string | null;
  readonly struckReason: string | null;
  /** Code of the desk that kept it; null for this one. */
  readonly desk: string | null;
  /** Whether the platform has it; null for one that no ledger entry of this desk names. */
  readonly uploadState: 'waiting' | 'sent' | 'problem' | null;
  /** Whether it has come down from the platform; null for one that was kept here. */
  readonly downloadState: 'waiting' | 'here' | 'problem' | null;
}

const SELECT = `SELECT id, case_id AS caseId, owner_kind AS ownerKind, owner_id AS ownerId, slot, position, sha256, name,
  media_type AS mediaType, bytes, pages, width, height, taken_at AS takenAt, latitude, longitude, kept_by AS keptBy,
  kept_at AS keptAt, struck_by AS struckBy, struck_at AS struckAt, struck_reason AS struckReason, desk,
  (SELECT state FROM upload WHERE upload.sha256 = attachment.sha256) AS uploadState,
  (SELECT state FROM download WHERE download.sha256 = attachment.sha256) AS downloadState FROM attachment`;

export const findAttachment = (store: Store, id: AttachmentId): AttachmentRecord | undefined =>
  store.find<AttachmentRecord>(`${SELECT} WHERE id = ?`, [id]);

/** Files of an owner, whatever their slot; by slot, then in their order. */
export const attachmentsOf = (store: Store, kind: string, id: string): readonly AttachmentRecord[] =>
  store.all<AttachmentRecord>(`${SELECT} WHERE owner_kind = ? AND owner_id = ? ORDER BY slot, position, id`, [
    kind,
    id,
  ]);

/** Files of one slot that count, in their order. */
export const standingInSlot = (store: Store, { id, kind, slot }: OwnerKey): readonly AttachmentRecord[] =>
  store.all<AttachmentRecord>(
    `${SELECT} WHERE owner_kind = ? AND owner_id = ? AND slot = ? AND struck_at IS NULL ORDER BY position, id`,
    [kind, id, slot],
  );

/** Puts the files of a slot in order; struck ones go behind. */
export function setOrder(store: Store, { id, kind, slot }: OwnerKey, ids: readonly AttachmentId[]): void {
  store.run(
    'UPDATE attachment SET position = position + ? WHERE owner_kind = ? AND owner_id = ? AND slot = ? AND struck_at IS NOT NULL',
    [ids.length, kind, id, slot],
  );
  ids.forEach((attachment, position) =>
    store.run('UPDATE attachment SET position = ? WHERE id = ?', [position, attachment]),
  );
}

export const setSlot = (store: Store, id: AttachmentId, slot: string, position: number): number =>
  store.run('UPDATE attachment SET slot = ?, position = ? WHERE id = ?', [slot, position, id]);

export const strikeOut = (store: Store, id: AttachmentId, by: string, at: string, reason: string): number =>
  store.run('UPDATE attachment SET struck_by = ?, struck_at = ?, struck_reason = ? WHERE id = ?', [by, at, reason, id]);

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

/** Adds a file; `desk` names the other desk that kept it. */
export function insertAttachment(store: Store, attachment: NewAttachment, desk: string | null = null): void {
  store.run(
    `INSERT INTO attachment (id, case_id, owner_kind, owner_id, slot, position, sha256, name, media_type, bytes, pages,
       width, height, taken_at, latitude, longitude, kept_by, kept_at, desk)
     VALUES (:id, :caseId, :ownerKind, :ownerId, :slot, :position, :sha256, :name, :mediaType, :bytes, :pages,
       :width, :height, :takenAt, :latitude, :longitude, :keptBy, :keptAt, :desk)`,
    { ...attachment, desk },
  );
}
