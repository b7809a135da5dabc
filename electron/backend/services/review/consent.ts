import { ok } from '#shared/base/result.ts';
import type { FailureCode } from '#shared/contract/failures.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { decisionState, hasLapsed, loadCase, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import { attachmentsOf } from '#electron/backend/store/attachment-repository.ts';
import {
  findDecision,
  guardedVersion,
  keepGuardedVersion,
  recordConsent as keepConsent,
  type ConsentRecord,
  type DecisionRecord,
} from '#electron/backend/store/decision-repository.ts';
import { decisionView, isProvisional } from './decision-views.ts';
import { whyNotGrant } from './standing-proposal.ts';

/** The proposal of a case that can be answered today. */
export function openProposal(room: Room, facts: CaseFacts): Answer<DecisionRecord> {
  const { decision, record } = facts;
  if (decision === undefined || decisionState(decision) !== 'proposed') return refuse('case.no-proposal');
  if (hasLapsed(decision, room.today())) return refuse('consent.lapsed', { until: decision.consentUntil });
  return isProvisional(room, decision) ? refuse('decision.provisional', { caseId: record.id }) : ok(decision);
}

/** Records the applicant's answer to a lower star: granted only with consent (A17), in its time, while the star still stands. */
export const recordConsent: Service<'consent.record'> = (room, input, caller) =>
  atomically(room, () => {
    const facts = loadCase(room, input.caseId);
    if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
    const proposal = openProposal(room, facts);
    if (!proposal.ok) return proposal;
    if (facts.record.version !== input.baseVersion) return refuse('case.changed-meanwhile');
    const against = input.agreed ? whyNotGrant(room, facts, proposal.value, room.today()) : null;
    if (against !== null) return refuse(against.code, against.data);
    const scans = attachmentsOf(room.store, 'consent', proposal.value.id).map(({ sha256 }) => sha256);
    if (input.agreed && input.channel === 'paper' && scans.length === 0)
      return refuse('consent.scan-needed', {}, 'channel');
    const { agreed, channel, how } = input;
    storeConsent(
      room,
      caller,
      proposal.value,
      { agreed, channel, how, by: caller.person.id, at: room.now().toISOString() },
      scans,
    );
    const decision = findDecision(room.store, proposal.value.id);
    return decision ? ok(decisionView(room, decision)) : refuse('case.unknown');
  });

/** Why an applicant's consent cannot be recorded for a case today: a refusal's code; null when it can. */
export function mayNotConsent(room: Room, facts: CaseFacts): FailureCode | null {
  const proposal = openProposal(room, facts);
  if (!proposal.ok) return proposal.failure.code;
  return whyNotGrant(room, facts, proposal.value, room.today())?.code ?? null;
}

/** Writes an answer to this desk's proposal with its deed, inside the caller's transaction. */
export function storeConsent(
  room: Room,
  caller: SignedInCaller,
  decision: DecisionRecord,
  consent: ConsentRecord,
  scans: readonly string[],
): void {
  const { caseId } = decision;
  keepConsent(room.store, decision.id, consent);
  const baseVersion = guardedVersion(room.store, 'decision', caseId);
  recordCaseDeed(room, caller, caseId, {
    type: consent.agreed ? 'consent.given' : 'consent.refused',
    entity: 'decision',
    entityId: caseId,
    baseVersion,
    payload: { decisionId: decision.id, star: decision.star, how: consent.how, channel: consent.channel },
    blobs: scans,
  });
  keepGuardedVersion(room.store, 'decision', caseId, baseVersion + 1);
}
