import { describe, expect, it } from 'vitest';
import { en } from '#renderer/ui/text/en.ts';
import { fillText, placesOf } from '#renderer/ui/text/fill-text.ts';
import { zh } from '#renderer/ui/text/zh.ts';

const leaves = (node: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as const],
  );

const chinese = new Map(leaves(zh));
const english = new Map(leaves(en));
const HAN = /\p{Script=Han}/u;
/** A language is named in itself. */
const NAMED_IN_ITSELF = ['frame.toChinese', 'frame.toEnglish'];

describe('the texts of the window', () => {
  it('have the same keys in Chinese and English', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('name the same places in Chinese and English; a value of one language ends with its name', () => {
    const inEnglish = (places: readonly string[]): readonly string[] => places.map((one) => one.replace(/Zh$/, 'En'));
    for (const [key, text] of chinese)
      expect([key, placesOf(english.get(key) ?? '')]).toEqual([key, inEnglish(placesOf(text))]);
  });

  it('are filled in, and English holds no Chinese', () => {
    for (const [key, text] of [...chinese, ...english]) expect([key, text.trim()]).not.toEqual([key, '']);
    for (const [key, text] of english) {
      if (!NAMED_IN_ITSELF.includes(key)) expect([key, HAN.test(text)]).toEqual([key, false]);
    }
  });
});

describe('fillText', () => {
  it('fills values and picks the word for one or many', () => {
    expect(fillText('{count} {count|parcel|parcels} of {name}', { count: 1, name: 'A' })).toBe('1 parcel of A');
    expect(fillText('{count} {count|parcel|parcels}', { count: 0 })).toBe('0 parcels');
  });

  it('leaves a place without a value to be seen', () => {
    expect(fillText('by {name}')).toBe('by {name}');
    expect(fillText('by {name}', { name: '' })).toBe('by ');
  });
});
