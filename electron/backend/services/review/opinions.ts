import type { Canonical } from '#shared/base/canonical-json.ts';
import { ok } from '#shared/base/result.ts';
import { mayJudgeRound } from '#shared/domain/impartiality.ts';
import { freeSeats, type CriterionOpinion } from '#shared/domain/panel.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import {
  involvementOf,
  isUndecided,
  loadCase,
  seatStates,
  type CaseFacts,
} from '#electron/backend/services/case-facts.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service } from '#electron/backend/services/room.ts';
import { standardInForce } from '#electron/backend/services/standards/standard.ts';
import {
  insertOpinion,
  keepDeclaration,
  wereOpinionsOpen,
  withdrawOpinion,
} from '#electron/backend/store/panel-repository.ts';
import { loadOpenPanel, takeSeat } from './panel-seats.ts';
import { opinionViews, panelView } from './panel-views.ts';

/**
 * Gives an expert's opinion on the present round, once, without seeing the others'.
 *
 * Ties to the enterprise and to the case are checked again here, whatever was checked when the seat
 * was given; the declaration that there are none is kept with the seat.
 */
export const giveOpinion: Service<'opinion.give'> = (room, input, caller) =>
  atomically(room, () => {
    const facts = loadCase(room, input.caseId);
    if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
    if (!isUndecided(facts)) return refuse('case.already-decided', { caseId: facts.record.id });
    const { id: personId } = caller.person;
    if (facts.opinions.some((opinion) => opinion.personId === personId)) return refuse('opinion.given');
    const allowed = mayJudgeRound(involvementOf(room, facts, personId), facts.round.kind);
    if (!allowed.ok) return refuse(allowed.failure.code, allowed.failure.data);
    const asked = checkCriteria(room, facts, input.criteria);
    if (!asked.ok) return asked;
    const { round } = facts;
    const afterOpening = wereOpinionsOpen(room.store, facts.record.id, round.round) ? 1 : 0;
    const seat = facts.seats.find((one) => one.personId === personId);
    if (seat === undefined && freeSeats(seatStates(facts), facts.panelSize) === 0) return refuse('panel.full');
    const seatId = seat?.id ?? takeSeat(room, caller, facts, personId);
    const givenAt = room.now().toISOString();
    const opinion = {
      id: room.world.newId(),
      personId,
      star: input.star,
      text: input.text,
      criteria: JSON.stringify(input.criteria),
      givenAt,
      afterOpening,
    } as const;
    keepDeclaration(room.store, seatId, givenAt);
    insertOpinion(room.store, { caseId: facts.record.id, round: round.round }, opinion);
    recordCaseDeed(room, caller, facts.record.id, {
      type: 'opinion.given',
      touch: 'gave-opinion',
      entity: 'case',
      entityId: facts.record.id,
      payload: {
        round: round.round,
        star: input.star,
        text: input.text,
        criteria: input.criteria as unknown as Canonical,
        noConflict: true,
      },
    });
    const given = loadCase(room, facts.record.id);
    const own = given && opinionViews(room, given, personId).find(({ mine }) => mine);
    return own ? ok(own) : refuse('case.unknown');
  });

/** Every criterion of an opinion is one that the requested star asks for. */
function checkCriteria(room: Room, facts: CaseFacts, given: readonly CriterionOpinion[]): Answer<true> {
  const asked = standardInForce(room).standard.criteria.filter(({ asks }) =>
    asks.some(({ star }) => star === facts.record.requestedStar),
  );
  const stray = given.findIndex(({ criterion }) => !asked.some(({ id }) => id === criterion));
  if (stray === -1) return ok(true);
  return refuse(
    'opinion.criterion',
    { criterion: given[stray]?.criterion ?? '', star: facts.record.requestedStar },
    `criteria[${stray}].criterion`,
  );
}

/**
 * Takes an opinion back while nobody has seen it; the row and the ledger keep it. One that was open stays as it is,
 * also when the panel is short of somebody again.
 */
export const withdrawOwnOpinion: Service<'opinion.withdraw'> = (room, input, caller) =>
  atomically(room, () => {
    const open = loadOpenPanel(room, input.caseId);
    if (!open.ok) return open;
    const opinion = open.value.opinions.find(({ personId }) => personId === caller.person.id);
    if (opinion === undefined) return refuse('opinion.none');
    if (opinion.openedAt !== null) return refuse('opinion.was-open');
    const { id: caseId } = open.value.record;
    withdrawOpinion(room.store, opinion.id, room.now().toISOString(), input.reason);
    recordCaseDeed(room, caller, caseId, {
      type: 'opinion.withdrawn',
      entity: 'case',
      entityId: caseId,
      payload: { round: open.value.round.round, reason: input.reason },
    });
    const facts = loadCase(room, caseId);
    return facts ? ok(panelView(room, facts, caller.person.id)) : refuse('case.unknown');
  });
