import { describe, expect, it } from 'vitest';
import { CONTRACT } from '#shared/contract/contract.ts';
import { DEMO_PEOPLE } from '#shared/domain/demo-people.ts';
import { DESKS, desksFor, hasRight, RIGHTS, ROLES, type Right } from '#shared/domain/roles.ts';

const TABLE = Object.entries(RIGHTS) as readonly (readonly [
  Exclude<Right, 'anyone' | 'signed-in'>,
  readonly string[],
])[];

describe('the rights table', () => {
  it.each(TABLE)('%s belongs to somebody, and to roles that exist', (_right, allowed) => {
    expect(allowed.length).toBeGreaterThan(0);
    expect(new Set(allowed).size).toBe(allowed.length);
    for (const role of allowed) expect(ROLES).toContain(role);
  });

  it.each(TABLE)('%s is had by each of its roles alone and by no other', (right, allowed) => {
    for (const role of ROLES) expect(hasRight([role], right), role).toBe(allowed.includes(role));
  });

  it.each(TABLE)('%s is had by several roles exactly when one of them has it', (right) => {
    for (const one of ROLES) {
      for (const other of ROLES) {
        expect(hasRight([one, other], right)).toBe(hasRight([one], right) || hasRight([other], right));
      }
    }
  });

  it('gives nothing but signing in to nobody, and nothing of the table to a person without roles', () => {
    expect(hasRight(null, 'anyone')).toBe(true);
    expect(hasRight(null, 'signed-in')).toBe(false);
    expect(hasRight([], 'signed-in')).toBe(true);
    for (const [right] of TABLE) {
      expect(hasRight(null, right)).toBe(false);
      expect(hasRight([], right)).toBe(false);
    }
  });

  it('keeps evaluating and deciding in different hands', () => {
    const both = ROLES.filter((role) => hasRight([role], 'cases.decide') && hasRight([role], 'evidence.record'));
    expect(both).toEqual([]);
  });

  it('is the one every entry of the contract names its right from, and every right is used', () => {
    const used = new Set<string>(Object.values(CONTRACT).map((entry) => entry.right));
    for (const right of used) expect(['anyone', 'signed-in', ...TABLE.map(([name]) => name)]).toContain(right);
    for (const [right] of TABLE) expect([...used], right).toContain(right);
  });
});

describe('the desks a person sees', () => {
  it('are in the order of the rail, and none twice', () => {
    expect(desksFor(ROLES)).toEqual(DESKS);
  });

  it('are none for nobody, and some for every sample person', () => {
    expect(desksFor([])).toEqual([]);
    for (const person of DEMO_PEOPLE) expect(desksFor(person.roles)).toContain('settings');
  });

  it('are those of one role or of another', () => {
    for (const one of ROLES) {
      for (const other of ROLES) {
        const together = new Set([...desksFor([one]), ...desksFor([other])]);
        expect(new Set(desksFor([one, other]))).toEqual(together);
      }
    }
  });

  it.each([
    ['clerk', 'receiving'],
    ['inspector', 'inspection'],
    ['expert', 'review'],
    ['decider', 'review'],
    ['printer', 'printing'],
  ] as const)('let a %s work at %s', (role, desk) => {
    expect(desksFor([role])).toContain(desk);
  });
});
