import { ok } from '#shared/base/result.ts';
import type { AttachmentOwner } from '#shared/contract/evidence.ts';
import { amendmentOf, findTestOrder, findTestReport } from '#electron/backend/store/lab-repository.ts';
import { loadCase } from '#electron/backend/services/case-facts.ts';
import { mayRecord } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, SignedInCaller } from '#electron/backend/services/room.ts';
import type { OwnerOfFile } from '#electron/backend/services/attachment-owners.ts';

/**
 * Files of the laboratory, such as chromatograms and the signed original, hang on an order (its id) or on a released
 * report (its id). A cancelled order and a report that was amended take no more.
 */
export function labFileOwner(
  room: Room,
  { id }: AttachmentOwner,
  name: string,
  caller: SignedInCaller,
): Answer<OwnerOfFile> {
  const report = findTestReport(room.store, id);
  const order = findTestOrder(room.store, report?.orderId ?? id);
  if (order === undefined) return refuse('attachment.owner-unknown', { name });
  const closed = report === undefined ? order.state === 'cancelled' : amendmentOf(room.store, report.id) !== undefined;
  if (closed) return refuse('attachment.owner-closed', { name });
  const allowed = mayRecord(room, loadCase(room, order.caseId), caller);
  if (!allowed.ok) return allowed;
  return ok({
    caseId: order.caseId,
    touch: 'recorded-evidence',
    announce: () => room.announce('lab.changed', { orderId: order.id }),
  });
}
