import type { CaseId, DocumentId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Stage } from '#shared/domain/case-stage.ts';
import type { ChainLink, DocumentKind } from '#shared/domain/star/dossier.ts';
import type { Star } from '#shared/domain/star/star.ts';
import type { StorageClass } from '#shared/domain/sample-life.ts';
import type { Touch, TouchInRound } from '#shared/domain/impartiality.ts';
import type { Store } from './database.ts';

/** An applicant as stored; the unified code is its key. */
export interface EnterpriseRecord {
  readonly uscc: string;
  readonly name: string;
  readonly foundedOn: PlainDate | null;
  readonly divisionCode: string;
  readonly divisionName: string;
  readonly address: string;
  readonly contact: string;
  readonly mobile: string;
}

/** A case as stored, without what hangs on it. */
export interface CaseRecord {
  readonly id: CaseId;
  readonly applicationNo: string;
  readonly uscc: string;
  readonly productName: string;
  readonly category: string;
  readonly specification: string;
  readonly gtin: string | null;
  readonly foodLicence: string | null;
  readonly storage: StorageClass;
  readonly shelfLifeDays: number | null;
  readonly requestedStar: Star;
  readonly referrerMobile: string | null;
  readonly submittedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly stage: Stage;
  /** When it came to its stage. */
  readonly stageSince: string;
  readonly version: number;
  /** SHA-256 of the application as it came, so that the same one is known again. */
  readonly sourceHash: string;
  /** Results that came with the application and wait for confirmation, as JSON. */
  readonly reported: string;
}

/** A document of a case as stored. */
export interface DocumentRecord {
  readonly id: DocumentId;
  readonly caseId: CaseId;
  readonly kind: DocumentKind;
  readonly link: ChainLink | null;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly validFrom: PlainDate | null;
  readonly validUntil: PlainDate | null;
  readonly reportedCheck: 'pending' | 'accepted' | 'rejected';
  readonly checked: 'pending' | 'accepted' | 'rejected';
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly reason: string | null;
  readonly reasonCode: string | null;
  /** Answers by checklist point, as JSON. */
  readonly answers: string;
  readonly replaces: DocumentId | null;
  readonly arrivedAt: string | null;
}

/** A recorded fact; `value` is the contract's finding as JSON, `subject` tells facts of one kind apart. */
export interface FindingRecord {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly value: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
  /** The contract's evidence source as JSON. */
  readonly source: string;
  readonly superseded: 0 | 1;
}

const CASE_COLUMNS = `id, application_no AS applicationNo, uscc, product_name AS productName, category, specification, gtin,
  food_licence AS foodLicence, storage, shelf_life_days AS shelfLifeDays, requested_star AS requestedStar,
  referrer_mobile AS referrerMobile, submitted_on AS submittedOn, due_on AS dueOn, stage,
  stage_since AS stageSince, version, source_hash AS sourceHash, reported`;

export const findCase = (store: Store, id: string): CaseRecord | undefined =>
  store.find<CaseRecord>(`SELECT ${CASE_COLUMNS} FROM case_file WHERE id = ?`, [id]);

export const findCaseByApplication = (store: Store, applicationNo: string): CaseRecord | undefined =>
  store.find<CaseRecord>(`SELECT ${CASE_COLUMNS} FROM case_file WHERE application_no = ?`, [applicationNo]);

/** Cases of an enterprise at this desk. */
export const casesOfEnterprise = (store: Store, uscc: string): readonly CaseId[] =>
  store.all<{ id: CaseId }>('SELECT id FROM case_file WHERE uscc = ? ORDER BY id', [uscc]).map(({ id }) => id);

export function getEnterprise(store: Store, uscc: string): EnterpriseRecord {
  return store.get<EnterpriseRecord>(
    `SELECT uscc, name, founded_on AS foundedOn, division_code AS divisionCode, division_name AS divisionName, address, contact, mobile
     FROM enterprise WHERE uscc = ?`,
    [uscc],
  );
}

/** Keeps an applicant; one already known under the code takes the newer particulars. */
export function upsertEnterprise(store: Store, enterprise: EnterpriseRecord): void {
  store.run(
    `INSERT INTO enterprise (uscc, name, founded_on, division_code, division_name, address, contact, mobile)
     VALUES (:uscc, :name, :foundedOn, :divisionCode, :divisionName, :address, :contact, :mobile)
     ON CONFLICT DO UPDATE SET name = excluded.name, founded_on = excluded.founded_on, division_code = excluded.division_code,
       division_name = excluded.division_name, address = excluded.address, contact = excluded.contact, mobile = excluded.mobile`,
    { ...enterprise },
  );
}

export function insertCase(store: Store, record: CaseRecord, at: Date): void {
  store.run(
    `INSERT INTO case_file (id, application_no, uscc, product_name, category, specification, gtin, food_licence, storage,
       shelf_life_days, requested_star, referrer_mobile, submitted_on, due_on, stage, stage_since, version, source_hash, reported, created_at)
     VALUES (:id, :applicationNo, :uscc, :productName, :category, :specification, :gtin, :foodLicence, :storage,
       :shelfLifeDays, :requestedStar, :referrerMobile, :submittedOn, :dueOn, :stage, :stageSince, :version, :sourceHash, :reported, :createdAt)`,
    { ...record, createdAt: at.toISOString() },
  );
}

/** Writes the derived stage, since when, and the day it is due, and counts the case one version up. */
export function touchCase(store: Store, id: CaseId, stage: Stage, dueOn: PlainDate, at: string): void {
  store.run(
    `UPDATE case_file SET stage_since = CASE WHEN stage = ? THEN stage_since ELSE ? END, stage = ?, due_on = ?,
       version = version + 1 WHERE id = ?`,
    [stage, at, stage, dueOn, id],
  );
  store.run('UPDATE panel_seat SET due_on = ? WHERE case_id = ? AND active = 1', [dueOn, id]);
}

const DOCUMENT_COLUMNS = `id, case_id AS caseId, kind, link, title, number, issuer, valid_from AS validFrom, valid_until AS validUntil,
  reported_check AS reportedCheck, checked, checked_by AS checkedBy, checked_at AS checkedAt, reason, reason_code AS reasonCode,
  answers, replaces, arrived_at AS arrivedAt`;

export const documentsOf = (store: Store, id: CaseId): readonly DocumentRecord[] =>
  store.all<DocumentRecord>(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE case_id = ? ORDER BY position`, [id]);

export const findDocument = (store: Store, id: DocumentId): DocumentRecord | undefined =>
  store.find<DocumentRecord>(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE id = ?`, [id]);

export function insertDocument(store: Store, document: DocumentRecord, position: number): void {
  store.run(
    `INSERT INTO document (id, case_id, position, kind, link, title, number, issuer, valid_from, valid_until, reported_check,
       replaces, arrived_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      document.id,
      document.caseId,
      position,
      document.kind,
      document.link,
      document.title,
      document.number,
      document.issuer,
      document.validFrom,
      document.validUntil,
      document.reportedCheck,
      document.replaces,
      document.arrivedAt,
    ],
  );
}

export function setDocumentCheck(
  store: Store,
  id: DocumentId,
  check: {
    readonly checked: 'accepted' | 'rejected';
    readonly by: string;
    readonly at: Date;
    readonly reason: string | null;
    readonly reasonCode: string | null;
    readonly answers: string;
  },
): void {
  store.run(
    'UPDATE document SET checked = ?, checked_by = ?, checked_at = ?, reason = ?, reason_code = ?, answers = ? WHERE id = ?',
    [check.checked, check.by, check.at.toISOString(), check.reason, check.reasonCode, check.answers, id],
  );
}

/** Everybody who has had to do with a case; what they did once is never washed off by a later deed. */
export const allTouchesOf = (store: Store, id: CaseId): readonly TouchInRound[] =>
  store.all<TouchInRound>(
    'SELECT person_id AS personId, touch, round FROM case_touch WHERE case_id = ? ORDER BY person_id, touch',
    [id],
  );

/** On how many other cases of an enterprise a person recorded evidence or gave an opinion, and when last. */
export const earlierEvaluations = (
  store: Store,
  personId: string,
  { id, uscc }: { readonly id: CaseId; readonly uscc: string },
): { readonly cases: number; readonly lastAt: string | null } =>
  store.get<{ cases: number; lastAt: string | null }>(
    `SELECT count(DISTINCT t.case_id) AS cases, max(t.at) AS lastAt FROM case_file c JOIN case_touch t ON t.case_id = c.id
     WHERE c.uscc = ? AND c.id <> ? AND t.person_id = ? AND t.touch IN ('recorded-evidence', 'gave-opinion')`,
    [uscc, id, personId],
  );

/** Remembers that a person has had to do with a case, since when, and in which round (the newest where none is given). */
export function insertTouch(
  store: Store,
  id: CaseId,
  personId: string,
  touch: Touch,
  at: string,
  round: number | null = null,
): void {
  store.run(
    `INSERT INTO case_touch (case_id, person_id, touch, at, round)
     VALUES (?, ?, ?, ?, coalesce(?, (SELECT max(round) FROM review_round WHERE case_id = ?)))
     ON CONFLICT DO NOTHING`,
    [id, personId, touch, at, round, id],
  );
}

/** Remembers the application a case stands on, so that the same one is known when it comes again. */
export function setSourceHash(store: Store, id: CaseId, sourceHash: string): void {
  store.run('UPDATE case_file SET source_hash = ? WHERE id = ?', [sourceHash, id]);
}

/** Every fact recorded on a case: what was superseded first, then what counts; each oldest first. */
export const findingsOf = (store: Store, id: CaseId): readonly FindingRecord[] =>
  store.all<FindingRecord>(
    `SELECT id, kind, subject, value, recorded_by AS recordedBy, recorded_at AS recordedAt, source, superseded
     FROM finding WHERE case_id = ? ORDER BY superseded DESC, rowid`,
    [id],
  );

/** Adds a fact; an older one of the same kind and subject stays as history. */
export function insertFinding(store: Store, id: CaseId, finding: Omit<FindingRecord, 'superseded'>): void {
  store.run('UPDATE finding SET superseded = 1 WHERE case_id = ? AND kind = ? AND subject = ? AND superseded = 0', [
    id,
    finding.kind,
    finding.subject,
  ]);
  store.run(
    'INSERT INTO finding (id, case_id, kind, subject, value, recorded_by, recorded_at, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      finding.id,
      id,
      finding.kind,
      finding.subject,
      finding.value,
      finding.recordedBy,
      finding.recordedAt,
      finding.source,
    ],
  );
}
