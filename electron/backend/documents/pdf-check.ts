import { PDFDocument } from 'pdf-lib';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { countEncryptedPages } from './encrypted-pdf.ts';

/** Why a file is no PDF that can be kept as evidence. */
export type PdfFault = Failure<'attachment.not-pdf' | 'attachment.encrypted'>;

/** Whether the first bytes say PDF; the mark may stand within the first kilobyte (ISO 32000-1, Annex H). */
export const looksLikePdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/** The trailer's entry, which is never encrypted or compressed itself (ISO 32000-1, 7.5.8.2 and 7.6.1). */
const ENCRYPT_ENTRY = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;

/**
 * Opens a PDF and counts its pages; one that does not open, has none or asks for a password is refused.
 *
 * Many laboratories lock their reports against changes: encrypted, but open to every reader. Those are kept.
 */
export async function checkPdf(bytes: Uint8Array): Promise<Result<{ readonly pages: number }, PdfFault>> {
  const counted = ENCRYPT_ENTRY.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
    ? await countEncryptedPages(bytes)
    : await countPages(bytes);
  if (counted === 'locked') return fail({ code: 'attachment.encrypted' });
  return counted > 0 ? ok({ pages: counted }) : fail({ code: 'attachment.not-pdf' });
}

/** Nought when it does not open. */
async function countPages(bytes: Uint8Array): Promise<number> {
  try {
    return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
  } catch (error) {
    if (error instanceof Error && !(error instanceof ReferenceError)) return 0;
    throw error;
  }
}
