import type { Deed } from '#tests/support/busy-desk.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { madePhoto } from '#tests/support/made-files.ts';

/** Deeds on the files of a document: two kept beforehand change places, one moves, one is struck out. */
export async function attachmentDeeds(test: TestDesk, documentId: string): Promise<readonly Deed[]> {
  const owner = { kind: 'document', id: documentId, slot: 'page' } as const;
  const keep = async (hue: number): Promise<string> => {
    const content = await madePhoto(hue, 40, 30);
    return (await test.ask('peng', 'attachment.keep', { owner, name: `${hue}.jpg`, content })).id;
  };
  const [first, second] = [await keep(20), await keep(200)];
  return [
    {
      name: 'attachment.arrange',
      seat: 'peng',
      input: { owner, ids: [second, first] },
    },
    {
      name: 'attachment.move',
      seat: 'peng',
      input: { attachmentId: first, slot: 'back' },
    },
    {
      name: 'attachment.strike',
      seat: 'peng',
      input: { attachmentId: second, reason: '拍糊了' },
    },
  ];
}
