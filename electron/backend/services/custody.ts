import type { SampleId } from '#shared/base/ids.ts';
import { fail, ok } from '#shared/base/result.ts';
import type { SampleView } from '#shared/contract/intake.ts';
import type { CustodyLine, HeldSample, KeptSample, Moved } from '#shared/contract/custody.ts';
import { foldCustody, nextCustody, type Custody, type CustodyEntry, type CustodyKind } from '#shared/domain/custody.ts';
import type { SampleState } from '#shared/domain/sample-life.ts';
import { locationKind, readLocationCode } from '#shared/domain/location.ts';
import { defaultKeepUntil, RETENTION_MONTHS } from '#shared/domain/retention.ts';
import {
  custodyOf,
  findKept,
  findKeptByBarcode,
  lastPurpose,
  listHeld,
  writeCustody,
  type CustodyRecord,
  type KeptRecord,
} from '#electron/backend/store/custody-repository.ts';
import { findFact } from '#electron/backend/store/facts.ts';
import { findLocation, sampleIdsWithin } from '#electron/backend/store/location-repository.ts';
import { findPerson, personName } from '#electron/backend/store/people-repository.ts';
import { findSample } from '#electron/backend/store/sample-repository.ts';
import { atomically } from './atomically.ts';
import { isOnHold } from './legal-hold.ts';
import { locationViews, placeFor, suitsPlace } from './locations.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import { centreDay, type Answer, type Room, type Service, type SignedInCaller } from './room.ts';
import { sampleView } from './view-case.ts';

/** A sample and where it is, for people. */
export const keptView = (room: Room, kept: KeptRecord): KeptSample => ({
  id: kept.id,
  barcode: kept.barcode,
  caseId: kept.caseId,
  parcelId: kept.parcelId,
  productName: kept.productName,
  batch: kept.batch,
  quantity: kept.quantity,
  unit: kept.unit,
  storage: kept.storage,
  state: kept.state,
  location: kept.location,
  holder: kept.holder === null ? null : personName(room.store, kept.holder),
  missing: kept.dueKind === 'missing',
  keepUntil: kept.keepUntil,
  displayUntil: kept.displayUntil,
  dueKind: kept.dueKind,
  dueOn: kept.dueOn,
  legalHold: isOnHold(room, kept.caseId),
});

/** A stored line as the rule reads it. */
export const entryOf = (line: CustodyRecord): CustodyEntry => ({
  kind: line.kind,
  to: line.to,
  place: line.location,
  holder: line.holder,
  until: line.until,
  witness: line.witness,
  by: line.by,
  on: centreDay(new Date(line.at)),
});

/** What a sample's book comes to. @throws when the book contradicts itself, which only a bug or a meddled file can do */
export function custodyNow(room: Room, sampleId: string): Custody {
  const folded = foldCustody(custodyOf(room.store, sampleId).map(entryOf));
  if (!folded.ok || folded.value === null) throw new Error(`the custody book of ${sampleId} does not add up`);
  return folded.value;
}

/** A custody deed on one sample: what of the line differs from a plain one. */
export type CustodyDeed = Pick<CustodyEntry, 'kind'> &
  Partial<Pick<CustodyEntry, 'to' | 'place' | 'holder' | 'until' | 'witness'>> & {
    readonly purpose: string;
    readonly method?: string;
  };

/** Enters one deed into the custody book, when the rule lets it; runs inside the caller's transaction. */
export function enterCustody(
  room: Room,
  caller: SignedInCaller,
  sampleId: SampleId,
  deedOf: (kept: KeptRecord, custody: Custody) => CustodyDeed,
): Answer<KeptRecord> {
  const kept = findKept(room.store, sampleId);
  if (kept === undefined) return refuse('sample.unknown', {}, 'sampleIds');
  const before = custodyNow(room, sampleId);
  const deed = deedOf(kept, before);
  const entry: CustodyEntry = {
    kind: deed.kind,
    to: deed.to ?? before.state,
    place: deed.place ?? kept.location,
    holder: deed.holder ?? null,
    until: deed.until ?? null,
    witness: deed.witness ?? null,
    by: caller.person.id,
    on: room.today(),
  };
  const next = nextCustody(before, entry, isOnHold(room, kept.caseId));
  if (!next.ok) {
    const { code, data } = next.failure;
    const holder = typeof data?.['holder'] === 'string' ? { holder: personName(room.store, data['holder']) } : {};
    const move = code === 'sample.no-such-move' ? data : {};
    return fail({ code, data: { barcode: kept.barcode, ...move, ...holder }, field: 'sampleIds' });
  }
  const { method = null, purpose } = deed;
  writeCustody(
    room.store,
    {
      id: room.world.newId(),
      sampleId,
      from: before.state,
      fromLocation: kept.location,
      entry,
      purpose,
      method,
      at: room.now(),
    },
    next.value,
  );
  const after = findKept(room.store, sampleId);
  if (after === undefined) throw new Error(`sample ${sampleId} went away`);
  recordDeed(room, caller, {
    type: `sample.${deed.kind}`,
    entity: 'sample',
    entityId: sampleId,
    payload: {
      caseId: kept.caseId,
      barcode: kept.barcode,
      from: before.state,
      to: after.state,
      fromLocation: kept.location,
      location: after.location,
      holder: entry.holder,
      until: entry.until,
      witness: entry.witness,
      purpose,
      method,
    },
  });
  room.announce('custody.changed', {});
  room.announce('case.changed', { caseId: kept.caseId });
  return ok(after);
}

/** The same deed on several samples as one transaction: all of them or none. */
export function enterForAll(
  room: Room,
  caller: SignedInCaller,
  sampleIds: readonly SampleId[],
  deedOf: (kept: KeptRecord, custody: Custody) => CustodyDeed,
): Answer<Moved> {
  const samples: KeptSample[] = [];
  for (const id of new Set(sampleIds)) {
    const entered = enterCustody(room, caller, id, deedOf);
    if (!entered.ok) return entered;
    samples.push(keptView(room, entered.value));
  }
  const unsuitable = samples
    .filter(({ location, storage }) => location !== '' && !suitsPlace(room, storage, location))
    .map(({ barcode }) => barcode);
  return ok({ samples, unsuitable });
}

/** What scanning a sample onto a shelf is: bringing it back when somebody has it, else moving it there. */
export const shelving =
  (place: string, purpose: string, tested: boolean) =>
  (_: KeptRecord, custody: Custody): CustodyDeed =>
    custody.keeper.kind === 'person'
      ? {
          kind: 'brought-back',
          to: custody.state === 'in-test' ? (tested ? 'tested' : 'waiting') : custody.state,
          place,
          purpose,
        }
      : { kind: 'shelved', place, purpose };

export const shelveSamples: Service<'sample.shelve'> = (room, input, caller) =>
  atomically(room, (): Answer<Moved> => {
    const place = placeFor(room, input.location);
    if (!place.ok) return place;
    return enterForAll(room, caller, input.sampleIds, shelving(place.value, input.purpose, input.tested));
  });

export const takeOutSamples: Service<'sample.take-out'> = (room, input, caller) =>
  atomically(room, (): Answer<Moved> => {
    if (input.backBy < room.today()) return refuse('custody.back-in-past', {}, 'backBy');
    const holder = findPerson(room.store, input.holder ?? caller.person.id);
    if (holder === undefined || holder.disabled) return refuse('person.unknown', {}, 'holder');
    return enterForAll(room, caller, input.sampleIds, (_, { state }) => ({
      kind: 'taken-out',
      to: input.forTest ? 'in-test' : state,
      place: '',
      holder: holder.id,
      until: input.backBy,
      purpose: input.purpose,
    }));
  });

const MOVE_KINDS: Readonly<Partial<Record<SampleState, CustodyKind>>> = {
  retained: 'retained',
  'on-display': 'displayed',
  returned: 'returned',
};

/** Moves a sample to another state where it stands, or at another place. */
export const moveSample: Service<'sample.move'> = (room, input, caller) =>
  atomically(room, (): Answer<SampleView> => {
    const place = input.location === null ? null : placeFor(room, input.location);
    if (place !== null && !place.ok) return place;
    const entered = enterCustody(room, caller, input.sampleId, (kept) => ({
      kind: MOVE_KINDS[input.to] ?? 'moved',
      to: input.to,
      place: place?.value ?? kept.location,
      until: input.to === 'retained' ? keepUntilOf(room, kept) : null,
      purpose: input.purpose,
    }));
    if (!entered.ok) return entered;
    const sample = findSample(room.store, input.sampleId);
    return sample ? ok(sampleView(room, sample, entered.value.productName)) : refuse('sample.unknown', {}, 'sampleId');
  });

/** The sample behind a barcode; null when there is none. */
export const findSampleByCode: Service<'sample.find'> = (room, input) => {
  const kept = findKeptByBarcode(room.store, input.code.trim().toUpperCase());
  return ok(kept === undefined ? null : keptView(room, kept));
};

/** Months a retained part is kept when its shelf life says nothing. */
export const retentionMonths = (room: Room): number =>
  Number(findFact(room.store, 'retention.months') ?? RETENTION_MONTHS);

/** The day a retained part of this sample would be kept until. */
export const keepUntilOf = (room: Room, { producedOn, shelfLifeDays }: KeptRecord) =>
  defaultKeepUntil({ today: room.today(), producedOn, shelfLifeDays, months: retentionMonths(room) });

/** A sample with its whole custody book. */
export const getSampleStory: Service<'sample.story'> = (room, input) => {
  const kept = findKept(room.store, input.sampleId);
  if (kept === undefined) return refuse('sample.unknown', {}, 'sampleId');
  const lines = custodyOf(room.store, kept.id).map((line) => lineView(room, line));
  return ok({ sample: keptView(room, kept), lines, defaultKeepUntil: keepUntilOf(room, kept) });
};

const lineView = (room: Room, { sampleId: _sampleId, ...line }: CustodyRecord): CustodyLine => ({
  ...line,
  holder: line.holder === null ? null : personName(room.store, line.holder),
  witness: line.witness === null ? null : personName(room.store, line.witness),
  by: personName(room.store, line.by),
});

/** Who holds what now. */
export const listHeldSamples: Service<'custody.held'> = (room, input) => {
  const page = listHeld(room.store, input.cursor, input.limit);
  const rows = page.rows.map((kept): HeldSample => ({
    ...keptView(room, kept),
    since: kept.heldSince ?? '',
    purpose: lastPurpose(room.store, kept.id),
  }));
  return ok({ rows, next: page.next });
};

/** A place with what lies in it and below it. */
export const getShelf: Service<'shelf.get'> = (room, input) => {
  const code = readLocationCode(input.code);
  const place = findLocation(room.store, code) === undefined ? placeFor(room, code, 'code') : ok(code);
  if (!place.ok) return place;
  const samples = sampleIdsWithin(room.store, code).flatMap((id) => findKept(room.store, id) ?? []);
  const location = locationViews(room).find((view) => view.code === code) ?? {
    code,
    kind: locationKind(code),
    name: '',
    storage: null,
    retired: false,
    samples: samples.length,
  };
  return ok({ location, samples: samples.map((kept) => keptView(room, kept)) });
};
