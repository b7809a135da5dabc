import type { CaseId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { InterestView } from '#shared/contract/people.ts';
import { foreignPersonId } from '#shared/domain/foreign-person.ts';
import { casesOfEnterprise } from '#electron/backend/store/case-repository.ts';
import { conflictsWith, keepConflict } from '#electron/backend/store/conflict-repository.ts';
import { appendDeed } from '#electron/backend/store/ledger.ts';
import { casesHeldBy } from '#electron/backend/store/panel-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { loadCase, type CaseFacts } from './case-facts.ts';
import { freeSeat } from './review/panel-seats.ts';
import type { Room, Service } from './room.ts';

/** Declares an interest in an enterprise; from then on the person takes no part in its cases, at any desk. */
export const declareConflict: Service<'conflict.declare'> = (room, { kind, reason, uscc }, caller) => {
  const { id: personId, name: actorName } = caller.person;
  room.store.transaction(() => {
    const at = room.now();
    keepConflict(room.store, uscc, { personId, kind, reason, declaredAt: at.toISOString() });
    appendDeed(room.store, {
      id: room.world.newId(),
      at,
      actor: personId,
      type: 'conflict.declared',
      entity: 'person',
      entityId: personId,
      payload: { uscc, reason, kind, actorName },
    });
    for (const facts of panelsHeldBy(room, personId, uscc)) freeSeat(room, caller, facts, personId, reason);
    announceConflict(room, uscc);
  });
  return ok({ declared: true });
};

/** The enterprise's undecided cases on whose panel a person sits: whoever has an interest gives those seats up. */
export const panelsHeldBy = (room: Room, personId: string, uscc: string): readonly CaseFacts[] =>
  casesHeldBy(room.store, personId, uscc).flatMap((caseId: CaseId) => loadCase(room, caseId) ?? []);

/** Refreshes what says who may take part in the enterprise's cases. */
export function announceConflict(room: Room, uscc: string): void {
  for (const caseId of casesOfEnterprise(room.store, uscc)) room.announce('case.changed', { caseId });
  room.announce('people.changed', {});
}

/** Who declared an interest in an enterprise, at whichever desk. */
export const interestViews = (room: Room, uscc: string): readonly InterestView[] =>
  conflictsWith(room.store, uscc).map(({ declaredAt, desk, kind, personId, reason }) => ({
    kind,
    reason,
    by: personName(room.store, desk === null ? personId : foreignPersonId(personId, desk)),
    at: declaredAt,
  }));
