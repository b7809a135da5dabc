import { ok } from '#shared/base/result.ts';
import type { LocationView } from '#shared/contract/custody.ts';
import {
  expandCodes,
  isWithin,
  locationKind,
  locationPath,
  nearestCodes,
  readLocationCode,
  suitsStorage,
} from '#shared/domain/location.ts';
import type { StorageClass } from '#shared/domain/sample-life.ts';
import {
  allLocations,
  findLocation,
  hasLocations,
  putLocations,
  retireLocations,
  sampleIdsWithin,
  samplesByLocation,
  type LocationRecord,
} from '#electron/backend/store/location-repository.ts';
import { atomically } from './atomically.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service } from './room.ts';

/**
 * The code of a place that samples may be put at, as typed or scanned.
 *
 * One that does not exist is refused with the nearest that do. A desk that has set up no places
 * takes any code.
 * @param field the caller's input field
 */
export function placeFor(room: Room, typed: string, field = 'location'): Answer<string> {
  const code = readLocationCode(typed);
  if (!hasLocations(room.store)) return ok(code);
  const found = findLocation(room.store, code);
  if (found !== undefined) return found.retired ? refuse('location.retired', { code }, field) : ok(code);
  const codes = allLocations(room.store)
    .filter(({ retired }) => !retired)
    .map((location) => location.code);
  return refuse('location.unknown', { code: code.slice(0, 24), nearest: nearestCodes(code, codes).join('、') }, field);
}

/** How a place keeps things: its own class, else that of what it stands in; null when none is set. */
export function storageAt(room: Room, code: string): StorageClass | null {
  for (const outer of locationPath(code).toReversed()) {
    const storage = findLocation(room.store, outer)?.storage ?? null;
    if (storage !== null) return storage;
  }
  return null;
}

/** Whether a place keeps things as a sample must be kept. */
export const suitsPlace = (room: Room, storage: StorageClass, code: string): boolean =>
  suitsStorage(storage, storageAt(room, code));

/** Places as the tree shows them. */
export function locationViews(room: Room): readonly LocationView[] {
  const all = allLocations(room.store);
  const counts = [...samplesByLocation(room.store)];
  const own = new Map(all.map(({ code, storage }) => [code, storage]));
  return all.map((location) => ({
    ...viewOf(location),
    storage:
      locationPath(location.code)
        .toReversed()
        .map((code) => own.get(code) ?? null)
        .find((storage) => storage !== null) ?? null,
    samples: counts.reduce((sum, [code, n]) => sum + (isWithin(code, location.code) ? n : 0), 0),
  }));
}

const viewOf = ({ code, name, retired }: LocationRecord) => ({ code, kind: locationKind(code), name, retired });

export const listLocations: Service<'location.list'> = (room) => ok(locationViews(room));

/** Adds places and what they stand in; name and class are those of the places named, not of what they stand in. */
export const addLocations: Service<'location.add'> = (room, input, caller) =>
  atomically(room, (): Answer<{ readonly added: number }> => {
    const codes = expandCodes(input.pattern);
    if (!codes.ok) return refuse(codes.failure.code, codes.failure.data, 'pattern');
    const outer = [...new Set(codes.value.flatMap((code) => locationPath(code).slice(0, -1)))];
    const added = codes.value.length;
    putLocations(room.store, outer, { name: '', storage: null });
    putLocations(room.store, codes.value, input);
    recordDeed(room, caller, {
      type: 'location.added',
      entity: 'location',
      entityId: codes.value[0] ?? '',
      payload: { codes: codes.value, name: input.name, storage: input.storage },
    });
    room.announce('custody.changed', {});
    return ok({ added });
  });

export const retireLocation: Service<'location.retire'> = (room, input, caller) =>
  atomically(room, (): Answer<{ readonly retired: number }> => {
    const code = readLocationCode(input.code);
    if (findLocation(room.store, code) === undefined) {
      const known = placeFor(room, code, 'code');
      return known.ok ? refuse('location.unknown', { code, nearest: '' }, 'code') : known;
    }
    const lying = sampleIdsWithin(room.store, code).length;
    if (lying > 0) return refuse('location.occupied', { code, count: lying }, 'code');
    const retired = retireLocations(room.store, code);
    recordDeed(room, caller, { type: 'location.retired', entity: 'location', entityId: code, payload: { retired } });
    room.announce('custody.changed', {});
    return ok({ retired });
  });
