import { crc32, inflateRawSync } from 'node:zlib';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IntakeFailure } from './intake-fault.ts';

/** Limits on a workbook's archive; generous for a workbook of 10,000 applications, which is 6 MB packed. */
export const ZIP_LIMITS = { entries: 2_000, unpackedBytes: 200 * 1024 * 1024 } as const;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const UNKNOWN_32 = 0xffffffff;

const damaged = (detail: string): Result<never, IntakeFailure> => fail({ code: 'intake.damaged', data: { detail } });

/**
 * Unpacks the wanted files of a zip, with every size checked before anything is inflated.
 *
 * The directory's sizes are summed first and then held to: inflating stops at the size that was
 * declared, so an archive that lies costs no more than one that does not. Checksums are verified.
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Result<ReadonlyMap<string, Uint8Array>, IntakeFailure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readDirectory(view, bytes);
  if (!directory.ok) return directory;
  const total = directory.value.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > ZIP_LIMITS.unpackedBytes)
    return fail({
      code: 'intake.too-large',
      data: { what: 'unpacked-mb', found: Math.round(total / 1048576), limit: ZIP_LIMITS.unpackedBytes / 1048576 },
    });
  const files = new Map<string, Uint8Array>();
  for (const entry of directory.value) {
    if (!wanted(entry.name)) continue;
    if (files.has(entry.name)) return damaged(`${entry.name} twice`);
    const content = inflate(view, bytes, entry);
    if (!content) return damaged(entry.name);
    files.set(entry.name, content);
  }
  return ok(files);
}

function readDirectory(view: DataView, bytes: Uint8Array): Result<readonly Entry[], IntakeFailure> {
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 22 - 65_536 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) return damaged('no zip directory');
  const count = view.getUint16(end + 10, true);
  if (count > ZIP_LIMITS.entries)
    return fail({ code: 'intake.too-large', data: { what: 'zip-entries', found: count, limit: ZIP_LIMITS.entries } });
  const names = new TextDecoder();
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) return damaged('zip directory');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) return damaged('zip directory');
    if ((view.getUint16(at + 8, true) & 1) !== 0) return fail({ code: 'intake.encrypted' });
    const sizes = wideSizes(view, at, at + 46 + nameLength, extraLength);
    if (sizes === undefined) return damaged('zip directory');
    entries.push({
      name: names.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizes,
    });
    at = next;
  }
  return ok(entries);
}

/** The three sizes of an entry, from the zip64 field where the short ones do not suffice. */
function wideSizes(
  view: DataView,
  entry: number,
  extra: number,
  extraLength: number,
): Pick<Entry, 'packed' | 'unpacked' | 'offset'> | undefined {
  const fields = [view.getUint32(entry + 24, true), view.getUint32(entry + 20, true), view.getUint32(entry + 42, true)];
  if (fields.includes(UNKNOWN_32)) {
    let at = extra;
    while (at + 4 <= extra + extraLength && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
    let value = at + 4;
    for (const [index, field] of fields.entries()) {
      if (field !== UNKNOWN_32) continue;
      if (value + 8 > extra + extraLength) return undefined;
      fields[index] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  const [unpacked = 0, packed = 0, offset = 0] = fields;
  return { unpacked, packed, offset };
}

function inflate(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array | undefined {
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) return undefined;
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) return undefined;
  const packed = bytes.subarray(start, start + entry.packed);
  const content = entry.method === 0 ? packed : entry.method === 8 ? inflateWithin(packed, entry.unpacked) : undefined;
  return content?.length === entry.unpacked && crc32(content) === entry.crc ? content : undefined;
}

/** Inflates at most `limit` bytes; undefined when the data is broken or longer than it said. */
function inflateWithin(packed: Uint8Array, limit: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(limit, 1) });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
