import { z } from 'zod';
import type { ParcelId, PhotoId, SampleId } from '#shared/base/ids.ts';
import { command, query } from './entry.ts';
import { caseId, fileContent, parcelId, photoId, text } from './fields.ts';
import type { FileReply } from './intake.ts';

/** A photo of what arrived; the original lies unchanged under its hash. */
export interface PhotoView {
  readonly id: PhotoId;
  readonly parcelId: ParcelId;
  /** Null while the sample it shows has not been written. */
  readonly sampleId: SampleId | null;
  readonly name: string;
  /** SHA-256 of the original, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly by: string;
  readonly at: string;
}

/** Most bytes of one photo; the door itself takes 64 MiB of base64. */
export const PHOTO_MAX_BYTES = 25_000_000;

export const photosContract = {
  /** Keeps a photo with its parcel, unchanged; `sample.receive` binds it to the sample. */
  'photo.keep': command<PhotoView>()(
    'samples.receive',
    z.strictObject({ parcelId, name: text(200), content: fileContent }),
  ),
  /** Photos of a parcel, or of a case's samples; oldest first. */
  'photo.list': query<readonly PhotoView[]>()(
    'read',
    z.strictObject({ parcelId: parcelId.nullable().default(null), caseId: caseId.nullable().default(null) }),
  ),
  /** The original, or a copy without position: `thumb` 320 and `print` 1600 pixels at the longer side. */
  'photo.get': query<FileReply>()('read', z.strictObject({ photoId, size: z.enum(['thumb', 'print', 'original']) })),
};
