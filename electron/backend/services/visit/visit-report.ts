import { fail, ok } from '#shared/base/result.ts';
import { closingEntryHash } from '#electron/backend/store/visit-repository.ts';
import type { AttachmentRecord } from '#electron/backend/store/attachment-repository.ts';
import { loadCase } from '#electron/backend/services/case-facts.ts';
import { keepCopies, readBlob, readCopy } from '#electron/backend/services/photos-files.ts';
import { CENTRE, paperRefusal, pdfReply } from '#electron/backend/services/print-papers.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service } from '#electron/backend/services/room.ts';
import { loadVisit } from './load-visit.ts';
import { daysOf } from './visit-days.ts';
import { reportSheet } from './visit-report-sheet.ts';

/** The visit on paper, as it stands; a draft while it is not closed. It proves nothing by itself and is printed as often as wanted. */
export const printVisitReport: Service<'visit.report'> = async (room, { visitId }) => {
  const visit = loadVisit(room, visitId);
  const facts = visit && loadCase(room, visit.record.caseId);
  if (visit === undefined || facts === undefined) return refuse('visit.unknown', {}, 'visitId');
  const copies = await printCopies(room, visit.photos);
  if (!copies.ok) return copies;
  const sheet = reportSheet(room, facts, visit, copies.value, closingEntryHash(room.store, visitId));
  const { on } = daysOf(visit.record);
  const name = `visit-${facts.record.applicationNo}-${on}.pdf`;
  const createdAt = `${room.now().toISOString().slice(0, 19)}Z`;
  const info = { title: `现场核验报告 ${facts.record.applicationNo} ${on}`, author: CENTRE, createdAt };
  const rendered = await room.documents.render({ kind: 'visit-report', sheet, info });
  return rendered.ok ? ok(pdfReply(name, rendered.value.bytes)) : fail(paperRefusal(rendered.failure));
};

/** Print copies of the photos that count, one after the other; a lost one is made again. */
async function printCopies(
  room: Room,
  photos: readonly AttachmentRecord[],
): Promise<Answer<ReadonlyMap<string, Uint8Array>>> {
  const { workspace } = room.folders;
  const copies = new Map<string, Uint8Array>();
  for (const { id, mediaType, name, sha256, struckAt } of photos) {
    if (struckAt !== null || !mediaType.startsWith('image/')) continue;
    const kept = await readCopy(workspace, sha256, 'print');
    if (kept !== undefined) {
      copies.set(id, kept);
      continue;
    }
    const made = await room.documents.copyPhoto(await readBlob(workspace, sha256));
    if (!made.ok) return refuse(made.failure.code, { name, ...made.failure.data });
    await keepCopies(workspace, sha256, made.value);
    copies.set(id, made.value.print);
  }
  return ok(copies);
}
