import type { OpinionView, PanelView, SeatView } from '#shared/contract/panels.ts';
import { mayJudgeRound } from '#shared/domain/impartiality.ts';
import { disagreementOf, freeSeats, mayReadOpinion, type CriterionOpinion } from '#shared/domain/panel.ts';
import { hasRight } from '#shared/domain/roles.ts';
import {
  involvementOf,
  isPanelOpen,
  isUndecided,
  seatStates,
  type CaseFacts,
} from '#electron/backend/services/case-facts.ts';
import type { Room } from '#electron/backend/services/room.ts';
import type { OpinionRecord } from '#electron/backend/store/panel-repository.ts';
import { findPerson, personName } from '#electron/backend/store/people-repository.ts';
import type { RoundRecord } from '#electron/backend/store/round-repository.ts';

/** What an expert said of each criterion. */
export const criteriaOf = (opinion: Pick<OpinionRecord, 'criteria'>): readonly CriterionOpinion[] =>
  JSON.parse(opinion.criteria) as readonly CriterionOpinion[];

/** Who reads the opinions of a panel, and how far it is. */
export interface PanelReader {
  readonly id: string;
  readonly complete: boolean;
  /** The reader could still give an opinion on it. */
  readonly maySpeak: boolean;
}

/** A reader of a round's opinions: an expert who has not spoken may still, while it is open. */
export function panelReader(
  room: Room,
  id: string,
  panel: Pick<CaseFacts, 'opinions' | 'seats' | 'panelSize'> & { readonly round: Pick<RoundRecord, 'state'> },
): PanelReader {
  const isExpert = hasRight(findPerson(room.store, id)?.roles ?? [], 'opinions.give');
  const hasSpoken = panel.opinions.some(({ personId }) => personId === id);
  return { id, complete: isPanelOpen(panel), maySpeak: panel.round.state === 'open' && isExpert && !hasSpoken };
}

/**
 * One opinion as a reader may see it: blind until the panel is complete.
 *
 * The only way an opinion leaves the backend; every query that shows one goes through here.
 */
export function opinionView(
  room: Room,
  opinion: OpinionRecord,
  { complete, id, maySpeak: readerMaySpeak }: PanelReader,
): OpinionView {
  const mine = opinion.personId === id;
  const wasOpen = opinion.openedAt !== null;
  const open = mayReadOpinion({ mine, complete, wasOpen, readerMaySpeak });
  return {
    by: personName(room.store, opinion.personId),
    at: opinion.givenAt,
    mine,
    star: open ? opinion.star : null,
    text: open ? opinion.text : null,
    criteria: open ? criteriaOf(opinion) : null,
    sealed: !open,
    wasOpen,
    afterOpening: opinion.afterOpening === 1,
  };
}

/** Opinions of the present panel. */
export function opinionViews(room: Room, facts: CaseFacts, reader: string): readonly OpinionView[] {
  const by = panelReader(room, reader, facts);
  return facts.opinions.map((opinion) => opinionView(room, opinion, by));
}

/** The present panel: who sits on it, how far it is, and once it is complete where it differs. */
export function panelView(room: Room, facts: CaseFacts, reader: string): PanelView {
  const complete = isPanelOpen(facts);
  const states = seatStates(facts);
  return {
    round: facts.round.round,
    kind: facts.round.kind,
    size: facts.panelSize,
    seats: facts.seats.map((seat): SeatView => ({
      personId: seat.personId,
      name: personName(room.store, seat.personId),
      mine: seat.personId === reader,
      assignedBy: personName(room.store, seat.assignedBy),
      assignedAt: seat.assignedAt,
      declaredAt: seat.declaredAt,
      given: states.some(({ given, personId }) => given && personId === seat.personId),
    })),
    free: freeSeats(states, facts.panelSize),
    complete,
    disagreement: complete
      ? disagreementOf(
          facts.opinions.map((opinion) => ({
            by: personName(room.store, opinion.personId),
            star: opinion.star,
            criteria: criteriaOf(opinion),
          })),
        )
      : null,
    mayNotJudge: whyNotJudge(room, facts, reader),
  };
}

/** Why a person may neither take a seat nor give an opinion now: a refusal's code; null when they may. */
export function whyNotJudge(room: Room, facts: CaseFacts, personId: string): string | null {
  if (!isUndecided(facts)) return 'case.already-decided';
  if (facts.opinions.some((opinion) => opinion.personId === personId)) return 'opinion.given';
  const allowed = mayJudgeRound(involvementOf(room, facts, personId), facts.round.kind);
  if (!allowed.ok) return allowed.failure.code;
  const seated = facts.seats.some((seat) => seat.personId === personId);
  return seated || freeSeats(seatStates(facts), facts.panelSize) > 0 ? null : 'panel.full';
}
