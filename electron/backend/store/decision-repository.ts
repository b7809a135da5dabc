import type { CaseId, DecisionId } from '#shared/base/ids.ts';
import type { Store } from './database.ts';

/** An expert's opinion as stored; star 0 advises refusal. */
export interface OpinionRecord {
  readonly personId: string;
  readonly star: number;
  readonly text: string;
  readonly givenAt: string;
}

/** A decision as stored; dossier and verdict are the exact texts it was made on. */
export interface DecisionRecord {
  readonly id: DecisionId;
  readonly caseId: CaseId;
  readonly outcome: 'grant' | 'propose' | 'refuse';
  readonly star: number | null;
  readonly standardSha256: string;
  readonly dossier: string;
  readonly verdict: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly note: string | null;
  readonly ledgerSeq: number;
  readonly consentAgreed: 0 | 1 | null;
  readonly consentHow: string | null;
  readonly consentBy: string | null;
  readonly consentAt: string | null;
}

export const opinionsOf = (store: Store, caseId: CaseId): readonly OpinionRecord[] =>
  store.all<OpinionRecord>(
    'SELECT person_id AS personId, star, text, given_at AS givenAt FROM opinion WHERE case_id = ? ORDER BY given_at, person_id',
    [caseId],
  );

export function insertOpinion(store: Store, caseId: CaseId, opinion: OpinionRecord): void {
  store.run('INSERT INTO opinion (case_id, person_id, star, text, given_at) VALUES (?, ?, ?, ?, ?)', [
    caseId,
    opinion.personId,
    opinion.star,
    opinion.text,
    opinion.givenAt,
  ]);
}

const SELECT = `SELECT d.id, d.case_id AS caseId, d.outcome, d.star, d.standard_sha256 AS standardSha256, d.dossier, d.verdict,
  d.decided_by AS decidedBy, d.decided_at AS decidedAt, d.note, d.ledger_seq AS ledgerSeq, d.consent_agreed AS consentAgreed,
  d.consent_how AS consentHow, d.consent_by AS consentBy, d.consent_at AS consentAt FROM decision d`;

export const findDecision = (store: Store, caseId: CaseId): DecisionRecord | undefined =>
  store.find<DecisionRecord>(`${SELECT} WHERE d.case_id = ?`, [caseId]);

/** Every decision, for replay. */
export const allDecisions = (store: Store): IterableIterator<DecisionRecord> =>
  store.iterate<DecisionRecord>(`${SELECT} ORDER BY d.ledger_seq`);

export type NewDecision = Omit<DecisionRecord, 'consentAgreed' | 'consentHow' | 'consentBy' | 'consentAt'>;

export function insertDecision(store: Store, decision: NewDecision): void {
  store.run(
    `INSERT INTO decision (id, case_id, outcome, star, standard_sha256, dossier, verdict, decided_by, decided_at, note, ledger_seq)
     VALUES (:id, :caseId, :outcome, :star, :standardSha256, :dossier, :verdict, :decidedBy, :decidedAt, :note, :ledgerSeq)`,
    { ...decision },
  );
}

export function recordConsent(
  store: Store,
  id: DecisionId,
  consent: { readonly agreed: boolean; readonly how: string; readonly by: string; readonly at: Date },
): void {
  store.run('UPDATE decision SET consent_agreed = ?, consent_how = ?, consent_by = ?, consent_at = ? WHERE id = ?', [
    consent.agreed ? 1 : 0,
    consent.how,
    consent.by,
    consent.at.toISOString(),
    id,
  ]);
}
