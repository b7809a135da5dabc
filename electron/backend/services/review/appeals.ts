import type { AppealId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { AppealView, RoundView } from '#shared/contract/appeals.ts';
import { mayDecideRound } from '#shared/domain/impartiality.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { involvementOf, isPanelOpen, loadCase, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import { centreDay, type Answer, type Room, type Service } from '#electron/backend/services/room.ts';
import { confirmPassword } from '#electron/backend/services/session.ts';
import { insertTouch } from '#electron/backend/store/case-repository.ts';
import {
  appealsOf,
  closeRound,
  findAppeal,
  insertAppeal,
  settleAppeal,
} from '#electron/backend/store/round-repository.ts';
import type { DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import { appealsAgainst } from './consent-time.ts';
import { decisionToReview, openRound, startCorrection } from './open-round.ts';
import { mayTakePart } from './panel-seats.ts';
import { appealView, roundView } from './round-views.ts';

/** The decision of a case that an appeal received on a day is in time for. */
export function appealable(room: Room, facts: CaseFacts, receivedOn: string): Answer<DecisionRecord> {
  const decision = decisionToReview(room, facts);
  if (!decision.ok) return decision;
  const { appealUntil, decidedAt } = decision.value;
  const heard = appealsAgainst(decision.value, facts.decisions, appealsOf(room.store, facts.record.id)).findLast(
    ({ outcome }) => outcome === 'dismissed',
  );
  if (heard !== undefined) {
    const dismissedOn = centreDay(new Date(heard.decidedAt ?? heard.filedAt));
    return refuse('appeal.already-dismissed', { dismissedOn, reason: heard.reason ?? '' });
  }
  if (receivedOn > appealUntil) return refuse('appeal.too-late', { until: appealUntil }, 'receivedOn');
  if (receivedOn > room.today()) return refuse('appeal.in-future', {}, 'receivedOn');
  const decidedOn = centreDay(new Date(decidedAt));
  if (receivedOn < decidedOn) return refuse('appeal.before-decision', { decidedOn }, 'receivedOn');
  return decision;
}

/** Takes in an appeal and opens a round in which nobody may judge who touched the case before. */
export const fileAppeal: Service<'appeal.file'> = (room, input, caller) =>
  atomically(room, (): Answer<AppealView> => {
    const facts = loadCase(room, input.caseId);
    if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
    const uninterested = mayTakePart(room, facts, caller);
    if (!uninterested.ok) return uninterested;
    const decision = appealable(room, facts, input.receivedOn);
    if (!decision.ok) return decision;
    const { round } = openRound(room, caller, facts, 'appeal', { fact: null, reason: input.grounds });
    const id = room.world.newId() as AppealId;
    const { id: caseId } = facts.record;
    insertAppeal(room.store, {
      id,
      caseId,
      round,
      grounds: input.grounds,
      receivedOn: input.receivedOn,
      filedBy: caller.person.id,
      filedAt: room.now().toISOString(),
    });
    recordCaseDeed(room, caller, caseId, {
      type: 'appeal.filed',
      entity: 'appeal',
      entityId: id,
      payload: {
        caseId,
        round,
        decisionId: decision.value.id,
        grounds: input.grounds,
        receivedOn: input.receivedOn,
        actorName: caller.person.name,
      },
    });
    room.announce('custody.changed', {});
    return viewed(room, id);
  });

/**
 * Dismisses an appeal: the same people may do it as may decide it, and the decision before it stands.
 *
 * It takes a panel that has spoken, as a decision does, unless the appeal is not heard at all because it was
 * withdrawn or should not have been taken in.
 */
export const dismissAppeal: Service<'appeal.dismiss'> = async (room, input, caller) => {
  const confirmed = await confirmPassword(room, caller.seat, caller.person, input.password);
  if (!confirmed.ok) return confirmed;
  return atomically(room, (): Answer<AppealView> => {
    const appeal = findAppeal(room.store, input.appealId);
    if (appeal === undefined) return refuse('appeal.unknown', {}, 'appealId');
    const facts = loadCase(room, appeal.caseId);
    if (facts === undefined || appeal.outcome !== null || facts.round.round !== appeal.round)
      return refuse('appeal.settled');
    const allowed = mayDecideRound(involvementOf(room, facts, caller.person.id), 'appeal');
    if (!allowed.ok) return refuse(allowed.failure.code, allowed.failure.data);
    if (input.formal === null && !isPanelOpen(facts)) {
      const needed = Math.max(facts.panelSize, facts.seats.length);
      return refuse('appeal.panel-first', { needed, given: facts.opinions.length }, 'formal');
    }
    const { caseId, round } = appeal;
    const at = room.now().toISOString();
    insertTouch(room.store, caseId, caller.person.id, 'decided', at, round);
    closeRound(room.store, caseId, round, 'dismissed');
    settleAppeal(room.store, appeal, { outcome: 'dismissed', reason: input.reason, by: caller.person.id, at });
    recordCaseDeed(room, caller, caseId, {
      type: 'appeal.dismissed',
      entity: 'appeal',
      entityId: appeal.id,
      payload: { caseId, round, reason: input.reason, formal: input.formal, actorName: caller.person.name },
    });
    room.announce('custody.changed', {});
    return viewed(room, appeal.id);
  });
};

function viewed(room: Room, id: AppealId): Answer<AppealView> {
  const appeal = findAppeal(room.store, id);
  return appeal ? ok(appealView(room, appeal)) : refuse('appeal.unknown');
}

/** Opens a new round because a fact is wrong; it is recorded again there, never edited. */
export const openCorrection: Service<'correction.open'> = (room, input, caller) =>
  atomically(room, (): Answer<RoundView> => {
    const facts = loadCase(room, input.caseId);
    if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
    const uninterested = mayTakePart(room, facts, caller);
    if (!uninterested.ok) return uninterested;
    const decision = decisionToReview(room, facts);
    if (!decision.ok) return decision;
    const { fact, reason } = input;
    const round = startCorrection(room, caller, facts, decision.value.id, { fact, reason });
    const opened = loadCase(room, round.caseId);
    return opened ? ok(roundView(room, opened, round, caller.person.id)) : refuse('case.unknown');
  });
