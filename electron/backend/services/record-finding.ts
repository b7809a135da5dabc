import type { Canonical } from '#shared/base/canonical-json.ts';
import { ok } from '#shared/base/result.ts';
import type { FindingValue } from '#shared/contract/cases.ts';
import type { EvidenceSource } from '#shared/contract/evidence.ts';
import { mayEvaluate } from '#shared/domain/impartiality.ts';
import { insertFinding } from '#electron/backend/store/case-repository.ts';
import { atomically } from './atomically.ts';
import { involvementOf, isUndecided, loadCase, type CaseFacts } from './case-facts.ts';
import { fromLab } from './lab/lab-finding.ts';
import { recordCaseDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from './room.ts';
import { findingView } from './view-case.ts';

/** Facts of one kind that stand side by side are told apart by their subject. */
export const subjectOf = (finding: FindingValue): string => (finding.kind === 'not-applicable' ? finding.link : '');

/** Whether the caller may add facts to a case now; answers with the case. */
export function mayRecord(room: Room, facts: CaseFacts | undefined, caller: SignedInCaller): Answer<CaseFacts> {
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  if (!isUndecided(facts)) return refuse('case.already-decided', { caseId: facts.record.id });
  const allowed = mayEvaluate(involvementOf(room, facts, caller.person.id));
  return allowed.ok ? ok(facts) : refuse(allowed.failure.code, allowed.failure.data);
}

/** Why a fact's day cannot be: a review and an evaluation are facts once they took place; null when it can. */
function notYet(room: Room, finding: FindingValue) {
  const today = room.today();
  if (finding.kind === 'review-date' && finding.on > today)
    return { code: 'finding.review-in-future', data: { on: finding.on, today }, field: 'finding.on' } as const;
  if (finding.kind !== 'evaluation' || finding.completedOn === null || finding.completedOn <= today) return null;
  const data = { on: finding.completedOn, today };
  return { code: 'finding.evaluation-in-future', data, field: 'finding.completedOn' } as const;
}

/**
 * Writes a fact with where it comes from, inside the caller's transaction; answers when.
 *
 * The one place a finding is made: by hand, from the application, from a report or a visit.
 */
export function storeFinding(
  room: Room,
  caller: SignedInCaller,
  facts: CaseFacts,
  finding: FindingValue,
  source: EvidenceSource,
): string {
  const at = room.now().toISOString();
  insertFinding(room.store, facts.record.id, {
    id: room.world.newId(),
    kind: finding.kind,
    subject: subjectOf(finding),
    value: JSON.stringify(finding),
    recordedBy: caller.person.id,
    recordedAt: at,
    source: JSON.stringify(source),
  });
  recordCaseDeed(room, caller, facts.record.id, {
    type: 'finding.recorded',
    touch: 'recorded-evidence',
    entity: 'case',
    entityId: facts.record.id,
    payload: { finding: finding as unknown as Canonical, source: source as unknown as Canonical },
  });
  return at;
}

/** Records one fact about a case; a newer one of the same kind supersedes it and the old one stays as history. */
export const recordFinding: Service<'finding.record'> = (room, input, caller) =>
  atomically(room, () => {
    const allowed = mayRecord(room, loadCase(room, input.caseId), caller);
    if (!allowed.ok) return allowed;
    const typed = fromLab(room, input.caseId, input.finding);
    if (typed !== null) return typed;
    const early = notYet(room, input.finding);
    if (early !== null) return refuse(early.code, early.data, early.field);
    const source = { kind: 'hand' } as const;
    const at = storeFinding(room, caller, allowed.value, input.finding, source);
    return ok(findingView(room, { finding: input.finding, recordedBy: caller.person.id, recordedAt: at, source }));
  });

/**
 * Takes every result that came with the application over, under the inspector's name; test outcomes stay out
 * while the case has a test order of their kind or was drawn, because the laboratory's report says them. Where a day
 * among them lies in the future none is taken: the wrong one is recorded by hand as it was, or waits for its day.
 */
export const confirmReported: Service<'finding.confirm-reported'> = (room, input, caller) =>
  atomically(room, () => {
    const allowed = mayRecord(room, loadCase(room, input.caseId), caller);
    if (!allowed.ok) return allowed;
    const reported = JSON.parse(allowed.value.record.reported) as readonly FindingValue[];
    if (reported.length === 0) return refuse('case.nothing-reported');
    const refusals = reported.map((finding) => fromLab(room, input.caseId, finding));
    const taken = reported.filter((_, index) => refusals[index] === null);
    if (taken.length === 0) return refusals.find((refusal) => refusal !== null) ?? refuse('case.nothing-reported');
    for (const finding of taken) {
      const early = notYet(room, finding);
      if (early !== null) return refuse(early.code, early.data);
    }
    for (const finding of taken) storeFinding(room, caller, allowed.value, finding, { kind: 'application' });
    return ok({ recorded: taken.length });
  });
