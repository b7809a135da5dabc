import type { AttachmentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { AttachmentOwner, AttachmentView } from '#shared/contract/evidence.ts';
import {
  findAttachment,
  nextPosition,
  setOrder,
  setSlot,
  standingInSlot,
  strikeOut,
  type AttachmentRecord,
} from '#electron/backend/store/attachment-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { OWNER_GUARDS, type OwnerOfFile } from './attachment-owners.ts';
import { attachmentView, keptView, recordFileDeed } from './attachment-view.ts';
import { atomically } from './atomically.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from './room.ts';

const ownerOf = ({ ownerId, ownerKind, slot }: AttachmentRecord): AttachmentOwner => ({
  kind: ownerKind as AttachmentOwner['kind'],
  id: ownerId,
  slot,
});

const mayHandle = (room: Room, owner: AttachmentOwner, name: string, caller: SignedInCaller): Answer<OwnerOfFile> =>
  OWNER_GUARDS[owner.kind](room, owner, name, caller);

/** A file that counts, was kept here, and whose owner still takes changes from this person. */
function changeable(
  room: Room,
  id: AttachmentId,
  caller: SignedInCaller,
): Answer<{ readonly file: AttachmentRecord; readonly owner: OwnerOfFile }> {
  const file = findAttachment(room.store, id);
  if (file === undefined) return refuse('attachment.unknown', {}, 'attachmentId');
  const { desk, name, struckBy } = file;
  if (struckBy !== null) return refuse('attachment.already-struck', { name, by: personName(room.store, struckBy) });
  if (desk !== null) return refuse('attachment.foreign', { name });
  const owner = mayHandle(room, ownerOf(file), name, caller);
  return owner.ok ? ok({ file, owner: owner.value }) : owner;
}

/** Puts the files of a slot in order; an order made on an older list is refused, so that no file drops out of sight. */
export const arrangeAttachments: Service<'attachment.arrange'> = (room, { ids, owner }, caller) =>
  atomically(room, (): Answer<readonly AttachmentView[]> => {
    const files = standingInSlot(room.store, owner);
    const allowed = mayHandle(room, owner, files[0]?.name ?? '', caller);
    if (!allowed.ok) return allowed;
    const wanted = new Set(ids);
    if (wanted.size !== ids.length || wanted.size !== files.length || !files.every(({ id }) => wanted.has(id)))
      return refuse('attachment.order-stale', {}, 'ids');
    setOrder(room.store, owner, ids);
    recordFileDeed(room, caller, allowed.value, {
      type: 'attachment.arranged',
      entity: owner.kind,
      entityId: owner.id,
      payload: { slot: owner.slot, caseId: allowed.value.caseId, ids },
    });
    return ok(standingInSlot(room.store, owner).map((row) => attachmentView(room, row)));
  });

/** Moves a file to the end of another slot of its owner, when the owner takes changes in both. */
export const moveAttachment: Service<'attachment.move'> = (room, { attachmentId, slot }, caller) =>
  atomically(room, (): Answer<AttachmentView> => {
    const found = changeable(room, attachmentId, caller);
    if (!found.ok) return found;
    const { file } = found.value;
    const target = { ...ownerOf(file), slot };
    const allowed = mayHandle(room, target, file.name, caller);
    if (!allowed.ok) return allowed;
    if (slot === file.slot) return ok(attachmentView(room, file));
    setSlot(room.store, attachmentId, slot, nextPosition(room.store, target));
    recordFileDeed(room, caller, allowed.value, {
      type: 'attachment.moved',
      entity: 'attachment',
      entityId: attachmentId,
      payload: { caseId: file.caseId, from: file.slot, slot },
    });
    return ok(keptView(room, attachmentId));
  });

/** Strikes a file out, for good: it counts no more, and its bytes, its name, who and why stay. */
export const strikeAttachment: Service<'attachment.strike'> = (room, { attachmentId, reason }, caller) =>
  atomically(room, (): Answer<AttachmentView> => {
    const found = changeable(room, attachmentId, caller);
    if (!found.ok) return found;
    const { file, owner } = found.value;
    strikeOut(room.store, attachmentId, caller.person.id, room.now().toISOString(), reason);
    recordFileDeed(room, caller, owner, {
      type: 'attachment.struck',
      entity: 'attachment',
      entityId: attachmentId,
      payload: { caseId: file.caseId, reason },
    });
    return ok(keptView(room, attachmentId));
  });
