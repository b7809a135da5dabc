import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedKeys } from '#shared/contract/repeated-keys.ts';
import { standardContent } from '#tests/support/dossiers.ts';

describe('a file as text', () => {
  it('gives no field twice', () => {
    const text = JSON.stringify(standardContent(), null, 1);
    expect(repeatedKeys(text)).toEqual([]);
    const twice = text
      .replace('"months": 36', '"months": 36,\n "mo\\u006eths": 1')
      .replace('"settings": {', '"settings": { "safety_photos_minimum": 9,');
    expect(repeatedKeys(twice)).toMatchObject([
      { field: 'settings.safety_photos_minimum', zh: expect.stringContaining('两次（第二次在第 12 行）') },
      { field: 'criteria[3].per_star["5"].months' },
    ]);
  });

  it('may say the same word in two places of a text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(repeatedKeys(JSON.stringify(value))).toEqual([]);
        expect(repeatedKeys(`[{"a": ${JSON.stringify(value)}, "b": 1, "a": 2}]`)).toMatchObject([{ field: '[0].a' }]);
      }),
      { numRuns: 300 },
    );
  });
});
