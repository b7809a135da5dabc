import { personAtAnyDesk } from '#shared/domain/foreign-person.ts';
import type { Room } from '#electron/backend/services/room.ts';
import type { ForeignEntry } from '#electron/backend/services/read-foreign-entry.ts';
import { findOwnEntry, setOutboxState, type OwnEntry } from '#electron/backend/store/outbox-repository.ts';
import { opinionsOf, releaseSeat, seatsOf, withdrawOpinion } from '#electron/backend/store/panel-repository.ts';
import {
  appealsOf,
  giveWay,
  reopenRound,
  rewriteRound,
  type RoundRecord,
} from '#electron/backend/store/round-repository.ts';

const appealIn = (room: Room, { caseId, round }: RoundRecord) =>
  appealsOf(room.store, caseId).find((one) => one.round === round);

/** Our entry that opened a round, where the platform placed it after a place; undefined for another desk's round too. */
export function openedAfter(room: Room, round: RoundRecord, place: number): OwnEntry | undefined {
  const { caseId, kind, openedBy } = round;
  if (openedBy === null || openedBy !== personAtAnyDesk(openedBy)) return undefined;
  const appeal = appealIn(room, round);
  const own =
    kind === 'correction'
      ? findOwnEntry(room.store, 'correction.opened', caseId)
      : appeal && findOwnEntry(room.store, 'appeal.filed', appeal.id);
  return own !== undefined && own.place > place ? own : undefined;
}

/**
 * Lets a round that we opened give way to one of another desk that the platform placed before it.
 *
 * Ours is kept: its appeal as one that gave way, its entry as a problem for a person to look at. A panel of
 * ours sits no more where the other round asks for people of another kind.
 */
export function yieldRound(
  room: Room,
  { ours, round }: { readonly ours: OwnEntry; readonly round: RoundRecord },
  theirs: RoundRecord,
  { desk, foreignActor, type }: ForeignEntry,
): void {
  const { store } = room;
  const { caseId } = round;
  const at = room.now().toISOString();
  const appeal = appealIn(room, round);
  if (appeal !== undefined) giveWay(store, appeal.id, at);
  if (round.kind !== theirs.kind) {
    const { reason } = theirs;
    for (const { id } of seatsOf(store, caseId, round.round)) releaseSeat(store, id, { by: foreignActor, at, reason });
    for (const { id } of opinionsOf(store, caseId, round.round)) withdrawOpinion(store, id, at, reason);
  }
  rewriteRound(store, theirs);
  reopenRound(store, caseId, round.round);
  setOutboxState(store, ours.seq, 'conflict', `${desk}: ${type} ${caseId} ${theirs.reason}`, room.now());
  room.announce('sync.changed', { waiting: 0 });
}
