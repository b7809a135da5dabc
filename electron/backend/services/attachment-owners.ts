import type { CaseId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { AttachmentOwner } from '#shared/contract/evidence.ts';
import type { Touch } from '#shared/domain/impartiality.ts';
import { findDocument } from '#electron/backend/store/case-repository.ts';
import { externalReportOwner } from './external/report-owner.ts';
import { labFileOwner } from './lab/report-files.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, SignedInCaller } from './room.ts';
import { visitOwner } from './visit/visit-owner.ts';

/** Whose file it is, and what keeping one makes of the person. */
export interface OwnerOfFile {
  readonly caseId: CaseId;
  /** How handling its files makes the person part of the case; absent where it does not. */
  readonly touch?: Touch;
  /** Refreshes the list that shows the owner. */
  readonly announce: () => void;
}

/**
 * Looks an owner up and says whether it still takes files from this person; `name` is the file's, for the
 * message, `sha256` what it holds once it has been read through.
 */
type OwnerGuard = (
  room: Room,
  owner: AttachmentOwner,
  name: string,
  caller: SignedInCaller,
  sha256?: string,
) => Answer<OwnerOfFile>;

/** Scans of a paper of the application; the check that it got stays with the paper. */
const documentOwner: OwnerGuard = (room, { id }, name) => {
  const document = findDocument(room.store, id as never);
  if (document === undefined) return refuse('attachment.owner-unknown', { name });
  const { caseId } = document;
  return ok({ caseId, announce: () => room.announce('case.changed', { caseId }) });
};

const unknown: OwnerGuard = (_room, _owner, name) => refuse('attachment.owner-unknown', { name });

/** One guard for each kind of owner. */
export const OWNER_GUARDS: Readonly<Record<AttachmentOwner['kind'], OwnerGuard>> = {
  document: documentOwner,
  'external-report': externalReportOwner,
  visit: visitOwner,
  'lab-report': labFileOwner,
  consent: unknown,
  appeal: unknown,
  incident: unknown,
};
