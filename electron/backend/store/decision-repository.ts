import type { CaseId, DecisionId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Store } from './database.ts';

/** A decision as stored; dossier and verdict are the exact texts it was made on. */
export interface DecisionRecord {
  readonly id: DecisionId;
  readonly caseId: CaseId;
  readonly round: number;
  readonly outcome: 'grant' | 'propose' | 'refuse';
  readonly star: number | null;
  readonly standardSha256: string;
  readonly dossier: string;
  readonly verdict: string;
  /** The contract's lists as canonical JSON: what the panel said, and who had to do with the case. */
  readonly opinions: string;
  readonly people: string;
  readonly decidedBy: string;
  /** Name of a person of another desk; null for this one's. */
  readonly decidedByName: string | null;
  readonly decidedAt: string;
  readonly note: string | null;
  /** Desk that decided where it was another; null for this one. */
  readonly desk: string | null;
  /** Its entry in this desk's ledger; null for another desk's decision. */
  readonly ledgerSeq: number | null;
  readonly state: 'stands' | 'rival' | 'void';
  readonly appealUntil: PlainDate;
  readonly consentUntil: PlainDate | null;
  readonly consentAgreed: 0 | 1 | null;
  readonly consentHow: string | null;
  readonly consentChannel: 'paper' | 'platform' | null;
  readonly consentBy: string | null;
  readonly consentAt: string | null;
}

const SELECT = `SELECT d.id, d.case_id AS caseId, d.round, d.outcome, d.star, d.standard_sha256 AS standardSha256, d.dossier, d.verdict,
  d.opinions, d.people, d.decided_by AS decidedBy, d.decided_by_name AS decidedByName, d.decided_at AS decidedAt, d.note, d.desk,
  d.ledger_seq AS ledgerSeq, d.state, d.appeal_until AS appealUntil, d.consent_until AS consentUntil,
  d.consent_agreed AS consentAgreed, d.consent_how AS consentHow, d.consent_channel AS consentChannel,
  d.consent_by AS consentBy, d.consent_at AS consentAt FROM decision d`;

/** Decisions of a case, by round; another desk's and those given up included. */
export const decisionsOf = (store: Store, caseId: CaseId): readonly DecisionRecord[] =>
  store.all<DecisionRecord>(`${SELECT} WHERE d.case_id = ? ORDER BY d.round, d.decided_at, d.id`, [caseId]);

export const findDecision = (store: Store, id: DecisionId): DecisionRecord | undefined =>
  store.find<DecisionRecord>(`${SELECT} WHERE d.id = ?`, [id]);

/** The newest decision of a case that stands. */
export const findStanding = (store: Store, caseId: CaseId): DecisionRecord | undefined =>
  store.find<DecisionRecord>(`${SELECT} WHERE d.case_id = ? AND d.state = 'stands' ORDER BY d.round DESC LIMIT 1`, [
    caseId,
  ]);

/** Every decision, for replay. */
export const allDecisions = (store: Store): IterableIterator<DecisionRecord> =>
  store.iterate<DecisionRecord>(`${SELECT} ORDER BY d.decided_at, d.id`);

export type NewDecision = Omit<
  DecisionRecord,
  'consentAgreed' | 'consentHow' | 'consentChannel' | 'consentBy' | 'consentAt'
>;

export function insertDecision(store: Store, decision: NewDecision): void {
  store.run(
    `INSERT INTO decision (id, case_id, round, outcome, star, standard_sha256, dossier, verdict, opinions, people, decided_by,
       decided_by_name, decided_at, note, desk, ledger_seq, state, appeal_until, consent_until)
     VALUES (:id, :caseId, :round, :outcome, :star, :standardSha256, :dossier, :verdict, :opinions, :people, :decidedBy,
       :decidedByName, :decidedAt, :note, :desk, :ledgerSeq, :state, :appealUntil, :consentUntil)`,
    { ...decision },
  );
}

/** Says which of two desks' decisions on a round stands. */
export const setDecisionState = (store: Store, id: DecisionId, state: DecisionRecord['state']): number =>
  store.run('UPDATE decision SET state = ? WHERE id = ?', [state, id]);

/** The applicant's answer to a proposal. */
export interface ConsentRecord {
  readonly agreed: boolean;
  readonly how: string;
  readonly channel: 'paper' | 'platform';
  readonly by: string;
  readonly at: string;
}

export function recordConsent(store: Store, id: DecisionId, consent: ConsentRecord): void {
  store.run(
    'UPDATE decision SET consent_agreed = ?, consent_how = ?, consent_channel = ?, consent_by = ?, consent_at = ? WHERE id = ?',
    [consent.agreed ? 1 : 0, consent.how, consent.channel, consent.by, consent.at, id],
  );
}

/** Version of a guarded thing that the next deed on it goes out from; 0 before the first. */
export const guardedVersion = (store: Store, entity: string, entityId: string): number =>
  store.find<{ version: number }>('SELECT version FROM guarded_version WHERE entity = ? AND entity_id = ?', [
    entity,
    entityId,
  ])?.version ?? 0;

/** Remembers the version a deed made, here or at the platform; never counts back. */
export function keepGuardedVersion(store: Store, entity: string, entityId: string, version: number): void {
  store.run(
    `INSERT INTO guarded_version (entity, entity_id, version) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET version = max(version, excluded.version)`,
    [entity, entityId, version],
  );
}
