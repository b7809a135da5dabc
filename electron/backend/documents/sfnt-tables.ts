/** What layout needs of a whole TrueType font: which glyph draws a character, how wide it is, and its vertical box. */
export interface FontTables {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** Bounding box of the font, font units: xMin, yMin, xMax, yMax. */
  readonly box: readonly [number, number, number, number];
  readonly ascender: number;
  readonly descender: number;
  /** Advance of a glyph in font units. */
  readonly advanceOf: (glyph: number) => number;
  /** Byte length of a glyph's outline; 0 for one that draws nothing. */
  readonly outlineLength: (glyph: number) => number;
  /** Number of contours and the four bounds of an outline, to compare a glyph with its copy. */
  readonly outlineHeader: (glyph: number) => string;
  readonly eachMapping: (visit: (codePoint: number, glyph: number) => void) => void;
}

const TABLE_RECORD = 16;
const OUTLINE_HEADER_WORDS = 5;

/**
 * Reads the tables of a glyf-flavoured font (one face, no collection, no CFF).
 * @throws TypeError when a table that must be there is missing.
 */
export function readFontTables(bytes: Uint8Array): FontTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offsets = tableOffsets(view);
  const at = (tag: string): number => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new TypeError(`font without table ${tag}`);
    return offset;
  };
  const [head, hhea, hmtx, loca, glyf, cmap] = [at('head'), at('hhea'), at('hmtx'), at('loca'), at('glyf'), at('cmap')];
  const longMetrics = view.getUint16(hhea + 34);
  const wideOffsets = view.getInt16(head + 50) === 1;
  const outlineAt = (glyph: number): number =>
    wideOffsets ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2;
  return {
    unitsPerEm: view.getUint16(head + 18),
    glyphCount: view.getUint16(at('maxp') + 4),
    box: [view.getInt16(head + 36), view.getInt16(head + 38), view.getInt16(head + 40), view.getInt16(head + 42)],
    ascender: view.getInt16(hhea + 4),
    descender: view.getInt16(hhea + 6),
    advanceOf: (glyph) => view.getUint16(hmtx + Math.min(glyph, longMetrics - 1) * 4),
    outlineLength: (glyph) => outlineAt(glyph + 1) - outlineAt(glyph),
    outlineHeader: (glyph) => {
      if (outlineAt(glyph + 1) === outlineAt(glyph)) return 'blank';
      const start = glyf + outlineAt(glyph);
      return Array.from({ length: OUTLINE_HEADER_WORDS }, (_, word) => view.getInt16(start + word * 2)).join(' ');
    },
    eachMapping: (visit) => eachMapping(view, cmap, visit),
  };
}

/** Highest plane any of our fonts maps (tertiary ideographic), for a flat index instead of a map of 30,000 entries. */
const CODE_POINT_LIMIT = 0x40000;

/** A font's character map as a flat index: the glyph of a code point, 0 for none. */
export function glyphIndex(tables: FontTables): (codePoint: number) => number {
  const glyphs = new Uint16Array(CODE_POINT_LIMIT);
  tables.eachMapping((codePoint, glyph) => {
    glyphs[codePoint] = glyph;
  });
  return (codePoint) => glyphs[codePoint] ?? 0;
}

function tableOffsets(view: DataView): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  for (let record = 12, left = view.getUint16(4); left > 0; left--, record += TABLE_RECORD) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    offsets.set(tag, view.getUint32(record + 8));
  }
  return offsets;
}

/** Walks the widest Unicode mapping of a cmap table (format 12 before format 4). */
function eachMapping(view: DataView, cmap: number, visit: (codePoint: number, glyph: number) => void): void {
  let narrow = 0;
  for (let record = cmap + 4, left = view.getUint16(cmap + 2); left > 0; left--, record += 8) {
    const table = cmap + view.getUint32(record + 4);
    const format = view.getUint16(table);
    if (format === 12) return eachSegmented(view, table, visit);
    if (format === 4) narrow = table;
  }
  if (narrow === 0) throw new TypeError('font without a Unicode cmap of format 4 or 12');
  eachBasic(view, narrow, visit);
}

function eachSegmented(view: DataView, table: number, visit: (codePoint: number, glyph: number) => void): void {
  for (let group = table + 16, left = view.getUint32(table + 12); left > 0; left--, group += 12) {
    const first = view.getUint32(group);
    const last = view.getUint32(group + 4);
    const glyph = view.getUint32(group + 8);
    for (let codePoint = first; codePoint <= last; codePoint++) visit(codePoint, glyph + codePoint - first);
  }
}

function eachBasic(view: DataView, table: number, visit: (codePoint: number, glyph: number) => void): void {
  const doubledSegments = view.getUint16(table + 6);
  for (let segment = 0; segment < doubledSegments; segment += 2) {
    const last = view.getUint16(table + 14 + segment);
    const first = view.getUint16(table + 16 + doubledSegments + segment);
    const delta = view.getInt16(table + 16 + doubledSegments * 2 + segment);
    const rangeAt = table + 16 + doubledSegments * 3 + segment;
    const range = view.getUint16(rangeAt);
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint++) {
      const raw = range === 0 ? codePoint : view.getUint16(rangeAt + range + (codePoint - first) * 2);
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) visit(codePoint, glyph);
    }
  }
}
