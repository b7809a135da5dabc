import type { NoteId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { NoteView } from '#shared/contract/notes.ts';
import { mayDecide, mayEvaluate } from '#shared/domain/impartiality.ts';
import { hasRight } from '#shared/domain/roles.ts';
import { findAttachment } from '#electron/backend/store/attachment-repository.ts';
import {
  findNote,
  insertNote,
  notesOfCase,
  strikeNoteAt,
  type NoteRecord,
} from '#electron/backend/store/note-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { atomically } from './atomically.ts';
import { involvementOf, isPanelOpen, loadCase } from './case-facts.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Room, Service } from './room.ts';

/**
 * Pins a note to a page.
 *
 * A note is a reading aid: it states no fact, leaves no touch and keeps nobody from deciding. Yet
 * it can sway a reader, so who may neither evaluate nor decide the case pins none, and an expert's
 * is sealed with their opinion (see {@link listNotes}).
 */
export const pinNote: Service<'note.pin'> = (room, input, caller) =>
  atomically(room, () => {
    const attachment = findAttachment(room.store, input.attachmentId);
    const facts = attachment && loadCase(room, attachment.caseId);
    if (!attachment || !facts) return refuse('attachment.unknown', {}, 'attachmentId');
    if (input.page > attachment.pages) {
      return refuse('note.page-unknown', { name: attachment.name, pages: attachment.pages }, 'page');
    }
    const involvement = involvementOf(room, facts, caller.person.id);
    const allowed = mayEvaluate(involvement);
    if (!allowed.ok && !mayDecide(involvement).ok) return refuse(allowed.failure.code, allowed.failure.data);
    const note: NoteRecord = {
      id: room.world.newId() as NoteId,
      caseId: attachment.caseId,
      ...input,
      sealed: hasRight(caller.person.roles, 'opinions.give') ? 1 : 0,
      pinnedBy: caller.person.id,
      pinnedAt: room.now().toISOString(),
      struckAt: null,
    };
    insertNote(room.store, note);
    const { attachmentId, caseId, page, text, x, y } = note;
    recordDeed(room, caller, {
      type: 'note.pinned',
      entity: 'note',
      entityId: note.id,
      payload: { caseId, attachmentId, page, x, y, text },
    });
    room.announce('note.changed', { caseId });
    return ok(noteView(room, note, caller.person.id));
  });

/** Takes one's own note off its page; the row and the ledger keep it. */
export const strikeNote: Service<'note.strike'> = (room, { noteId }, caller) =>
  atomically(room, () => {
    const note = findNote(room.store, noteId);
    if (note === undefined || note.struckAt !== null) return refuse('note.unknown', {}, 'noteId');
    if (note.pinnedBy !== caller.person.id) return refuse('note.not-yours', {}, 'noteId');
    const struckAt = room.now().toISOString();
    strikeNoteAt(room.store, noteId, struckAt);
    const { caseId } = note;
    recordDeed(room, caller, { type: 'note.struck', entity: 'note', entityId: noteId, payload: { caseId } });
    room.announce('note.changed', { caseId });
    return ok({ struckAt });
  });

/** Notes of a case: one's own, those of who gives no opinion, and all when the panel is complete. */
export const listNotes: Service<'note.list'> = (room, { caseId }, caller) => {
  const facts = loadCase(room, caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  const open = isPanelOpen(facts);
  const reader = caller.person.id;
  return ok(
    notesOfCase(room.store, caseId)
      .filter(({ pinnedBy, sealed }) => open || sealed === 0 || pinnedBy === reader)
      .map((note) => noteView(room, note, reader)),
  );
};

const noteView = (room: Room, note: NoteRecord, reader: string): NoteView => ({
  id: note.id,
  attachmentId: note.attachmentId,
  page: note.page,
  x: note.x,
  y: note.y,
  text: note.text,
  by: personName(room.store, note.pinnedBy),
  at: note.pinnedAt,
  own: note.pinnedBy === reader,
  sealed: note.sealed === 1,
});
