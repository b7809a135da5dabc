import { ok } from '#shared/base/result.ts';
import { judgeCheck } from '#shared/domain/document-checklist.ts';
import { mayEvaluate } from '#shared/domain/impartiality.ts';
import { findDocument, setDocumentCheck } from '#electron/backend/store/case-repository.ts';
import { atomically } from './atomically.ts';
import { involvementOf, isUndecided, loadCase } from './case-facts.ts';
import { reviewRules } from './document-review.ts';
import { recordCaseDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Service } from './room.ts';
import { documentView } from './view-case.ts';

/**
 * Accepts or rejects an uploaded document, as part of the evaluation: accepted with every required
 * point of its checklist answered yes, rejected with the reason. The answers are kept with it.
 */
export const checkDocument: Service<'document.check'> = (room, input, caller) =>
  atomically(room, () => {
    const document = findDocument(room.store, input.documentId);
    const facts = document && loadCase(room, document.caseId);
    if (!document || !facts) return refuse('document.unknown', {}, 'documentId');
    if (!isUndecided(facts)) return refuse('case.already-decided', { caseId: document.caseId });
    const allowed = mayEvaluate(involvementOf(room, facts, caller.person.id));
    if (!allowed.ok) return refuse(allowed.failure.code, allowed.failure.data);
    if (facts.documents.some(({ replaces }) => replaces === document.id)) return refuse('document.replaced');
    const { check, answers, reason, reasonCode } = input;
    const stands = judgeCheck(reviewRules(room), document.kind, { check, answers, reasonCode });
    if (!stands.ok) return refuse(stands.failure.code, stands.failure.data, stands.failure.field);
    setDocumentCheck(room.store, document.id, {
      checked: check,
      by: caller.person.id,
      at: room.now(),
      reason,
      reasonCode,
      answers: JSON.stringify(answers),
    });
    recordCaseDeed(room, caller, document.caseId, {
      type: 'document.checked',
      touch: 'recorded-evidence',
      entity: 'document',
      entityId: document.id,
      payload: { caseId: document.caseId, kind: document.kind, check, answers, reason, reasonCode },
    });
    const checked = findDocument(room.store, document.id);
    return checked ? ok(documentView(room, checked, facts.documents)) : refuse('document.unknown');
  });
