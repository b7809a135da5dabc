import type { CaseId, IncidentId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { IncidentScope, IncidentSource } from '#shared/domain/incident.ts';
import type { Store } from './database.ts';
import { EVERYTHING, readPage, type KeysetCondition, type KeysetPage } from './keyset.ts';

/** A complaint or accident as stored. */
export interface IncidentRecord {
  readonly id: IncidentId;
  /** The case it was taken in on; where that is not at this desk, one that it counts for. */
  readonly caseId: CaseId;
  readonly scope: IncidentScope;
  readonly uscc: string;
  readonly productName: string;
  readonly kind: 'complaint' | 'accident';
  readonly occurredOn: PlainDate;
  readonly receivedOn: PlainDate | null;
  readonly source: IncidentSource;
  readonly summary: string;
  readonly status: 'open' | 'upheld' | 'dismissed';
  readonly grade: 'important' | 'minor' | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string | null;
  readonly gradedBy: string | null;
  readonly gradedAt: string | null;
  readonly gradeReason: string | null;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
  readonly closeReason: string | null;
}

const SELECT = `SELECT i.id, i.case_id AS caseId, i.scope, i.uscc, i.product_name AS productName, i.kind, i.occurred_on AS occurredOn,
  i.received_on AS receivedOn, i.source, i.summary, i.status, i.grade, i.recorded_by AS recordedBy, i.recorded_at AS recordedAt,
  i.graded_by AS gradedBy, i.graded_at AS gradedAt, i.grade_reason AS gradeReason, i.closed_by AS closedBy,
  i.closed_at AS closedAt, i.close_reason AS closeReason FROM incident i`;

/** What makes an incident count for a case: told by its own application, about its product, or about its enterprise. */
const CONCERNS = [
  `i.case_id = :caseId AND i.scope = 'case'`,
  `i.uscc = :uscc AND i.scope = 'product' AND i.product_name = :productName`,
  `i.uscc = :uscc AND i.scope = 'enterprise'`,
];

/** What a case is looked up by. */
export interface ConcernedCase {
  readonly id: CaseId;
  readonly uscc: string;
  readonly productName: string;
}

/** Incidents that count for a case: those of its application in their order, then those taken in since. */
export const incidentsOf = (store: Store, of: ConcernedCase): readonly IncidentRecord[] =>
  CONCERNS.flatMap((where) =>
    store.all<IncidentRecord>(`${SELECT} WHERE ${where} ORDER BY i.position, i.rowid`, keysFor(where, of)),
  );

/** Whether an incident that counts for a case waits for its outcome. */
export const hasOpenIncident = (store: Store, of: ConcernedCase): boolean =>
  CONCERNS.some(
    (where) =>
      store.find(`SELECT 1 FROM incident i WHERE ${where} AND i.status = 'open' LIMIT 1`, keysFor(where, of)) !==
      undefined,
  );

/** Only the keys a condition names: SQLite refuses the others. */
function keysFor(where: string, { id, productName, uscc }: ConcernedCase): Readonly<Record<string, string>> {
  const keys = Object.entries({ caseId: id, uscc, productName });
  return Object.fromEntries(keys.filter(([key]) => where.includes(`:${key}`)));
}

export const findIncident = (store: Store, id: IncidentId): IncidentRecord | undefined =>
  store.find<IncidentRecord>(`${SELECT} WHERE i.id = ?`, [id]);

export function insertIncident(
  store: Store,
  incident: Omit<IncidentRecord, 'gradedBy' | 'gradedAt' | 'gradeReason' | 'closedBy' | 'closedAt' | 'closeReason'>,
  position: number,
): void {
  store.run(
    `INSERT INTO incident (id, case_id, position, scope, uscc, product_name, kind, occurred_on, received_on, source, summary,
       status, grade, told_status, told_grade, recorded_by, recorded_at)
     VALUES (:id, :caseId, :position, :scope, :uscc, :productName, :kind, :occurredOn, :receivedOn, :source, :summary,
       :status, :grade, :status, :grade, :recordedBy, :recordedAt)`,
    { ...incident, position },
  );
}

const LISTS: Readonly<Record<'open' | 'ungraded' | 'all', KeysetCondition>> = {
  open: { where: "i.status = 'open'", parameters: [] },
  ungraded: { where: "i.status = 'upheld' AND i.grade IS NULL", parameters: [] },
  all: EVERYTHING,
};

/** Complaints and accidents: what waits with the oldest first, all of them with the newest first. */
export const listIncidents = (
  store: Store,
  state: 'open' | 'ungraded' | 'all',
  cursor: string | null,
  limit: number,
): KeysetPage<IncidentRecord> =>
  readPage<IncidentRecord>(
    store,
    { select: SELECT, any: [LISTS[state]], sort: 'i.occurred_on', tie: 'i.id', descending: state === 'all' },
    cursor,
    limit,
  );

/** Cases an incident counts for. */
export function casesConcerned(
  store: Store,
  incident: Pick<IncidentRecord, 'caseId' | 'scope' | 'uscc' | 'productName'>,
): readonly { readonly caseId: CaseId; readonly productName: string; readonly stage: string }[] {
  const { caseId, productName, scope, uscc } = incident;
  const select = 'SELECT id AS caseId, product_name AS productName, stage FROM case_file WHERE';
  switch (scope) {
    case 'case':
      return store.all(`${select} id = ?`, [caseId]);
    case 'product':
      return store.all(`${select} uscc = ? AND product_name = ? ORDER BY id`, [uscc, productName]);
    case 'enterprise':
      return store.all(`${select} uscc = ? ORDER BY id`, [uscc]);
  }
}

/** How many upheld incidents nobody has graded yet. */
export const countUngraded = (store: Store): number =>
  store.get<{ n: number }>("SELECT count(*) AS n FROM incident WHERE status = 'upheld' AND grade IS NULL").n;
