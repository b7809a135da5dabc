import type { AttachmentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { ATTACHMENT_MAX_BYTES, type AttachmentView } from '#shared/contract/evidence.ts';
import {
  attachmentsOf,
  attachmentsOfCase,
  findAttachment,
  insertAttachment,
  nextPosition,
  standingInSlot,
  type NewAttachment,
} from '#electron/backend/store/attachment-repository.ts';
import { OWNER_GUARDS } from './attachment-owners.ts';
import { attachmentView, isAway, keptView, recordFileDeed } from './attachment-view.ts';
import { atomically } from './atomically.ts';
import { keepBlob, keepCopies, readBlob, readCopy } from './photos-files.ts';
import { refuse } from './refuse.ts';
import type { Answer, Service } from './room.ts';

const PDF = 'application/pdf';
const JPEG = 'image/jpeg';

/**
 * Keeps a file with a piece of evidence: read through first, then written under its hash, then recorded.
 *
 * The file lies on the disk before the ledger names it; one that is refused leaves nothing at all.
 *
 * The writer only decodes the base64; hashing, reading through and copying are done by the document
 * workers, to whom the bytes are handed over and not copied. At most two files are on their way at
 * once ({@link file://../backend.ts}): sixty photos of 5 MB dropped together take the memory of two
 * in the backend (two texts of 6.7 MB, two files, two pictures being unpacked), the others wait at
 * the door. `npm run bench -- photos` measures it.
 */
export const keepAttachment: Service<'attachment.keep'> = async (room, input, caller) => {
  const { name, owner } = input;
  const guard = OWNER_GUARDS[owner.kind];
  const allowed = guard(room, owner, name, caller);
  if (!allowed.ok) return allowed;
  const bytes = Buffer.from(input.content, 'base64');
  if (bytes.length === 0) return refuse('attachment.empty', { name }, 'content');
  if (bytes.length > ATTACHMENT_MAX_BYTES) {
    const mb = Math.ceil(bytes.length / 1_000_000);
    return refuse('attachment.too-large', { name, mb, limitMb: ATTACHMENT_MAX_BYTES / 1_000_000 }, 'content');
  }
  const byteCount = bytes.length;
  const read = await room.documents.readFile(bytes, 'photo-or-pdf');
  if (!read.ok) return refuse(read.failure.code, { name, ...read.failure.data }, 'content');
  const { copies, height, latitude, longitude, mediaType, pages, sha256, takenAt, width } = read.value;
  await keepBlob(room.folders.workspace, read.value);
  if (copies !== null) await keepCopies(room.folders.workspace, sha256, copies);
  return atomically(room, (): Answer<AttachmentView> => {
    const still = guard(room, owner, name, caller, sha256);
    if (!still.ok) return still;
    const same = standingInSlot(room.store, owner).find((file) => file.sha256 === sha256);
    if (same !== undefined) return refuse('attachment.already-here', { name, as: same.name }, 'content');
    const attachment: NewAttachment = {
      id: room.world.newId() as AttachmentId,
      caseId: still.value.caseId,
      ownerKind: owner.kind,
      ownerId: owner.id,
      slot: owner.slot,
      position: nextPosition(room.store, owner),
      sha256,
      name,
      mediaType,
      bytes: byteCount,
      pages,
      width,
      height,
      takenAt,
      latitude,
      longitude,
      keptBy: caller.person.id,
      keptAt: room.now().toISOString(),
    };
    insertAttachment(room.store, attachment);
    recordFileDeed(room, caller, still.value, {
      type: 'attachment.kept',
      entity: 'attachment',
      entityId: attachment.id,
      payload: {
        ...owner,
        caseId: attachment.caseId,
        name,
        mediaType,
        bytes: byteCount,
        pages,
        width,
        height,
        takenAt,
        latitude,
        longitude,
      },
      blobs: [sha256],
    });
    return ok(keptView(room, attachment.id));
  });
};

/** Files of an owner or of a case. */
export const listAttachments: Service<'attachment.list'> = (room, { caseId, owner }) => {
  const ofOwner = owner === null ? [] : attachmentsOf(room.store, owner.kind, owner.id);
  const ofCase = caseId === null ? [] : attachmentsOfCase(room.store, caseId);
  return ok([...ofOwner, ...ofCase].map((row) => attachmentView(room, row)));
};

/** One file's original, or a copy of a picture, made again when it was lost. */
export const getAttachment: Service<'attachment.get'> = async (room, { attachmentId, size }) => {
  const found = findAttachment(room.store, attachmentId);
  if (found === undefined) return refuse('attachment.unknown', {}, 'attachmentId');
  if (isAway(found)) return refuse('attachment.not-here', { name: found.name });
  const reply = (bytes: Uint8Array, mediaType: string) =>
    ok({ name: found.name, mediaType, content: Buffer.from(bytes).toString('base64') });
  const { workspace } = room.folders;
  if (size === 'original' || found.mediaType === PDF)
    return reply(await readBlob(workspace, found.sha256), found.mediaType);
  const kept = await readCopy(workspace, found.sha256, size);
  if (kept !== undefined) return reply(kept, JPEG);
  const copied = await room.documents.copyPhoto(await readBlob(workspace, found.sha256));
  if (!copied.ok) return refuse(copied.failure.code, { name: found.name, ...copied.failure.data });
  await keepCopies(workspace, found.sha256, copied.value);
  return reply(copied.value[size], JPEG);
};
