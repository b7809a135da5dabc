import { EncryptedPDFError, PDFDocument } from 'pdf-lib';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';

/** Why a file is no PDF that can be kept as evidence. */
export type PdfFault = Failure<'attachment.not-pdf' | 'attachment.encrypted'>;

/** Whether the first bytes say PDF; the mark may stand within the first kilobyte (ISO 32000-1, Annex H). */
export const looksLikePdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/** Opens a PDF and counts its pages; one that does not open, has none or asks for a password is refused. */
export async function checkPdf(bytes: Uint8Array): Promise<Result<{ readonly pages: number }, PdfFault>> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const pages = document.getPageCount();
    return pages > 0 ? ok({ pages }) : fail({ code: 'attachment.not-pdf' });
  } catch (error) {
    if (error instanceof EncryptedPDFError) return fail({ code: 'attachment.encrypted' });
    if (error instanceof Error && !(error instanceof ReferenceError)) return fail({ code: 'attachment.not-pdf' });
    throw error;
  }
}
