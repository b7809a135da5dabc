import QRCode from 'qrcode';

/** A QR symbol's dark modules. */
export interface QrSymbol {
  /** Modules along a side, without the quiet zone. */
  readonly size: number;
  /** Row by row, 1 for dark. */
  readonly modules: Uint8Array;
}

/** Modules left blank on every side (ISO/IEC 18004, 6.3.8). */
export const QUIET_MODULES = 4;
/** Below this a phone no longer reads a slightly worn print. */
export const MIN_MODULE_MM = 0.35;
/** From here on a blurred, turned page still reads. */
export const GOOD_MODULE_MM = 0.5;

/** What the alphanumeric mode writes in five and a half bits a character. */
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;
const BYTES = new TextEncoder();

/** Longest text a symbol of level M can be asked for; the largest symbol holds a little more. */
const MAX_LENGTH = 1500;

/**
 * Makes a symbol; undefined for a text that no symbol holds.
 *
 * One mode for the whole text: looking for the best mixture takes a quarter of the time and hardly ever saves a size.
 * Level Q survives a blot over 6 to 8 % of the area, M over 4 %.
 */
export function qrSymbol(text: string, level: 'M' | 'Q'): QrSymbol | undefined {
  if (text === '' || Buffer.byteLength(text) > MAX_LENGTH) return undefined;
  const segment = ALPHANUMERIC.test(text)
    ? ({ data: text, mode: 'alphanumeric' } as const)
    : ({ data: BYTES.encode(text), mode: 'byte' } as const);
  const { modules } = QRCode.create([segment], { errorCorrectionLevel: level });
  return { size: modules.size, modules: modules.data };
}

/** Side of a symbol with its quiet zone. */
export const qrSideMm = (symbol: QrSymbol, moduleMm: number): number => (symbol.size + 2 * QUIET_MODULES) * moduleMm;

/**
 * The symbol as filled rectangles, one a run of dark modules, one unit a module, y downwards from the
 * first dark module's corner.
 */
export function qrPath({ size, modules }: QrSymbol): string {
  const runs: string[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const start = x;
      while (x < size && modules[y * size + x] === 1) x++;
      if (x > start) runs.push(`${start} ${y} ${x - start} 1 re`);
    }
  return `${runs.join('\n')}\nf`;
}

/**
 * The symbol as an inline 1-bit stencil on the unit square: a third of the bytes of a path.
 *
 * Written in hexadecimal so that no byte of it can be taken for the end of the image; packing wins it back.
 */
export function qrStencil({ size, modules }: QrSymbol): string {
  const digitsARow = Math.ceil(size / 8) * 2;
  let hex = '';
  for (let y = 0; y < size; y++)
    for (let digit = 0; digit < digitsARow; digit++) {
      let nibble = 0;
      for (let bit = 0; bit < 4; bit++) {
        const x = digit * 4 + bit;
        nibble = (nibble << 1) | (x < size ? (modules[y * size + x] ?? 0) : 0);
      }
      hex += nibble.toString(16);
    }
  return `BI /W ${size} /H ${size} /IM true /D [1 0] /F /AHx ID\n${hex}>\nEI`;
}
