import type { AppealView, RoundView } from '#shared/contract/appeals.ts';
import type { CaseView } from '#shared/contract/cases.ts';
import { panelSizeOf, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import type { Room } from '#electron/backend/services/room.ts';
import { opinionsOf, seatsOf } from '#electron/backend/store/panel-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { appealsOf, type AppealRecord, type RoundRecord } from '#electron/backend/store/round-repository.ts';
import { decisionView } from './decision-views.ts';
import { opinionView, panelReader } from './panel-views.ts';

/** An appeal as others see it. */
export const appealView = (room: Room, appeal: AppealRecord): AppealView => ({
  id: appeal.id,
  round: appeal.round,
  grounds: appeal.grounds,
  receivedOn: appeal.receivedOn,
  filedBy: personName(room.store, appeal.filedBy),
  filedAt: appeal.filedAt,
  outcome: appeal.outcome ?? 'open',
  reason: appeal.reason,
  decidedBy: appeal.decidedBy === null ? null : personName(room.store, appeal.decidedBy),
  decidedAt: appeal.decidedAt,
});

/** One review; its opinions stay sealed for whom they are not while its panel was never complete. */
export function roundView(room: Room, facts: CaseFacts, round: RoundRecord, reader: string): RoundView {
  const { decisions, record, rounds } = facts;
  const panelSize = panelSizeOf(room, record, rounds, round);
  const opinions = opinionsOf(room.store, record.id, round.panelRound);
  const seats = seatsOf(room.store, record.id, round.panelRound);
  const by = panelReader(room, reader, { opinions, seats, panelSize, round });
  const ofRound = decisions.filter((decision) => decision.round === round.round);
  const stands = ofRound.find(({ state }) => state === 'stands');
  const appeal = appealsOf(room.store, record.id).find((one) => one.round === round.round);
  return {
    round: round.round,
    kind: round.kind,
    openedAt: round.openedAt,
    openedBy: round.openedBy === null ? null : personName(room.store, round.openedBy),
    reason: round.reason,
    fact: round.fact as RoundView['fact'],
    state: round.state,
    panelSize,
    opinions: opinions.map((opinion) => opinionView(room, opinion, by)),
    decision: stands ? decisionView(room, stands) : null,
    void: ofRound.filter(({ state }) => state === 'void').map((decision) => decisionView(room, decision)),
    appeal: appeal ? appealView(room, appeal) : null,
  };
}

export const roundViews = (room: Room, facts: CaseFacts, reader: string): readonly RoundView[] =>
  facts.rounds.map((round) => roundView(room, facts, round, reader));

/** Our decision and another desk's on the same round, until a person settles them. */
export function rivalsOf(facts: CaseFacts) {
  const theirs = facts.decisions.find(({ state }) => state === 'rival');
  const mine = facts.decisions.find(({ round, state }) => state === 'stands' && round === theirs?.round);
  return theirs && mine ? { mine, theirs } : undefined;
}

/** {@link rivalsOf} as a screen shows them. */
export function conflictView(room: Room, facts: CaseFacts): CaseView['conflict'] {
  const rivals = rivalsOf(facts);
  return rivals ? { mine: decisionView(room, rivals.mine), theirs: decisionView(room, rivals.theirs) } : null;
}
