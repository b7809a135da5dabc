import type { PersonId } from '#shared/base/ids.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { Store } from './database.ts';

/** A person's account as stored. */
export interface PersonRecord {
  readonly id: PersonId;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
  readonly passwordHash: string;
}

interface Stored {
  readonly id: PersonId;
  readonly login: string;
  readonly name: string;
  readonly roles: string;
  readonly disabled: number;
  readonly passwordHash: string;
}

const SELECT = 'SELECT id, login, name, roles, disabled, password_hash AS passwordHash FROM person';
const record = (row: Stored): PersonRecord => ({
  ...row,
  roles: JSON.parse(row.roles) as readonly Role[],
  disabled: row.disabled === 1,
});
const optional = (row: Stored | undefined): PersonRecord | undefined => row && record(row);

export const findPersonByLogin = (store: Store, login: string): PersonRecord | undefined =>
  optional(store.find<Stored>(`${SELECT} WHERE login = ?`, [login]));

export const findPerson = (store: Store, id: string): PersonRecord | undefined =>
  optional(store.find<Stored>(`${SELECT} WHERE id = ?`, [id]));

export const allPeople = (store: Store): readonly PersonRecord[] =>
  store.all<Stored>(`${SELECT} ORDER BY login`).map(record);

/** A person's name for display; with the desk's code (`李检验·02`) when the account lives at another one. */
export const personName = (store: Store, id: string): string => findPerson(store, id)?.name ?? foreignName(store, id);

function foreignName(store: Store, id: string): string {
  const found = store.find<{ desk: string; name: string }>('SELECT desk, name FROM foreign_person WHERE id = ?', [id]);
  return found === undefined ? id : `${found.name}·${found.desk}`;
}

export function insertPerson(store: Store, person: PersonRecord, at: Date): void {
  store.run(
    'INSERT INTO person (id, login, name, roles, password_hash, disabled, created_at) VALUES (?, ?, ?, ?, ?, 0, ?)',
    [person.id, person.login, person.name, JSON.stringify(person.roles), person.passwordHash, at.toISOString()],
  );
}

export const setRoles = (store: Store, id: PersonId, roles: readonly Role[]): number =>
  store.run('UPDATE person SET roles = ? WHERE id = ?', [JSON.stringify(roles), id]);

export const setDisabled = (store: Store, id: PersonId, disabled: boolean): number =>
  store.run('UPDATE person SET disabled = ? WHERE id = ?', [disabled ? 1 : 0, id]);

export const setPasswordHash = (store: Store, id: PersonId, hash: string): number =>
  store.run('UPDATE person SET password_hash = ? WHERE id = ?', [hash, id]);
