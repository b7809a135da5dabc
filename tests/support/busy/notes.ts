import type { Deed } from '#tests/support/busy-desk.ts';
import type { TestDesk } from '#tests/support/desk.ts';

/** Deeds on notes: one more is pinned to a page, one that is there is taken off. */
export async function noteDeeds(test: TestDesk, documentId: string, content: string): Promise<readonly Deed[]> {
  const owner = { kind: 'document', id: documentId, slot: 'read' } as const;
  const { id: attachmentId } = await test.ask('peng', 'attachment.keep', { owner, name: '执照.png', content });
  const place = { attachmentId, page: 1, x: 500, y: 300 };
  const { id: noteId } = await test.ask('lu', 'note.pin', { ...place, text: '与申报表不一致' });
  return [
    { name: 'note.pin', seat: 'shen', input: { ...place, text: '公章清晰' } },
    { name: 'note.strike', seat: 'lu', input: { noteId } },
  ];
}
