import { ok } from '#shared/base/result.ts';
import { isUnderWay } from '#shared/domain/visit/visit-state.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { loadCase, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { mayRecord } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, SignedInCaller } from '#electron/backend/services/room.ts';
import type { LoadedVisit } from './load-visit.ts';

/** A visit somebody may work on, with its case. */
export interface WorkedVisit {
  readonly visit: LoadedVisit;
  readonly facts: CaseFacts;
}

/** Whether the caller may record something on a visit now: it is under way, they are on its team and may evaluate the case. */
export function mayRecordOn(room: Room, visit: LoadedVisit, caller: SignedInCaller): Answer<WorkedVisit> {
  const underWay = isUnderWay(visit.record);
  if (!underWay.ok) return refuse(underWay.failure.code, {}, 'visitId');
  if (!visit.team.includes(caller.person.id)) {
    const names = visit.team.map((id) => personName(room.store, id)).join('、');
    return refuse('visit.not-on-team', { names });
  }
  const allowed = mayRecord(room, loadCase(room, visit.record.caseId), caller);
  return allowed.ok ? ok({ visit, facts: allowed.value }) : allowed;
}
