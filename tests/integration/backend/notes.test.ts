import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoteView } from '#shared/contract/notes.ts';
import { importAs, prepareForDecision, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { madePdf } from '#tests/support/made-files.ts';
import { dumpOf } from '#tests/support/workspaces.ts';

let test: TestDesk;
let serial = 92_100;
let caseId: string;
let attachmentId: string;
beforeAll(async () => {
  test = await openPeopledDesk();
});
afterAll(() => test.close());
beforeEach(async () => {
  serial += 1;
  caseId = `C-2026-${serial}`;
  const [parcel] = wholeApplication().parcels;
  const parcels = parcel === undefined ? [] : [{ ...parcel, waybill: `SF13882${serial}77` }];
  await importAs(test, 'peng', [wholeApplication({ applicationNo: `A-2026-${serial}`, parcels })]);
  const [document] = (await test.ask('peng', 'case.get', { caseId })).documents;
  const kept = await test.ask('peng', 'attachment.keep', {
    owner: { kind: 'document', id: document?.id ?? '', slot: '' },
    name: '营业执照.pdf',
    content: await madePdf('Licence'),
  });
  attachmentId = kept.id;
});

const pin = (seat: string, text: string, place: object = {}): Promise<NoteView> =>
  test.ask(seat, 'note.pin', { attachmentId, page: 1, x: 500, y: 300, text, ...place });
const seen = async (seat: string): Promise<readonly string[]> =>
  (await test.ask(seat, 'note.list', { caseId })).map(({ text }) => text);

describe('a note pinned to a page', () => {
  it('says who, when and where, and is in the ledger', async () => {
    const note = await pin('shen', '公章清晰', { x: 120, y: 940 });
    expect(note).toMatchObject({ attachmentId, page: 1, x: 120, y: 940, own: true, sealed: false });
    expect(note.by).not.toBe('');
    const { body } = test.desk.room.store.get<{ body: string }>(
      'SELECT body FROM ledger ORDER BY seq DESC LIMIT 1',
      [],
    );
    expect(JSON.parse(body)).toMatchObject({ type: 'note.pinned', payload: { caseId, text: '公章清晰', x: 120 } });
    expect(test.events.at(-1)).toMatchObject({ name: 'note.changed', data: { caseId } });
  });

  it('is kept whole or not at all', async () => {
    const before = dumpOf(test.desk.room.store);
    const input = { attachmentId, page: 2, x: 0, y: 0, text: '没有这一页' };
    expect(await test.refused('lu', 'note.pin', input)).toMatchObject({ code: 'note.page-unknown', field: 'page' });
    expect(await test.refused('lu', 'note.pin', { ...input, page: 1, x: 1001 })).toMatchObject({ field: 'x' });
    expect(await test.refused('lu', 'note.pin', { ...input, page: 1, text: '  ' })).toMatchObject({ field: 'text' });
    expect(await test.refused('peng', 'note.pin', { ...input, page: 1 })).toMatchObject({
      code: 'right.missing',
    });
    expect(dumpOf(test.desk.room.store)).toEqual(before);
  });

  it('is taken off by who pinned it, once; the ledger keeps it', async () => {
    const { id: noteId } = await pin('shen', '看不清');
    expect(await test.refused('lu', 'note.strike', { noteId })).toMatchObject({ code: 'note.not-yours' });
    await test.ask('shen', 'note.strike', { noteId });
    expect(await seen('shen')).toEqual([]);
    expect(await test.refused('shen', 'note.strike', { noteId })).toMatchObject({ code: 'note.unknown' });
    expect(() => test.desk.room.store.run('DELETE FROM note', [])).toThrow(/never deleted/);
    expect(() => test.desk.room.store.run("UPDATE note SET text = 'x'", [])).toThrow(/as it was pinned/);
  });
});

describe('who sees and pins notes', () => {
  it('an expert’s stays with them until the panel is complete; an inspector’s is open', async () => {
    await pin('lu', '我看不够四星');
    await pin('shen', '现场一致');
    expect(await seen('lu')).toEqual(['我看不够四星', '现场一致']);
    for (const other of ['qin', 'tang', 'peng']) expect(await seen(other), other).toEqual(['现场一致']);
    await prepareForDecision(test, caseId);
    for (const other of ['qin', 'tang', 'peng']) expect(await seen(other), other).toEqual(['我看不够四星', '现场一致']);
  });

  it('makes nobody part of the case: who pinned one may still decide', async () => {
    await pin('tang', '待核对');
    await pin('lu', '待核对');
    expect(await test.ask('tang', 'case.get', { caseId })).toMatchObject({ mayNotDecide: null, mayNotEvaluate: null });
    expect(test.desk.room.store.all('SELECT * FROM case_touch WHERE case_id = ?', [caseId])).toEqual([]);
  });

  it('none from somebody with an interest in the enterprise', async () => {
    const { enterprise } = await test.ask('qin', 'case.get', { caseId });
    await test.ask('qin', 'conflict.declare', { uscc: enterprise.uscc, reason: '亲属任职' });
    const input = { attachmentId, page: 1, x: 1, y: 1, text: '很好' };
    expect(await test.refused('qin', 'note.pin', input)).toMatchObject({ code: 'impartiality.conflict' });
  });
});
