import { ok } from '#shared/base/result.ts';
import type { PanelCandidate } from '#shared/contract/panels.ts';
import { mayJudgeRound } from '#shared/domain/impartiality.ts';
import { hasRight } from '#shared/domain/roles.ts';
import { involvementOf, loadCase, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Room, Service } from '#electron/backend/services/room.ts';
import { earlierEvaluations } from '#electron/backend/store/case-repository.ts';
import { allPeople, type PersonRecord } from '#electron/backend/store/people-repository.ts';
import { barred } from './panel-seats.ts';

/** Who can be given a seat: conflicts are checked before anybody is asked, and earlier evaluations are told. */
export const panelCandidates: Service<'panel.candidates'> = (room, { caseId }) => {
  const facts = loadCase(room, caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  const seated = new Set<string>(facts.seats.map(({ personId }) => personId));
  const candidates = allPeople(room.store)
    .filter(({ disabled, id, roles }) => !disabled && hasRight(roles, 'opinions.give') && !seated.has(id))
    .map((person) => candidate(room, facts, person));
  return ok(candidates.toSorted((a, b) => Number(a.mayNotSit !== null) - Number(b.mayNotSit !== null)));
};

function candidate(room: Room, facts: CaseFacts, { id, name }: PersonRecord): PanelCandidate {
  const involvement = involvementOf(room, facts, id);
  const allowed = mayJudgeRound(involvement, facts.round.kind);
  const refused = allowed.ok ? allowed : barred(name, allowed.failure);
  const { cases, lastAt } = earlierEvaluations(room.store, id, facts.record);
  return {
    personId: id,
    name,
    mayNotSit: refused.ok ? null : refused.failure,
    inCase: involvement.touches,
    earlier: lastAt === null ? null : { cases, lastAt },
  };
}
