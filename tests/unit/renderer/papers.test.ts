import { describe, expect, it } from 'vitest';
import { answered, nextPaper, standing } from '#renderer/desks/receiving/papers-words.ts';
import { clockText } from '#renderer/ui/clock-text.ts';
import { textIn, type TextOf } from '#renderer/ui/language.tsx';
import type { DocumentId } from '#shared/base/ids.ts';
import type { ReviewClock } from '#shared/domain/review-clock.ts';
import { sampleCase } from '#tests/support/sample-case.ts';

const zh: TextOf = (key, values) => textIn('zh', key, values);
const en: TextOf = (key, values) => textIn('en', key, values);
const clock = (change: Partial<ReviewClock>): ReviewClock => ({
  state: 'running',
  usedMinutes: 0,
  remainingMinutes: 180,
  dueAtMs: 0,
  tone: 'amber',
  ...change,
});

describe('what is left of a review', () => {
  it.each([
    [{}, '剩 3 小时', '3 hours left', 'soon'],
    [{ remainingMinutes: 119, tone: 'red' }, '剩 1 小时', '1 hour left', 'late'],
    [{ remainingMinutes: 40, tone: 'red' }, '剩 40 分钟', '40 minutes left', 'late'],
    [{ remainingMinutes: 960, tone: 'plain' }, '剩 16 小时', '16 hours left', 'plain'],
    [{ remainingMinutes: -1352 * 60, tone: 'red' }, '超 169 个工作日', '169 working days over', 'late'],
    [{ remainingMinutes: -30, tone: 'red' }, '超 30 分钟', '30 minutes over', 'late'],
    [{ remainingMinutes: 700, state: 'paused', tone: 'plain' }, '等待补件', 'Awaiting papers', 'plain'],
  ] as const)('%j reads %s', (change, inChinese, inEnglish, tone) => {
    expect(clockText(clock(change), zh)).toEqual({ text: inChinese, tone });
    expect(clockText(clock(change), en).text).toBe(inEnglish);
  });
});

describe('the papers of a case', () => {
  const { documents } = sampleCase();
  const [first, second, third] = documents;
  if (first === undefined || second === undefined || third === undefined) throw new Error('the sample has papers');

  it('show a newer paper where the one stood that it replaces, twice over too', () => {
    const ids = ['N-1', 'N-2'].map((id) => id as DocumentId) as [DocumentId, DocumentId];
    const newer = { ...second, id: ids[0], replaces: second.id, replacedBy: ids[1] };
    const newest = { ...second, id: ids[1], replaces: ids[0] };
    const all = [first, { ...second, replacedBy: ids[0] }, third, newer, newest];
    expect(standing({ documents: all }).map(({ id }) => id)).toEqual([first.id, ids[1], third.id]);
  });

  it('go on to the next that waits, from the end to the first', () => {
    const papers = (['pending', 'accepted', 'pending'] as const).map((check) => ({ ...first, check }));
    expect([nextPaper(papers, 0), nextPaper(papers, 1), nextPaper(papers, 2)]).toEqual([2, 2, 0]);
    expect(nextPaper([{ ...first, check: 'accepted' }], 0)).toBe(0);
  });

  it('have a point answered yes, then no, then yes', () => {
    const once = answered({ other: 'no' }, 'name');
    expect(once).toEqual({ other: 'no', name: 'yes' });
    expect(answered(once, 'name')['name']).toBe('no');
    expect(answered(answered(once, 'name'), 'name')['name']).toBe('yes');
  });
});
