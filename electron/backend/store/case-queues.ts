import type { CaseId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Stage } from '#shared/domain/case-stage.ts';
import type { Store } from './database.ts';
import { readPage, type KeysetPage } from './keyset.ts';

/** A case in a list, with its enterprise's name. */
export interface CaseListRow {
  readonly id: CaseId;
  readonly applicationNo: string;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  readonly grantedStar: number | null;
  readonly stage: Stage;
  readonly submittedOn: string;
  readonly dueOn: string;
  readonly stageSince: string;
}

/** The star that the newest decision which stands has granted; a proposal's once it is consented to. */
const GRANTED_STAR = `(SELECT CASE WHEN d.outcome = 'grant' OR d.consent_agreed = 1 THEN d.star END FROM decision d
  WHERE d.case_id = c.id AND d.state = 'stands' ORDER BY d.round DESC LIMIT 1)`;

const COLUMNS = `SELECT c.id, c.application_no AS applicationNo, c.product_name AS productName, e.name AS enterpriseName,
  c.requested_star AS requestedStar, ${GRANTED_STAR} AS grantedStar, c.stage, c.submitted_on AS submittedOn, c.due_on AS dueOn,
  c.stage_since AS stageSince`;

/** Cases in given stages, the one due first on top; `dueBefore` keeps only what is overdue. */
export function listCases(
  store: Store,
  filter: { readonly stages: readonly Stage[]; readonly dueBefore: PlainDate | null },
  cursor: string | null,
  limit: number,
): KeysetPage<CaseListRow> {
  const { dueBefore } = filter;
  const [overdue, day] = dueBefore === null ? ['', []] : [' AND c.due_on < ?', [dueBefore]];
  const anyStage = filter.stages.map((stage) => ({ where: `c.stage = ?${overdue}`, parameters: [stage, ...day] }));
  return readPage<CaseListRow>(
    store,
    {
      select: `${COLUMNS} FROM case_file c JOIN enterprise e ON e.uscc = c.uscc`,
      any: anyStage.length > 0 ? anyStage : [{ where: `1 = 1${overdue}`, parameters: day }],
      sort: 'c.due_on',
      tie: 'c.id',
    },
    cursor,
    limit,
  );
}

/** Undecided cases whose panel a person sits on, the one due first on top. */
export const listHeldBy = (
  store: Store,
  personId: string,
  cursor: string | null,
  limit: number,
): KeysetPage<CaseListRow> =>
  readPage<CaseListRow>(
    store,
    {
      select: `${COLUMNS} FROM panel_seat s CROSS JOIN case_file c ON c.id = s.case_id JOIN enterprise e ON e.uscc = c.uscc`,
      any: [{ where: 's.person_id = ? AND s.active = 1', parameters: [personId] }],
      sort: 's.due_on',
      tie: 's.case_id',
    },
    cursor,
    limit,
  );

/** A later decision on the same case: only the last of a day is listed. */
const DECIDED_LATER =
  "EXISTS (SELECT 1 FROM decision n WHERE n.case_id = d.case_id AND n.round > d.round AND n.state = 'stands')";

/** Cases decided since a moment, the newest on top. */
export const listDecidedSince = (
  store: Store,
  since: string,
  cursor: string | null,
  limit: number,
): KeysetPage<CaseListRow> =>
  readPage<CaseListRow>(
    store,
    {
      select: `${COLUMNS} FROM decision d CROSS JOIN case_file c ON c.id = d.case_id JOIN enterprise e ON e.uscc = c.uscc`,
      any: [{ where: `d.state = 'stands' AND d.decided_at >= ? AND NOT ${DECIDED_LATER}`, parameters: [since] }],
      sort: 'd.decided_at',
      tie: 'd.id',
      descending: true,
    },
    cursor,
    limit,
  );

/** How many decisions were made since a moment. */
export const countDecidedSince = (store: Store, since: string): number =>
  store.get<{ n: number }>(
    `SELECT count(*) AS n FROM decision d WHERE d.state = 'stands' AND d.decided_at >= ? AND NOT ${DECIDED_LATER}`,
    [since],
  ).n;

/** Open cases past their day. */
export const countOverdue = (store: Store, stages: readonly Stage[], today: PlainDate): number =>
  store.get<{ n: number }>(
    `SELECT count(*) AS n FROM case_file WHERE stage IN (${stages.map(() => '?').join(', ')}) AND due_on < ?`,
    [...stages, today],
  ).n;
