import type { CaseId, IncidentId } from '#shared/base/ids.ts';
import type { IncidentJudgement, IncidentState, InForce } from '#shared/domain/incident-state.ts';
import type { Store } from './database.ts';

/** A grading or closing as stored, with who did it and why. */
export interface JudgementRecord extends IncidentJudgement {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** A judgement to keep; where it stands says whose it is. */
export interface NewJudgement extends Omit<JudgementRecord, 'travels'> {
  readonly incidentId: IncidentId;
  /** The open cases it was made evidence of. */
  readonly cases: readonly string[];
  /** Number in this desk's ledger, or place in the platform's stream. */
  readonly place: { readonly seq: number } | { readonly cursor: number };
}

/** Keeps a judgement; one that is here stays as it is, and takes the place the platform gives it now. */
export function insertJudgement(store: Store, { cases, place, ...judgement }: NewJudgement): void {
  store.run(
    `INSERT INTO incident_judgement (id, incident_id, verdict, reason, judged_by, judged_at, follows, cases, seq, cursor)
     VALUES (:id, :incidentId, :verdict, :reason, :by, :at, :follows, :cases, :seq, :cursor)
     ON CONFLICT (id) DO UPDATE SET cursor = excluded.cursor WHERE seq IS NULL`,
    { ...judgement, cases: JSON.stringify(cases), seq: null, cursor: null, ...place },
  );
}

/**
 * Judgements of an incident in the platform's order: what was there before they travelled, what the
 * platform placed, then what of ours it has not placed.
 */
export const judgementsOf = (store: Store, incidentId: IncidentId): readonly JudgementRecord[] =>
  store
    .all<Omit<JudgementRecord, 'travels'> & { readonly travels: number }>(
      `SELECT j.id, j.verdict, j.follows, j.judged_by AS "by", j.judged_at AS "at", j.reason,
         j.seq IS NOT NULL OR j.cursor IS NOT NULL AS travels
       FROM incident_judgement j LEFT JOIN outbox o ON o.seq = j.seq
       WHERE j.incident_id = ?
       ORDER BY CASE WHEN j.seq IS NULL THEN coalesce(j.cursor, 0) WHEN o.state = 'accepted' THEN coalesce(o.cursor, 0)
         ELSE ${Number.MAX_SAFE_INTEGER} END, j.seq, j.rowid`,
      [incidentId],
    )
    .map((row) => ({ ...row, travels: row.travels === 1 }));

/** The incident that an entry of this desk judged. */
export const incidentJudgedBy = (store: Store, seq: number): IncidentId | undefined =>
  store.find<{ id: IncidentId }>('SELECT incident_id AS id FROM incident_judgement WHERE seq = ?', [seq])?.id;

/** An incident as it was told, before anybody here or elsewhere judged it. */
export const toldState = (store: Store, id: IncidentId): IncidentState =>
  store.get<IncidentState>('SELECT told_status AS status, told_grade AS grade FROM incident WHERE id = ?', [id]);

/** Writes what is in force of an incident, with who graded and closed it. */
export function keepState(
  store: Store,
  id: IncidentId,
  { closing, grading, state }: Pick<InForce<JudgementRecord>, 'state' | 'grading' | 'closing'>,
): void {
  store.run(
    `UPDATE incident SET status = ?, grade = ?, graded_by = ?, graded_at = ?, grade_reason = ?, closed_by = ?, closed_at = ?,
       close_reason = ? WHERE id = ?`,
    [
      state.status,
      state.grade,
      ...[grading, closing].flatMap((one) => [one?.by ?? null, one?.at ?? null, one?.reason ?? null]),
      id,
    ],
  );
}

/** Who graded or closed incidents, here and at other desks, and when; also where another judgement counts. */
export const judgesOf = (
  store: Store,
  incidents: readonly IncidentId[],
): readonly Pick<JudgementRecord, 'by' | 'at'>[] =>
  store.all(
    `SELECT j.judged_by AS "by", min(j.judged_at) AS "at"
     FROM json_each(?) i JOIN incident_judgement j ON j.incident_id = i.value GROUP BY j.judged_by ORDER BY j.judged_by`,
    [JSON.stringify(incidents)],
  );

/** Who judged, at other desks, an incident that counts for a case when that case was open there. */
export const foreignJudgesOf = (
  store: Store,
  of: { readonly id: CaseId; readonly uscc: string },
): readonly { readonly by: string; readonly at: string }[] =>
  store
    .all<{ by: string; at: string; cases: string }>(
      `SELECT j.judged_by AS "by", j.judged_at AS "at", j.cases FROM incident i JOIN incident_judgement j ON j.incident_id = i.id
       WHERE i.uscc = ? AND j.cursor IS NOT NULL`,
      [of.uscc],
    )
    .filter(({ cases }) => (JSON.parse(cases) as readonly string[]).includes(of.id));
