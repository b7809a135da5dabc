import type { Canonical } from '#shared/base/canonical-json.ts';
import type { DocumentId } from '#shared/base/ids.ts';
import type { WantedView } from '#shared/contract/messages.ts';
import { isOpen } from '#shared/domain/case-stage.ts';
import type { Application } from '#shared/platform/application.ts';
import {
  documentsOf,
  insertDocument,
  setSourceHash,
  type CaseRecord,
  type DocumentRecord,
} from '#electron/backend/store/case-repository.ts';
import { appendDeed } from '#electron/backend/store/ledger.ts';
import { endReturn, returnsOf } from '#electron/backend/store/message-repository.ts';
import { restage } from './case-facts.ts';
import { openReturn, standingDocuments } from './document-review.ts';
import type { Room } from './room.ts';

type Paper = Application['documents'][number];

/** What makes two papers the same one; what the platform thought of it does not. */
const nameOf = ({ kind, link, title, number, issuer, validFrom, validUntil }: Paper | DocumentRecord): string =>
  JSON.stringify([kind, link, title, number, issuer, validFrom, validUntil]);

/** Papers of an application that the case does not have; a paper listed twice must be had twice. */
function newPapers(known: readonly DocumentRecord[], sent: readonly Paper[]): readonly Paper[] {
  const have = known.map(nameOf);
  return sent.filter((paper) => {
    const at = have.indexOf(nameOf(paper));
    if (at === -1) return true;
    have.splice(at, 1);
    return false;
  });
}

/**
 * Takes in the newer papers of a case that was returned to its applicant.
 *
 * Nothing is overwritten: each new paper names the one it stands in place of, one that was asked
 * for before another that was rejected. Answers false, and keeps nothing, when the case is not
 * waiting or the application holds no paper that is new. Runs inside a transaction.
 */
export function takeResubmitted(
  room: Room,
  record: CaseRecord,
  application: Application,
  sourceHash: string,
  actor: string,
): boolean {
  const open = openReturn(returnsOf(room.store, record.id));
  if (open === undefined || !isOpen(record.stage)) return false;
  const known = documentsOf(room.store, record.id);
  const fresh = newPapers(known, application.documents);
  if (fresh.length === 0) return false;
  const wanted = new Set((JSON.parse(open.wanted) as readonly WantedView[]).map(({ documentId }) => documentId));
  const standing = standingDocuments(known);
  const toReplace = [
    ...standing.filter(({ id }) => wanted.has(id)),
    ...standing.filter(({ id, checked }) => !wanted.has(id) && checked === 'rejected'),
  ];
  const at = room.now();
  const taken: { readonly documentId: DocumentId; readonly replaces: DocumentId | null }[] = [];
  for (const [index, paper] of fresh.entries()) {
    const found = toReplace.findIndex(({ kind, link }) => kind === paper.kind && link === paper.link);
    const replaces = found === -1 ? null : (toReplace.splice(found, 1)[0]?.id ?? null);
    const position = known.length + index;
    const documentId = `${record.id}-${String(position + 1).padStart(3, '0')}` as DocumentId;
    const { check: reportedCheck, ...rest } = paper;
    insertDocument(
      room.store,
      {
        ...rest,
        id: documentId,
        caseId: record.id,
        reportedCheck,
        checked: 'pending',
        checkedBy: null,
        checkedAt: null,
        reason: null,
        reasonCode: null,
        answers: '{}',
        replaces,
        arrivedAt: at.toISOString(),
      },
      position,
    );
    taken.push({ documentId, replaces });
  }
  endReturn(room.store, open.id, 'resubmitted', at);
  setSourceHash(room.store, record.id, sourceHash);
  appendDeed(room.store, {
    id: room.world.newId(),
    at,
    actor,
    type: 'documents.resubmitted',
    entity: 'case',
    entityId: record.id,
    payload: { messageId: open.messageId, sourceHash, documents: taken as unknown as Canonical },
  });
  restage(room, record.id);
  return true;
}
