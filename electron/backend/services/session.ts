import { ok } from '#shared/base/result.ts';
import type { Person, SessionView } from '#shared/contract/people.ts';
import { desksFor } from '#shared/domain/roles.ts';
import { deskCode, findFact } from '#electron/backend/store/facts.ts';
import {
  allPeople,
  findPerson,
  findPersonByLogin,
  type PersonRecord,
} from '#electron/backend/store/people-repository.ts';
import { passwordMatches } from './password.ts';
import { refuse } from './refuse.ts';
import type { Answer, Caller, OpenService, Room, Service } from './room.ts';

/** A person as others see them, without the password's hash. */
export const personView = (person: PersonRecord): Person => ({
  id: person.id,
  login: person.login,
  name: person.name,
  roles: person.roles,
  disabled: person.disabled,
});

/** What a seat knows of itself right now. */
export function sessionView(room: Room, seat: string): SessionView {
  const { locked, personId } = room.sessions.get(seat);
  const person = personId === null ? undefined : findPerson(room.store, personId);
  const present = person && !person.disabled ? person : undefined;
  return {
    person: present ? personView(present) : null,
    locked: present !== undefined && locked,
    desks: present ? desksFor(present.roles) : [],
    firstStart: present === undefined && allPeople(room.store).length === 0,
    demo: findFact(room.store, 'workspace.demo') === '1',
    deskCode: deskCode(room.store),
    version: room.folders.version,
    today: room.today(),
  };
}

export const getSession: OpenService<'session.get'> = (room, _input, caller) => ok(sessionView(room, caller.seat));

/** Signs a person in at this seat; wrong passwords are slowed down per login, known or not. */
export const signIn: OpenService<'session.sign-in'> = async (room, input, caller) => {
  const person = findPersonByLogin(room.store, input.login);
  const checked = await checkPassword(room, input.login, person, input.password);
  if (!checked.ok) return checked;
  room.sessions.rememberPassword(caller.seat, input.password);
  room.sessions.set(caller.seat, { personId: checked.value.id, locked: false });
  return ok(sessionView(room, caller.seat));
};

export const signOut: OpenService<'session.sign-out'> = (room, _input, caller) => {
  room.sessions.drop(caller.seat);
  return ok(sessionView(room, caller.seat));
};

export const lockSession: Service<'session.lock'> = (room, _input, caller) => {
  room.sessions.set(caller.seat, { personId: caller.person.id, locked: true });
  return ok(sessionView(room, caller.seat));
};

export const unlockSession: OpenService<'session.unlock'> = async (room, input, caller) => {
  const person = seated(room, caller);
  if (person === undefined) return refuse('session.needed');
  const checked = await checkPassword(room, person.login, person, input.password);
  if (!checked.ok) return checked;
  room.sessions.set(caller.seat, { personId: person.id, locked: false });
  return ok(sessionView(room, caller.seat));
};

const seated = (room: Room, caller: Caller): PersonRecord | undefined => {
  const { personId } = room.sessions.get(caller.seat);
  return personId === null ? undefined : findPerson(room.store, personId);
};

/** A hash nobody has the password of, so that an unknown login takes as long as a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Checks a login's password; wrong ones are slowed down per login, known or not. */
export async function checkPassword(
  room: Room,
  login: string,
  person: PersonRecord | undefined,
  password: string,
): Promise<Answer<PersonRecord>> {
  const waitMs = room.sessions.waitMs(login, Date.now());
  if (waitMs > 0) return refuse('session.too-many-tries', { seconds: Math.ceil(waitMs / 1000) });
  room.sessions.recordTry(login, Date.now());
  const matches = await passwordMatches(password, person?.passwordHash ?? NOBODY);
  if (!matches || person === undefined || person.disabled) {
    return refuse('session.wrong-password', {}, 'password');
  }
  room.sessions.clearTries(login);
  return ok(person);
}

/** Asks the signed-in person for the password again, before an act that cannot be undone. */
export async function confirmPassword(
  room: Room,
  seat: string,
  person: PersonRecord,
  password: string,
): Promise<Answer<true>> {
  const mayTry = room.sessions.waitMs(person.login, Date.now()) === 0;
  if (mayTry && room.sessions.confirms(seat, password)) return ok(true);
  const checked = await checkPassword(room, person.login, person, password);
  if (!checked.ok) return checked;
  room.sessions.rememberPassword(seat, password);
  return ok(true);
}
