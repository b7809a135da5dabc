import type { CaseId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { AccreditationScheme } from '#shared/domain/external/accreditation.ts';
import type { Store } from './database.ts';
import { EVERYTHING, readPage, type KeysetPage } from './keyset.ts';

/** An outside body as stored. */
export interface BodyRecord {
  readonly id: string;
  readonly name: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

/** A body's certificate as stored. */
export interface AccreditationRecord {
  readonly id: string;
  readonly bodyId: string;
  readonly scheme: AccreditationScheme;
  readonly number: string;
  readonly scope: string;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export type CommissionState = 'open' | 'reported' | 'accepted' | 'cancelled';

/** A commission as stored. */
export interface CommissionRecord {
  readonly id: string;
  readonly caseId: CaseId;
  readonly bodyId: string;
  readonly what: string;
  readonly commissionedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly state: CommissionState;
  readonly commissionedBy: string;
  readonly commissionedAt: string;
  readonly cancelledBy: string | null;
  readonly cancelledAt: string | null;
  readonly cancelledReason: string | null;
}

const BODY = 'SELECT id, name, added_by AS addedBy, added_at AS addedAt FROM external_body';
const ACCREDITATION = `SELECT id, body_id AS bodyId, scheme, number, scope, valid_from AS validFrom, valid_until AS validUntil,
  recorded_by AS recordedBy, recorded_at AS recordedAt FROM external_accreditation`;
const COMMISSION = `SELECT id, case_id AS caseId, body_id AS bodyId, what, commissioned_on AS commissionedOn, due_on AS dueOn,
  state, commissioned_by AS commissionedBy, commissioned_at AS commissionedAt, cancelled_by AS cancelledBy,
  cancelled_at AS cancelledAt, cancelled_reason AS cancelledReason FROM external_commission`;

/** Bodies by name. */
export const listBodies = (store: Store, cursor: string | null, limit: number): KeysetPage<BodyRecord> =>
  readPage<BodyRecord>(store, { select: BODY, any: [EVERYTHING], sort: 'name' }, cursor, limit);

export const findBody = (store: Store, id: string): BodyRecord | undefined =>
  store.find<BodyRecord>(`${BODY} WHERE id = ?`, [id]);

export const findBodyByName = (store: Store, name: string): BodyRecord | undefined =>
  store.find<BodyRecord>(`${BODY} WHERE name = ?`, [name]);

export function insertBody(store: Store, body: BodyRecord): void {
  store.run('INSERT INTO external_body (id, name, added_by, added_at) VALUES (:id, :name, :addedBy, :addedAt)', {
    ...body,
  });
}

/** Certificates of a body, the one valid longest first. */
export const accreditationsOf = (store: Store, bodyId: string): readonly AccreditationRecord[] =>
  store
    .all<AccreditationRecord>(`${ACCREDITATION} WHERE body_id = ?`, [bodyId])
    .toSorted((a, b) => b.validUntil.localeCompare(a.validUntil) || b.recordedAt.localeCompare(a.recordedAt));

export function insertAccreditation(store: Store, row: AccreditationRecord): void {
  store.run(
    `INSERT INTO external_accreditation (id, body_id, scheme, number, scope, valid_from, valid_until, recorded_by, recorded_at)
     VALUES (:id, :bodyId, :scheme, :number, :scope, :validFrom, :validUntil, :recordedBy, :recordedAt)`,
    { ...row },
  );
}

export const findCommission = (store: Store, id: string): CommissionRecord | undefined =>
  store.find<CommissionRecord>(`${COMMISSION} WHERE id = ?`, [id]);

/** Commissions of a case, the newest first. */
export const commissionsOf = (store: Store, caseId: CaseId): readonly CommissionRecord[] =>
  store.all<CommissionRecord>(`${COMMISSION} WHERE case_id = ? ORDER BY commissioned_at DESC, id DESC`, [caseId]);

export function insertCommission(store: Store, row: CommissionRecord): void {
  store.run(
    `INSERT INTO external_commission (id, case_id, body_id, what, commissioned_on, due_on, state, commissioned_by, commissioned_at)
     VALUES (:id, :caseId, :bodyId, :what, :commissionedOn, :dueOn, :state, :commissionedBy, :commissionedAt)`,
    { ...row },
  );
}

export function setCommissionState(store: Store, id: string, state: CommissionState): void {
  store.run('UPDATE external_commission SET state = ? WHERE id = ?', [state, id]);
}

export function cancelCommissionRow(store: Store, id: string, by: string, at: string, reason: string): void {
  store.run(
    "UPDATE external_commission SET state = 'cancelled', cancelled_by = ?, cancelled_at = ?, cancelled_reason = ? WHERE id = ?",
    [by, at, reason, id],
  );
}

/** A line of the queue as stored. */
export interface ExternalListRow {
  readonly caseId: CaseId;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  readonly bodyName: string | null;
  readonly state: CommissionState | 'to-commission';
  readonly dueOn: string;
}

/** Commissions in some states, the one due first on top; concluded ones backwards. */
export const listCommissions = (
  store: Store,
  states: readonly CommissionState[],
  descending: boolean,
  cursor: string | null,
  limit: number,
): KeysetPage<ExternalListRow> =>
  readPage<ExternalListRow>(
    store,
    {
      select: `SELECT c.id AS caseId, c.product_name AS productName, e.name AS enterpriseName,
        c.requested_star AS requestedStar, b.name AS bodyName, m.state, m.due_on AS dueOn
        FROM external_commission m JOIN case_file c ON c.id = m.case_id JOIN enterprise e ON e.uscc = c.uscc
        JOIN external_body b ON b.id = m.body_id`,
      any: states.map((state) => ({ where: 'm.state = ?', parameters: [state] })),
      sort: 'm.due_on',
      tie: 'm.id',
      descending,
    },
    cursor,
    limit,
  );

const STAGES = ['documents-in-review', 'returned', 'awaiting-sample', 'in-inspection'] as const;
const WANTING = `c.requested_star = 2
  AND NOT EXISTS (SELECT 1 FROM external_commission m WHERE m.case_id = c.id AND m.state <> 'cancelled')
  AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.case_id = c.id AND f.kind = 'evaluation' AND f.superseded = 0)`;

/** 2★ cases whose evaluation nobody is commissioned with. */
export const listToCommission = (store: Store, cursor: string | null, limit: number): KeysetPage<ExternalListRow> =>
  readPage<ExternalListRow>(
    store,
    {
      select: `SELECT c.id AS caseId, c.product_name AS productName, e.name AS enterpriseName,
        c.requested_star AS requestedStar, NULL AS bodyName, 'to-commission' AS state, c.due_on AS dueOn
        FROM case_file c JOIN enterprise e ON e.uscc = c.uscc`,
      any: STAGES.map((stage) => ({ where: `c.stage = ? AND ${WANTING}`, parameters: [stage] })),
      sort: 'c.due_on',
      tie: 'c.id',
    },
    cursor,
    limit,
  );

/** How many 2★ cases wait for a commission. */
export const countToCommission = (store: Store): number =>
  store.get<{ n: number }>(
    `SELECT count(*) AS n FROM case_file c WHERE c.stage IN (${STAGES.map(() => '?').join(', ')}) AND ${WANTING}`,
    STAGES,
  ).n;

/** How many commissions wait for a report or have one to check. */
export const countCommissions = (store: Store): number =>
  store.get<{ n: number }>("SELECT count(*) AS n FROM external_commission WHERE state IN ('open', 'reported')").n;
