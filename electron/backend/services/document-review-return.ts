import { ok } from '#shared/base/result.ts';
import type { Canonical } from '#shared/base/canonical-json.ts';
import { mayEvaluate } from '#shared/domain/impartiality.ts';
import { insertReturn, type ReturnRecord } from '#electron/backend/store/message-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { atomically } from './atomically.ts';
import { involvementOf, isUndecided, loadCase } from './case-facts.ts';
import { openReturn, returnView, standingDocuments } from './document-review.ts';
import { prepareMessage } from './messages.ts';
import { recordCaseDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import { centreMoment, type Service } from './room.ts';

/**
 * Returns a case to its applicant for papers: keeps which are wanted, prepares the message that
 * says so, and thereby stops the review's clock (domain.md, 资料审核) until newer papers arrive.
 */
export const returnCase: Service<'case.return'> = (room, input, caller) =>
  atomically(room, () => {
    const { caseId, wanted, language, subject, body } = input;
    const facts = loadCase(room, caseId);
    if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
    if (!isUndecided(facts)) return refuse('case.already-decided', { caseId });
    const allowed = mayEvaluate(involvementOf(room, facts, caller.person.id));
    if (!allowed.ok) return refuse(allowed.failure.code, allowed.failure.data);
    const earlier = openReturn(facts.returns);
    if (earlier) {
      const at = centreMoment(earlier.returnedAt);
      return refuse('case.already-returned', { at, by: personName(room.store, earlier.returnedBy) });
    }
    const standing = standingDocuments(facts.documents);
    for (const [index, { documentId }] of wanted.entries()) {
      if (documentId === null || standing.some(({ id }) => id === documentId)) continue;
      const known = facts.documents.some(({ id }) => id === documentId);
      return refuse(known ? 'document.replaced' : 'document.unknown', {}, `wanted[${index}].documentId`);
    }
    const message = prepareMessage(room, caller, { caseId, template: 'papers-wanted', language, subject, body });
    if (!message.ok) return message;
    const row: ReturnRecord = {
      id: room.world.newId(),
      caseId,
      messageId: message.value.id,
      wanted: JSON.stringify(wanted),
      returnedBy: caller.person.id,
      returnedAt: room.now().toISOString(),
      resubmittedAt: null,
      withdrawnAt: null,
    };
    insertReturn(room.store, row);
    recordCaseDeed(room, caller, caseId, {
      type: 'case.returned',
      entity: 'case',
      entityId: caseId,
      payload: { messageId: row.messageId, wanted: wanted as unknown as Canonical },
    });
    return ok(returnView(room, row));
  });
