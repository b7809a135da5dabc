import type { PersonId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { Person } from '#shared/contract/people.ts';
import type { Role } from '#shared/domain/roles.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import { appendDeed } from '#electron/backend/store/ledger.ts';
import {
  allPeople,
  findPerson,
  findPersonByLogin,
  insertPerson,
  setDisabled,
  setPasswordHash,
  setRoles,
} from '#electron/backend/store/people-repository.ts';
import { atomically } from './atomically.ts';
import { hashPassword } from './password.ts';
import { refuse } from './refuse.ts';
import type { Answer, OpenService, Room, Service } from './room.ts';
import { confirmPassword, personView, sessionView } from './session.ts';

/** A new account before it is stored. */
export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string;
}

/** Stores an account and its ledger entry; runs inside the caller's transaction. */
export function storePerson(room: Room, person: NewPerson, actor: string): PersonId {
  const id = `U-${person.login}` as PersonId;
  const at = room.now();
  insertPerson(room.store, { ...person, id, disabled: false }, at);
  appendDeed(room.store, {
    id: room.world.newId(),
    at,
    actor,
    type: 'person.added',
    entity: 'person',
    entityId: id,
    payload: { login: person.login, name: person.name, roles: person.roles },
  });
  return id;
}

/** Makes the first account, an administrator, in a workspace that has none, and signs it in. */
export const createFirstAdministrator: OpenService<'person.create-first'> = async (room, input, caller) => {
  const passwordHash = await hashPassword(input.password);
  const made = atomically(room, () => {
    if (allPeople(room.store).length > 0) return refuse('workspace.not-empty');
    setFact(room.store, 'desk.code', input.deskCode);
    return ok(storePerson(room, { ...input, roles: ['administrator'], passwordHash }, 'system'));
  });
  if (!made.ok) return made;
  room.sessions.rememberPassword(caller.seat, input.password);
  room.sessions.set(caller.seat, { personId: made.value, locked: false });
  return ok(sessionView(room, caller.seat));
};

export const addPerson: Service<'person.add'> = async (room, input, caller) => {
  const passwordHash = await hashPassword(input.password);
  return atomically(room, () => {
    if (findPersonByLogin(room.store, input.login))
      return refuse('person.login-taken', { login: input.login }, 'login');
    const id = storePerson(room, { ...input, passwordHash }, caller.person.id);
    room.announce('people.changed', {});
    return ok({ id, login: input.login, name: input.name, roles: input.roles, disabled: false });
  });
};

export const setPersonRoles: Service<'person.set-roles'> = (room, input, caller) =>
  changePerson(room, caller.person.id, input.personId, 'person.roles-set', { roles: input.roles }, () =>
    setRoles(room.store, input.personId, input.roles),
  );

export const setPersonDisabled: Service<'person.set-disabled'> = (room, input, caller) =>
  changePerson(room, caller.person.id, input.personId, 'person.disabled-set', { disabled: input.disabled }, () =>
    setDisabled(room.store, input.personId, input.disabled),
  );

function changePerson(
  room: Room,
  actor: string,
  id: PersonId,
  type: string,
  payload: { readonly roles?: readonly Role[]; readonly disabled?: boolean },
  change: () => number,
): Answer<Person> {
  return atomically(room, () => {
    if (change() === 0) return refuse('person.unknown');
    const active = allPeople(room.store).filter((person) => !person.disabled && person.roles.includes('administrator'));
    if (active.length === 0) return refuse('person.last-administrator');
    appendDeed(room.store, {
      id: room.world.newId(),
      at: room.now(),
      actor,
      type,
      entity: 'person',
      entityId: id,
      payload,
    });
    room.announce('people.changed', {});
    const person = findPerson(room.store, id);
    return person ? ok(personView(person)) : refuse('person.unknown');
  });
}

export const changePassword: Service<'person.change-password'> = async (room, input, caller) => {
  const confirmed = await confirmPassword(room, caller.seat, caller.person, input.current);
  if (!confirmed.ok) return confirmed;
  const hash = await hashPassword(input.next);
  room.store.transaction(() => {
    setPasswordHash(room.store, caller.person.id, hash);
    appendDeed(room.store, {
      id: room.world.newId(),
      at: room.now(),
      actor: caller.person.id,
      type: 'person.password-changed',
      entity: 'person',
      entityId: caller.person.id,
      payload: {},
    });
  });
  room.sessions.forgetPasswords(caller.person.id);
  room.sessions.rememberPassword(caller.seat, input.next);
  return ok({ changed: true });
};

export const listPeople: Service<'person.list'> = (room) => ok(allPeople(room.store).map(personView));
