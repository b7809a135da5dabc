import type { AttachmentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { ATTACHMENT_MAX_BYTES, type AttachmentView } from '#shared/contract/evidence.ts';
import type { PhotoCopies } from '#electron/backend/documents/photo-copies.ts';
import { looksLikePdf } from '#electron/backend/documents/pdf-check.ts';
import {
  attachmentsOf,
  attachmentsOfCase,
  findAttachment,
  insertAttachment,
  nextPosition,
  type NewAttachment,
} from '#electron/backend/store/attachment-repository.ts';
import { OWNER_GUARDS } from './attachment-owners.ts';
import { attachmentView, isAway, keptView, recordFileDeed } from './attachment-view.ts';
import { atomically } from './atomically.ts';
import { keepBlob, keepCopies, readBlob, readCopy } from './photos-files.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service } from './room.ts';

const PDF = 'application/pdf';
const JPEG = 'image/jpeg';

interface ReadFile {
  readonly facts: Pick<NewAttachment, 'mediaType' | 'pages' | 'width' | 'height'>;
  /** Of a picture; null for a PDF. */
  readonly copies: PhotoCopies | null;
}

/**
 * Keeps a file with a piece of evidence: read through first, then written under its hash, then recorded.
 *
 * The file lies on the disk before the ledger names it; one that is refused leaves nothing at all.
 */
export const keepAttachment: Service<'attachment.keep'> = async (room, input, caller) => {
  const { name, owner } = input;
  const guard = OWNER_GUARDS[owner.kind];
  const allowed = guard(room, owner, name, caller);
  if (!allowed.ok) return allowed;
  const bytes = new Uint8Array(Buffer.from(input.content, 'base64'));
  if (bytes.length === 0) return refuse('attachment.empty', { name }, 'content');
  if (bytes.length > ATTACHMENT_MAX_BYTES) {
    const mb = Math.ceil(bytes.length / 1_000_000);
    return refuse('attachment.too-large', { name, mb, limitMb: ATTACHMENT_MAX_BYTES / 1_000_000 }, 'content');
  }
  const read = await readThrough(room, name, bytes);
  if (!read.ok) return read;
  const { copies, facts } = read.value;
  const sha256 = await keepBlob(room.folders.workspace, bytes);
  if (copies !== null) await keepCopies(room.folders.workspace, sha256, copies);
  return atomically(room, (): Answer<AttachmentView> => {
    const still = guard(room, owner, name, caller);
    if (!still.ok) return still;
    const attachment: NewAttachment = {
      id: room.world.newId() as AttachmentId,
      caseId: still.value.caseId,
      ownerKind: owner.kind,
      ownerId: owner.id,
      slot: owner.slot,
      position: nextPosition(room.store, owner),
      sha256,
      name,
      ...facts,
      bytes: bytes.length,
      takenAt: null,
      latitude: null,
      longitude: null,
      keptBy: caller.person.id,
      keptAt: room.now().toISOString(),
    };
    insertAttachment(room.store, attachment);
    recordFileDeed(room, caller, still.value, {
      type: 'attachment.kept',
      entity: 'attachment',
      entityId: attachment.id,
      payload: { ...owner, caseId: attachment.caseId, name, mediaType: attachment.mediaType, bytes: bytes.length },
      blobs: [sha256],
    });
    return ok(keptView(room, attachment.id));
  });
};

/** A PDF is opened, a picture read to its last row and copied; what a file is decide its bytes, not its name. */
async function readThrough(room: Room, name: string, bytes: Uint8Array): Promise<Answer<ReadFile>> {
  if (looksLikePdf(bytes)) {
    const checked = await room.documents.checkPdf(bytes);
    if (!checked.ok) return refuse(checked.failure.code, { name }, 'content');
    const facts = { mediaType: PDF, pages: checked.value.pages, width: null, height: null };
    return ok({ facts, copies: null });
  }
  const copied = await room.documents.copyPhoto(bytes);
  if (!copied.ok) {
    const code = copied.failure.code === 'photo.wrong-type' ? 'attachment.wrong-type' : copied.failure.code;
    return refuse(code, { name, ...copied.failure.data }, 'content');
  }
  const { height, mediaType, width } = copied.value;
  return ok({ facts: { mediaType, pages: 1, width, height }, copies: copied.value });
}

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
