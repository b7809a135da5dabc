import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFRawStream, PDFString, type PDFContext, type PDFRef } from 'pdf-lib';
import type { PageCanvas } from './page-canvas.ts';
import type { FaceId, PaperFace } from './paper-face.ts';
import { readFontTables } from './sfnt-tables.ts';
import type { FaceSet } from './typeface.ts';

/** A font cut to the characters of one file, ready to be placed in it any number of times. */
export interface SubsetFont {
  /** A text as the hexadecimal string that shows it. @throws Error for a character that was not asked for. */
  readonly encode: (text: string) => string;
  /** Adds the font's objects to a file. */
  readonly embed: (context: PDFContext) => PDFRef;
}

const EM = 1000;
const SYMBOLIC = 4;
/** Some readers take at most 100 mappings in one block. */
const MAPPINGS_A_BLOCK = 100;

const hex4 = (number: number): string => number.toString(16).padStart(4, '0');
const utf16Hex = (codePoint: number): string =>
  [...Array(String.fromCodePoint(codePoint).length).keys()]
    .map((unit) => hex4(String.fromCodePoint(codePoint).charCodeAt(unit)))
    .join('');

/**
 * Cuts a face to `codePoints` and prepares it as Type0 / CIDFontType2.
 *
 * Each code point has a CID of its own, even where two share a glyph, so that the text layer gives
 * back exactly what was typed. The subset tag comes from the bytes: the same text, the same file.
 */
export function subsetFont(face: PaperFace, codePoints: readonly number[]): SubsetFont {
  const file = face.subset(codePoints);
  const tables = readFontTables(file);
  const glyphOf = new Map<number, number>();
  tables.eachMapping((codePoint, glyph) => glyphOf.set(codePoint, glyph));
  const characters = codePoints
    .map((codePoint) => ({ codePoint, glyph: glyphOf.get(codePoint) ?? 0 }))
    .sort((a, b) => a.glyph - b.glyph || a.codePoint - b.codePoint);
  const codes = new Map(characters.map(({ codePoint }, index) => [codePoint, hex4(index + 1)]));
  const perEm = EM / tables.unitsPerEm;
  const parts = {
    name: `${subsetTag(file)}+${face.postScriptName}`,
    box: tables.box.map((bound) => Math.round(bound * perEm)),
    ascent: Math.round(tables.ascender * perEm),
    descent: Math.round(tables.descender * perEm),
    widths: widthRuns(characters.map(({ glyph }) => Math.round(tables.advanceOf(glyph) * perEm * 100) / 100)),
    length: file.length,
    file: deflateSync(file),
    toUnicode: deflateSync(toUnicode(characters.map(({ codePoint }) => codePoint))),
    glyphMap: characters.every(({ glyph }, index) => glyph === index + 1)
      ? undefined
      : deflateSync(glyphMap(characters.map(({ glyph }) => glyph))),
    present: deflateSync(presentCodes(characters.length)),
  };
  return {
    encode: (text) => {
      let hex = '';
      for (const character of text) {
        const code = codes.get(character.codePointAt(0) ?? 0);
        if (code === undefined) throw new Error(`not in the subset of ${face.id}: ${character}`);
        hex += code;
      }
      return hex;
    },
    embed: (context) => embedParts(context, parts),
  };
}

/** Cuts one font a face, for everything that the canvases show. */
export function subsetFonts(faces: FaceSet, canvases: readonly PageCanvas[]): ReadonlyMap<FaceId, SubsetFont> {
  const characters = new Map<FaceId, Set<number>>();
  for (const canvas of canvases) canvas.collect(characters);
  const fonts = new Map<FaceId, SubsetFont>();
  for (const [id, codePoints] of [...characters].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const face = faces.get(id);
    if (face === undefined) throw new Error(`face ${id} is not open`);
    fonts.set(
      id,
      subsetFont(
        face,
        [...codePoints].sort((a, b) => a - b),
      ),
    );
  }
  return fonts;
}

interface FontParts {
  readonly name: string;
  readonly box: readonly number[];
  readonly ascent: number;
  readonly descent: number;
  readonly widths: readonly (number | readonly number[])[];
  readonly length: number;
  readonly file: Uint8Array;
  readonly toUnicode: Uint8Array;
  readonly glyphMap: Uint8Array | undefined;
  readonly present: Uint8Array;
}

function embedParts(context: PDFContext, parts: FontParts): PDFRef {
  const stream = (bytes: Uint8Array, extra: Record<string, number> = {}): PDFRef =>
    context.register(PDFRawStream.of(context.obj({ ...extra, Filter: 'FlateDecode', Length: bytes.length }), bytes));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: parts.name,
      Flags: SYMBOLIC,
      FontBBox: parts.box,
      ItalicAngle: 0,
      Ascent: parts.ascent,
      Descent: parts.descent,
      CapHeight: parts.ascent,
      StemV: 80,
      CIDSet: stream(parts.present),
      FontFile2: stream(parts.file, { Length1: parts.length }),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: parts.name,
      CIDToGIDMap: parts.glyphMap === undefined ? 'Identity' : stream(parts.glyphMap),
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: EM,
      W: parts.widths,
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: parts.name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: stream(parts.toUnicode),
    }),
  );
}

function subsetTag(file: Uint8Array): string {
  const digest = createHash('sha256').update(file).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

/** The W array: `first last width` for every run that differs from the default of one em. */
function widthRuns(widths: readonly number[]): readonly number[] {
  const runs: number[] = [];
  for (let first = 0; first < widths.length;) {
    const width = widths[first] ?? EM;
    let last = first;
    while (widths[last + 1] === width) last++;
    if (width !== EM) runs.push(first + 1, last + 1, width);
    first = last + 1;
  }
  return runs;
}

function toUnicode(codePoints: readonly number[]): string {
  const lines = [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
  ];
  for (let start = 0; start < codePoints.length; start += MAPPINGS_A_BLOCK) {
    const block = codePoints.slice(start, start + MAPPINGS_A_BLOCK);
    lines.push(`${block.length} beginbfchar`);
    block.forEach((codePoint, index) => lines.push(`<${hex4(start + index + 1)}> <${utf16Hex(codePoint)}>`));
    lines.push('endbfchar');
  }
  lines.push('endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end');
  return lines.join('\n');
}

/** CIDToGIDMap: two bytes a CID, CID 0 being `.notdef`. */
function glyphMap(glyphs: readonly number[]): Uint8Array {
  const bytes = new Uint8Array((glyphs.length + 1) * 2);
  glyphs.forEach((glyph, index) => bytes.set([glyph >> 8, glyph & 0xff], (index + 1) * 2));
  return bytes;
}

/** CIDSet: one bit a CID, all present. */
function presentCodes(count: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((count + 1) / 8));
  for (let code = 0; code <= count; code++) bytes[code >> 3] = (bytes[code >> 3] ?? 0) | (0x80 >> (code & 7));
  return bytes;
}
