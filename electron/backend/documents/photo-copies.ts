import sharp from 'sharp';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { cameraFacts, type CameraFacts } from './camera-facts.ts';
import { photoType } from './photo-type.ts';

/** Why a file is no photo that can be kept; `photo.too-many-pixels` carries `megapixels` and `limit`. */
export type PhotoFault = Failure<
  'photo.empty' | 'photo.heic' | 'photo.wrong-type' | 'photo.corrupt' | 'photo.too-many-pixels'
>;

/** A photo that was read through, with copies that hold neither position nor camera. */
export interface PhotoCopies {
  readonly mediaType: string;
  /** Upright, in pixels. */
  readonly width: number;
  readonly height: number;
  /** What the camera wrote of time and place; the copies hold none of it. */
  readonly camera: CameraFacts;
  readonly thumb: Uint8Array;
  readonly print: Uint8Array;
}

/** Phones have up to 50 megapixels in their ordinary modes; a picture that unpacks to more is a bomb. */
const MEGAPIXELS = 80;
const THUMB_PX = 320;
const PRINT_PX = 1600;

/** Reads a photo to its last row and makes its copies, upright and without what the camera wrote into it. */
export async function copyPhoto(bytes: Uint8Array): Promise<Result<PhotoCopies, PhotoFault>> {
  const type = photoType(bytes);
  if (!type.ok) return type;
  try {
    const { exif, width, height, orientation = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const megapixels = Math.ceil((width * height) / 1_000_000);
    if (megapixels > MEGAPIXELS)
      return fail({ code: 'photo.too-many-pixels', data: { megapixels, limit: MEGAPIXELS } });
    const print = await copy(bytes, PRINT_PX, 82);
    const thumb = await copy(print, THUMB_PX, 76);
    const turned = orientation >= 5;
    return ok({
      mediaType: type.value,
      width: turned ? height : width,
      height: turned ? width : height,
      camera: cameraFacts(exif),
      print: new Uint8Array(print),
      thumb: new Uint8Array(thumb),
    });
  } catch (error) {
    if (error instanceof Error && !(error instanceof TypeError)) return fail({ code: 'photo.corrupt' });
    throw error;
  }
}

const copy = (bytes: Uint8Array, longerPx: number, quality: number): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: MEGAPIXELS * 1_000_000, failOn: 'warning' })
    .autoOrient()
    .resize({ width: longerPx, height: longerPx, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .toBuffer();
