import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readBadgeSvg } from './badge-artwork.ts';
import { makeCertificateArtwork } from './certificate-artwork.ts';
import { startHarfBuzz } from './glyph-subsetter.ts';
import type { LabelStock } from './label-stock.ts';
import { openPaperFace, type FaceId, type PaperFace } from './paper-face.ts';
import type { PaperKit } from './paper-kit.ts';
import { unpackWoff2 } from './unpack-woff2.ts';
import { compileWasm } from './wasm-program.ts';

/** Where the shipped files are, and a folder of ours that may be emptied at any time. */
export interface PaperFolders {
  /** The `resources` folder. */
  readonly resources: string;
  readonly cache: string;
}

interface ShippedFile {
  readonly file: string;
  /** The same file inside its package, where the program runs from its source. */
  readonly from: string;
  readonly sha256: string;
}

interface ShippedFont extends ShippedFile {
  readonly face: FaceId;
  readonly postScriptName: string;
  /** For a WOFF2: the hash of the TrueType font that it unpacks to. */
  readonly truetypeSha256?: string;
}

interface FontList {
  readonly subsetter: ShippedFile;
  readonly fonts: readonly ShippedFont[];
}

/** Faces that are cut anew for every file; `kai` is asked so seldom that preparing it does not pay. */
const PREPARED: ReadonlySet<FaceId> = new Set(['value', 'sans']);
/** Faces that draw only the artwork, which is packed here; then `kai` takes over their memory. */
const ARTWORK_ONLY: readonly FaceId[] = ['title', 'serif'];

/**
 * Opens fonts, artwork and label stocks.
 *
 * A font is looked for in `<resources>/fonts` (a packaged program), then in its package; its hash must be the one
 * in `fonts.json`. The one WOFF2 is unpacked once into the cache.
 * @throws Error naming the file when one is missing or altered: nothing can be printed then.
 */
export async function openPaperKit(folders: PaperFolders): Promise<PaperKit> {
  const read = (...path: readonly string[]): Promise<string> => readFile(join(folders.resources, ...path), 'utf8');
  const list = JSON.parse(await read('fonts', 'fonts.json')) as FontList;
  const program = compileWasm(await readShipped(folders, list.subsetter));
  const shared = startHarfBuzz(program);
  const open = async (id: FaceId): Promise<PaperFace> => {
    const font = list.fonts.find(({ face }) => face === id);
    if (font === undefined) throw new Error(`fonts.json lists no face ${id}`);
    const prepared = PREPARED.has(id);
    const harfbuzz = prepared ? startHarfBuzz(program) : shared;
    return openPaperFace(harfbuzz, await readFont(folders, font), {
      id,
      postScriptName: font.postScriptName,
      prepared,
    });
  };
  const faces = new Map<FaceId, PaperFace>();
  for (const id of [...PREPARED, ...ARTWORK_ONLY]) faces.set(id, await open(id));
  const certificate = makeCertificateArtwork(faces);
  for (const id of ARTWORK_ONLY) {
    faces.get(id)?.close();
    faces.delete(id);
  }
  faces.set('kai', await open('kai'));
  const { stocks } = JSON.parse(await read('templates', 'label-stocks.json')) as { stocks: readonly LabelStock[] };
  return {
    faces,
    certificate,
    badge: readBadgeSvg(await read('badges', 'placeholder.svg')),
    stocks,
  };
}

const readFont = (folders: PaperFolders, font: ShippedFont): Promise<Uint8Array> =>
  font.truetypeSha256 === undefined ? readShipped(folders, font) : unpacked(folders, font, font.truetypeSha256);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const readIfThere = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

async function readShipped(folders: PaperFolders, shipped: ShippedFile): Promise<Uint8Array> {
  const bytes =
    (await readIfThere(join(folders.resources, 'fonts', shipped.file))) ??
    (await readFile(createRequire(import.meta.url).resolve(shipped.from)));
  if (sha256(bytes) !== shipped.sha256) throw new Error(`${shipped.file} is not the file listed in fonts.json`);
  return bytes;
}

/** The TrueType form of a WOFF2, from the cache or unpacked into it; a damaged cache is replaced. */
async function unpacked(folders: PaperFolders, font: ShippedFont, wanted: string): Promise<Uint8Array> {
  const path = join(folders.cache, `${font.postScriptName}-${wanted.slice(0, 16)}.ttf`);
  const cached = await readIfThere(path);
  if (cached !== undefined && sha256(cached) === wanted) return cached;
  const fresh = await unpackWoff2(await readShipped(folders, font));
  if (sha256(fresh) !== wanted) throw new Error(`${font.file} did not unpack to the font listed in fonts.json`);
  await mkdir(folders.cache, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, fresh);
  await rename(draft, path);
  return fresh;
}
