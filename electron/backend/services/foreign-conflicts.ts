import { conflictDeclaredSchema } from '#shared/platform/conflict-entry.ts';
import type { EntryEvent } from '#shared/platform/pull.ts';
import { keepForeignConflict } from '#electron/backend/store/conflict-repository.ts';
import { keepForeignPerson } from '#electron/backend/store/foreign-evidence-repository.ts';
import { findPerson } from '#electron/backend/store/people-repository.ts';
import { restage } from './case-facts.ts';
import { announceConflict, panelsHeldBy } from './conflicts.ts';
import { readForeignDeed, type Taken } from './read-foreign-entry.ts';
import { endSeat } from './review/panel-seats.ts';
import type { Room } from './room.ts';

/** The entry by which a person declares a conflict of interest. */
export const CONFLICT_DEED = 'conflict.declared';

/**
 * Takes in that somebody declared a conflict of interest at another desk, inside the sync's transaction.
 *
 * It waits for nothing: the same login is the same person at every desk, and is barred here from every case of
 * the enterprise, whichever of account and case comes later. Twice changes nothing.
 */
export function takeConflict(room: Room, event: EntryEvent): Taken {
  const entry = readForeignDeed(event);
  const declared = conflictDeclaredSchema.safeParse(entry?.payload);
  if (entry === undefined || !declared.success) return { caseId: null, applied: false };
  const { actor, at, desk, foreignActor } = entry;
  const { actorName, kind, reason, uscc } = declared.data;
  keepForeignPerson(room.store, {
    id: foreignActor,
    desk,
    name: actorName ?? findPerson(room.store, actor)?.name ?? actor,
  });
  keepForeignConflict(room.store, uscc, { personId: actor, desk, kind, reason, declaredAt: at });
  const release = { by: foreignActor, at: room.now().toISOString(), reason };
  for (const facts of panelsHeldBy(room, actor, uscc)) {
    endSeat(room, facts, actor, release);
    restage(room, facts.record.id);
  }
  announceConflict(room, uscc);
  return { caseId: null, applied: true };
}
