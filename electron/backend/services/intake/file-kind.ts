import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IntakeFailure } from './intake-fault.ts';

/** Largest file that is looked into. */
export const FILE_LIMIT_BYTES = 50 * 1024 * 1024;

/** What a file is by its bytes, whatever its name says; old and protected workbooks are refused by name. */
export function fileKind(bytes: Uint8Array): Result<'workbook' | 'text', IntakeFailure> {
  if (bytes.length === 0) return fail({ code: 'intake.empty' });
  if (bytes.length > FILE_LIMIT_BYTES)
    return fail({
      code: 'intake.too-large',
      data: { what: 'file-mb', found: Math.ceil(bytes.length / 1048576), limit: FILE_LIMIT_BYTES / 1048576 },
    });
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) return ok('workbook');
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0)
    return fail({ code: hasEncryptedPackage(bytes) ? 'intake.encrypted' : 'intake.legacy-workbook' });
  return ok('text');
}

/** Whether an OLE file is a password-protected .xlsx: its directory names the stream `EncryptedPackage`. */
const hasEncryptedPackage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
