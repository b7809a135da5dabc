import { openTiff, type TagDirectory } from './tiff-tags.ts';

/** When and where the camera says a picture was taken; null where it does not, or says what cannot be. */
export interface CameraFacts {
  /** ISO 8601 in UTC. */
  readonly takenAt: string | null;
  /** Decimal degrees as text, six decimals (a tenth of a metre); both or neither. */
  readonly latitude: string | null;
  readonly longitude: string | null;
}

const NOTHING: CameraFacts = { takenAt: null, latitude: null, longitude: null };

/** Tags by their numbers in Exif 2.32 (CIPA DC-008-2019). */
const TAG = {
  exif: 0x8769,
  gps: 0x8825,
  takenAt: 0x9003,
  offset: 0x9011,
  latitudeRef: 1,
  latitude: 2,
  longitudeRef: 3,
  longitude: 4,
} as const;

/** A JPEG's segment ends here; a longer block is no camera's. */
const LONGEST_BLOCK = 65_535;
const BEIJING = '+08:00';

/**
 * Reads when (DateTimeOriginal with OffsetTimeOriginal) and where (GPS) a picture was taken.
 *
 * A camera without an offset, as most are, is assumed to show Beijing time (Asia/Shanghai, UTC+8),
 * since that is the time of the whole country. What is garbage, impossible (31 February, latitude
 * 400) or halved (a latitude without its hemisphere) is null and never a failure: a photo is kept
 * whatever its camera wrote.
 */
export function cameraFacts(exif: Uint8Array | undefined): CameraFacts {
  if (exif === undefined || exif.length > LONGEST_BLOCK + 6) return NOTHING;
  const wrapped = String.fromCharCode(...exif.subarray(0, 6)) === 'Exif\0\0';
  const read = orNothing(() => openTiff(wrapped ? exif.subarray(6) : exif));
  const root = orNothing(() => read?.(null, [TAG.exif, TAG.gps]));
  if (read === undefined || root === undefined) return NOTHING;
  const taken = orNothing(() => within(read, root, TAG.exif, [TAG.takenAt, TAG.offset]));
  const place = orNothing(() =>
    within(read, root, TAG.gps, [TAG.latitudeRef, TAG.latitude, TAG.longitudeRef, TAG.longitude]),
  );
  return { takenAt: takenAtOf(taken), ...positionOf(place) };
}

/** A block that points outside itself says nothing. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function within(
  read: ReturnType<typeof openTiff>,
  root: TagDirectory,
  pointer: number,
  wanted: readonly number[],
): TagDirectory | undefined {
  const offset = root.get(pointer)?.[0];
  return typeof offset === 'number' ? read(offset, wanted) : undefined;
}

const TIME = /^(?!0000)(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;
const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;

function takenAtOf(tags: TagDirectory | undefined): string | null {
  const time = TIME.exec(String(tags?.get(TAG.takenAt) ?? ''));
  if (time === null) return null;
  const [, year, month, day, hour, minute, second] = time;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const offset = String(tags?.get(TAG.offset) ?? '').trim();
  const exists = new Date(`${local}Z`);
  if (Number.isNaN(exists.getTime()) || exists.toISOString().slice(0, 19) !== local) return null;
  return new Date(`${local}${OFFSET.test(offset) ? offset : BEIJING}`).toISOString();
}

function positionOf(tags: TagDirectory | undefined): Pick<CameraFacts, 'latitude' | 'longitude'> {
  const latitude = degrees(tags?.get(TAG.latitude), tags?.get(TAG.latitudeRef), { N: 1, S: -1 }, 90);
  const longitude = degrees(tags?.get(TAG.longitude), tags?.get(TAG.longitudeRef), { E: 1, W: -1 }, 180);
  const unset = latitude === 0 && longitude === 0;
  if (latitude === null || longitude === null || unset) return { latitude: null, longitude: null };
  return { latitude: latitude.toFixed(6), longitude: longitude.toFixed(6) };
}

/** Degrees, minutes and seconds with their hemisphere as signed degrees; null when they are no place. */
function degrees(
  value: unknown,
  hemisphere: unknown,
  signs: Readonly<Record<string, number>>,
  most: number,
): number | null {
  const sign = typeof hemisphere === 'string' ? signs[hemisphere] : undefined;
  if (sign === undefined || !Array.isArray(value) || value.length !== 3) return null;
  const [whole, minutes, seconds] = value as [number, number, number];
  const sum = whole + minutes / 60 + seconds / 3600;
  return sum >= 0 && sum <= most && minutes < 60 && seconds < 60 ? sign * sum : null;
}
