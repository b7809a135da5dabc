import { describe, expect, it } from 'vitest';
import { problemText } from '#shared/contract/failures.ts';
import { settingsContract } from '#shared/contract/settings.ts';
import { PLAIN_REVIEW } from '#shared/domain/review-settings.ts';

const problemOf = (change: object): string | undefined => {
  const parsed = settingsContract['settings.set'].input.safeParse({ review: { ...PLAIN_REVIEW, ...change } });
  return parsed.error?.issues[0]?.message;
};

describe('the rules of the review', () => {
  it('take what a new desk begins with', () => {
    expect(problemOf({})).toBeUndefined();
  });

  it.each([
    ['no expert', { panel: { ...PLAIN_REVIEW.panel, 3: 0 } }, '填 1 至 9 的整数'],
    ['ten experts', { panel: { ...PLAIN_REVIEW.panel, 3: 10 } }, '填 1 至 9 的整数'],
    ['half a day', { appealDays: 0.5 }, '填 1 至 365 的整数'],
    ['words for days', { consentDays: Number.NaN }, '填 1 至 365 的整数'],
    ['more than all', { spotCheckPercent: 101 }, '填 1 至 100 的整数'],
  ])('say what a field takes: %s', (_what, change, sentence) => {
    expect(problemText(problemOf(change) ?? '', 'zh')).toBe(sentence);
  });
});
