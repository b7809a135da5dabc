import type { CaseId } from '#shared/base/ids.ts';
import { findCase } from '#electron/backend/store/case-repository.ts';
import { hasOpenIncident } from '#electron/backend/store/incident-repository.ts';
import { hasOpenAppeal } from '#electron/backend/store/round-repository.ts';
import type { Room } from './room.ts';

/** Whether a case's samples must stay in the house: an appeal, a complaint or an accident that concerns it is open. */
export function isOnHold(room: Room, caseId: CaseId): boolean {
  const record = findCase(room.store, caseId);
  return record !== undefined && (hasOpenAppeal(room.store, caseId) || hasOpenIncident(room.store, record));
}
