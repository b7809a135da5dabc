import { ok } from '#shared/base/result.ts';
import type { AttachmentOwner } from '#shared/contract/evidence.ts';
import { findExternalReport, findReportByFile } from '#electron/backend/store/external-report-repository.ts';
import type { OwnerOfFile } from '#electron/backend/services/attachment-owners.ts';
import { loadCase } from '#electron/backend/services/case-facts.ts';
import { mayRecord } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, SignedInCaller } from '#electron/backend/services/room.ts';

/** An outside report takes files while it is being checked, and none that another report already has. */
export function externalReportOwner(
  room: Room,
  owner: AttachmentOwner,
  name: string,
  caller: SignedInCaller,
  sha256?: string,
): Answer<OwnerOfFile> {
  const report = findExternalReport(room.store, owner.id);
  if (report === undefined) return refuse('attachment.owner-unknown', { name });
  if (report.state !== 'checking') return refuse('attachment.owner-closed', { name });
  const allowed = mayRecord(room, loadCase(room, report.caseId), caller);
  if (!allowed.ok) return allowed;
  const used = sha256 === undefined ? undefined : findReportByFile(room.store, sha256);
  if (used !== undefined) {
    return refuse('external.same-file', { name, caseId: used.caseId, number: used.number }, 'content');
  }
  const { caseId } = report;
  return ok({ caseId, touch: 'recorded-evidence', announce: () => room.announce('case.changed', { caseId }) });
}
