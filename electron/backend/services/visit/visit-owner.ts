import type { VisitId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { AttachmentOwner } from '#shared/contract/evidence.ts';
import { findLine } from '#shared/domain/visit/checklist.ts';
import type { OwnerOfFile } from '#electron/backend/services/attachment-owners.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, SignedInCaller } from '#electron/backend/services/room.ts';
import { loadVisit } from './load-visit.ts';
import { mayRecordOn } from './may-record-on.ts';

/** Photos of a visit hang on a line of its checklist, or on none; they are taken in while it is under way, by its team. */
export function visitOwner(
  room: Room,
  { id, slot }: AttachmentOwner,
  name: string,
  caller: SignedInCaller,
): Answer<OwnerOfFile> {
  const visit = loadVisit(room, id as VisitId);
  if (visit === undefined) return refuse('attachment.owner-unknown', { name });
  if (visit.record.state === 'closed') return refuse('attachment.owner-closed', { name });
  const may = mayRecordOn(room, visit, caller);
  if (!may.ok) return may;
  if (slot !== '' && findLine(visit.checklist, slot) === undefined)
    return refuse('visit.line-unknown', { line: slot }, 'owner.slot');
  const { caseId, id: visitId } = visit.record;
  return ok({
    caseId,
    touch: 'recorded-evidence',
    announce: () => room.announce('visit.changed', { visitId, caseId }),
  });
}
