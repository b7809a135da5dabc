import { describe, expect, it } from 'vitest';
import { FAILURES, failureText, problemText, type FailureCode } from '#shared/contract/failures.ts';

const CODES = Object.keys(FAILURES) as readonly FailureCode[];
/** Names of the places, without the language that data in words carry: `linesZh` and `linesEn` are the same. */
const places = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w*?)(?:[zZ]h|[eE]n)?\}/g)].map((match) => match[1] ?? '').toSorted();

describe('the sentences of the refusals', () => {
  it.each(CODES)('%s is said in both languages, as a whole sentence', (code) => {
    const { en, zh } = FAILURES[code];
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh).toMatch(/[。：]$|\}$/);
    expect(en).toMatch(/^[A-Z“{]/);
    expect(en).toMatch(/[.:]$|\}$/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(CODES)('%s names the same things in both', (code) =>
    expect(places(FAILURES[code].zh)).toEqual(places(FAILURES[code].en)),
  );

  it.each(CODES)('%s leaves no place open, whatever data comes', (code) => {
    for (const language of ['zh', 'en'] as const) {
      expect(failureText({ code }, language)).not.toMatch(/\{\w+\}|undefined|null/);
    }
  });

  it('fills in data, and never reads it as a pattern', () => {
    const text = failureText({ code: 'award.unknown', data: { number: '$& {reason}' } }, 'en');
    expect(text).toBe('There is no number $& {reason}.');
  });

  it('says a field’s problem in the reader’s language', () => {
    const failure = {
      code: 'input.invalid',
      field: 'name',
      data: { zh: '不能为空', en: 'it must not be empty' },
    } as const;
    expect(failureText(failure, 'zh')).toBe('“name”填写有误：不能为空。未保存，请改正后重试。');
    expect(failureText(failure, 'en')).toContain('it must not be empty');
    expect(problemText('something else', 'zh')).toBe('something else');
    expect(problemText('toString', 'en')).toBe('toString');
  });
});
