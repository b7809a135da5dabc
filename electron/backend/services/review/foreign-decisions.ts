import type { CaseId, DecisionId } from '#shared/base/ids.ts';
import { foreignPersonId } from '#shared/domain/foreign-person.ts';
import type { LedgerEntry } from '#shared/domain/ledger-entry.ts';
import {
  consentEntrySchema,
  decisionEntrySchema,
  decisionPeopleSchema,
  type DecisionEntry,
} from '#shared/platform/decision-entry.ts';
import type { AcceptedEntry } from '#shared/platform/push.ts';
import { loadCase, restage, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import type { Room } from '#electron/backend/services/room.ts';
import { insertTouch } from '#electron/backend/store/case-repository.ts';
import {
  findDecision,
  insertDecision,
  keepGuardedVersion,
  recordConsent,
} from '#electron/backend/store/decision-repository.ts';
import { sha256Hex } from '#electron/backend/store/ledger.ts';
import { keepForeignPerson } from '#electron/backend/store/foreign-evidence-repository.ts';
import {
  closeRound,
  insertRound,
  moveAppeal,
  newestRound,
  rewriteRound,
  settleAppeal,
} from '#electron/backend/store/round-repository.ts';
import { carryRound, fillRounds } from './number-rounds.ts';

/**
 * Applies another desk's entry on a decision; answers whether it did. What it cannot read or place stays raw.
 *
 * Runs inside the sync's transaction; twice changes nothing.
 */
export function applyDecisionEntry(room: Room, accepted: AcceptedEntry): boolean {
  const entry = JSON.parse(accepted.body) as LedgerEntry;
  if (entry.entity !== 'decision') return false;
  if (accepted.version !== undefined) keepGuardedVersion(room.store, 'decision', entry.entityId, accepted.version);
  switch (entry.type) {
    case 'decision.made':
      return applyDecision(room, entry);
    case 'consent.given':
    case 'consent.refused':
      return applyConsent(room, entry);
    default:
      return false;
  }
}

/** Dossier and verdict must be the texts that were hashed; one that differs is not applied. */
function readDecision(entry: LedgerEntry): DecisionEntry | undefined {
  const read = decisionEntrySchema.safeParse(entry.payload);
  if (!read.success) return undefined;
  const { dossier, dossierSha256, verdict, verdictSha256 } = read.data;
  return sha256Hex(dossier) === dossierSha256 && sha256Hex(verdict) === verdictSha256 ? read.data : undefined;
}

function applyDecision(room: Room, entry: LedgerEntry): boolean {
  const decision = readDecision(entry);
  const facts = loadCase(room, entry.entityId as CaseId);
  if (decision === undefined || facts === undefined) return false;
  if (facts.decisions.some(({ id }) => id === decision.decisionId)) return true;
  const { record } = facts;
  const { actor, desk } = entry;
  keepForeignPerson(room.store, { id: foreignPersonId(actor, desk), desk, name: decision.by });
  makeRounds(room, facts, decision, entry);
  const rival = facts.decisions.some(({ round, state }) => round === decision.round && state === 'stands');
  insertDecision(room.store, {
    id: decision.decisionId as DecisionId,
    caseId: record.id,
    round: decision.round,
    outcome: decision.outcome,
    star: decision.star,
    standardSha256: decision.standardSha256,
    dossier: decision.dossier,
    verdict: decision.verdict,
    opinions: decision.opinions,
    people: decision.people,
    decidedBy: entry.actor,
    decidedByName: decision.by,
    decidedAt: decision.decidedAt,
    note: decision.note,
    desk: entry.desk,
    ledgerSeq: null,
    state: rival ? 'rival' : 'stands',
    appealUntil: decision.appealUntil,
    consentUntil: decision.consentUntil,
  });
  if (!rival) endRound(room, facts, decision, entry);
  rememberPeople(room, record.id, decision);
  restage(room, record.id);
  room.announce('case.changed', { caseId: record.id });
  return true;
}

/** Ends the round a decision was made in; one that was opened here for another reason goes on in the next. */
function endRound(room: Room, facts: CaseFacts, decision: DecisionEntry, entry: LedgerEntry): void {
  const { id: caseId } = facts.record;
  const { decidedAt: at, kind, note, reason, round } = decision;
  const by = foreignPersonId(entry.actor, entry.desk);
  const other = facts.rounds.find((one) => one.round === round && one.kind !== kind);
  closeRound(room.store, caseId, round, 'decided');
  if (other !== undefined) {
    rewriteRound(room.store, { caseId, round, kind, fact: null, reason, openedBy: by, openedAt: entry.at });
    moveAppeal(room.store, { caseId, round }, carryRound(room, other));
  }
  settleAppeal(room.store, { caseId, round }, { outcome: 'upheld', reason: note, by, at });
}

/** Rounds this desk does not know yet; one that was open here and is behind is closed without a decision of its own. */
function makeRounds(room: Room, facts: CaseFacts, decision: DecisionEntry, entry: LedgerEntry): void {
  const caseId = facts.record.id;
  if (facts.round.state === 'open' && facts.round.round < decision.round)
    closeRound(room.store, caseId, facts.round.round, 'dismissed');
  const { kind, reason, round } = decision;
  const opened = { caseId, round, openedBy: foreignPersonId(entry.actor, entry.desk), openedAt: entry.at };
  fillRounds(room, opened);
  if (newestRound(room.store, caseId) < round)
    insertRound(room.store, { ...opened, kind, reason, panelRound: round, panelSize: null, fact: null, state: 'open' });
}

/** Who had to do with the case at the other desk has had to do with it here: a person is one person. */
function rememberPeople(room: Room, caseId: CaseId, decision: DecisionEntry): void {
  const people = decisionPeopleSchema.safeParse(JSON.parse(decision.people));
  if (!people.success) return;
  for (const { personId, touches } of people.data)
    for (const touch of touches) insertTouch(room.store, caseId, personId, touch, decision.decidedAt, decision.round);
}

function applyConsent(room: Room, entry: LedgerEntry): boolean {
  const consent = consentEntrySchema.safeParse(entry.payload);
  const decision = consent.success ? findDecision(room.store, consent.data.decisionId as DecisionId) : undefined;
  if (!consent.success || decision === undefined || decision.consentAt !== null) return false;
  const { channel, how } = consent.data;
  const agreed = entry.type === 'consent.given';
  recordConsent(room.store, decision.id, { agreed, how, channel, by: entry.actor, at: entry.at });
  restage(room, decision.caseId);
  room.announce('case.changed', { caseId: decision.caseId });
  return true;
}
