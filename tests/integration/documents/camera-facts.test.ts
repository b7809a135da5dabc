import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cameraFacts, type CameraFacts } from '#electron/backend/documents/camera-facts.ts';
import { copyPhoto } from '#electron/backend/documents/photo-copies.ts';

type Exif = Parameters<ReturnType<typeof sharp>['withExif']>[0];

const picture = (exif: Exif): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#c8962d' } })
    .withExif(exif)
    .jpeg()
    .toBuffer();

async function factsOf(exif: Exif): Promise<CameraFacts> {
  const copied = await copyPhoto(await picture(exif));
  if (!copied.ok) throw new Error(copied.failure.code);
  return copied.value.camera;
}

const taken = (time: string, offset?: string): Exif => ({
  IFD2: { DateTimeOriginal: time, ...(offset !== undefined && { OffsetTimeOriginal: offset }) },
});
const ANHUA = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '28/1 22/1 3912/100',
  GPSLongitudeRef: 'E',
  GPSLongitude: '111/1 12/1 4521/100',
};
const place = (change: Partial<typeof ANHUA> = {}): Exif => ({ IFD3: { ...ANHUA, ...change } });

describe('when a picture was taken', () => {
  it.each([
    ['with its offset', '2026:11:20 14:30:05', '+09:00', '2026-11-20T05:30:05.000Z'],
    ['west of Greenwich', '2026:11:20 22:30:05', '-07:00', '2026-11-21T05:30:05.000Z'],
    ['without an offset: Beijing time', '2026:11:20 14:30:05', undefined, '2026-11-20T06:30:05.000Z'],
    ['with a senseless offset: Beijing time', '2026:11:20 14:30:05', '+99:00', '2026-11-20T06:30:05.000Z'],
    ['on a leap day', '2028:02:29 00:00:00', undefined, '2028-02-28T16:00:00.000Z'],
  ])('%s', async (_name, time, offset, expected) => {
    expect((await factsOf(taken(time, offset))).takenAt).toBe(expected);
  });

  it.each([
    '2026:02:31 10:00:00',
    '2027:02:29 10:00:00',
    '0000:00:00 00:00:00',
    '0000:01:01 03:00:00',
    '2026:13:01 10:00:00',
    'yesterday',
  ])('“%s” is no time', async (time) => {
    expect((await factsOf(taken(time))).takenAt).toBeNull();
  });
});

describe('where a picture was taken', () => {
  it('is read in decimal degrees, south and west below zero', async () => {
    expect(await factsOf(place())).toMatchObject({ latitude: '28.377533', longitude: '111.212558' });
    expect(await factsOf(place({ GPSLatitudeRef: 'S', GPSLongitudeRef: 'W' }))).toMatchObject({
      latitude: '-28.377533',
      longitude: '-111.212558',
    });
  });

  it.each([
    ['latitude 400', { GPSLatitude: '400/1 0/1 0/1' }],
    ['longitude 181', { GPSLongitude: '181/1 0/1 0/1' }],
    ['75 minutes', { GPSLatitude: '28/1 75/1 0/1' }],
    ['a fraction over nothing', { GPSLatitude: '28/0 0/1 0/1' }],
    ['nothing over nothing', { GPSLongitude: '0/0 0/0 0/0' }],
    ['no hemisphere', { GPSLatitudeRef: 'X' }],
    ['the point where unset cameras are', { GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' }],
  ])('%s is no place', async (_name, change) => {
    expect(await factsOf({ ...place(change), ...taken('2026:11:20 14:30:05') })).toEqual({
      takenAt: '2026-11-20T06:30:05.000Z',
      latitude: null,
      longitude: null,
    });
  });

  it('a picture that says nothing has neither', async () => {
    expect(await factsOf({})).toEqual({ takenAt: null, latitude: null, longitude: null });
    expect(cameraFacts(undefined)).toEqual({ takenAt: null, latitude: null, longitude: null });
  });
});

describe('a hostile block', () => {
  it('changed or cut anywhere yields facts that can be, or none, and never a failure', async () => {
    const whole = (await sharp(await picture({ ...place(), ...taken('2026:11:20 14:30:05') })).metadata()).exif;
    if (whole === undefined) throw new Error('no exif');
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(changes, fc.nat(whole.length), (written, cut) => {
        const block = Buffer.from(whole.subarray(0, whole.length - (cut % 3 === 0 ? cut : 0)));
        for (const [at, value] of written) if (at < block.length) block[at] = value;
        const { latitude, longitude, takenAt } = cameraFacts(block);
        if (takenAt !== null) expect(new Date(takenAt).toISOString()).toBe(takenAt);
        expect(latitude === null).toBe(longitude === null);
        expect(Math.abs(Number(latitude))).toBeLessThanOrEqual(90);
        expect(Math.abs(Number(longitude))).toBeLessThanOrEqual(180);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(cameraFacts(noise)).toEqual({ takenAt: null, latitude: null, longitude: null });
      }),
    );
  });

  it('of 64 KB whose every entry claims four billion values is given up before any is counted', () => {
    const block = Buffer.alloc(65_535);
    block.write('II');
    block.writeUInt16LE(42, 2);
    block.writeUInt32LE(8, 4);
    const entries = Math.floor((block.length - 10) / 12);
    block.writeUInt16LE(entries, 8);
    const tags = [0x8769, 0x8825, 0x9003, 0x9011, 1, 2, 3, 4];
    for (let at = 0; at < entries; at += 1) {
      const entry = 10 + at * 12;
      const tag = tags[at % tags.length] ?? 0;
      block.writeUInt16LE(tag, entry);
      block.writeUInt16LE(at % 3 === 0 ? 2 : 5, entry + 2);
      block.writeUInt32LE(0xffff_fff0, entry + 4);
      block.writeUInt32LE(8, entry + 8);
    }
    expect(cameraFacts(block)).toEqual({ takenAt: null, latitude: null, longitude: null });
  });
});
