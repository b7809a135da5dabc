import type { CaseId, DecisionId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import { mayDecide } from '#shared/domain/impartiality.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import { verdictText, type Outcome, type Verdict } from '#shared/domain/star/verdict.ts';
import { insertTouch } from '#electron/backend/store/case-repository.ts';
import {
  findDecision,
  insertDecision,
  recordConsent as keepConsent,
} from '#electron/backend/store/decision-repository.ts';
import { keepStandard } from '#electron/backend/store/standard-repository.ts';
import { sha256Hex } from '#electron/backend/store/ledger.ts';
import {
  decisionState,
  dossierOf,
  involvementOf,
  isUndecided,
  loadCase,
  panelSizeOf,
  restage,
  type CaseFacts,
} from './case-facts.ts';
import { recordCaseDeed, recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from './room.ts';
import { standardInForce } from './standards/standard.ts';
import { confirmPassword } from './session.ts';
import { decisionView } from './view-case.ts';
import type { DecisionView } from '#shared/contract/cases.ts';
import { atomically } from './atomically.ts';

/**
 * Decides a case at the star it asks for, on the facts of this moment.
 *
 * Dossier, standard, verdict and person are stored with the decision, so that it can be replayed
 * bit for bit. The program refuses whoever evaluated the case, a panel that is not complete, and a
 * verdict that is not decidable yet; there is no override.
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

function readyToDecide(room: Room, input: ParsedOf<'case.decide'>, caller: SignedInCaller): Answer<CaseFacts> {
  const facts = loadCase(room, input.caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  if (!isUndecided(facts)) return refuse('case.already-decided', { caseId: facts.record.id });
  const impartial = mayDecide(involvementOf(room, facts, caller.person.id));
  if (!impartial.ok) return refuse(impartial.failure.code, impartial.failure.data);
  if (facts.record.version !== input.baseVersion) return refuse('case.changed-meanwhile');
  const needed = panelSizeOf(facts.record);
  if (facts.opinions.length < needed) {
    return refuse('case.panel-incomplete', { star: facts.record.requestedStar, needed, given: facts.opinions.length });
  }
  return ok(facts);
}

function storeDecision(
  room: Room,
  input: ParsedOf<'case.decide'>,
  caller: SignedInCaller,
  facts: CaseFacts,
): Answer<DecisionView> {
  const dossier = dossierOf(facts, room.today());
  const { standard, text: standardText } = standardInForce(room);
  const verdict = decide(standard, dossier);
  const outcome: Outcome = verdict.outcome;
  if (outcome === 'undecidable') return notDecidable(standard, verdict);
  const { id: caseId } = facts.record;
  const [dossierBody, verdictBody] = [JSON.stringify(dossier), verdictText(verdict)];
  keepStandard(room.store, standard.sha256, standard.version, standardText);
  const ledgerSeq = recordDeed(room, caller, {
    type: 'decision.made',
    entity: 'decision',
    entityId: caseId,
    payload: {
      outcome,
      star: verdict.star,
      requestedStar: verdict.requestedStar,
      standard: verdict.standard.version,
      standardSha256: verdict.standard.sha256,
      dossierSha256: sha256Hex(dossierBody),
      verdictSha256: sha256Hex(verdictBody),
      note: input.note,
    },
  });
  insertDecision(room.store, {
    id: room.world.newId() as DecisionId,
    caseId,
    outcome,
    star: verdict.star,
    standardSha256: standard.sha256,
    dossier: dossierBody,
    verdict: verdictBody,
    decidedBy: caller.person.id,
    decidedAt: room.now().toISOString(),
    note: input.note,
    ledgerSeq,
  });
  insertTouch(room.store, caseId, caller.person.id, 'decided', room.now().toISOString());
  restage(room, caseId);
  room.announce('case.changed', { caseId });
  return viewed(room, caseId);
}

function notDecidable(standard: Standard, verdict: Verdict): Answer<never> {
  const missing = standard.criteria.filter((criterion) => verdict.missing.includes(criterion.id));
  return refuse('case.not-decidable', {
    missingZh: missing.map((criterion) => criterion.zh).join('；'),
    missingEn: missing.map((criterion) => criterion.en).join('; '),
  });
}

/** Records the applicant's answer to a lower star: granted only with consent (A17). */
export const recordConsent: Service<'consent.record'> = (room, input, caller) =>
  atomically(room, () => {
    const facts = loadCase(room, input.caseId);
    if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
    if (facts.decision === undefined || decisionState(facts.decision) !== 'proposed') return refuse('case.no-proposal');
    if (facts.record.version !== input.baseVersion) return refuse('case.changed-meanwhile');
    keepConsent(room.store, facts.decision.id, {
      agreed: input.agreed,
      how: input.how,
      by: caller.person.id,
      at: room.now(),
    });
    recordCaseDeed(room, caller, facts.record.id, {
      type: input.agreed ? 'consent.given' : 'consent.refused',
      entity: 'decision',
      entityId: facts.record.id,
      baseVersion: 1,
      payload: { star: facts.decision.star, how: input.how },
    });
    return viewed(room, facts.record.id);
  });

function viewed(room: Room, caseId: CaseId): Answer<DecisionView> {
  const decision = findDecision(room.store, caseId);
  return decision ? ok(decisionView(room, decision)) : refuse('case.unknown');
}
