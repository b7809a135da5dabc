import { ok } from '#shared/base/result.ts';
import { mayEvaluate } from '#shared/domain/impartiality.ts';
import { findDocument, setDocumentCheck } from '#electron/backend/store/case-repository.ts';
import { atomically } from './atomically.ts';
import { involvementOf, isUndecided, loadCase } from './case-facts.ts';
import { recordCaseDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Service } from './room.ts';
import { documentView } from './view-case.ts';

/** Accepts or rejects an uploaded document, as part of the evaluation; a rejection gives its reason. */
export const checkDocument: Service<'document.check'> = (room, input, caller) =>
  atomically(room, () => {
    const document = findDocument(room.store, input.documentId);
    const facts = document && loadCase(room, document.caseId);
    if (!document || !facts) return refuse('document.unknown', {}, 'documentId');
    if (!isUndecided(facts)) return refuse('case.already-decided', { caseId: document.caseId });
    const allowed = mayEvaluate(involvementOf(room, facts, caller.person.id));
    if (!allowed.ok) return refuse(allowed.failure.code, allowed.failure.data);
    setDocumentCheck(room.store, document.id, {
      checked: input.check,
      by: caller.person.id,
      at: room.now(),
      reason: input.reason,
    });
    recordCaseDeed(room, caller, document.caseId, {
      type: 'document.checked',
      entity: 'document',
      entityId: document.id,
      payload: { caseId: document.caseId, kind: document.kind, check: input.check, reason: input.reason },
    });
    const checked = findDocument(room.store, document.id);
    return checked ? ok(documentView(room, checked)) : refuse('document.unknown');
  });
