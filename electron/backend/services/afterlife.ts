import { ok } from '#shared/base/result.ts';
import type { Moved } from '#shared/contract/custody.ts';
import { hasRight } from '#shared/domain/roles.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import { findPersonByLogin } from '#electron/backend/store/people-repository.ts';
import { atomically } from './atomically.ts';
import { enterForAll, keepUntilOf, retentionMonths } from './custody.ts';
import { placeFor } from './locations.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Service } from './room.ts';
import { checkPassword, confirmPassword } from './session.ts';

/** Keeps a part of each sample until a day; asked again it moves the day. */
export const retainSamples: Service<'sample.retain'> = (room, input, caller) =>
  atomically(room, (): Answer<Moved> => {
    if (input.keepUntil !== null && input.keepUntil < room.today())
      return refuse('custody.day-in-past', {}, 'keepUntil');
    const place = input.location === null ? null : placeFor(room, input.location);
    if (place !== null && !place.ok) return place;
    return enterForAll(room, caller, input.sampleIds, (kept) => ({
      kind: 'retained',
      to: 'retained',
      place: place?.value ?? kept.location,
      until: input.keepUntil ?? keepUntilOf(room, kept),
      purpose: '',
    }));
  });

/** Puts samples on display at a place until a day; asked again it moves both. */
export const displaySamples: Service<'sample.display'> = (room, input, caller) =>
  atomically(room, (): Answer<Moved> => {
    if (input.until < room.today()) return refuse('custody.day-in-past', {}, 'until');
    const place = placeFor(room, input.location);
    if (!place.ok) return place;
    return enterForAll(room, caller, input.sampleIds, () => ({
      kind: 'displayed',
      to: 'on-display',
      place: place.value,
      until: input.until,
      purpose: input.purpose,
    }));
  });

/** Gives samples back to the applicant. */
export const returnSamples: Service<'sample.return'> = (room, input, caller) =>
  atomically(room, () =>
    enterForAll(room, caller, input.sampleIds, () => ({
      kind: 'returned',
      to: 'returned',
      place: '',
      purpose: input.how,
    })),
  );

/**
 * Disposes of samples for good: two people who may do so, each with a password.
 *
 * The passwords are checked first, because that takes time no transaction can wait for; wrong ones
 * are counted against each login as at the sign-in.
 */
export const disposeSamples: Service<'sample.dispose'> = async (room, input, caller) => {
  const own = await confirmPassword(room, caller.seat, caller.person, input.password);
  if (!own.ok) return own;
  const login = input.witnessLogin;
  const checked = await checkPassword(room, login, findPersonByLogin(room.store, login), input.witnessPassword);
  if (!checked.ok) return { ok: false, failure: { ...checked.failure, field: 'witnessPassword' } };
  const witness = checked.value;
  if (witness.id === caller.person.id) return refuse('custody.two-persons', {}, 'witnessLogin');
  if (!hasRight(witness.roles, 'samples.dispose'))
    return refuse('witness.no-right', { name: witness.name }, 'witnessLogin');
  return atomically(room, () =>
    enterForAll(room, caller, input.sampleIds, () => ({
      kind: 'disposed',
      to: 'disposed',
      place: '',
      witness: witness.id,
      purpose: input.reason,
      method: input.method,
    })),
  );
};

export const getRetention: Service<'retention.get'> = (room) => ok({ months: retentionMonths(room) });

export const setRetention: Service<'retention.set'> = (room, input, caller) => {
  room.store.transaction(() => {
    setFact(room.store, 'retention.months', String(input.months));
    recordDeed(room, caller, {
      type: 'retention.set',
      entity: 'setting',
      entityId: 'retention.months',
      payload: { months: input.months },
    });
    room.announce('custody.changed', {});
  });
  return ok({ months: input.months });
};
