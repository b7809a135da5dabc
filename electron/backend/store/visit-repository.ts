import type { CaseId, PersonId, VisitId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Star } from '#shared/domain/star/star.ts';
import type { VisitState } from '#shared/domain/visit/visit-state.ts';
import type { Store } from './database.ts';

/** A visit as stored, without what hangs on it. */
export interface VisitRecord {
  readonly id: VisitId;
  readonly caseId: CaseId;
  /** The star the case asked for when the visit was planned. */
  readonly star: Star;
  /** The day it was begun; until then the planned one. Visits from before 2026-11-29 keep the planned one, which was signed. */
  readonly on: PlainDate;
  readonly plannedOn: PlainDate;
  readonly lead: PersonId;
  readonly purpose: string;
  readonly state: VisitState;
  readonly version: number;
  readonly plannedBy: string;
  readonly plannedAt: string;
  readonly startedBy: string | null;
  readonly startedAt: string | null;
  /** The checklist as it was at the start, as JSON. */
  readonly checklist: string | null;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
  /** SHA-256 of the facts the visit was closed on. */
  readonly closedHash: string | null;
  readonly cancelledBy: string | null;
  readonly cancelledAt: string | null;
  readonly cancelReason: string | null;
  readonly openActions: number;
  readonly nextDueOn: string | null;
}

/** Something recorded on a visit; the newest of a kind and subject counts, the others stay as history. */
export interface VisitFactRecord {
  readonly id: string;
  readonly kind: 'answer' | 'level' | 'lines' | 'site-test' | 'place';
  readonly subject: string;
  /** JSON. */
  readonly value: string;
  readonly by: string;
  readonly at: string;
  readonly superseded: 0 | 1;
  /** Version of the visit that this made. */
  readonly atVersion: number;
}

/** A corrective action as stored. */
export interface CorrectiveRecord {
  readonly id: string;
  readonly visitId: VisitId;
  readonly line: string;
  readonly what: string;
  readonly dueOn: PlainDate;
  readonly by: string;
  readonly at: string;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
  readonly evidence: string | null;
}

/** A signature as stored; the last of a signer counts. */
export interface SignatureRecord {
  readonly id: string;
  readonly signer: string;
  readonly name: string;
  readonly position: string | null;
  /** JSON. */
  readonly strokes: string;
  readonly factsHash: string;
  readonly takenBy: string;
  readonly at: string;
}

/** Columns of {@link VisitRecord}, of `visit v`. */
export const VISIT_COLUMNS = `v.id, v.case_id AS caseId, v.star, v.day AS "on", v.planned_on AS plannedOn, v.lead, v.purpose, v.state, v.version,
  v.planned_by AS plannedBy, v.planned_at AS plannedAt, v.started_by AS startedBy, v.started_at AS startedAt, v.checklist,
  v.closed_by AS closedBy, v.closed_at AS closedAt, v.closed_hash AS closedHash, v.cancelled_by AS cancelledBy,
  v.cancelled_at AS cancelledAt, v.cancel_reason AS cancelReason, v.open_actions AS openActions, v.next_due_on AS nextDueOn`;

export const findVisit = (store: Store, id: string): VisitRecord | undefined =>
  store.find<VisitRecord>(`SELECT ${VISIT_COLUMNS} FROM visit v WHERE v.id = ?`, [id]);

export function insertVisit(
  store: Store,
  visit: Pick<VisitRecord, 'id' | 'caseId' | 'star' | 'on' | 'lead' | 'purpose' | 'plannedBy' | 'plannedAt'>,
): void {
  store.run(
    `INSERT INTO visit (id, case_id, star, planned_on, lead, purpose, state, planned_by, planned_at)
     VALUES (:id, :caseId, :star, :on, :lead, :purpose, 'planned', :plannedBy, :plannedAt)`,
    { ...visit },
  );
}

/** Counts a visit one version up; answers which it is now. */
export function touchVisit(store: Store, id: VisitId): number {
  store.run('UPDATE visit SET version = version + 1 WHERE id = ?', [id]);
  return store.get<{ version: number }>('SELECT version FROM visit WHERE id = ?', [id]).version;
}

export function setPlan(store: Store, id: VisitId, plan: Pick<VisitRecord, 'plannedOn' | 'lead' | 'purpose'>): void {
  store.run('UPDATE visit SET planned_on = ?, lead = ?, purpose = ? WHERE id = ?', [
    plan.plannedOn,
    plan.lead,
    plan.purpose,
    id,
  ]);
}

export function setStarted(
  store: Store,
  id: VisitId,
  started: { readonly by: string; readonly at: string; readonly on: PlainDate; readonly checklist: string },
): void {
  store.run(
    `UPDATE visit SET state = 'under-way', started_by = :by, started_at = :at, begun_on = :on, checklist = :checklist
     WHERE id = :id`,
    { ...started, id },
  );
}

export function setClosed(store: Store, id: VisitId, by: string, at: string, hash: string): void {
  store.run("UPDATE visit SET state = 'closed', closed_by = ?, closed_at = ?, closed_hash = ? WHERE id = ?", [
    by,
    at,
    hash,
    id,
  ]);
}

export function setCancelled(store: Store, id: VisitId, by: string, at: string, reason: string): void {
  store.run(
    `UPDATE visit SET state = 'cancelled', cancelled_by = ?, cancelled_at = ?, cancel_reason = ?, next_due_on = NULL
     WHERE id = ?`,
    [by, at, reason, id],
  );
}

/** People of a visit's team, in the order they were named. */
export const membersOf = (store: Store, id: VisitId): readonly PersonId[] =>
  store
    .all<{ personId: PersonId }>(
      'SELECT person_id AS personId FROM visit_member WHERE visit_id = ? ORDER BY position',
      [id],
    )
    .map(({ personId }) => personId);

export function setMembers(store: Store, id: VisitId, people: readonly PersonId[]): void {
  store.run('DELETE FROM visit_member WHERE visit_id = ?', [id]);
  people.forEach((personId, position) =>
    store.run('INSERT INTO visit_member (visit_id, person_id, position) VALUES (?, ?, ?)', [id, personId, position]),
  );
}

/** Everything recorded on a visit, oldest first. */
export const factsOfVisit = (store: Store, id: VisitId): readonly VisitFactRecord[] =>
  store.all<VisitFactRecord>(
    `SELECT id, kind, subject, value, recorded_by AS "by", recorded_at AS "at", superseded, at_version AS atVersion
     FROM visit_fact WHERE visit_id = ? ORDER BY rowid`,
    [id],
  );

/** Adds a fact; an older one of the same kind and subject stays as history. */
export function insertVisitFact(store: Store, visitId: VisitId, fact: Omit<VisitFactRecord, 'superseded'>): void {
  store.run('UPDATE visit_fact SET superseded = 1 WHERE visit_id = ? AND kind = ? AND subject = ? AND superseded = 0', [
    visitId,
    fact.kind,
    fact.subject,
  ]);
  store.run(
    `INSERT INTO visit_fact (id, visit_id, kind, subject, value, recorded_by, recorded_at, at_version)
     VALUES (:id, :visitId, :kind, :subject, :value, :by, :at, :atVersion)`,
    { ...fact, visitId },
  );
}

const CORRECTIVE = `SELECT id, visit_id AS visitId, line, what, due_on AS dueOn, added_by AS "by", added_at AS "at",
  closed_by AS closedBy, closed_at AS closedAt, evidence FROM visit_corrective`;

/** Corrective actions of a visit, the one due first on top. */
export const correctiveOf = (store: Store, id: VisitId): readonly CorrectiveRecord[] =>
  store.all<CorrectiveRecord>(`${CORRECTIVE} WHERE visit_id = ? ORDER BY due_on, id`, [id]);

export function insertCorrective(
  store: Store,
  action: Omit<CorrectiveRecord, 'closedBy' | 'closedAt' | 'evidence'>,
): void {
  store.run(
    `INSERT INTO visit_corrective (id, visit_id, line, what, due_on, added_by, added_at)
     VALUES (:id, :visitId, :line, :what, :dueOn, :by, :at)`,
    { ...action },
  );
  countActions(store, action.visitId);
}

export function closeCorrective(
  store: Store,
  action: Pick<CorrectiveRecord, 'id' | 'visitId'>,
  by: string,
  at: string,
  evidence: string,
): void {
  store.run('UPDATE visit_corrective SET closed_by = ?, closed_at = ?, evidence = ? WHERE id = ?', [
    by,
    at,
    evidence,
    action.id,
  ]);
  countActions(store, action.visitId);
}

/** Keeps on the visit what its lists ask for: how many actions are open, and when the next is due. */
function countActions(store: Store, id: VisitId): void {
  store.run(
    `UPDATE visit SET
       open_actions = (SELECT count(*) FROM visit_corrective WHERE visit_id = :id AND closed_at IS NULL),
       next_due_on = (SELECT min(due_on) FROM visit_corrective WHERE visit_id = :id AND closed_at IS NULL)
     WHERE id = :id`,
    { id },
  );
}

/** Every signature of a visit, oldest first. */
export const signaturesOf = (store: Store, id: VisitId): readonly SignatureRecord[] =>
  store.all<SignatureRecord>(
    `SELECT id, signer, name, position, strokes, facts_hash AS factsHash, taken_by AS takenBy, signed_at AS "at"
     FROM visit_signature WHERE visit_id = ? ORDER BY rowid`,
    [id],
  );

export function insertSignature(store: Store, visitId: VisitId, signature: SignatureRecord): void {
  store.run(
    `INSERT INTO visit_signature (id, visit_id, signer, name, position, strokes, facts_hash, taken_by, signed_at)
     VALUES (:id, :visitId, :signer, :name, :position, :strokes, :factsHash, :takenBy, :at)`,
    { ...signature, visitId },
  );
}

/** Hash of the ledger entry that closed a visit; null while it is open. */
export const closingEntryHash = (store: Store, id: VisitId): string | null =>
  store.find<{ hash: string }>("SELECT hash FROM ledger WHERE entity_id = ? AND type = 'visit.closed'", [id])?.hash ??
  null;
