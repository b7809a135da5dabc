import type { CaseId, DocumentId, MessageId } from '#shared/base/ids.ts';
import type { MessageLanguage } from '#shared/domain/applicant-message.ts';
import type { Store } from './database.ts';
import { readPage, type KeysetPage } from './keyset.ts';

/** A message to an applicant as stored; its words never change. */
export interface MessageRecord {
  readonly id: MessageId;
  readonly caseId: CaseId;
  readonly template: string;
  readonly language: MessageLanguage;
  readonly subject: string;
  readonly body: string;
  readonly preparedBy: string;
  readonly preparedAt: string;
  /** Number of its entry in the ledger, by which its way to the platform is known. */
  readonly ledgerSeq: number;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
}

/** A paper the applicant is asked for: one to be replaced, or one that is missing. */
export interface WantedPaper {
  readonly documentId: DocumentId | null;
  readonly kind: string;
  readonly link: string | null;
  /** What is to be sent, in the applicant's words. */
  readonly what: string;
}

/** A return to the applicant as stored; `wanted` is JSON. */
export interface ReturnRecord {
  readonly id: string;
  readonly caseId: CaseId;
  readonly messageId: MessageId;
  readonly wanted: string;
  readonly returnedBy: string;
  readonly returnedAt: string;
  readonly resubmittedAt: string | null;
  readonly withdrawnAt: string | null;
}

const MESSAGE_COLUMNS = `id, case_id AS caseId, template, language, subject, body, prepared_by AS preparedBy, prepared_at AS preparedAt,
  ledger_seq AS ledgerSeq, withdrawn_by AS withdrawnBy, withdrawn_at AS withdrawnAt, withdrawn_reason AS withdrawnReason`;
const RETURN_COLUMNS = `id, case_id AS caseId, message_id AS messageId, wanted, returned_by AS returnedBy, returned_at AS returnedAt,
  resubmitted_at AS resubmittedAt, withdrawn_at AS withdrawnAt`;

export const findMessage = (store: Store, id: MessageId): MessageRecord | undefined =>
  store.find<MessageRecord>(`SELECT ${MESSAGE_COLUMNS} FROM message WHERE id = ?`, [id]);

export function insertMessage(store: Store, message: MessageRecord): void {
  store.run(
    `INSERT INTO message (id, case_id, template, language, subject, body, prepared_by, prepared_at, ledger_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      message.id,
      message.caseId,
      message.template,
      message.language,
      message.subject,
      message.body,
      message.preparedBy,
      message.preparedAt,
      message.ledgerSeq,
    ],
  );
}

/** Marks a message withdrawn; its words stay. */
export function markWithdrawn(store: Store, id: MessageId, by: string, at: Date, reason: string): void {
  store.run('UPDATE message SET withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ? WHERE id = ?', [
    by,
    at.toISOString(),
    reason,
    id,
  ]);
}

/** Messages to the applicant of a case, newest first. */
export const listMessages = (
  store: Store,
  caseId: CaseId,
  cursor: string | null,
  limit: number,
): KeysetPage<MessageRecord> =>
  readPage<MessageRecord>(
    store,
    {
      select: `SELECT ${MESSAGE_COLUMNS} FROM message`,
      any: [{ where: 'case_id = ?', parameters: [caseId] }],
      sort: 'id',
      descending: true,
    },
    cursor,
    limit,
  );

/** Every return of a case that was not taken back, oldest first. */
export const returnsOf = (store: Store, caseId: CaseId): readonly ReturnRecord[] =>
  store.all<ReturnRecord>(
    `SELECT ${RETURN_COLUMNS} FROM case_return WHERE case_id = ? AND withdrawn_at IS NULL ORDER BY id`,
    [caseId],
  );

export const findReturnOfMessage = (store: Store, id: MessageId): ReturnRecord | undefined =>
  store.find<ReturnRecord>(`SELECT ${RETURN_COLUMNS} FROM case_return WHERE message_id = ?`, [id]);

export function insertReturn(store: Store, row: ReturnRecord): void {
  store.run(
    'INSERT INTO case_return (id, case_id, message_id, wanted, returned_by, returned_at) VALUES (?, ?, ?, ?, ?, ?)',
    [row.id, row.caseId, row.messageId, row.wanted, row.returnedBy, row.returnedAt],
  );
}

/** Ends a return: newer papers came, or it was taken back before the applicant heard of it. */
export function endReturn(store: Store, id: string, how: 'resubmitted' | 'withdrawn', at: Date): void {
  const column = how === 'resubmitted' ? 'resubmitted_at' : 'withdrawn_at';
  store.run(`UPDATE case_return SET ${column} = ? WHERE id = ?`, [at.toISOString(), id]);
}
