/** What a wanted tag holds; everything else in a block is passed over unread. */
export type TagValue = string | readonly number[];

const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;
const ENTRY_BYTES = 12;
/** More entries than a camera writes into one directory. */
const MOST_ENTRIES = 512;
/** More values than any tag we ask for has. */
const MOST_VALUES = 64;

/** A directory of tags (IFD) in a TIFF block, as Exif wraps it (CIPA DC-008, 4.6). */
export type TagDirectory = ReadonlyMap<number, TagValue>;

/**
 * Reads chosen tags of a TIFF block: texts, whole numbers and fractions (each fraction as its quotient).
 *
 * Only what is asked for is read, and of that no more than a camera writes, so that a hostile block
 * costs no more than an honest one: `exif-reader` 2.0.3 ran out of memory on 64 KB of one, and
 * turns impossible dates into possible ones.
 * @throws RangeError where the block points outside itself.
 */
export function openTiff(bytes: Uint8Array): (offset: number | null, wanted: readonly number[]) => TagDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) throw new RangeError('no byte order');
  const little = order === 0x4949;
  const word = (at: number): number => view.getUint16(at, little);
  const long = (at: number): number => view.getUint32(at, little);
  if (word(2) !== 42) throw new RangeError('no TIFF');

  const valueAt = (entry: number): TagValue => {
    const count = Math.min(long(entry + 4), MOST_VALUES);
    switch (word(entry + 2)) {
      case ASCII:
        return textAt(count <= 4 ? entry + 8 : long(entry + 8), count);
      case LONG:
        return [long(entry + 8)];
      case RATIONAL: {
        const from = long(entry + 8);
        return Array.from({ length: count }, (_, at) => long(from + at * 8) / long(from + at * 8 + 4));
      }
      default:
        return [];
    }
  };
  const textAt = (from: number, count: number): string => {
    const codes = Array.from({ length: count }, (_, at) => view.getUint8(from + at));
    return String.fromCharCode(...codes).replace(/\0.*$/s, '');
  };
  return (offset, wanted) => {
    const start = offset ?? long(4);
    const entries = Math.min(word(start), MOST_ENTRIES);
    const found = new Map<number, TagValue>();
    for (let at = 0; at < entries; at += 1) {
      const entry = start + 2 + at * ENTRY_BYTES;
      const tag = word(entry);
      if (wanted.includes(tag) && !found.has(tag)) found.set(tag, valueAt(entry));
    }
    return found;
  };
}
