import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** What a file is by its first bytes; its name and what a browser says of it count for nothing. */
export function photoType(
  bytes: Uint8Array,
): Result<string, Failure<'photo.empty' | 'photo.heic' | 'photo.wrong-type'>> {
  if (bytes.length === 0) return fail({ code: 'photo.empty' });
  if (ascii(bytes, 4, 8) === 'ftyp' && HEIC_BRANDS.has(ascii(bytes, 8, 12))) return fail({ code: 'photo.heic' });
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return ok('image/jpeg');
  if (ascii(bytes, 1, 4) === 'PNG' && bytes[0] === 0x89) return ok('image/png');
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return ok('image/webp');
  return fail({ code: 'photo.wrong-type' });
}
