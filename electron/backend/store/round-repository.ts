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

/** Puts another desk's opening, or what a decision says its round was, in the place of what stood here. */
export function rewriteRound(
  store: Store,
  round: Pick<RoundRecord, 'caseId' | 'round' | 'kind' | 'fact' | 'reason' | 'openedBy' | 'openedAt'>,
): void {
  store.run(
    `UPDATE review_round SET kind = :kind, fact = :fact, reason = :reason, opened_by = :openedBy, opened_at = :openedAt
     WHERE case_id = :caseId AND round = :round`,
    { ...round },
  );
}

/** Opens a round that was closed once more. */
export const reopenRound = (store: Store, caseId: CaseId, round: number): number =>
  store.run("UPDATE review_round SET state = 'open' WHERE case_id = ? AND round = ?", [caseId, round]);

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

/** An appeal of this desk or another; one that gave way to another desk's round is found no more. */
export const findAppeal = (store: Store, id: AppealId): AppealRecord | undefined =>
  store.find<AppealRecord>(`${APPEAL} WHERE id = ? AND gave_way_at IS NULL`, [id]);

export const appealsOf = (store: Store, caseId: CaseId): readonly AppealRecord[] =>
  store.all<AppealRecord>(`${APPEAL} WHERE case_id = ? AND gave_way_at IS NULL ORDER BY round`, [caseId]);

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

/** Keeps an open appeal as one that gave way to the round another desk had opened before. */
export const giveWay = (store: Store, id: AppealId, at: string): number =>
  store.run('UPDATE appeal SET gave_way_at = ? WHERE id = ?', [at, id]);

/** Lets a later round hear the appeal of a round, where there is one. */
export const moveAppeal = (
  store: Store,
  from: { readonly caseId: CaseId; readonly round: number },
  round: number,
): number =>
  store.run('UPDATE appeal SET round = ? WHERE case_id = ? AND round = ? AND gave_way_at IS NULL', [
    round,
    from.caseId,
    from.round,
  ]);

/** Ends the appeal that a round hears, where there is one; what was dismissed is upheld by a decision that came of it. */
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
    `UPDATE appeal SET outcome = :outcome, reason = :reason, decided_by = :by, decided_at = :at
     WHERE case_id = :caseId AND round = :round AND gave_way_at IS NULL
       AND (outcome IS NULL OR outcome = 'dismissed')`,
    { ...outcome, caseId: at.caseId, round: at.round },
  );
}

/** Whether an appeal of a case waits for its outcome. */
export const hasOpenAppeal = (store: Store, caseId: CaseId): boolean =>
  store.find('SELECT 1 FROM appeal WHERE case_id = ? AND outcome IS NULL AND gave_way_at IS NULL LIMIT 1', [caseId]) !==
  undefined;
