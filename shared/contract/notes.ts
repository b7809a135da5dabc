import { z } from 'zod';
import type { AttachmentId, NoteId } from '#shared/base/ids.ts';
import { command, query } from './entry.ts';
import { attachmentId, caseId, id, text } from './fields.ts';

/** A point of an upright page in thousandths of its width or height, from the top left. */
const thousandth = z.number().int().min(0).max(1000);
const noteId = id<NoteId>();

/** A note pinned to a page of an attached file. */
export interface NoteView {
  readonly id: NoteId;
  readonly attachmentId: AttachmentId;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  /** Pinned by the person who asks; only they may take it off. */
  readonly own: boolean;
  /** An expert's, which others see when the panel's opinions are all in. */
  readonly sealed: boolean;
}

/**
 * Notes pinned to pages of evidence: a reading aid. They state no fact and make nobody an
 * evaluator, so they leave no touch; but only who may still evaluate or decide the case pins one,
 * and an expert's stays with them until the panel is complete, as their opinion does.
 */
export const notesContract = {
  'note.pin': command<NoteView>()(
    'notes.pin',
    z.strictObject({
      attachmentId,
      page: z.number().int().min(1).max(100_000),
      x: thousandth,
      y: thousandth,
      text: text(500),
    }),
  ),
  /** Takes one's own note off its page; it stays in the ledger. */
  'note.strike': command<{ readonly struckAt: string }>()('notes.pin', z.strictObject({ noteId })),
  /** Notes of a case that the person may see, by file and page. */
  'note.list': query<readonly NoteView[]>()('read', z.strictObject({ caseId })),
};
