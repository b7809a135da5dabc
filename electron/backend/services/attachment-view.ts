import type { AttachmentId } from '#shared/base/ids.ts';
import type { AttachmentView } from '#shared/contract/evidence.ts';
import { findAttachment, type AttachmentRecord } from '#electron/backend/store/attachment-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import type { OwnerOfFile } from './attachment-owners.ts';
import { recordCaseDeed, recordDeed, type CaseDeed } from './record-deed.ts';
import type { Room, SignedInCaller } from './room.ts';
import { isEnrolled } from './review/decision-views.ts';

/**
 * Writes a deed on a file into the ledger, with what it makes of the person, and refreshes whoever shows its owner.
 *
 * It says who did it by name, and the enterprise whose cases it waits for where its own may never come to a desk.
 */
export function recordFileDeed(room: Room, caller: SignedInCaller, owner: OwnerOfFile, file: CaseDeed): void {
  const { caseId, touch, uscc } = owner;
  const deed = { ...file, payload: { ...file.payload, actorName: caller.person.name, uscc } };
  if (touch === undefined) recordDeed(room, caller, deed);
  else recordCaseDeed(room, caller, caseId, { ...deed, touch });
  owner.announce();
  room.announce('attachment.changed', { caseId });
}

/** Whether another desk kept it and it has not come down yet. */
export const isAway = ({ downloadState }: AttachmentRecord): boolean =>
  downloadState === 'waiting' || downloadState === 'problem';

/** The view of a file that is there. */
export function keptView(room: Room, id: AttachmentId): AttachmentView {
  const found = findAttachment(room.store, id);
  if (found === undefined) throw new Error(`no attachment ${id}`);
  return attachmentView(room, found);
}

/** An attached file as others see it. */
export const attachmentView = (room: Room, row: AttachmentRecord): AttachmentView => ({
  id: row.id,
  caseId: row.caseId,
  owner: { kind: row.ownerKind as AttachmentView['owner']['kind'], id: row.ownerId, slot: row.slot },
  name: row.name,
  mediaType: row.mediaType as AttachmentView['mediaType'],
  sha256: row.sha256,
  bytes: row.bytes,
  pages: row.pages,
  size: row.width === null || row.height === null ? null : { width: row.width, height: row.height },
  takenAt: row.takenAt,
  position:
    row.latitude === null || row.longitude === null
      ? null
      : { latitude: Number(row.latitude), longitude: Number(row.longitude) },
  order: row.position,
  by: personName(room.store, row.keptBy),
  at: row.keptAt,
  struck:
    row.struckAt === null
      ? null
      : { by: personName(room.store, row.struckBy ?? ''), at: row.struckAt, reason: row.struckReason ?? '' },
  upload: !isEnrolled(room)
    ? 'none'
    : row.uploadState === 'waiting' || row.uploadState === 'problem'
      ? 'waiting'
      : 'sent',
  isHere: !isAway(row),
});
