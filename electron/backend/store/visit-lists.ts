import type { CaseId, VisitId } from '#shared/base/ids.ts';
import type { VisitState } from '#shared/domain/visit/visit-state.ts';
import type { Store } from './database.ts';
import { readPage, type KeysetPage } from './keyset.ts';
import { VISIT_COLUMNS, type VisitRecord } from './visit-repository.ts';

/** A visit in a list, with what its row shows of the case. */
export interface VisitListRow extends VisitRecord {
  readonly applicationNo: string;
  readonly productName: string;
  readonly enterpriseName: string;
}

const LISTED = `SELECT ${VISIT_COLUMNS}, c.application_no AS applicationNo, c.product_name AS productName, e.name AS enterpriseName
  FROM visit v JOIN case_file c ON c.id = v.case_id JOIN enterprise e ON e.uscc = c.uscc`;

export const findListedVisit = (store: Store, id: VisitId): VisitListRow | undefined =>
  store.find<VisitListRow>(`${LISTED} WHERE v.id = ?`, [id]);

/** Visits of a case without its names, newest first. */
export const visitsOfCase = (store: Store, caseId: CaseId): readonly VisitRecord[] =>
  store.all<VisitRecord>(`SELECT ${VISIT_COLUMNS} FROM visit v WHERE v.case_id = ? ORDER BY v.id DESC`, [caseId]);

export const listedVisitsOfCase = (store: Store, caseId: CaseId): readonly VisitListRow[] =>
  store.all<VisitListRow>(`${LISTED} WHERE v.case_id = ? ORDER BY v.id DESC`, [caseId]);

/** Visits in a state: what comes next on top, of the closed ones the latest. */
export const listVisits = (
  store: Store,
  state: VisitState,
  cursor: string | null,
  limit: number,
): KeysetPage<VisitListRow> =>
  readPage<VisitListRow>(
    store,
    {
      select: LISTED,
      any: [{ where: 'v.state = ?', parameters: [state] }],
      sort: 'v.day',
      tie: 'v.id',
      descending: state === 'closed',
    },
    cursor,
    limit,
  );

/** Visits with a corrective action that is not done, the one due first on top. */
export const listCorrective = (store: Store, cursor: string | null, limit: number): KeysetPage<VisitListRow> =>
  readPage<VisitListRow>(
    store,
    {
      select: LISTED,
      any: [{ where: 'v.next_due_on IS NOT NULL', parameters: [] }],
      sort: 'v.next_due_on',
      tie: 'v.id',
    },
    cursor,
    limit,
  );

/** A case that experts must visit and that has no visit. */
export interface ToVisitRecord {
  readonly caseId: CaseId;
  readonly applicationNo: string;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  readonly divisionName: string;
  readonly dueOn: string;
}

const WITHOUT_VISIT = `requested_star >= ? AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.case_id = c.id AND v.state <> 'cancelled')`;
const TO_VISIT_STAGES = ['awaiting-sample', 'in-inspection'] as const;

/** Cases under inspection from a star up without a visit, the one due first on top. */
export const listToVisit = (
  store: Store,
  fromStar: number,
  cursor: string | null,
  limit: number,
): KeysetPage<ToVisitRecord> =>
  readPage<ToVisitRecord>(
    store,
    {
      select: `SELECT c.id AS caseId, c.application_no AS applicationNo, c.product_name AS productName, e.name AS enterpriseName,
        c.requested_star AS requestedStar, e.division_name AS divisionName, c.due_on AS dueOn
        FROM case_file c JOIN enterprise e ON e.uscc = c.uscc`,
      any: TO_VISIT_STAGES.map((stage) => ({
        where: `c.stage = ? AND c.${WITHOUT_VISIT}`,
        parameters: [stage, fromStar],
      })),
      sort: 'c.due_on',
      tie: 'c.id',
    },
    cursor,
    limit,
  );

/** What waits on visits. */
export function countVisits(store: Store): {
  readonly planned: number;
  readonly open: number;
  readonly corrective: number;
} {
  const count = (where: string): number => store.get<{ n: number }>(`SELECT count(*) AS n FROM visit WHERE ${where}`).n;
  return {
    planned: count("state = 'planned'"),
    open: count("state = 'under-way'"),
    corrective: count('next_due_on IS NOT NULL'),
  };
}
