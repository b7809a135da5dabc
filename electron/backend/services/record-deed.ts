import type { CaseId } from '#shared/base/ids.ts';
import type { Canonical } from '#shared/base/canonical-json.ts';
import type { Touch } from '#shared/domain/impartiality.ts';
import { insertTouch } from '#electron/backend/store/case-repository.ts';
import { appendDeed } from '#electron/backend/store/ledger.ts';
import type { Room, SignedInCaller } from './room.ts';
import { restage } from './case-facts.ts';

/** What a deed on a case says of itself. */
export interface CaseDeed {
  readonly type: string;
  readonly entity: string;
  readonly entityId: string;
  readonly baseVersion?: number;
  readonly payload: { readonly [key: string]: Canonical | undefined };
  /** SHA-256 of files it rests on. */
  readonly blobs?: readonly string[];
}

/** A deed on a case, and how doing it makes the person part of it. */
export interface TouchingDeed extends CaseDeed {
  /** Absent where the deed neither evaluates nor decides. */
  readonly touch?: Touch;
}

/** Writes a deed on a case into the ledger; runs inside the transaction that changes the rows. */
export function recordDeed(room: Room, caller: SignedInCaller, deed: CaseDeed): number {
  return appendDeed(room.store, { ...deed, id: room.world.newId(), at: room.now(), actor: caller.person.id });
}

/** {@link recordDeed}, then remembers the person's touch, works the case's stage out anew and announces it; the entry tells other desks too. */
export function recordCaseDeed(
  room: Room,
  caller: SignedInCaller,
  caseId: CaseId,
  { touch, ...deed }: TouchingDeed,
): void {
  const told = touch === undefined ? {} : { caseId, touch, actorName: caller.person.name };
  recordDeed(room, caller, { ...deed, payload: { ...deed.payload, ...told } });
  if (touch !== undefined) insertTouch(room.store, caseId, caller.person.id, touch, room.now().toISOString());
  restage(room, caseId);
  room.announce('case.changed', { caseId });
}
