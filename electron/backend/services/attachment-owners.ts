import type { AppealId, CaseId, DecisionId, IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { AttachmentOwner } from '#shared/contract/evidence.ts';
import type { Touch } from '#shared/domain/impartiality.ts';
import { findDocument } from '#electron/backend/store/case-repository.ts';
import { externalReportOwner } from './external/report-owner.ts';
import { labFileOwner } from './lab/report-files.ts';
import { findDecision } from '#electron/backend/store/decision-repository.ts';
import { findIncident } from '#electron/backend/store/incident-repository.ts';
import { findAppeal } from '#electron/backend/store/round-repository.ts';
import { decisionState, hasLapsed } from './case-facts.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, SignedInCaller } from './room.ts';
import { visitOwner } from './visit/visit-owner.ts';

/** Whose file it is, and what keeping one makes of the person. */
export interface OwnerOfFile {
  readonly caseId: CaseId;
  /** The enterprise, where what it belongs to hangs on another of its cases at another desk. */
  readonly uscc?: string;
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

/** A scan of the applicant's consent, kept before the consent is recorded. */
const consentOwner: OwnerGuard = (room, { id }, name) => {
  const decision = findDecision(room.store, id as DecisionId);
  if (decision === undefined) return refuse('attachment.owner-unknown', { name });
  const { caseId } = decision;
  if (decisionState(decision) !== 'proposed' || decision.state !== 'stands' || hasLapsed(decision, room.today()))
    return refuse('attachment.owner-closed', { name });
  return ok({ caseId, announce: () => room.announce('case.changed', { caseId }) });
};

/** What an appeal rests on, while it is heard. */
const appealOwner: OwnerGuard = (room, { id }, name) => {
  const appeal = findAppeal(room.store, id as AppealId);
  if (appeal === undefined) return refuse('attachment.owner-unknown', { name });
  const { caseId, outcome } = appeal;
  if (outcome !== null) return refuse('attachment.owner-closed', { name });
  return ok({ caseId, announce: () => room.announce('case.changed', { caseId }) });
};

/** Evidence of a complaint or accident, until it is closed. */
const incidentOwner: OwnerGuard = (room, { id }, name) => {
  const incident = findIncident(room.store, id as IncidentId);
  if (incident === undefined) return refuse('attachment.owner-unknown', { name });
  if (incident.status !== 'open') return refuse('attachment.owner-closed', { name });
  const { caseId, uscc } = incident;
  return ok({ caseId, uscc, announce: () => room.announce('incident.changed', { incidentId: id }) });
};

/** One guard for each kind of owner. */
export const OWNER_GUARDS: Readonly<Record<AttachmentOwner['kind'], OwnerGuard>> = {
  document: documentOwner,
  'external-report': externalReportOwner,
  visit: visitOwner,
  'lab-report': labFileOwner,
  consent: consentOwner,
  appeal: appealOwner,
  incident: incidentOwner,
};
