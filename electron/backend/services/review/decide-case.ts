import { canonicalJson, type Canonical } from '#shared/base/canonical-json.ts';
import type { DecisionId } from '#shared/base/ids.ts';
import { addDays } from '#shared/base/plain-date.ts';
import { ok } from '#shared/base/result.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import type { DecisionOpinion, DecisionPerson, DecisionView } from '#shared/contract/decisions.ts';
import { mayDecideRound } from '#shared/domain/impartiality.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import type { DecisionEntry } from '#shared/platform/decision-entry.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import {
  hasLapsed,
  involvementOf,
  isPanelOpen,
  isUndecided,
  loadCase,
  restage,
  touchesOn,
  type CaseFacts,
} from '#electron/backend/services/case-facts.ts';
import { recordDeed } from '#electron/backend/services/record-deed.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import { confirmPassword } from '#electron/backend/services/session.ts';
import { insertTouch } from '#electron/backend/store/case-repository.ts';
import {
  findDecision,
  guardedVersion,
  insertDecision,
  keepGuardedVersion,
  type DecisionRecord,
} from '#electron/backend/store/decision-repository.ts';
import { keepStandard } from '#electron/backend/store/standard-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { closeRound, settleAppeal } from '#electron/backend/store/round-repository.ts';
import { reviewSettings } from '#electron/backend/store/settings-repository.ts';
import { decisionView, isProvisional } from './decision-views.ts';
import { judgeToday, sealed } from './judge-case.ts';
import { openRound } from './open-round.ts';
import { criteriaOf } from './panel-views.ts';
import { mayDecideAnew } from './standing-proposal.ts';

/**
 * Decides the present round of a case, on the facts of this moment.
 *
 * Dossier, standard, verdict, opinions and people are stored with the decision in one transaction, so
 * that it can be replayed bit for bit. The program refuses whoever evaluated the case (on appeal:
 * whoever touched it before), a panel that is not complete, and a verdict that is not decidable yet;
 * there is no override. Where the caller says what was shown to them, nothing else is stored. A proposal that lapsed unanswered,
 * or whose star stands no more, is decided again in a round of its own.
 */
export const decideCase: Service<'case.decide'> = async (room, input, caller) => {
  const confirmed = await confirmPassword(room, caller.seat, caller.person, input.password);
  if (!confirmed.ok) return confirmed;
  return atomically(room, () => {
    const ready = readyToDecide(room, input, caller);
    if (!ready.ok) return ready;
    return storeDecision(room, input, caller, ready.value);
  });
};

/** A round that may be decided; one for a proposal that lapsed or stands no more is opened first. */
function readyToDecide(room: Room, input: ParsedOf<'case.decide'>, caller: SignedInCaller): Answer<CaseFacts> {
  const found = loadCase(room, input.caseId);
  if (found === undefined) return refuse('case.unknown', {}, 'caseId');
  const anew = mayDecideAnew(room, found);
  if (!isUndecided(found) && !anew) return refuse('case.already-decided', { caseId: found.record.id });
  const impartial = mayDecideRound(involvementOf(room, found, caller.person.id), found.round.kind);
  if (!impartial.ok) return refuse(impartial.failure.code, impartial.failure.data);
  if (found.record.version !== input.baseVersion) return refuse('case.changed-meanwhile');
  if (found.decision && isProvisional(room, found.decision))
    return refuse('decision.provisional', { caseId: found.record.id });
  if (anew) openRound(room, caller, found, 'lapsed', { fact: null, reason: '' });
  const facts = anew ? loadCase(room, input.caseId) : found;
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  const needed = Math.max(facts.panelSize, facts.seats.length);
  if (!isPanelOpen(facts)) {
    return refuse('case.panel-incomplete', { star: facts.record.requestedStar, needed, given: facts.opinions.length });
  }
  return ok(facts);
}

/** What a verdict comes to as a decision; `refused` turns down a lower star that the applicant let lapse. */
function outcomeOf(
  room: Room,
  standard: Standard,
  facts: CaseFacts,
  verdict: Verdict,
  refused: boolean,
): Answer<Pick<DecisionRecord, 'outcome' | 'star'>> {
  const { outcome, star } = verdict;
  if (outcome === 'undecidable') return notDecidable(standard, verdict);
  if (!refused) return ok({ outcome, star });
  if (outcome !== 'propose' || !hasLapsed(facts.standing, room.today()))
    return refuse('decision.not-refusable', {}, 'refuse');
  return ok({ outcome: 'refuse', star: null });
}

/** Last days to consent to a proposal and to appeal, counted from today as the centre has set. */
export function deadlinesFrom(room: Room, outcome: Verdict['outcome']) {
  const { appealDays, consentDays } = reviewSettings(room.store);
  const today = room.today();
  return {
    appealUntil: addDays(today, appealDays),
    consentUntil: outcome === 'propose' ? addDays(today, consentDays) : null,
  };
}

/** Everybody who has had to do with the case, with what they did. */
export function peopleOf(room: Room, facts: CaseFacts): readonly DecisionPerson[] {
  const touches = touchesOn(room, facts);
  return [...new Set(touches.map(({ personId }) => personId))].map((personId) => ({
    personId,
    name: personName(room.store, personId),
    touches: touches.filter((one) => one.personId === personId).map(({ touch }) => touch),
  }));
}

const opinionsOf = (room: Room, facts: CaseFacts): readonly DecisionOpinion[] =>
  facts.opinions.map((opinion) => ({
    personId: opinion.personId,
    name: personName(room.store, opinion.personId),
    star: opinion.star,
    text: opinion.text,
    criteria: criteriaOf(opinion),
    givenAt: opinion.givenAt,
  }));

function storeDecision(
  room: Room,
  input: ParsedOf<'case.decide'>,
  caller: SignedInCaller,
  facts: CaseFacts,
): Answer<DecisionView> {
  const { store } = room;
  const { id: caseId } = facts.record;
  const judged = judgeToday(room, facts);
  const { standard, text: standardText, verdict } = judged;
  const { dossierSha256, verdictSha256, ...texts } = sealed(judged);
  const { expected } = input;
  if (expected && (expected.dossierSha256 !== dossierSha256 || expected.verdictSha256 !== verdictSha256))
    return refuse('decision.not-as-shown');
  const outcome = outcomeOf(room, standard, facts, verdict, input.refuse);
  if (!outcome.ok) return outcome;
  const decidedAt = room.now().toISOString();
  insertTouch(store, caseId, caller.person.id, 'decided', decidedAt, facts.round.round);
  const entry: DecisionEntry = {
    decisionId: room.world.newId(),
    round: facts.round.round,
    kind: facts.round.kind,
    reason: facts.round.reason,
    ...outcome.value,
    ...deadlinesFrom(room, outcome.value.outcome),
    requestedStar: verdict.requestedStar,
    standard: verdict.standard.version,
    standardSha256: verdict.standard.sha256,
    ...texts,
    dossierSha256,
    verdictSha256,
    opinions: canonicalJson(opinionsOf(room, facts) as unknown as Canonical),
    people: canonicalJson(peopleOf(room, facts) as unknown as Canonical),
    by: caller.person.name,
    decidedAt,
    note: input.note,
  };
  keepStandard(store, standard.sha256, standard.version, standardText);
  const baseVersion = guardedVersion(store, 'decision', caseId);
  const ledgerSeq = recordDeed(room, caller, {
    type: 'decision.made',
    entity: 'decision',
    entityId: caseId,
    baseVersion,
    payload: { ...entry },
  });
  keepGuardedVersion(store, 'decision', caseId, baseVersion + 1);
  insertDecision(store, {
    id: entry.decisionId as DecisionId,
    caseId,
    round: entry.round,
    outcome: entry.outcome,
    star: entry.star,
    standardSha256: standard.sha256,
    dossier: entry.dossier,
    verdict: entry.verdict,
    opinions: entry.opinions,
    people: entry.people,
    decidedBy: caller.person.id,
    decidedByName: null,
    decidedAt,
    note: input.note,
    desk: null,
    ledgerSeq,
    state: 'stands',
    ...deadlinesFrom(room, outcome.value.outcome),
  });
  closeRound(store, caseId, entry.round, 'decided');
  settleAppeal(
    store,
    { caseId, round: entry.round },
    {
      outcome: 'upheld',
      reason: input.note,
      by: caller.person.id,
      at: decidedAt,
    },
  );
  restage(room, caseId);
  room.announce('case.changed', { caseId });
  const kept = findDecision(store, entry.decisionId as DecisionId);
  return kept ? ok(decisionView(room, kept)) : refuse('case.unknown');
}

function notDecidable(standard: Standard, verdict: Verdict): Answer<never> {
  const missing = standard.criteria.filter((criterion) => verdict.missing.includes(criterion.id));
  return refuse('case.not-decidable', {
    missingZh: missing.map((criterion) => criterion.zh).join('；'),
    missingEn: missing.map((criterion) => criterion.en).join('; '),
  });
}
