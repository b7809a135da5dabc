import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Canonical } from '#shared/base/canonical-json.ts';

const value: fc.Arbitrary<Canonical> = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string({ unit: 'binary' }).filter((key) => key.isWellFormed() && key !== '__proto__'),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;

/** The same value with the keys of every object in another order. */
const shuffled = (of: Canonical): Canonical => {
  if (Array.isArray(of)) return (of as readonly Canonical[]).map(shuffled);
  if (typeof of !== 'object' || of === null) return of;
  return Object.fromEntries(
    Object.entries(of)
      .toReversed()
      .map(([key, field]) => [key, field === undefined ? undefined : shuffled(field)]),
  );
};

/** A lone surrogate, which has no UTF-8. */
const LONE = '\ud83d';

describe('canonical JSON', () => {
  it('is RFC 8785’s own example for key order (3.2.3), worked by hand', () => {
    const example = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(canonicalJson(example)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it('escapes as RFC 8785 does (3.2.2.2): short forms, lower-case hex, everything else as it is', () => {
    expect(canonicalJson('\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/\u007f')).toBe(
      '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f"',
    );
    expect(canonicalJson('\b\t\n\f\r\u001f')).toBe('"\\b\\t\\n\\f\\r\\u001f"');
  });

  it('is the text the ledger has always hashed', () => {
    const body = canonicalJson({ v: 1, payload: { b: [true, null, -7], a: '安化 𠮷' }, blobs: [] });
    expect(body).toBe('{"blobs":[],"payload":{"a":"安化 𠮷","b":[true,null,-7]},"v":1}');
    expect(createHash('sha256').update(body, 'utf8').digest('hex')).toBe(
      '4341ca15751f9a24ab0944787da736882121589c36510708cc0b4e972cb454b4',
    );
  });

  it('reads back as the same value, and is the same for any order of keys', () => {
    fc.assert(
      fc.property(value, (given) => {
        const text = canonicalJson(given);
        expect(canonicalJson(JSON.parse(text) as Canonical)).toBe(text);
        expect(canonicalJson(shuffled(given))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  it('leaves absent fields out and keeps null', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
    expect(canonicalJson(-0)).toBe('0');
  });

  it.each([0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, -(2 ** 60)])('refuses the number %d', (number) => {
    expect(() => canonicalJson({ n: number })).toThrow(TypeError);
  });

  it('refuses a lone surrogate in a text, a list and a key', () => {
    expect(() => canonicalJson(LONE)).toThrow(TypeError);
    expect(() => canonicalJson([`a${LONE}`])).toThrow(TypeError);
    expect(() => canonicalJson({ [LONE]: 1 })).toThrow(TypeError);
  });

  it('keeps a key named __proto__ that came with a parsed text', () => {
    const text = '{"__proto__":{"admin":true},"a":1}';
    expect(canonicalJson(JSON.parse(text) as Canonical)).toBe(text);
  });
});
