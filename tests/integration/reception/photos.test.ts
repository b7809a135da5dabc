import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAs, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { dumpOf } from '#tests/support/workspaces.ts';

const CASE = 'C-2026-90001';
let test: TestDesk;
let parcelId = '';
let photo: Buffer;

beforeAll(async () => {
  test = await openPeopledDesk();
  await importAs(test, 'peng', [wholeApplication()]);
  parcelId = (await test.ask('peng', 'parcel.find', { code: CASE }))?.id ?? '';
  photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#c8962d' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 13/1 0/1' }, IFD0: { Make: 'Sample' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
});
afterAll(() => test.close());

const keep = (bytes: Uint8Array, name = '破损.jpg') => ({
  parcelId,
  name,
  content: Buffer.from(bytes).toString('base64'),
});
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const blobs = (): readonly string[] =>
  existsSync(join(test.workspace, 'blobs'))
    ? readdirSync(join(test.workspace, 'blobs'), { recursive: true }).map(String)
    : [];

describe('a photo', () => {
  it('is kept to the byte under its hash, and the ledger names it', async () => {
    const kept = await test.ask('peng', 'photo.keep', keep(photo));
    const sha256 = hashOf(photo);
    expect(kept).toMatchObject({ sha256, width: 1200, height: 2400, sampleId: null, by: '彭收样（样例）' });
    expect(readFileSync(join(test.workspace, 'blobs', sha256.slice(0, 2), sha256.slice(2)))).toEqual(photo);
    const entry = test.desk.room.store.get<{ body: string }>("SELECT body FROM ledger WHERE type = 'photo.kept'");
    expect(JSON.parse(entry.body)).toMatchObject({ entityId: kept.id, blobs: [sha256] });
    const original = await test.ask('shen', 'photo.get', { photoId: kept.id, size: 'original' });
    expect(hashOf(Buffer.from(original.content, 'base64'))).toBe(sha256);
  });

  it('gives copies upright, small, and without place or camera, also when they were lost', async () => {
    const { id } = await test.ask('peng', 'photo.keep', keep(photo));
    expect((await sharp(photo).metadata()).exif?.includes('Sample')).toBe(true);
    for (const [size, longer] of [
      ['thumb', 320],
      ['print', 1600],
    ] as const) {
      const first = await test.ask('shen', 'photo.get', { photoId: id, size });
      const { exif, height, orientation, width } = await sharp(Buffer.from(first.content, 'base64')).metadata();
      expect({ exif, height, orientation, width }).toEqual({
        exif: undefined,
        height: longer,
        orientation: undefined,
        width: longer / 2,
      });
      rmSync(join(test.workspace, 'copies'), { recursive: true });
      expect(await test.ask('shen', 'photo.get', { photoId: id, size })).toEqual(first);
    }
  });

  it('goes with its sample, whose own entry names it too, and with no other', async () => {
    const { id, sha256 } = await test.ask('peng', 'photo.keep', keep(photo));
    const input = {
      parcelId,
      batch: 'B-7',
      quantity: '1',
      unit: '盒',
      storage: 'ambient' as const,
      condition: 'damaged' as const,
      location: 'A-01-1',
      photoIds: [id as string],
    };
    const sample = await test.ask('peng', 'sample.receive', input);
    expect((await test.ask('shen', 'photo.list', { caseId: CASE })).map(({ sampleId }) => sampleId)).toEqual([
      sample.id,
    ]);
    const entry = test.desk.room.store.get<{ body: string }>("SELECT body FROM ledger WHERE type = 'sample.received'");
    expect(JSON.parse(entry.body)).toMatchObject({ blobs: [sha256] });
    const before = dumpOf(test.desk.room.store);
    expect(await test.refused('peng', 'sample.receive', { ...input, batch: 'B-8' })).toMatchObject({
      code: 'photo.unknown',
    });
    expect(dumpOf(test.desk.room.store)).toEqual(before);
  });

  it.each([
    ['of 0 bytes', () => Buffer.alloc(0), 'photo.empty'],
    ['of 30 MB', () => Buffer.alloc(30_000_000, 0xff), 'photo.too-large'],
    ['in HEIC', () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), 'photo.heic'],
    ['that is a PDF', () => Buffer.from('%PDF-1.7'), 'photo.wrong-type'],
    ['cut off half way', () => photo.subarray(0, photo.length / 2), 'photo.corrupt'],
    [
      'of noise behind a JPEG mark',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(500, 7)]),
      'photo.corrupt',
    ],
    ['that unpacks to 400 megapixels', () => bomb(), 'photo.too-many-pixels'],
  ])('%s is refused with its message, and nothing is kept', async (_name, bytes, code) => {
    const before = [dumpOf(test.desk.room.store), blobs()];
    expect((await test.refused('peng', 'photo.keep', keep(await bytes()))).code).toBe(code);
    expect([dumpOf(test.desk.room.store), blobs()]).toEqual(before);
  });
});

/** A small PNG whose head says that it is 20,000 pixels wide and high. */
async function bomb(): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(20_000, 16);
  png.writeUInt32BE(20_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}
