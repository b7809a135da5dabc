import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importAs, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { dumpOf } from '#tests/support/workspaces.ts';

const CASE = 'C-2026-90001';
let test: TestDesk;
let documentId = '';
let round = 0;
let slot = '';
let shade = 0;

beforeAll(async () => {
  test = await openPeopledDesk();
  await importAs(test, 'peng', [wholeApplication()]);
  documentId = (await test.ask('peng', 'case.get', { caseId: CASE })).documents[0]?.id ?? '';
});
afterAll(() => test.close());
beforeEach(() => {
  round += 1;
  slot = `line-${round}`;
});

const owner = (place = slot) => ({ kind: 'document' as const, id: documentId, slot: place });

/** A picture like no other, base64. */
async function picture(): Promise<string> {
  shade += 1;
  const background = { r: shade, g: 0, b: 0 };
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
  return bytes.toString('base64');
}

async function keep(name: string): Promise<string> {
  const content = await picture();
  return (await test.ask('peng', 'attachment.keep', { owner: owner(), name, content })).id;
}

const inSlot = async (place = slot): Promise<readonly string[]> =>
  (await test.ask('shen', 'attachment.list', { owner: owner(place) }))
    .filter((file) => file.owner.slot === place)
    .map(({ name, struck }) => (struck === null ? name : `(${name})`));

const ledgerOf = (type: string): object =>
  JSON.parse(
    test.desk.room.store.get<{ body: string }>('SELECT body FROM ledger WHERE type = ? ORDER BY seq DESC LIMIT 1', [
      type,
    ]).body,
  ) as object;

describe('files of a slot', () => {
  it('stand in the order they were put in, whatever is kept or struck out later', async () => {
    const [a, b, c] = [await keep('a.jpg'), await keep('b.jpg'), await keep('c.jpg')];
    const arranged = await test.ask('peng', 'attachment.arrange', { owner: owner(), ids: [c, a, b] });
    expect(arranged.map(({ name, order }) => [name, order])).toEqual([
      ['c.jpg', 0],
      ['a.jpg', 1],
      ['b.jpg', 2],
    ]);
    expect(ledgerOf('attachment.arranged')).toMatchObject({ entityId: documentId, payload: { slot, ids: [c, a, b] } });
    await keep('d.jpg');
    await test.ask('peng', 'attachment.strike', { attachmentId: a, reason: '拍糊了' });
    expect(await inSlot()).toEqual(['c.jpg', '(a.jpg)', 'b.jpg', 'd.jpg']);
    const left = (await test.ask('shen', 'attachment.list', { owner: owner() })).flatMap((file) =>
      file.owner.slot === slot && file.struck === null ? [file.id as string] : [],
    );
    await test.ask('peng', 'attachment.arrange', { owner: owner(), ids: left.toReversed() });
    expect(await inSlot()).toEqual(['d.jpg', 'b.jpg', 'c.jpg', '(a.jpg)']);
  });

  it.each([
    ['with one missing', (ids: readonly string[]) => ids.slice(1)],
    ['with one twice', (ids: readonly string[]) => [...ids, ids[0] ?? '']],
    ['with one in place of another', (ids: readonly string[]) => [ids[0] ?? '', ids[0] ?? '']],
    ['with a foreign one', (ids: readonly string[]) => [ids[0] ?? '', 'elsewhere']],
  ])('an order %s is refused and changes nothing', async (_name, made) => {
    const ids = [await keep('a.jpg'), await keep('b.jpg')];
    const before = dumpOf(test.desk.room.store);
    expect(await test.refused('peng', 'attachment.arrange', { owner: owner(), ids: made(ids) })).toMatchObject({
      code: 'attachment.order-stale',
    });
    expect(dumpOf(test.desk.room.store)).toEqual(before);
  });

  it('the same file is kept once in a slot, until it is struck out; another slot takes it too', async () => {
    const content = await picture();
    const first = await test.ask('peng', 'attachment.keep', { owner: owner(), name: 'a.jpg', content });
    const before = dumpOf(test.desk.room.store);
    expect(await test.refused('peng', 'attachment.keep', { owner: owner(), name: 'b.jpg', content })).toMatchObject({
      code: 'attachment.already-here',
      data: { name: 'b.jpg', as: 'a.jpg' },
    });
    expect(dumpOf(test.desk.room.store)).toEqual(before);
    await test.ask('peng', 'attachment.keep', { owner: owner(`${slot}.y`), name: 'b.jpg', content });
    await test.ask('peng', 'attachment.strike', { attachmentId: first.id, reason: '拍错了行' });
    await test.ask('peng', 'attachment.keep', { owner: owner(), name: 'c.jpg', content });
    expect(await inSlot()).toEqual(['(a.jpg)', 'c.jpg']);
  });

  it('one moved stands last in its new slot', async () => {
    const [a, b] = [await keep('a.jpg'), await keep('b.jpg')];
    await test.ask('peng', 'attachment.move', { attachmentId: a, slot: `${slot}.x` });
    const moved = await test.ask('peng', 'attachment.move', { attachmentId: b, slot: `${slot}.x` });
    expect(moved).toMatchObject({ order: 1, owner: { slot: `${slot}.x` } });
    expect([await inSlot(), await inSlot(`${slot}.x`)]).toEqual([[], ['a.jpg', 'b.jpg']]);
    expect(ledgerOf('attachment.moved')).toMatchObject({ entityId: b, payload: { from: slot, slot: `${slot}.x` } });
  });

  it('one struck out stays readable, says who and why, and changes no more', async () => {
    const id = await keep('a.jpg');
    const struck = await test.ask('peng', 'attachment.strike', { attachmentId: id, reason: '拍错了产品' });
    expect(struck.struck).toEqual({ by: '彭收样（样例）', at: '2026-11-21T02:00:00.000Z', reason: '拍错了产品' });
    expect(ledgerOf('attachment.struck')).toMatchObject({
      entityId: id,
      payload: { caseId: CASE, reason: '拍错了产品' },
    });
    expect((await test.ask('shen', 'attachment.get', { attachmentId: id, size: 'original' })).name).toBe('a.jpg');
    const before = dumpOf(test.desk.room.store);
    for (const [name, input] of [
      ['attachment.strike', { attachmentId: id, reason: '又' }],
      ['attachment.move', { attachmentId: id, slot: 'x' }],
    ] as const)
      expect(await test.refused('peng', name, input)).toMatchObject({
        code: 'attachment.already-struck',
        data: { name: 'a.jpg', by: '彭收样（样例）' },
      });
    expect(dumpOf(test.desk.room.store)).toEqual(before);
    const { store } = test.desk.room;
    expect(() => store.run('DELETE FROM attachment WHERE id = ?', [id])).toThrow(/kept/);
    expect(() => store.run("UPDATE attachment SET struck_reason = '' WHERE id = ?", [id])).toThrow(/stays so/);
  });

  it('say whether the platform has them: none while the desk works alone', async () => {
    await keep('a.jpg');
    const [file] = (await test.ask('shen', 'attachment.list', { owner: owner() })).filter((f) => f.owner.slot === slot);
    expect(file).toMatchObject({ upload: 'none', isHere: true });
  });
});

describe('a picture of a phone', () => {
  it('says when and where it was taken, and its copies do not', async () => {
    const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c8962d' } })
      .withExif({
        IFD2: { DateTimeOriginal: '2026:11:20 14:30:05' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '28/1 22/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '111/1 12/1 0/1',
        },
      })
      .jpeg()
      .toBuffer();
    const content = picture.toString('base64');
    const kept = await test.ask('peng', 'attachment.keep', { owner: owner(), name: 'a.jpg', content });
    expect(kept).toMatchObject({
      takenAt: '2026-11-20T06:30:05.000Z',
      position: { latitude: 28.366667, longitude: 111.2 },
    });
    for (const size of ['thumb', 'print'] as const) {
      const copy = await test.ask('shen', 'attachment.get', { attachmentId: kept.id, size });
      expect((await sharp(Buffer.from(copy.content, 'base64')).metadata()).exif).toBeUndefined();
    }
    const original = await test.ask('shen', 'attachment.get', { attachmentId: kept.id, size: 'original' });
    expect(original.content).toBe(content);
  });

  it('of ten, dropped at once, all are kept to the byte', async () => {
    const files = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        sharp({ create: { width: 900 + at, height: 600, channels: 3, background: '#7a2f2f' } })
          .jpeg()
          .toBuffer(),
      ),
    );
    const kept = await Promise.all(
      files.map((bytes, at) =>
        test.ask('peng', 'attachment.keep', {
          owner: owner(),
          name: `${at}.jpg`,
          content: bytes.toString('base64'),
        }),
      ),
    );
    expect(new Set(kept.map(({ order }) => order)).size).toBe(10);
    for (const [at, { id }] of kept.entries()) {
      const { content } = await test.ask('shen', 'attachment.get', { attachmentId: id, size: 'original' });
      expect(content).toBe(files[at]?.toString('base64'));
    }
  });
});
