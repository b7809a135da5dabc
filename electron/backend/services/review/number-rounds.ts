import type { Room } from '#electron/backend/services/room.ts';
import { insertRound, newestRound, type RoundRecord } from '#electron/backend/store/round-repository.ts';

/** Makes rounds this desk was never told of, ended without a decision, so that numbers are the same at every desk. */
export function fillRounds(room: Room, before: Pick<RoundRecord, 'caseId' | 'round' | 'openedAt' | 'openedBy'>): void {
  const { caseId, openedAt, openedBy } = before;
  for (let round = newestRound(room.store, caseId) + 1; round < before.round; round += 1)
    insertRound(room.store, {
      caseId,
      round,
      kind: 'correction',
      panelRound: round,
      panelSize: null,
      fact: null,
      reason: '',
      openedBy,
      openedAt,
      state: 'dismissed',
    });
}

/**
 * Gives a round the next number, because another desk decided in its own for another reason (a proposal that
 * lapsed, a correction): an appeal is still to be heard, a wrong fact still to be put right.
 *
 * Every desk comes to the same, whichever of the two it learned of first. Answers the number.
 */
export function carryRound(room: Room, round: RoundRecord): number {
  const next = newestRound(room.store, round.caseId) + 1;
  insertRound(room.store, { ...round, round: next, panelRound: next, panelSize: null });
  return next;
}
