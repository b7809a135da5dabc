import { describe, expect, it } from 'vitest';
import { CONTRACT, isName, type Name } from '#shared/contract/contract.ts';
import { problemText } from '#shared/contract/failures.ts';

const NAMES = Object.keys(CONTRACT) as readonly Name[];

describe('the contract', () => {
  it.each(NAMES)('%s is named thing.deed', (name) => expect(name).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/));

  it.each(NAMES)('%s takes an object and nothing it does not know', (name) => {
    const { input } = CONTRACT[name];
    for (const value of [null, [], 'text', 7, true]) expect(input.safeParse(value).success).toBe(false);
    const unknown = input.safeParse({ surprise: 1 });
    expect(unknown.success).toBe(false);
    expect(unknown.error?.issues.some((issue) => issue.code === 'unrecognized_keys')).toBe(true);
  });

  it('takes no key that reaches for a prototype', () => {
    for (const name of NAMES) {
      for (const key of ['__proto__', 'constructor', 'toString']) {
        const hostile: unknown = JSON.parse(`{"${key}":{"admin":true}}`);
        expect(CONTRACT[name].input.safeParse(hostile).success, `${name} ${key}`).toBe(false);
      }
    }
  });

  it('knows its own names and none that every object has', () => {
    for (const name of NAMES) expect(isName(name)).toBe(true);
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'case', 'CASE.GET', 'case.get '])
      expect(isName(name), name).toBe(false);
  });

  it('has a sentence for every problem a schema names', () => {
    const keys = new Set<string>();
    for (const name of NAMES) {
      for (const value of [{}, everyField('\u0000'), everyField(''), everyField('x'.repeat(2000))]) {
        const parsed = CONTRACT[name].input.safeParse(value);
        parsed.error?.issues.forEach((issue) => keys.add(issue.message));
      }
    }
    const own = [...keys].filter((key) => /^[a-z]+\.[a-z-]+$/.test(key));
    expect(own.length).toBeGreaterThan(3);
    for (const key of own) expect(problemText(key, 'zh'), key).toMatch(/\p{Script=Han}/u);
  });
});

/** An input with every field name of the contract set to one value. */
function everyField(value: string): Readonly<Record<string, string>> {
  const shapes = NAMES.map((name) => Object.keys((CONTRACT[name].input as { readonly shape?: object }).shape ?? {}));
  return Object.fromEntries(shapes.flat().map((field) => [field, value]));
}
