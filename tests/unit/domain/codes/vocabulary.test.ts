import { describe, expect, it } from 'vitest';
import { findWord, VOCABULARY, type VocabularyName, type Word, wordOf } from '#shared/domain/codes/vocabulary.ts';

const lists = Object.keys(VOCABULARY) as VocabularyName[];

describe('vocabulary', () => {
  it.each(lists)('every word of %s is found by slug, Chinese and English, and means one thing', (name) => {
    const owners = new Map<string, string>();
    for (const { slug, zh, en, also = [] } of VOCABULARY[name] as readonly Word[]) {
      expect(wordOf(name, slug)?.zh).toBe(zh);
      for (const text of [slug, zh, en, ...also]) {
        expect(findWord(name, text)).toBe(slug);
        const plain = text.normalize('NFKC').toLowerCase();
        expect(owners.get(plain) ?? slug, `${text} in ${name}`).toBe(slug);
        owners.set(plain, slug);
      }
    }
  });

  it('reads any width, case and spacing, and nothing else', () => {
    expect(findWord('documentKind', ' Business Licence ')).toBe('business-licence');
    expect(findWord('documentKind', '营业执照(旧版)')).toBe('business-licence-legacy');
    expect(findWord('carrier', 'ｓｆ')).toBe('SF');
    expect(findWord('category', '茶具')).toBeUndefined();
    expect(findWord('category', '__proto__')).toBeUndefined();
    expect(wordOf('category', 'toString')).toBeUndefined();
  });
});
