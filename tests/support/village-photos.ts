import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** What a camera writes into a photo. */
export interface ShotFacts {
  /** Wall clock at the place, `2026-11-21T10:05:00`. */
  readonly takenAt: string;
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
}

/** Where the sample photos are taken: a tea factory's yard. */
export const VILLAGE = { latitude: 28.3801, longitude: 111.2103 } as const;

const WIDTH = 3900;
const HEIGHT = 2700;
const SKIES = ['#9ec7e8', '#c9d8e4', '#e6d2b8'] as const;

/**
 * Photos of a village as a telephone takes them, about five megabytes each, every one with its own
 * bytes, time and place.
 *
 * A few pictures are drawn and compressed once, with seeded grain so that they weigh what photos
 * weigh; each photo then gets its own camera data in front. All are whole JPEGs.
 */
export async function villagePhotos(shots: readonly ShotFacts[]): Promise<readonly Buffer[]> {
  const bases = await Promise.all(
    SKIES.slice(0, Math.min(SKIES.length, shots.length)).map((sky, seed) => drawn(sky, seed)),
  );
  return shots.map((shot, index) => withFacts(bases[index % bases.length] ?? Buffer.alloc(0), shot, index));
}

/** Writes photos into a folder as a camera names them; answers with their paths. */
export async function keepPhotos(folder: string, photos: readonly Buffer[]): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths = photos.map((_, index) => join(folder, `IMG_${index + 1}.jpg`));
  await Promise.all(paths.map((path, index) => writeFile(path, photos[index] ?? '')));
  return paths;
}

/** Files that are no photos: one without bytes, one of words. */
export async function oddFiles(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files = [
    ['空.jpg', ''],
    ['说明.txt', '不是照片'],
  ] as const;
  await Promise.all(files.map(([name, words]) => writeFile(join(folder, name), words)));
  return files.map(([name]) => join(folder, name));
}

async function drawn(sky: string, seed: number): Promise<Buffer> {
  const house = 500 + seed * 420;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 3000 2000" preserveAspectRatio="none">
    <rect width="100%" height="100%" fill="${sky}"/>
    <path d="M0 1100 Q600 ${500 + seed * 60} 1300 1000 T3000 820 V2000 H0Z" fill="#5f7f5a"/>
    <path d="M0 1400 Q900 1150 1700 1380 T3000 1300 V2000 H0Z" fill="#47683f"/>
    <g fill="none" stroke="#2f4f2b" stroke-width="26">${[1460, 1540, 1630, 1730, 1840].map((y) => `<path d="M0 ${y} Q1500 ${y - 90} 3000 ${y}"/>`).join('')}</g>
    <rect x="${house}" y="980" width="640" height="420" fill="#e9e2d3"/>
    <path d="M${house - 60} 990 L${house + 320} 760 L${house + 700} 990Z" fill="#6b3b2e"/>
    <rect x="${house + 90}" y="1120" width="150" height="280" fill="#5a4a3c"/>
    <rect x="${house + 350}" y="1100" width="200" height="150" fill="#8fa7b5"/>
  </svg>`;
  return sharp(Buffer.from(svg))
    .composite([{ input: grain(seed), raw: { width: WIDTH, height: HEIGHT, channels: 4 } }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Grey grain of a seed, half seen through. */
function grain(seed: number): Buffer {
  const bytes = Buffer.alloc(WIDTH * HEIGHT * 4);
  let state = 0x9e3779b9 ^ seed;
  for (let at = 0; at < bytes.length; at += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const grey = state & 0xff;
    bytes[at] = grey;
    bytes[at + 1] = grey;
    bytes[at + 2] = grey;
    bytes[at + 3] = 60;
  }
  return bytes;
}

/** The JPEG with a camera's data, and a remark that makes it one of its kind, behind its first marker. */
function withFacts(jpeg: Buffer, shot: ShotFacts, serial: number): Buffer {
  const remark = segment(0xfe, Buffer.from(`shot ${serial}`));
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(shot)]));
  return Buffer.concat([jpeg.subarray(0, 2), exif, remark, jpeg.subarray(2)]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

type Tag = readonly [id: number, type: 2 | 4 | 5, count: number, value: Buffer];

const ascii = (id: number, text: string): Tag => [id, 2, text.length + 1, Buffer.from(`${text}\0`, 'latin1')];
const long = (id: number, value: number): Tag => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return [id, 4, 1, bytes];
};
function degrees(id: number, value: number): Tag {
  const thousandths = Math.round(Math.abs(value) * 3_600_000);
  const parts = [
    Math.floor(thousandths / 3_600_000),
    1,
    Math.floor(thousandths / 60_000) % 60,
    1,
    thousandths % 60_000,
    1000,
  ];
  const bytes = Buffer.alloc(24);
  parts.forEach((part, index) => bytes.writeUInt32LE(part, index * 4));
  return [id, 5, 3, bytes];
}

/** A directory at an offset; long values follow it. */
function directory(tags: readonly Tag[], offset: number): Buffer {
  const fixed = Buffer.alloc(2 + tags.length * 12 + 4);
  fixed.writeUInt16LE(tags.length);
  const tails: Buffer[] = [];
  let tailAt = offset + fixed.length;
  tags.forEach(([id, type, count, value], index) => {
    const at = 2 + index * 12;
    fixed.writeUInt16LE(id, at);
    fixed.writeUInt16LE(type, at + 2);
    fixed.writeUInt32LE(count, at + 4);
    if (value.length <= 4) return void value.copy(fixed, at + 8);
    fixed.writeUInt32LE(tailAt, at + 8);
    tails.push(value);
    return void (tailAt += value.length);
  });
  return Buffer.concat([fixed, ...tails]);
}

function tiff({ position, takenAt }: ShotFacts): Buffer {
  const head = Buffer.from('II*\0\x08\0\0\0', 'latin1');
  const written = takenAt.replaceAll('-', ':').replace('T', ' ').slice(0, 19);
  const mainLength = 2 + (position === null ? 1 : 2) * 12 + 4;
  const camera = directory([ascii(0x9003, written), ascii(0x9011, '+08:00')], head.length + mainLength);
  const cameraAt = head.length + mainLength;
  const placeAt = cameraAt + camera.length;
  const place =
    position === null
      ? Buffer.alloc(0)
      : directory(
          [
            ascii(1, position.latitude < 0 ? 'S' : 'N'),
            degrees(2, position.latitude),
            ascii(3, position.longitude < 0 ? 'W' : 'E'),
            degrees(4, position.longitude),
          ],
          placeAt,
        );
  const pointers = [long(0x8769, cameraAt), ...(position === null ? [] : [long(0x8825, placeAt)])];
  return Buffer.concat([head, directory(pointers, head.length), camera, place]);
}
