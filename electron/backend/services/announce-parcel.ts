import type { CaseId, ParcelId } from '#shared/base/ids.ts';
import type { Application } from '#shared/platform/application.ts';
import { appendDeed } from '#electron/backend/store/ledger.ts';
import {
  addParcelCase,
  findParcelByWaybill,
  matchParcel,
  type ParcelRecord,
} from '#electron/backend/store/sample-repository.ts';
import { indexParcel, storeParcel } from './parcels.ts';
import type { Room } from './room.ts';

type Announced = Application['parcels'][number];

/**
 * Announces a parcel for a case; runs inside the caller's transaction.
 *
 * A waybill already known is the same parcel: an orphan is matched by it, with a deed of its own,
 * and a parcel of another case holds samples of both from now on.
 */
export function announceParcel(room: Room, actor: string, announced: Announced, caseId: CaseId): void {
  const { batch, carrier, producedOn, quantity, sentOn, unit, waybill } = announced;
  const known = findParcelByWaybill(room.store, waybill);
  if (known === undefined) {
    const id = room.world.newId() as ParcelId;
    storeParcel(
      room,
      { id, waybill, carrier, caseId, state: 'announced', sentOn, batch, producedOn, quantity, unit },
      sentOn,
    );
    return;
  }
  const expected = { caseId, batch, producedOn, quantity, unit };
  if (known.caseId === null) matchParcel(room.store, known.id, expected);
  else addParcelCase(room.store, known.id, expected);
  recordJoining(room, actor, known, caseId);
}

function recordJoining(room: Room, actor: string, parcel: ParcelRecord, caseId: CaseId): void {
  appendDeed(room.store, {
    id: room.world.newId(),
    at: room.now(),
    actor,
    type: parcel.caseId === null ? 'parcel.matched' : 'parcel.joined',
    entity: 'parcel',
    entityId: parcel.id,
    payload: { waybill: parcel.waybill, caseId, how: 'announced' },
  });
  indexParcel(room, parcel.id);
  room.announce('parcel.changed', { parcelId: parcel.id });
}
