import { createHash } from 'node:crypto';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { CameraFacts } from './camera-facts.ts';
import { checkPdf, looksLikePdf, type PdfFault } from './pdf-check.ts';
import { copyPhoto, type PhotoCopies, type PhotoFault } from './photo-copies.ts';

/** What may be handed in. */
export type FileKind = 'photo' | 'photo-or-pdf';

/** A file that was read through: what it is, what it is named by, and its bytes handed back. */
export interface FileRead extends CameraFacts {
  readonly bytes: Uint8Array;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly pages: number;
  /** Upright pixels; null for a PDF. */
  readonly width: number | null;
  readonly height: number | null;
  /** Null for a PDF. */
  readonly copies: Pick<PhotoCopies, 'thumb' | 'print'> | null;
}

export type FileFault = PhotoFault | PdfFault | Failure<'attachment.wrong-type'>;

/** Reads a file through and hashes it: a PDF is opened, a picture read to its last row and copied. Its bytes say which. */
export async function readFile(bytes: Uint8Array, kind: FileKind): Promise<Result<FileRead, FileFault>> {
  if (kind === 'photo-or-pdf' && looksLikePdf(bytes)) {
    const checked = await checkPdf(bytes);
    if (!checked.ok) return checked;
    return ok({
      ...named(bytes),
      mediaType: 'application/pdf',
      pages: checked.value.pages,
      width: null,
      height: null,
      copies: null,
      takenAt: null,
      latitude: null,
      longitude: null,
    });
  }
  const copied = await copyPhoto(bytes);
  if (!copied.ok) {
    const wrongType = kind === 'photo-or-pdf' && copied.failure.code === 'photo.wrong-type';
    return wrongType ? fail({ code: 'attachment.wrong-type' }) : copied;
  }
  const { camera, height, mediaType, print, thumb, width } = copied.value;
  return ok({ ...named(bytes), mediaType, pages: 1, width, height, copies: { thumb, print }, ...camera });
}

const named = (bytes: Uint8Array): Pick<FileRead, 'bytes' | 'sha256'> => ({
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
