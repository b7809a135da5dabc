import type { CaseId } from '#shared/base/ids.ts';
import type { Store } from './database.ts';
import { readPage, EVERYTHING, type KeysetPage } from './keyset.ts';

/** A draw as stored; `cases` and `selected` are JSON lists of case ids. */
export interface DrawRecord {
  readonly id: string;
  readonly number: string;
  readonly seed: string;
  readonly sharePercent: number;
  readonly algorithm: string;
  readonly cases: string;
  readonly selected: string;
  readonly caseCount: number;
  readonly selectedCount: number;
  readonly drawnBy: string;
  readonly drawnAt: string;
}

/** A case that waits to be drawn for, or was. */
export interface DrawCaseRow {
  readonly caseId: CaseId;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  readonly dueOn: string;
}

const COLUMNS = `id, number, seed, share_percent AS sharePercent, algorithm, cases, selected, case_count AS caseCount,
  selected_count AS selectedCount, drawn_by AS drawnBy, drawn_at AS drawnAt`;

/** Stages in which a spot check can still be asked for. */
const OPEN_STAGES = ['documents-in-review', 'returned', 'in-inspection', 'ready-for-review', 'in-review'] as const;

const WAITS = `c.requested_star IN (1, 2)
  AND NOT EXISTS (SELECT 1 FROM case_draw k WHERE k.case_id = c.id)
  AND EXISTS (SELECT 1 FROM sample s WHERE s.case_id = c.id AND s.refusal IS NULL)
  AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.case_id = c.id AND f.kind = 'spot-check' AND f.superseded = 0)
  AND NOT EXISTS (SELECT 1 FROM test_order o WHERE o.case_id = c.id AND o.purpose = 'spot-check' AND o.state <> 'cancelled')`;

/**
 * 1–2★ cases with an accepted sample, neither a spot check nor an order for one yet, which no draw has seen; the one
 * due first on top. One whose sample is in the laboratory already cannot come out as not selected.
 */
export const listDrawCandidates = (store: Store, cursor: string | null, limit: number): KeysetPage<DrawCaseRow> =>
  readPage<DrawCaseRow>(
    store,
    {
      select: `SELECT c.id AS caseId, c.product_name AS productName, e.name AS enterpriseName,
        c.requested_star AS requestedStar, c.due_on AS dueOn FROM case_file c JOIN enterprise e ON e.uscc = c.uscc`,
      any: OPEN_STAGES.map((stage) => ({ where: `c.stage = ? AND ${WAITS}`, parameters: [stage] })),
      sort: 'c.due_on',
      tie: 'c.id',
    },
    cursor,
    limit,
  );

/** Every case that waits for a draw. */
export const drawCandidateIds = (store: Store): readonly CaseId[] =>
  store
    .all<{ id: CaseId }>(
      `SELECT c.id FROM case_file c WHERE c.stage IN (${OPEN_STAGES.map(() => '?').join(', ')}) AND ${WAITS}`,
      OPEN_STAGES,
    )
    .map(({ id }) => id);

/** How many cases wait for a draw. */
export const countDrawCandidates = (store: Store): number =>
  store.get<{ n: number }>(
    `SELECT count(*) AS n FROM case_file c WHERE c.stage IN (${OPEN_STAGES.map(() => '?').join(', ')}) AND ${WAITS}`,
    OPEN_STAGES,
  ).n;

/** Draws, the newest on top. */
export const listDraws = (store: Store, cursor: string | null, limit: number): KeysetPage<DrawRecord> =>
  readPage<DrawRecord>(
    store,
    { select: `SELECT ${COLUMNS} FROM draw`, any: [EVERYTHING], sort: 'drawn_at', tie: 'id', descending: true },
    cursor,
    limit,
  );

export const findDraw = (store: Store, id: string): DrawRecord | undefined =>
  store.find<DrawRecord>(`SELECT ${COLUMNS} FROM draw WHERE id = ?`, [id]);

/** The draw a case was in; a case is in one at most. */
export const findDrawOfCase = (
  store: Store,
  caseId: CaseId,
): { readonly drawId: string; readonly number: string; readonly selected: 0 | 1 } | undefined =>
  store.find(
    'SELECT k.draw_id AS drawId, d.number, k.selected FROM case_draw k JOIN draw d ON d.id = k.draw_id WHERE k.case_id = ?',
    [caseId],
  );

/** Names of the cases of a draw, in the order of their ids. */
export const casesOfDraw = (store: Store, drawId: string): readonly (DrawCaseRow & { readonly selected: 0 | 1 })[] =>
  store.all(
    `SELECT c.id AS caseId, c.product_name AS productName, e.name AS enterpriseName, c.requested_star AS requestedStar,
       c.due_on AS dueOn, k.selected
     FROM case_draw k JOIN case_file c ON c.id = k.case_id JOIN enterprise e ON e.uscc = c.uscc
     WHERE k.draw_id = ? ORDER BY k.case_id`,
    [drawId],
  );

/** Keeps a draw and marks every case it saw. */
export function insertDraw(store: Store, draw: DrawRecord): void {
  store.run(
    `INSERT INTO draw (id, number, seed, share_percent, algorithm, cases, selected, case_count, selected_count, drawn_by, drawn_at)
     VALUES (:id, :number, :seed, :sharePercent, :algorithm, :cases, :selected, :caseCount, :selectedCount, :drawnBy, :drawnAt)`,
    { ...draw },
  );
  const selected = new Set(JSON.parse(draw.selected) as readonly string[]);
  for (const caseId of JSON.parse(draw.cases) as readonly string[]) {
    store.run('INSERT INTO case_draw (case_id, draw_id, selected) VALUES (?, ?, ?)', [
      caseId,
      draw.id,
      selected.has(caseId) ? 1 : 0,
    ]);
  }
}
