import type { AttachmentId, CaseId, NoteId, PersonId } from '#shared/base/ids.ts';
import type { Store } from './database.ts';

/** A pinned note as stored. */
export interface NoteRecord {
  readonly id: NoteId;
  readonly caseId: CaseId;
  readonly attachmentId: AttachmentId;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** 1 for an expert's, which others see when the panel is complete. */
  readonly sealed: 0 | 1;
  readonly pinnedBy: PersonId;
  readonly pinnedAt: string;
  /** When it was taken off; null while it is on its page. */
  readonly struckAt: string | null;
}

const SELECT = `SELECT id, case_id AS caseId, attachment_id AS attachmentId, page, x, y, text, sealed,
  pinned_by AS pinnedBy, pinned_at AS pinnedAt, struck_at AS struckAt FROM note`;

export const findNote = (store: Store, id: NoteId): NoteRecord | undefined =>
  store.find<NoteRecord>(`${SELECT} WHERE id = ?`, [id]);

/** Notes of a case that are on their pages, by file, page and height. */
export const notesOfCase = (store: Store, caseId: CaseId): readonly NoteRecord[] =>
  store.all<NoteRecord>(
    `${SELECT} WHERE case_id = ? AND struck_at IS NULL ORDER BY attachment_id, page, y, pinned_at`,
    [caseId],
  );

export function insertNote(store: Store, note: NoteRecord): void {
  store.run(
    `INSERT INTO note (id, case_id, attachment_id, page, x, y, text, sealed, pinned_by, pinned_at, struck_at)
     VALUES (:id, :caseId, :attachmentId, :page, :x, :y, :text, :sealed, :pinnedBy, :pinnedAt, :struckAt)`,
    { ...note },
  );
}

export const strikeNoteAt = (store: Store, id: NoteId, at: string): void =>
  void store.run('UPDATE note SET struck_at = ? WHERE id = ?', [at, id]);
