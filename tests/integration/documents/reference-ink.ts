import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import sharp from 'sharp';
import type { FoundText, PageImage } from '#tests/support/pdf-reading.ts';
import { FOLDERS } from './paper-samples.ts';

/** A whole, uncut font as HarfBuzz's shaping module reads it: another program than the one that cuts. */
interface WholeFont {
  readonly upem: number;
  readonly glyph: (character: string) => number | null;
  readonly advance: (glyph: number) => number;
  readonly outline: (glyph: number) => string;
}

function openWholeFont(path: string): WholeFont {
  const bytes = readFileSync(path);
  const blob = new harfbuzz.Blob(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  const face = new harfbuzz.Face(blob);
  const font = new harfbuzz.Font(face);
  return {
    upem: face.upem,
    glyph: (character) => font.nominalGlyph(character.codePointAt(0) ?? 0) ?? null,
    advance: (glyph) => font.glyphHAdvance(glyph),
    outline: (glyph) => font.glyphToPath(glyph),
  };
}

const require = createRequire(import.meta.url);
const packageFile = (name: string): string => require.resolve(name);
const whole = new Map<string, WholeFont>();

/** How a text is printed: its fonts in order of fallback, and how dark its ink is. */
export interface InkStyle {
  readonly chain: readonly ('value' | 'kai' | 'sans')[];
  readonly inkGrey: number;
}

function wholeFonts(chain: InkStyle['chain']): readonly WholeFont[] {
  const list = JSON.parse(readFileSync(join(FOLDERS.resources, 'fonts', 'fonts.json'), 'utf8')) as {
    readonly fonts: readonly {
      readonly face: string;
      readonly from: string;
      readonly postScriptName: string;
      readonly truetypeSha256?: string;
    }[];
  };
  return chain.map((id) => {
    const known = whole.get(id);
    if (known !== undefined) return known;
    const entry = list.fonts.find(({ face }) => face === id);
    if (entry === undefined) throw new Error(`no font ${id}`);
    const path =
      entry.truetypeSha256 === undefined
        ? packageFile(entry.from)
        : join(FOLDERS.cache, `${entry.postScriptName}-${entry.truetypeSha256.slice(0, 16)}.ttf`);
    const font = openWholeFont(path);
    whole.set(id, font);
    return font;
  });
}

/** How far the ink of one character on the page is from its outline in the whole font: 0 the same, 1 nothing alike. */
export interface InkDifference {
  readonly character: string;
  readonly difference: number;
}

const POINTS_AN_INCH = 72;
/** Above this grey is background art; text is far darker. */
const PAPER_GREY = 205;

/** Compares each character of a found text with the same character drawn from the whole font by another rasteriser. */
export async function inkDifferences(
  page: PageImage,
  dpi: number,
  found: FoundText,
  style: InkStyle,
): Promise<InkDifference[]> {
  const scale = dpi / POINTS_AN_INCH;
  const size = found.size * scale;
  let x = found.x * scale;
  const baseline = page.height - found.y * scale;
  const differences: InkDifference[] = [];
  for (const character of found.text) {
    const drawn = wholeFonts(style.chain)
      .map((font) => ({ font, glyph: font.glyph(character) }))
      .find(({ glyph }) => glyph !== null && glyph !== 0);
    if (drawn?.glyph === null || drawn === undefined) throw new Error(`no whole font has ${character}`);
    const width = (drawn.font.advance(drawn.glyph) / drawn.font.upem) * size;
    if (character.trim() !== '') {
      const frame = {
        left: Math.floor(x) - 1,
        top: Math.floor(baseline - size * 0.95),
        width: Math.ceil(width) + 3,
        height: Math.ceil(size * 1.2),
      };
      const outline = drawn.font.outline(drawn.glyph);
      const reference = await drawOutline(outline, frame, x - frame.left, baseline - frame.top, size / drawn.font.upem);
      differences.push({ character, difference: difference(inkOf(page, frame, style.inkGrey), reference) });
    }
    x += width;
  }
  return differences;
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function inkOf(page: PageImage, frame: Frame, inkGrey: number): Float64Array {
  const ink = new Float64Array(frame.width * frame.height);
  for (let row = 0; row < frame.height; row++)
    for (let column = 0; column < frame.width; column++) {
      const grey = page.grey[(frame.top + row) * page.width + frame.left + column] ?? 255;
      ink[row * frame.width + column] = Math.min(1, Math.max(0, (PAPER_GREY - grey) / (PAPER_GREY - inkGrey)));
    }
  return ink;
}

async function drawOutline(outline: string, frame: Frame, x: number, y: number, scale: number): Promise<Float64Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}"><rect width="100%" height="100%" fill="#fff"/><path transform="translate(${x} ${y}) scale(${scale} ${-scale})" d="${outline}"/></svg>`;
  const pixels = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer();
  return Float64Array.from(pixels, (grey) => 1 - grey / 255);
}

/** Share of ink that is not where it belongs: 0.03 to 0.1 between two rasterisers, up to 0.2 for a thin dash. */
function difference(ink: Float64Array, reference: Float64Array): number {
  let apart = 0;
  let together = 0;
  for (let at = 0; at < reference.length; at++) {
    const [a, b] = [ink[at] ?? 0, reference[at] ?? 0];
    apart += Math.abs(a - b);
    together += a + b;
  }
  return together === 0 ? 1 : apart / together;
}
