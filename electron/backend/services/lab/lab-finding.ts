import type { CaseId } from '#shared/base/ids.ts';
import type { FindingValue } from '#shared/contract/cases.ts';
import { testOrdersOf } from '#electron/backend/store/lab-repository.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room } from '#electron/backend/services/room.ts';

/**
 * Why an outcome may not be typed: the case has a test order of its kind, and its report says how it went.
 * Null where it may: other facts, "not selected", and cases whose orders were all cancelled.
 */
export function fromLab(room: Room, caseId: CaseId, finding: FindingValue): Answer<never> | null {
  if (finding.kind !== 'spot-check' && finding.kind !== 'site-test') return null;
  if (finding.outcome === 'not-selected') return null;
  const order = testOrdersOf(room.store, caseId).findLast(
    ({ purpose, state }) => purpose === finding.kind && state !== 'cancelled',
  );
  if (order === undefined) return null;
  return refuse('finding.from-lab', { number: order.number }, 'finding');
}
