import { describe, expect, it } from 'vitest';
import { dueText } from '#renderer/ui/due-text.ts';
import { groupCode } from '#renderer/ui/group-code.ts';
import { textIn } from '#renderer/ui/language.tsx';
import { dayOf, showClock, showMoment } from '#renderer/ui/show-time.ts';
import { typedDate } from '#renderer/ui/typed-date.ts';

describe('how things are written on screen', () => {
  it('moments stand in the centre’s time zone, past midnight too', () => {
    expect(showMoment('2026-11-21T02:41:00.000Z')).toBe('2026-11-21 10:41');
    expect(showClock('2026-11-21T02:41:00.000Z')).toBe('10:41');
    expect(dayOf('2026-11-20T16:30:00.000Z')).toBe('2026-11-21');
    expect(showMoment('soon')).toBe('soon');
  });

  it.each([
    ['SF138820477719', 'SF1388 2047 7719'],
    ['773129004415', '7731 2900 4415'],
    ['YT8876551203418', 'YT8876 5512 03418'],
    ['JDVA01992288104', 'JDVA0199 2288 104'],
    ['C-2026-00418', 'C-2026-00418'],
    ['1234567', '1234567'],
  ])('%s is read aloud as %s', (code, grouped) => {
    expect(groupCode(code)).toBe(grouped);
    expect(grouped.replaceAll(' ', '')).toBe(code);
  });

  it.each([
    ['20260908', '2026-09-08'],
    ['2026.9.8', '2026-09-08'],
    ['2026/09/08', '2026-09-08'],
    ['2026年9月8日', '2026-09-08'],
    ['２０２６-09-08', '2026-09-08'],
    [' 2026-09-08 ', '2026-09-08'],
    ['9月8日', '9月8日'],
    ['', ''],
  ])('the date typed as %j becomes %j', (typed, date) => {
    expect(typedDate(typed)).toBe(date);
  });

  it.each([
    ['2026-11-20', '逾期 1 天', '1 day overdue', 'late'],
    ['2026-11-18', '逾期 3 天', '3 days overdue', 'late'],
    ['2026-11-21', '今天', 'today', 'soon'],
    ['2026-11-22', '明天', 'tomorrow', 'plain'],
    ['2026-11-25', '11-25', '11-25', 'plain'],
    ['2027-01-05', '2027-01-05', '2027-01-05', 'plain'],
    ['', '', '', 'plain'],
  ])('a case due on %j is shown as %s or %s', (dueOn, zh, en, tone) => {
    const show = (language: 'zh' | 'en') =>
      dueText(dueOn, '2026-11-21', (key, values) => textIn(language, key, values));
    expect(show('zh')).toEqual({ text: zh, tone });
    expect(show('en')).toEqual({ text: en, tone });
  });
});
