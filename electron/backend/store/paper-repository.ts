import type { CaseId, CertificateNumber } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Store } from './database.ts';
import { EVERYTHING, readPage, type KeysetPage } from './keyset.ts';

/** An issued award as stored: the particulars stand as they were on the day of issue. */
export interface AwardRecord {
  readonly number: CertificateNumber;
  readonly serial: number;
  /** The part of the QR link that names this award. */
  readonly token: string;
  readonly caseId: CaseId;
  readonly star: number;
  readonly productName: string;
  readonly specification: string;
  readonly enterpriseName: string;
  readonly address: string;
  readonly uscc: string;
  readonly standardLabel: string;
  readonly authorisedBy: string;
  readonly issuedOn: PlainDate;
  readonly validUntil: PlainDate;
  readonly checkDueOn: PlainDate;
  readonly issuedBy: string;
  readonly issuedAt: string;
  readonly certificatePrints: number;
  readonly badgePrints: number;
}

const SELECT = `SELECT number, serial, token, case_id AS caseId, star, product_name AS productName, specification,
  enterprise_name AS enterpriseName, address, uscc, standard_label AS standardLabel, authorised_by AS authorisedBy,
  issued_on AS issuedOn, valid_until AS validUntil, check_due_on AS checkDueOn, issued_by AS issuedBy, issued_at AS issuedAt,
  certificate_prints AS certificatePrints, badge_prints AS badgePrints FROM award`;

export const findAward = (store: Store, number: string): AwardRecord | undefined =>
  store.find<AwardRecord>(`${SELECT} WHERE number = ?`, [number]);

export const findAwardByToken = (store: Store, token: string): AwardRecord | undefined =>
  store.find<AwardRecord>(`${SELECT} WHERE token = ?`, [token]);

export const findAwardOfCase = (store: Store, caseId: CaseId): AwardRecord | undefined =>
  store.find<AwardRecord>(`${SELECT} WHERE case_id = ?`, [caseId]);

export function insertAward(store: Store, award: Omit<AwardRecord, 'certificatePrints' | 'badgePrints'>): void {
  store.run(
    `INSERT INTO award (number, serial, token, case_id, star, product_name, specification, enterprise_name, address, uscc,
       standard_label, authorised_by, issued_on, valid_until, check_due_on, issued_by, issued_at)
     VALUES (:number, :serial, :token, :caseId, :star, :productName, :specification, :enterpriseName, :address, :uscc,
       :standardLabel, :authorisedBy, :issuedOn, :validUntil, :checkDueOn, :issuedBy, :issuedAt)`,
    { ...award },
  );
}

export function listAwards(
  store: Store,
  state: 'to-print' | 'printed' | 'all',
  cursor: string | null,
  limit: number,
): KeysetPage<AwardRecord> {
  const where = { 'to-print': 'to_print = 1', printed: 'to_print = 0', all: EVERYTHING.where }[state];
  return readPage<AwardRecord>(
    store,
    { select: SELECT, any: [{ where, parameters: [] }], sort: 'number' },
    cursor,
    limit,
  );
}

export const countChecksDue = (store: Store, until: PlainDate): number =>
  store.get<{ n: number }>('SELECT count(*) AS n FROM award WHERE check_due_on <= ?', [until]).n;

/** One line of the print book. */
export interface PrintRecord {
  readonly id: string;
  readonly kind: 'certificate' | 'badge' | 'label';
  readonly subject: string;
  readonly copy: number;
  readonly copies: number;
  readonly reason: string | null;
  readonly printedBy: string;
  readonly printedAt: string;
}

/** How often something was printed before. */
export const printsOf = (store: Store, kind: PrintRecord['kind'], subject: string): number =>
  store.get<{ n: number }>('SELECT count(*) AS n FROM print_line WHERE subject = ? AND kind = ?', [subject, kind]).n;

/** Writes a line of the print book and the award's own count. */
export function recordPrint(store: Store, line: PrintRecord): void {
  store.run(
    `INSERT INTO print_line (id, kind, subject, copy, copies, reason, printed_by, printed_at)
     VALUES (:id, :kind, :subject, :copy, :copies, :reason, :printedBy, :printedAt)`,
    { ...line },
  );
  if (line.kind === 'certificate') {
    store.run('UPDATE award SET certificate_prints = certificate_prints + 1 WHERE number = ?', [line.subject]);
  }
  if (line.kind === 'badge')
    store.run('UPDATE award SET badge_prints = badge_prints + 1 WHERE number = ?', [line.subject]);
}

export function listPrints(store: Store, cursor: string | null, limit: number): KeysetPage<PrintRecord> {
  return readPage<PrintRecord>(
    store,
    {
      select: `SELECT id, kind, subject, copy, copies, reason, printed_by AS printedBy, printed_at AS printedAt FROM print_line`,
      any: [EVERYTHING],
      sort: 'id',
      descending: true,
    },
    cursor,
    limit,
  );
}
