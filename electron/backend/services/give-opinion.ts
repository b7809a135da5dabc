import { ok } from '#shared/base/result.ts';
import { mayEvaluate } from '#shared/domain/impartiality.ts';
import { insertOpinion } from '#electron/backend/store/decision-repository.ts';
import { atomically } from './atomically.ts';
import { involvementOf, isUndecided, loadCase } from './case-facts.ts';
import { recordCaseDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Service } from './room.ts';

/** Gives an expert's opinion on a case, once, without seeing the others'. */
export const giveOpinion: Service<'opinion.give'> = (room, input, caller) =>
  atomically(room, () => {
    const facts = loadCase(room, input.caseId);
    if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
    if (!isUndecided(facts)) return refuse('case.already-decided', { caseId: facts.record.id });
    if (facts.opinions.some((opinion) => opinion.personId === caller.person.id)) return refuse('opinion.given');
    const allowed = mayEvaluate(involvementOf(room, facts, caller.person.id));
    if (!allowed.ok) return refuse(allowed.failure.code, allowed.failure.data);
    const givenAt = room.now().toISOString();
    insertOpinion(room.store, facts.record.id, {
      personId: caller.person.id,
      star: input.star,
      text: input.text,
      givenAt,
    });
    recordCaseDeed(room, caller, facts.record.id, {
      type: 'opinion.given',
      touch: 'gave-opinion',
      entity: 'case',
      entityId: facts.record.id,
      payload: { star: input.star, text: input.text },
    });
    return ok({ by: caller.person.name, at: givenAt, star: input.star, text: input.text, sealed: false });
  });
