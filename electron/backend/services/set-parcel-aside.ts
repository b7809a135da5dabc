import type { ParcelRow } from '#shared/contract/intake.ts';
import { findParcel, orphanParcel, returnParcel, samplesOfParcel } from '#electron/backend/store/sample-repository.ts';
import { atomically } from './atomically.ts';
import { alreadyReturned, indexParcel, rowOf } from './parcels.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Service } from './room.ts';

/** Keeps a parcel that cannot be received as an orphan, or sends it back; none of its samples may be in the house. */
export const setParcelAside: Service<'parcel.set-aside'> = (room, input, caller) =>
  atomically(room, (): Answer<ParcelRow> => {
    const parcel = findParcel(room.store, input.parcelId);
    if (parcel === undefined) return refuse('parcel.unknown', {}, 'parcelId');
    if (parcel.returnedAt !== null) return alreadyReturned(parcel);
    if (samplesOfParcel(room.store, parcel.id).length > 0)
      return refuse('parcel.has-samples', { waybill: parcel.waybill });
    const at = room.now();
    if (input.how === 'orphan') orphanParcel(room.store, parcel.id, at);
    else returnParcel(room.store, parcel.id, caller.person.id, at, input.reason);
    recordDeed(room, caller, {
      type: input.how === 'orphan' ? 'parcel.unmatched' : 'parcel.returned',
      entity: 'parcel',
      entityId: parcel.id,
      payload: { waybill: parcel.waybill, caseId: parcel.caseId, reason: input.reason },
    });
    indexParcel(room, parcel.id);
    room.announce('parcel.changed', { parcelId: parcel.id });
    return rowOf(room, parcel.id);
  });
