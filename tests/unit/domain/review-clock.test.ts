import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import { reviewClock, reviewStart, workingMs, type ReviewEvent, type ReviewRule } from '#shared/domain/review-clock.ts';

const RULE: ReviewRule = {
  workingDays: 2,
  opensAtMinute: 540,
  closesAtMinute: 1020,
  amberMinutes: 240,
  redMinutes: 60,
};
const HOUR = 60;

/** The State Council's arrangement of 2026 as far as the examples need it, written out by hand. */
const OFF = new Set(
  (
    '2026-02-15 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-21 2026-02-22 2026-02-23 ' +
    '2026-10-01 2026-10-02 2026-10-03 2026-10-04 2026-10-05 2026-10-06 2026-10-07'
  ).split(' '),
);
const MAKE_UP = new Set(['2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10']);
const isWorkday = (day: PlainDate): boolean => {
  if (MAKE_UP.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return !OFF.has(day) && weekday !== 0 && weekday !== 6;
};

const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}:00+08:00`);
const local = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const submitted = (day: string): ReviewEvent => reviewStart(day as PlainDate);
const returned = (when: string): ReviewEvent => ({ kind: 'returned', atMs: at(when) });
const resubmitted = (when: string): ReviewEvent => ({ kind: 'resubmitted', atMs: at(when) });
const clock = (events: readonly ReviewEvent[], now: string) => reviewClock(events, RULE, isWorkday, at(now));

describe('the two working days, worked by hand', () => {
  it('do not count the day the papers came, and end with the second working day', () => {
    const papers = [submitted('2026-03-02')];
    expect(local(clock(papers, '2026-03-02 15:00').dueAtMs)).toBe('2026-03-04 17:00');
    expect(clock(papers, '2026-03-02 15:00')).toMatchObject({ state: 'running', remainingMinutes: 16 * HOUR });
    expect(clock(papers, '2026-03-03 12:00')).toMatchObject({ remainingMinutes: 13 * HOUR, tone: 'plain' });
    expect(clock(papers, '2026-03-04 13:30')).toMatchObject({ remainingMinutes: 210, tone: 'amber' });
    expect(clock(papers, '2026-03-04 16:20')).toMatchObject({ remainingMinutes: 40, tone: 'red' });
    expect(clock(papers, '2026-03-05 10:00')).toMatchObject({ remainingMinutes: -HOUR, tone: 'red' });
    expect(local(clock(papers, '2026-03-20 10:00').dueAtMs)).toBe('2026-03-04 17:00');
  });

  it('rest over a weekend', () => {
    const papers = [submitted('2026-03-05')];
    expect(clock(papers, '2026-03-07 12:00')).toMatchObject({ remainingMinutes: 8 * HOUR });
    expect(local(clock(papers, '2026-03-07 12:00').dueAtMs)).toBe('2026-03-09 17:00');
  });

  it('of Spring Festival 2026: Friday’s papers use the make-up Saturday and go on after the nine days', () => {
    const papers = [submitted('2026-02-13')];
    expect(clock(papers, '2026-02-14 17:00')).toMatchObject({ remainingMinutes: 8 * HOUR });
    expect(clock(papers, '2026-02-20 11:00')).toMatchObject({ remainingMinutes: 8 * HOUR, usedMinutes: 8 * HOUR });
    expect(local(clock(papers, '2026-02-20 11:00').dueAtMs)).toBe('2026-02-24 17:00');
    expect(local(clock([submitted('2026-02-27')], '2026-02-27 09:00').dueAtMs)).toBe('2026-03-02 17:00');
  });

  it('of National Day 2026: papers of 30 September are due on 9 October, those of the 9th use the make-up Saturday', () => {
    expect(local(clock([submitted('2026-09-30')], '2026-10-03 09:00').dueAtMs)).toBe('2026-10-09 17:00');
    expect(local(clock([submitted('2026-10-09')], '2026-10-09 09:00').dueAtMs)).toBe('2026-10-12 17:00');
    expect(local(clock([submitted('2026-09-18')], '2026-09-18 09:00').dueAtMs)).toBe('2026-09-21 17:00');
  });

  it('stand while the applicant has the case, and go on where they stood', () => {
    const papers = [submitted('2026-03-02'), returned('2026-03-03 14:00')];
    expect(clock(papers, '2026-03-30 10:00')).toMatchObject({
      state: 'paused',
      usedMinutes: 5 * HOUR,
      remainingMinutes: 11 * HOUR,
      dueAtMs: null,
      tone: 'plain',
    });
    const back = clock([...papers, resubmitted('2026-03-14 20:00')], '2026-03-16 10:00');
    expect(back).toMatchObject({ state: 'running', remainingMinutes: 10 * HOUR });
    expect(local(back.dueAtMs)).toBe('2026-03-17 12:00');
  });

  it('stand when the case goes back on the very day it came', () => {
    const papers = [submitted('2026-03-02'), returned('2026-03-02 15:00')];
    expect(clock(papers, '2026-03-20 10:00')).toMatchObject({ state: 'paused', usedMinutes: 0 });
    expect(local(clock([...papers, resubmitted('2026-03-20 11:00')], '2026-03-20 12:00').dueAtMs)).toBe(
      '2026-03-24 11:00',
    );
  });
});

const FIRST = at('2026-01-05 00:00');
const moment = fc.integer({ min: 0, max: 120 * 24 * 60 }).map((minutes) => FIRST + minutes * 60_000);
const pause = fc.tuple(moment, moment).map(([one, other]): readonly ReviewEvent[] => [
  { kind: 'returned', atMs: Math.min(one, other) },
  { kind: 'resubmitted', atMs: Math.max(one, other) },
]);
const start = fc.integer({ min: 0, max: 60 }).map((days) => reviewStart(addDays('2026-01-05' as PlainDate, days)));
const used = (events: readonly ReviewEvent[], now: number): number =>
  reviewClock(events, RULE, isWorkday, now).usedMinutes;

describe('the clock, whatever happens', () => {
  it('does not care in what order its events are listed', () => {
    fc.assert(
      fc.property(start, fc.array(pause, { maxLength: 4 }), moment, fc.nat(), (began, pauses, now, turn) => {
        const events = [began, ...pauses.flat()];
        const turned = events.map((_, index) => events[(index + turn) % events.length] ?? began);
        expect(reviewClock(turned, RULE, isWorkday, now)).toEqual(reviewClock(events, RULE, isWorkday, now));
        expect(reviewClock(events.toReversed(), RULE, isWorkday, now)).toEqual(
          reviewClock(events, RULE, isWorkday, now),
        );
      }),
    );
  });

  it('never runs faster for a pause, nor backwards, nor faster than working time', () => {
    fc.assert(
      fc.property(start, pause, moment, moment, (began, held, one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        expect(used([began, ...held], later)).toBeLessThanOrEqual(used([began], later));
        const passed = used([began, ...held], later) - used([began, ...held], earlier);
        expect(passed).toBeGreaterThanOrEqual(0);
        expect(passed).toBeLessThanOrEqual(Math.ceil(workingMs(RULE, isWorkday, earlier, later) / 60_000) + 1);
      }),
    );
  });

  it('does not move while the applicant has the case', () => {
    fc.assert(
      fc.property(start, moment, moment, (began, one, other) => {
        const events: readonly ReviewEvent[] = [began, { kind: 'returned', atMs: Math.min(one, other) }];
        expect(used(events, Math.max(one, other))).toBe(used(events, Math.min(one, other)));
      }),
    );
  });

  it('is used up exactly at the moment it names', () => {
    fc.assert(
      fc.property(start, pause, moment, (began, held, now) => {
        const events = [began, ...held.filter(({ atMs }) => atMs <= now)];
        const { dueAtMs, state } = reviewClock(events, RULE, isWorkday, now);
        if (dueAtMs === null || (state === 'paused' && dueAtMs > now)) return;
        expect(reviewClock(events, RULE, isWorkday, dueAtMs).remainingMinutes).toBe(0);
        expect(isWorkday(new Date(dueAtMs + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate)).toBe(true);
      }),
    );
  });

  it('counts whole working days as days: no event on a day off uses anything', () => {
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        let minutes = 0;
        for (let ms = from; ms < to; ms += 60_000 * 60) {
          const centre = new Date(ms + 8 * 3_600_000);
          if (!isWorkday(centre.toISOString().slice(0, 10) as PlainDate)) continue;
          const hour = centre.getUTCHours() + centre.getUTCMinutes() / 60;
          if (hour >= 9 && hour < 17) minutes += 60;
        }
        expect(Math.abs(workingMs(RULE, isWorkday, from, to) / 60_000 - minutes)).toBeLessThan(120);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a calendar without working days instead of searching for ever', () => {
    expect(() => reviewClock([submitted('2026-03-02')], RULE, () => false, at('2026-03-02 10:00'))).toThrow(RangeError);
  });
});
