import type { CaseId } from '#shared/base/ids.ts';
import type { FindingValue } from '#shared/contract/cases.ts';
import { findDrawOfCase } from '#electron/backend/store/draw-repository.ts';
import { testOrdersOf } from '#electron/backend/store/lab-repository.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room } from '#electron/backend/services/room.ts';

/**
 * Why a test's outcome may not be typed: the case has a test order of its kind, whose report says how it went and
 * which nothing typed wipes out, "not selected" neither; or it was drawn by lot, and the laboratory is still to say.
 * Null where it may: other facts, and cases that were not drawn and whose orders were all cancelled.
 */
export function fromLab(room: Room, caseId: CaseId, finding: FindingValue): Answer<never> | null {
  if (finding.kind !== 'spot-check' && finding.kind !== 'site-test') return null;
  const order = testOrdersOf(room.store, caseId).findLast(
    ({ purpose, state }) => purpose === finding.kind && state !== 'cancelled',
  );
  if (order !== undefined)
    return refuse(
      finding.outcome === 'not-selected' ? 'finding.test-ordered' : 'finding.from-lab',
      { number: order.number },
      'finding',
    );
  const draw = findDrawOfCase(room.store, caseId);
  return draw?.selected === 1 ? refuse('finding.drawn', { number: draw.number }, 'finding') : null;
}
