import type { PhotoId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { PHOTO_MAX_BYTES, type PhotoView } from '#shared/contract/photos.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import {
  findPhoto,
  insertPhoto,
  photosOfCase,
  photosOfParcel,
  type PhotoRecord,
} from '#electron/backend/store/photo-repository.ts';
import { findParcel } from '#electron/backend/store/sample-repository.ts';
import { atomically } from './atomically.ts';
import { keepBlob, keepCopies, readBlob, readCopy } from './photos-files.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service } from './room.ts';

const JPEG = 'image/jpeg';

/**
 * Keeps a photo with its parcel: read through first, then written under its hash, then recorded.
 *
 * The file lies on the disk before the ledger names it; a photo refused leaves nothing at all.
 */
export const keepPhoto: Service<'photo.keep'> = async (room, input, caller) => {
  const { name, parcelId } = input;
  if (findParcel(room.store, parcelId) === undefined) return refuse('parcel.unknown', {}, 'parcelId');
  const bytes = Buffer.from(input.content, 'base64');
  if (bytes.length > PHOTO_MAX_BYTES) {
    const mb = Math.ceil(bytes.length / 1_000_000);
    return refuse('photo.too-large', { name, mb, limitMb: PHOTO_MAX_BYTES / 1_000_000 });
  }
  const byteCount = bytes.length;
  const read = await room.documents.readFile(bytes, 'photo');
  if (!read.ok) return refuse(read.failure.code, { name, ...read.failure.data });
  const { copies, height, mediaType, sha256, width } = read.value;
  if (copies === null || width === null || height === null) throw new Error(`${mediaType} passed as a photo`);
  await keepBlob(room.folders.workspace, read.value);
  await keepCopies(room.folders.workspace, sha256, copies);
  return atomically(room, (): Answer<PhotoView> => {
    const photo: PhotoRecord = {
      id: room.world.newId() as PhotoId,
      sha256,
      parcelId,
      sampleId: null,
      name,
      mediaType,
      bytes: byteCount,
      width,
      height,
      keptBy: caller.person.id,
      keptAt: room.now().toISOString(),
    };
    insertPhoto(room.store, photo);
    recordDeed(room, caller, {
      type: 'photo.kept',
      entity: 'photo',
      entityId: photo.id,
      payload: { parcelId, name, mediaType, bytes: byteCount },
      blobs: [sha256],
    });
    room.announce('parcel.changed', { parcelId });
    return ok(photoView(room, photo));
  });
};

/** Photos of a parcel or of a case's samples. */
export const listPhotos: Service<'photo.list'> = (room, input) => {
  const ofParcel = input.parcelId === null ? [] : photosOfParcel(room.store, input.parcelId);
  const ofCase = input.caseId === null ? [] : photosOfCase(room.store, input.caseId);
  return ok([...ofParcel, ...ofCase].map((photo) => photoView(room, photo)));
};

/** One photo's original, or a copy, made again when it was lost. */
export const getPhoto: Service<'photo.get'> = async (room, input) => {
  const photo = findPhoto(room.store, input.photoId);
  if (photo === undefined) return refuse('photo.unknown', {}, 'photoId');
  const reply = (bytes: Uint8Array, mediaType: string) =>
    ok({ name: photo.name, mediaType, content: Buffer.from(bytes).toString('base64') });
  const { workspace } = room.folders;
  if (input.size === 'original') return reply(await readBlob(workspace, photo.sha256), photo.mediaType);
  const kept = await readCopy(workspace, photo.sha256, input.size);
  if (kept !== undefined) return reply(kept, JPEG);
  const copied = await room.documents.copyPhoto(await readBlob(workspace, photo.sha256));
  if (!copied.ok) return refuse(copied.failure.code, { name: photo.name, ...copied.failure.data });
  await keepCopies(workspace, photo.sha256, copied.value);
  return reply(copied.value[input.size], JPEG);
};

const photoView = (room: Room, photo: PhotoRecord): PhotoView => ({
  id: photo.id,
  parcelId: photo.parcelId,
  sampleId: photo.sampleId,
  name: photo.name,
  sha256: photo.sha256,
  bytes: photo.bytes,
  width: photo.width,
  height: photo.height,
  by: personName(room.store, photo.keptBy),
  at: photo.keptAt,
});
