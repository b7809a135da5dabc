import type { AttachmentId, CaseId, IncidentId } from '#shared/base/ids.ts';
import { attachmentOwner, carriedFile } from '#shared/contract/evidence.ts';
import {
  findAttachment,
  insertAttachment,
  nextPosition,
  setOrder,
  setSlot,
  standingInSlot,
  strikeOut,
} from '#electron/backend/store/attachment-repository.ts';
import { findIncident } from '#electron/backend/store/incident-repository.ts';
import { queueDownload } from '#electron/backend/store/upload-repository.ts';
import type { ForeignEntry } from './read-foreign-entry.ts';
import type { Room } from './room.ts';

/** Takes in what another desk did with its files; answers whether the entry was of that kind and could be read. */
export function applyForeignFile(room: Room, entry: ForeignEntry): boolean {
  switch (entry.type) {
    case 'attachment.kept':
      return keep(room, entry);
    case 'attachment.arranged':
      return arrange(room, entry);
    case 'attachment.moved':
      return move(room, entry);
    case 'attachment.struck':
      return strike(room, entry);
    default:
      return false;
  }
}

/**
 * The case here that a file of another desk belongs to, where that follows from what it is attached to: an incident
 * hangs on another case of its enterprise while the one it was taken in on is not at this desk.
 */
export function caseOfForeignFile(room: Room, { entity, entityId, payload }: ForeignEntry): CaseId | undefined {
  const owner = entity === 'incident' ? entityId : payload['kind'] === 'incident' ? payload['id'] : undefined;
  if (typeof owner === 'string') return findIncident(room.store, owner as IncidentId)?.caseId;
  return entity === 'attachment' ? findAttachment(room.store, entityId as AttachmentId)?.caseId : undefined;
}

/** A row now, its bytes when they have come: an entry may stand before its photo. */
function keep(room: Room, { at, blobs, caseId, desk, entityId, foreignActor, payload }: ForeignEntry): boolean {
  const file = carriedFile.safeParse(payload);
  const [sha256] = blobs;
  if (!file.success || sha256 === undefined) return false;
  const id = entityId as AttachmentId;
  if (findAttachment(room.store, id) !== undefined) return true;
  const { id: ownerId, kind: ownerKind, slot, ...facts } = file.data;
  insertAttachment(
    room.store,
    {
      ...facts,
      id,
      caseId,
      ownerKind,
      ownerId,
      slot,
      sha256,
      position: nextPosition(room.store, { kind: ownerKind, id: ownerId, slot }),
      keptBy: foreignActor,
      keptAt: at,
    },
    desk,
  );
  queueDownload(room.store, sha256, facts.bytes);
  return true;
}

function arrange(room: Room, { entity, entityId, payload }: ForeignEntry): boolean {
  const owner = attachmentOwner.safeParse({ kind: entity, id: entityId, slot: payload['slot'] });
  const wanted = payload['ids'];
  if (!owner.success || !Array.isArray(wanted)) return false;
  const here = standingInSlot(room.store, owner.data).map(({ id }) => id);
  const known = new Set(wanted.filter((id) => here.includes(id as AttachmentId)) as readonly AttachmentId[]);
  setOrder(room.store, owner.data, [...known, ...here.filter((id) => !known.has(id))]);
  return true;
}

/** A file of that desk that still counts. */
function standing(room: Room, { desk, entityId }: ForeignEntry) {
  const found = findAttachment(room.store, entityId as AttachmentId);
  return found?.desk === desk && found.struckAt === null ? found : undefined;
}

function move(room: Room, entry: ForeignEntry): boolean {
  const found = standing(room, entry);
  const owner = attachmentOwner.safeParse({
    kind: found?.ownerKind,
    id: found?.ownerId,
    slot: entry.payload['slot'],
  });
  if (found === undefined || !owner.success) return false;
  setSlot(room.store, found.id, owner.data.slot, nextPosition(room.store, owner.data));
  return true;
}

function strike(room: Room, entry: ForeignEntry): boolean {
  const found = standing(room, entry);
  const reason = entry.payload['reason'];
  if (found === undefined || typeof reason !== 'string') return false;
  strikeOut(room.store, found.id, entry.foreignActor, entry.at, reason);
  return true;
}
