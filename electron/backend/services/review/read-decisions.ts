import { ok } from '#shared/base/result.ts';
import type { BarredPerson, DecisionOpinion, DecisionPerson, DecisionRecordView } from '#shared/contract/decisions.ts';
import { mayDecideRound } from '#shared/domain/impartiality.ts';
import { hasRight } from '#shared/domain/roles.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import { verdictText, type Verdict } from '#shared/domain/star/verdict.ts';
import {
  decisionState,
  hasLapsed,
  involvementOf,
  isPanelOpen,
  isUndecided,
  loadCase,
  type CaseFacts,
} from '#electron/backend/services/case-facts.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import { findStandard } from '#electron/backend/services/standards/standard.ts';
import type { Room, Service } from '#electron/backend/services/room.ts';
import { findDecision, type DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import { allPeople, type PersonRecord } from '#electron/backend/store/people-repository.ts';
import { deadlinesFrom, peopleOf } from './decide-case.ts';
import { decisionView, isProvisional } from './decision-views.ts';
import { judgeToday, sealed } from './judge-case.ts';
import { mayDecideAnew } from './standing-proposal.ts';

/** What deciding now would do; writes nothing and shows nothing that is still sealed. */
export const previewDecision: Service<'decision.preview'> = (room, input) => {
  const facts = loadCase(room, input.caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  const anew = mayDecideAnew(room, facts);
  const kind = anew ? 'lapsed' : facts.round.kind;
  const judgement = judgeToday(room, facts);
  const { verdict } = judgement;
  const { dossierSha256, verdictSha256 } = sealed(judgement);
  const deciders = allPeople(room.store).filter((one) => !one.disabled && hasRight(one.roles, 'cases.decide'));
  const judged = deciders.map((person) => ({
    person,
    allowed: mayDecideRound(involvementOf(room, facts, person.id), kind),
  }));
  return ok({
    round: anew ? facts.round.round + 1 : facts.round.round,
    kind,
    verdict,
    writes: {
      dossierSha256,
      verdictSha256,
      opinions: facts.opinions.length,
      people: peopleOf(room, facts),
      ...deadlinesFrom(room, verdict.outcome),
    },
    supersedes: facts.standing ? decisionView(room, facts.standing) : null,
    awardDiffers: facts.award !== undefined && facts.award.star !== verdict.star,
    mayRefuse: hasLapsed(facts.decision, room.today()) && verdict.outcome === 'propose',
    mayDecide: judged.flatMap(({ allowed, person }) => (allowed.ok ? [named(person)] : [])),
    mayNotDecide: judged.flatMap(({ allowed, person }): readonly BarredPerson[] =>
      allowed.ok
        ? []
        : [
            {
              ...named(person),
              code: allowed.failure.code,
              reason: allowed.failure.data?.['reason'] == null ? null : String(allowed.failure.data['reason']),
            },
          ],
    ),
    blocked: whyBlocked(room, facts, verdict, anew),
  });
};

const named = (person: PersonRecord) => ({ personId: person.id, name: person.name });

function whyBlocked(room: Room, facts: CaseFacts, verdict: Verdict, anew: boolean): string | null {
  if (!isUndecided(facts) && !anew) return 'case.already-decided';
  if (facts.decision && isProvisional(room, facts.decision)) return 'decision.provisional';
  if (!isPanelOpen(facts)) return 'case.panel-incomplete';
  return verdict.outcome === 'undecidable' ? 'case.not-decidable' : null;
}

/** A decision of any round with all it rests on, worked out again on the spot. */
export const getDecision: Service<'decision.get'> = (room, input) => {
  const found = findDecision(room.store, input.decisionId);
  const facts = found && loadCase(room, found.caseId);
  const decision = facts?.decisions.find(({ id }) => id === input.decisionId);
  if (decision === undefined || facts === undefined) return refuse('decision.unknown', {}, 'decisionId');
  const kind = facts.rounds.find(({ round }) => round === decision.round)?.kind ?? 'first';
  return ok({
    ...decisionView(room, decision),
    caseId: decision.caseId,
    kind,
    dossier: JSON.parse(decision.dossier) as Dossier,
    verdict: JSON.parse(decision.verdict) as Verdict,
    opinions: JSON.parse(decision.opinions) as readonly DecisionOpinion[],
    people: JSON.parse(decision.people) as readonly DecisionPerson[],
    replays: replays(room, decision),
  } satisfies DecisionRecordView);
};

/**
 * Whether a stored dossier under its stored standard still gives the stored verdict, byte for byte;
 * null where the standard's text is only at the desk that decided.
 */
export function replays(room: Room, decision: DecisionRecord): boolean | null {
  const loaded = findStandard(room, decision.standardSha256);
  if (loaded === undefined) return null;
  return verdictText(decide(loaded.standard, JSON.parse(decision.dossier) as Dossier)) === decision.verdict;
}

/** The star that stands for a case; null while none does. */
export const grantedStarOf = ({ standing }: CaseFacts): number | null =>
  decisionState(standing) === 'granted' ? (standing?.star ?? null) : null;
