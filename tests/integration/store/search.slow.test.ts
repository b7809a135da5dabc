import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '#electron/backend/store/database.ts';
import { documentGrams, normalised, queryGrams } from '#electron/backend/store/grams.ts';
import { findText, indexThing, type Searchable } from '#electron/backend/store/search.ts';
import { newStore } from '#tests/support/workspaces.ts';

const thing = (ref: string, names: readonly string[], codes: readonly string[] = []): Searchable => ({
  kind: 'case',
  ref,
  caseId: ref,
  title: names[0] ?? ref,
  detail: '',
  names,
  codes,
});

const found = (store: Store, text: string, limit = 500): readonly string[] =>
  findText(store, text, limit).map(({ id }) => id);

/** Characters with one reading each, and its first letter: known without asking the program. */
const READINGS: Readonly<Record<string, string>> = {
  安: 'a',
  茶: 'c',
  大: 'd',
  风: 'f',
  谷: 'g',
  花: 'h',
  金: 'j',
  口: 'k',
  林: 'l',
  米: 'm',
  牛: 'n',
  平: 'p',
  泉: 'q',
  人: 'r',
  山: 's',
  田: 't',
  王: 'w',
  溪: 'x',
  云: 'y',
  竹: 'z',
};
const RARE = ['𠮷', '㵑', '䶮', '龘', '𰻞', '𱁬', '𪚥', '〇', '々'];

const han = fc.constantFrom(...Object.keys(READINGS));
const letter = fc.constantFrom(...'abcxyzABC');
const digit = fc.constantFrom(...'0123456789');
const name = fc
  .array(fc.oneof({ weight: 6, arbitrary: han }, { weight: 1, arbitrary: fc.constantFrom(...RARE) }, letter, digit), {
    minLength: 2,
    maxLength: 12,
  })
  .map((characters) => characters.join(''));
const code = fc
  .array(fc.oneof(digit, fc.constantFrom(...'ABCDEF')), { minLength: 6, maxLength: 14 })
  .map((characters) => characters.join(''));
const catalogue = fc.array(fc.record({ name, code }), { minLength: 1, maxLength: 25 });

/** A store with a catalogue indexed, `T-0`, `T-1` … */
function indexed(entries: readonly { name: string; code: string }[]): Store {
  const store = newStore();
  store.transaction(() =>
    entries.forEach((entry, at) => indexThing(store, thing(`T-${at}`, [entry.name], [entry.code]))),
  );
  return store;
}

describe('the one search field', () => {
  it('finds a thing by any part of its name, of one to six characters', () => {
    fc.assert(
      fc.property(catalogue, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 6 }), (entries, which, from, length) => {
        const at = which % entries.length;
        const characters = [...(entries[at]?.name ?? '')];
        const start = from % characters.length;
        const part = characters.slice(start, start + length).join('');
        const hits = found(indexed(entries), part);
        expect(hits, part).toContain(`T-${at}`);
        expect(new Set(hits).size).toBe(hits.length);
      }),
      { numRuns: 60, seed: 21 },
    );
  });

  it('finds exactly what a plain look through all of it finds', () => {
    fc.assert(
      fc.property(
        catalogue,
        fc.oneof(name, code).map((text) => text.slice(0, 3)),
        (entries, part) => {
          if (!part.isWellFormed()) return;
          const store = indexed(entries);
          const plain = store.all<{ ref: string }>('SELECT ref FROM search_text WHERE instr(body, ?) > 0', [
            normalised(part),
          ]);
          expect(new Set(found(store, part))).toEqual(new Set(plain.map(({ ref }) => ref)));
        },
      ),
      { numRuns: 60, seed: 22 },
    );
  });

  it('finds a thing by its pinyin initials, whole or in part, in either case', () => {
    const known = fc.array(han, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(known, fc.nat(), fc.integer({ min: 2, max: 6 }), (characters, from, length) => {
        const initials = characters.map((character) => READINGS[character] ?? '');
        const start = from % (characters.length - 1);
        const part = initials.slice(start, start + length).join('');
        const store = indexed([{ name: characters.join(''), code: 'X' }]);
        expect(found(store, part)).toEqual(['T-0']);
        expect(found(store, part.toUpperCase())).toEqual(['T-0']);
      }),
      { numRuns: 60, seed: 23 },
    );
  });

  it('finds a thing by the start of a code before anything that merely contains it', () => {
    fc.assert(
      fc.property(catalogue, fc.nat(), fc.integer({ min: 3, max: 6 }), (entries, which, length) => {
        const at = which % entries.length;
        const whole = entries[at]?.code ?? '';
        const hits = found(indexed(entries), whole.slice(0, length));
        expect(hits).toContain(`T-${at}`);
        const starts = (ref: string): boolean =>
          normalised(entries[Number(ref.slice(2))]?.code ?? '').startsWith(normalised(whole.slice(0, length)));
        expect(starts(hits[0] ?? '')).toBe(true);
        const [exact] = findText(indexed(entries), whole, 1);
        expect(normalised(entries[Number(exact?.id.slice(2))]?.code ?? '')).toMatch(
          new RegExp(`^${normalised(whole)}`),
        );
      }),
      { numRuns: 40, seed: 24 },
    );
  });

  it.each(RARE)('finds %s alone, beside another character and inside a name', (character) => {
    const store = newStore();
    indexThing(store, thing('T-1', [`湘西${character}溪茶业（样例）`]));
    indexThing(store, thing('T-2', ['湘西山溪茶业（样例）']));
    for (const text of [character, `${character}溪`, `西${character}`, `${character}溪茶业`])
      expect(found(store, text), text).toEqual(['T-1']);
  });

  it.each([
    ['ＯＴＯＰ２０２６', 'full width'],
    ['otop2026', 'lower case'],
    ['OTOP-2026', 'hyphens'],
    ['OTOP–2026', 'a dash'],
    ['top-20', 'a part over the hyphen'],
    ['OTOP 2026', 'two words'],
    ['2026 otop', 'two words the other way'],
    ['　OTOP　2026　', 'ideographic spaces'],
  ])('finds OTOP-2026-3-01-000001-K by %s (%s)', (text) => {
    const store = newStore();
    indexThing(store, thing('T-1', ['安化黑茶'], ['OTOP-2026-3-01-000001-K']));
    indexThing(store, thing('T-2', ['安化黑茶'], ['OTXP-2025-3-01-000001-K']));
    expect(found(store, text)).toEqual(['T-1']);
  });

  it('finds Chinese beside letters, and every word must fit', () => {
    const store = newStore();
    indexThing(store, thing('T-1', ['X1富硒米', 'ABC粮油有限公司'], ['91430923MA4L16K883']));
    for (const text of ['1富', 'x1富硒', 'bc粮', '富硒 粮油', '富硒 91430', 'fxm', 'ma4l', '粮油 ABC 米'])
      expect(found(store, text), text).toEqual(['T-1']);
    for (const text of ['富米', '硒富', '富硒 黑茶', '91431', '1硒', 'zz', 'x1 zz', '没有'])
      expect(found(store, text), text).toEqual([]);
  });

  it('finds names in other scripts', () => {
    const store = newStore();
    indexThing(store, thing('T-1', ['ཞང་ལྷ་ས་ཆང་།', 'Crème Brûlée', 'مەھسۇلات', 'ㅁ쌀', 'Ⅲ号仓', '\ue000记']));
    for (const text of ['ལྷ', 'brûl', 'è', 'ۇلا', '쌀', 'iii号', '\ue000'])
      expect(found(store, text), text).toEqual(['T-1']);
  });

  it.each(['长沙', '单县', '重庆', '六安', '台州', '番禺'])('finds %s by its place’s own reading', (place) => {
    const own: Readonly<Record<string, string>> = {
      长沙: 'cs',
      单县: 'sx',
      重庆: 'cq',
      六安: 'la',
      台州: 'tz',
      番禺: 'py',
    };
    const store = newStore();
    indexThing(store, thing('T-1', [`${place}米`]));
    expect(found(store, `${own[place] ?? ''}m`)).toEqual(['T-1']);
  });

  it.each([
    '',
    ' ',
    '-',
    '（）',
    '。',
    '%',
    '_',
    '"',
    "'",
    '*',
    'AND',
    'OR NOT',
    'a" OR "b',
    'grams:',
    '^',
    '\u0000',
    '😀',
  ])('takes %j for a text, never for a command', (text) => {
    const store = newStore();
    indexThing(store, thing('T-1', ['安化黑茶']));
    expect(found(store, text)).toEqual([]);
  });

  it('answers newest first, and no more than asked', () => {
    const store = indexed(Array.from({ length: 30 }, (_, at) => ({ name: '安化黑茶', code: `K${at}` })));
    expect(found(store, '黑茶', 5)).toEqual(['T-29', 'T-28', 'T-27', 'T-26', 'T-25']);
    expect(found(store, 'k2', 50).length).toBeGreaterThan(5);
  });

  it('finds the one thing that holds the whole among thousands that hold its parts', () => {
    const parts = Array.from({ length: 2_100 }, (_, at) => ({ name: at % 2 === 0 ? '安化米' : '化黑米', code: 'K' }));
    const store = indexed([...parts.slice(0, 900), { name: '安化黑茶', code: 'K' }, ...parts.slice(900)]);
    expect(found(store, '安化黑')).toEqual(['T-900']);
    expect(found(store, '化黑', 3_000)).toHaveLength(1_051);
    expect(found(store, '安化茶')).toEqual([]);
  });

  it('names a thing once though two of its codes begin alike', () => {
    const store = newStore();
    indexThing(store, thing('T-1', ['茶'], ['139000000012', '1390000']));
    expect(found(store, '139')).toEqual(['T-1']);
  });

  it('forgets what a thing was called before', () => {
    const store = newStore();
    indexThing(store, thing('T-1', ['安化黑茶'], ['OLD-1']));
    indexThing(store, thing('T-2', ['安化黑茶'], ['OLD-2']));
    indexThing(store, thing('T-1', ['古丈毛尖'], ['NEW-1']));
    expect(found(store, '黑茶')).toEqual(['T-2']);
    expect(found(store, 'old1')).toEqual([]);
    expect(found(store, 'old')).toEqual(['T-2']);
    expect(found(store, '毛尖')).toEqual(['T-1']);
    expect(found(store, 'new1')).toEqual(['T-1']);
    expect(store.get('SELECT count(*) AS n FROM search_text')).toEqual({ n: 2 });
    expect(store.get('SELECT count(*) AS n FROM search_gram')).toEqual({ n: 2 });
  });

  it('shows nothing of a thing whose indexing was undone', () => {
    const store = newStore();
    expect(() =>
      store.transaction(() => {
        indexThing(store, thing('T-1', ['安化黑茶'], ['K-1']));
        throw new Error('undone');
      }),
    ).toThrow('undone');
    expect(found(store, '黑茶')).toEqual([]);
    expect(found(store, 'k1')).toEqual([]);
  });
});

describe('grams', () => {
  it('of a query are all among those of any text that contains it', () => {
    fc.assert(
      fc.property(name, name, name, (before, part, after) => {
        const grams = documentGrams(before + part + after);
        for (const gram of queryGrams(part)) expect(grams.has(gram), gram).toBe(true);
      }),
    );
  });

  it('are words to the tokenizer: letters and digits only', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
        (text) => {
          for (const gram of documentGrams(text)) expect(gram).toMatch(/^[a-z0-9]+$/);
        },
      ),
    );
  });
});
