import { z } from 'zod';
import type { PersonId } from '#shared/base/ids.ts';
import { ROLES, type Desk, type Role } from '#shared/domain/roles.ts';
import { command, query } from './entry.ts';
import { personId, secret, text } from './fields.ts';

/** A person with an account, as others see them. */
export interface Person {
  readonly id: PersonId;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
}

/** `paid-services`: the plan's own paid services to the enterprise. */
const interestKind = z.enum(['interest', 'paid-services']);

/** An interest in an enterprise that a person declared, here or at another desk. */
export interface InterestView {
  readonly kind: z.infer<typeof interestKind>;
  /** In the person's own words. */
  readonly reason: string;
  /** By name; with the desk's code where it was declared at another one. */
  readonly by: string;
  readonly at: string;
}

/** What a seat (one window or shell) knows of itself and of the workspace it opened. */
export interface SessionView {
  readonly person: Person | null;
  readonly locked: boolean;
  readonly desks: readonly Desk[];
  /** No account exists yet: the first administrator is to be made, or the demo taken. */
  readonly firstStart: boolean;
  /** The workspace holds sample people and invented enterprises. */
  readonly demo: boolean;
  readonly deskCode: string;
  readonly version: string;
  /** Today by the workstation's clock, in the centre's time zone. */
  readonly today: string;
}

const login = z
  .string()
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9._-]{2,32}$/, { error: 'login.form' }));
const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);
const newPerson = z.strictObject({ login, name: text(40), roles, password: secret });

export const peopleContract = {
  'session.get': query<SessionView>()('anyone', z.strictObject({})),
  'session.sign-in': command<SessionView>()('anyone', z.strictObject({ login, password: z.string().max(128) })),
  /** Leaves the seat to somebody else; a locked one too, without the password of who locked it. */
  'session.sign-out': command<SessionView>()('anyone', z.strictObject({})),
  'session.lock': command<SessionView>()('signed-in', z.strictObject({})),
  'session.unlock': command<SessionView>()('anyone', z.strictObject({ password: z.string().max(128) })),
  /** Makes the first administrator, and gives the desk its two digits before anything is written under them. */
  'person.create-first': command<SessionView>()(
    'anyone',
    newPerson.omit({ roles: true }).extend({
      deskCode: z
        .string()
        .regex(/^(?!00)\d{2}$/, { error: 'desk.form' })
        .default('01'),
    }),
  ),
  'person.add': command<Person>()('people.manage', newPerson),
  'person.set-roles': command<Person>()('people.manage', z.strictObject({ personId, roles })),
  'person.set-disabled': command<Person>()('people.manage', z.strictObject({ personId, disabled: z.boolean() })),
  'person.change-password': command<{ readonly changed: true }>()(
    'signed-in',
    z.strictObject({ current: z.string().max(128), next: secret }),
  ),
  'person.list': query<readonly Person[]>()('read', z.strictObject({})),
  'conflict.declare': command<{ readonly declared: true }>()(
    'signed-in',
    z.strictObject({
      uscc: z.string().regex(/^[0-9A-Z]{18}$/, { error: 'uscc.form' }),
      reason: text(500),
      kind: interestKind.default('interest'),
    }),
  ),
};
