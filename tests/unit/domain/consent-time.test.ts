import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, plainDate } from '#shared/base/plain-date.ts';
import { consentDay } from '#shared/domain/consent-time.ts';

const DECIDED = plainDate(2026, 11, 21);
const days = (most: number) => fc.integer({ min: 0, max: most });

describe('the time to consent', () => {
  it('leaves after a dismissal the whole days that were left when the appeal was received, that day with them', () => {
    fc.assert(
      fc.property(days(60), days(60), days(400), (term, received, open) => {
        const until = addDays(DECIDED, term);
        const receivedOn = addDays(DECIDED, received);
        const endedOn = addDays(receivedOn, open);
        const day = consentDay(until, [{ receivedOn, endedOn }]);
        if (receivedOn > until) expect(day).toBe(until);
        else expect(daysBetween(endedOn, day)).toBe(daysBetween(receivedOn, until) + 1);
      }),
    );
  });

  it('is never shortened, and untouched without an appeal', () => {
    const stop = fc.tuple(days(90), days(90)).map(([received, open]) => {
      const receivedOn = addDays(DECIDED, received);
      return { receivedOn, endedOn: addDays(receivedOn, open) };
    });
    fc.assert(
      fc.property(days(60), fc.array(stop, { maxLength: 3 }), (term, stops) => {
        const until = addDays(DECIDED, term);
        expect(consentDay(until, [])).toBe(until);
        expect(consentDay(until, stops) >= until).toBe(true);
      }),
    );
  });
});
