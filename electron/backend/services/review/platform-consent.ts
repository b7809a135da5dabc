import type { PersonId } from '#shared/base/ids.ts';
import type { ConsentAnswer } from '#shared/platform/consent.ts';
import { decisionState, loadCase, restage } from '#electron/backend/services/case-facts.ts';
import type { Room, SignedInCaller } from '#electron/backend/services/room.ts';
import { findCaseByApplication } from '#electron/backend/store/case-repository.ts';
import { recordConsent, type ConsentRecord } from '#electron/backend/store/decision-repository.ts';
import { storeConsent } from './consent.ts';
import { whyNotGrant } from './standing-proposal.ts';

/** Whoever a deed is done by that the platform tells of. */
const PLATFORM: SignedInCaller = {
  seat: 'platform',
  locked: false,
  person: {
    id: 'platform' as PersonId,
    login: 'platform',
    name: '业务平台',
    roles: [],
    passwordHash: '',
    disabled: true,
  },
};

/**
 * Applies an applicant's answer that came through the platform; answers whether it did.
 *
 * It counts for the proposal it names by its star, given in its time, and as consent only where that star stood on
 * the day it was given; one that cannot be applied grants nothing and stays as it came. The desk that decided writes the
 * deed; the others show it.
 */
export function applyConsentAnswer(room: Room, answer: ConsentAnswer): boolean {
  const record = findCaseByApplication(room.store, answer.applicationNo);
  const facts = record && loadCase(room, record.id);
  const decision = facts?.decision;
  if (
    facts === undefined ||
    decision === undefined ||
    decisionState(decision) !== 'proposed' ||
    decision.star !== answer.star
  )
    return false;
  if (decision.consentUntil !== null && answer.answeredOn > decision.consentUntil) return false;
  if (answer.agreed && whyNotGrant(room, facts, decision, answer.answeredOn) !== null) return false;
  const consent: ConsentRecord = {
    agreed: answer.agreed,
    how: answer.receipt,
    channel: 'platform',
    by: PLATFORM.person.id,
    at: room.now().toISOString(),
  };
  if (decision.desk === null) storeConsent(room, PLATFORM, decision, consent, []);
  else {
    recordConsent(room.store, decision.id, consent);
    restage(room, decision.caseId);
    room.announce('case.changed', { caseId: decision.caseId });
  }
  return true;
}
