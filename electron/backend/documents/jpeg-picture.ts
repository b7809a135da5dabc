/** A JPEG that can stand in a PDF as it is. */
export interface JpegPicture {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Colour components: 1 grey, 3 colour. */
  readonly components: 1 | 3;
}

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
/** Frame headers, without the tables (C4, C8, CC) that share their numbers. */
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

/**
 * Reads size and components from a JPEG's frame header.
 * @throws Error for what is none of our own print copies: they are always plain JPEG.
 */
export function jpegPicture(bytes: Uint8Array): JpegPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === MARKER) {
    const code = bytes[at + 1] ?? 0;
    if (code === START_OF_SCAN) break;
    if (isFrame(code)) {
      const components = bytes[at + 9];
      if (components !== 1 && components !== 3) throw new Error(`a JPEG of ${components} components`);
      return { bytes, heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7), components };
    }
    at += 2 + view.getUint16(at + 2);
  }
  throw new Error('a JPEG without a frame');
}
