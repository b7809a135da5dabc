import type { AppealId, CaseId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { RoundKind } from '#shared/domain/panel.ts';
import type { Store } from './database.ts';

/** One review of a case as stored. */
export interface RoundRecord {
  readonly caseId: CaseId;
  readonly round: number;
  readonly kind: RoundKind;
  /** Round whose panel counts: its own, or the one before where only a proposal lapsed. */
  readonly panelRound: number;
  /** Opinions needed, kept from the first seat on; null before. */
  readonly panelSize: number | null;
  readonly fact: string | null;
  readonly reason: string;
  readonly openedBy: string | null;
  readonly openedAt: string;
  readonly state: 'open' | 'decided' | 'dismissed';
}

/** An appeal as stored; without an outcome it is open. */
export interface AppealRecord {
  readonly id: AppealId;
  readonly caseId: CaseId;
  readonly round: number;
  readonly grounds: string;
  readonly receivedOn: PlainDate;
  readonly filedBy: string;
  readonly filedAt: string;
  readonly outcome: 'upheld' | 'dismissed' | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** Rounds of a case, the first one first; there is always one. */
export const roundsOf = (store: Store, caseId: CaseId): readonly RoundRecord[] =>
  store.all<RoundRecord>(
    `SELECT case_id AS caseId, round, kind, panel_round AS panelRound, panel_size AS panelSize, fact, reason,
       opened_by AS openedBy, opened_at AS openedAt, state FROM review_round WHERE case_id = ? ORDER BY round`,
    [caseId],
  );

/** The number of the newest round of a case. */
export const newestRound = (store: Store, caseId: CaseId): number =>
  store.get<{ round: number }>('SELECT max(round) AS round FROM review_round WHERE case_id = ?', [caseId]).round;

/** Why a case is, or was last, reviewed. */
export const presentKind = (store: Store, caseId: CaseId): RoundKind =>
  store.get<{ kind: RoundKind }>(
    "SELECT kind FROM review_round WHERE case_id = ? AND state <> 'dismissed' ORDER BY round DESC LIMIT 1",
    [caseId],
  ).kind;

export function insertRound(store: Store, round: RoundRecord): void {
  store.run(
    `INSERT INTO review_round (case_id, round, kind, panel_round, panel_size, fact, reason, opened_by, opened_at, state)
     VALUES (:caseId, :round, :kind, :panelRound, :panelSize, :fact, :reason, :openedBy, :openedAt, :state)`,
    { ...round },
  );
}

/** Ends a round; nobody's seat on it asks for anything any more. */
export function closeRound(store: Store, caseId: CaseId, round: number, state: 'decided' | 'dismissed'): void {
  store.run('UPDATE review_round SET state = ? WHERE case_id = ? AND round = ?', [state, caseId, round]);
  store.run('UPDATE panel_seat SET active = 0 WHERE case_id = ? AND active = 1', [caseId]);
}

/** Keeps how many opinions a round needs from its first seat on. */
export function keepPanelSize(store: Store, caseId: CaseId, round: number, size: number): void {
  store.run('UPDATE review_round SET panel_size = ? WHERE case_id = ? AND round = ? AND panel_size IS NULL', [
    size,
    caseId,
    round,
  ]);
}

const APPEAL = `SELECT id, case_id AS caseId, round, grounds, received_on AS receivedOn, filed_by AS filedBy, filed_at AS filedAt,
  outcome, reason, decided_by AS decidedBy, decided_at AS decidedAt FROM appeal`;

export const findAppeal = (store: Store, id: AppealId): AppealRecord | undefined =>
  store.find<AppealRecord>(`${APPEAL} WHERE id = ?`, [id]);

export const appealsOf = (store: Store, caseId: CaseId): readonly AppealRecord[] =>
  store.all<AppealRecord>(`${APPEAL} WHERE case_id = ? ORDER BY round`, [caseId]);

export function insertAppeal(
  store: Store,
  appeal: Pick<AppealRecord, 'id' | 'caseId' | 'round' | 'grounds' | 'receivedOn' | 'filedBy' | 'filedAt'>,
): void {
  store.run(
    `INSERT INTO appeal (id, case_id, round, grounds, received_on, filed_by, filed_at)
     VALUES (:id, :caseId, :round, :grounds, :receivedOn, :filedBy, :filedAt)`,
    { ...appeal },
  );
}

/** Ends the appeal that a round hears, where there is one. */
export function settleAppeal(
  store: Store,
  at: { readonly caseId: CaseId; readonly round: number },
  outcome: {
    readonly outcome: 'upheld' | 'dismissed';
    readonly reason: string | null;
    readonly by: string;
    readonly at: string;
  },
): void {
  store.run(
    `UPDATE appeal SET outcome = ?, reason = ?, decided_by = ?, decided_at = ? WHERE case_id = ? AND round = ? AND outcome IS NULL`,
    [outcome.outcome, outcome.reason, outcome.by, outcome.at, at.caseId, at.round],
  );
}

/** Whether an appeal of a case waits for its outcome. */
export const hasOpenAppeal = (store: Store, caseId: CaseId): boolean =>
  store.find('SELECT 1 FROM appeal WHERE case_id = ? AND outcome IS NULL LIMIT 1', [caseId]) !== undefined;
