import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SCAN, scanStep } from '#renderer/ui/scan.ts';

/** Types the keys with the given pauses and answers the code that was heard, if any. */
function typed(keys: readonly string[], gapsMs: readonly number[]): string | null {
  let state = NO_SCAN;
  let code: string | null = null;
  let atMs = 1000;
  keys.forEach((key, index) => {
    atMs += gapsMs[index] ?? gapsMs[0] ?? 0;
    ({ state, code } = scanStep(state, { key, atMs }));
  });
  return code;
}

const code = fc.stringMatching(/^[A-Z0-9]{5,19}[0-9]$/);

describe('a scan', () => {
  it('is heard whatever the code, when it comes fast and ends with Enter', () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 1, max: 40 }), (text, gapMs) => {
        expect(typed([...text, 'Enter'], [gapMs])).toBe(text);
      }),
    );
  });

  it('is never a person typing', () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 60, max: 400 }), (text, gapMs) => {
        expect(typed([...text, 'Enter'], [gapMs])).toBeNull();
      }),
    );
  });

  it('is whole or nothing when the machine stutters once', () => {
    fc.assert(
      fc.property(code, fc.nat(19), (text, where) => {
        const gaps = [...text, 'Enter'].map((_, index) => (index === (where % text.length) + 1 ? 140 : 5));
        expect([text, null]).toContain(typed([...text, 'Enter'], gaps));
      }),
    );
  });

  it('goes on where a busy machine held it up half way', () => {
    const waybill = fc.stringMatching(/^[A-Z0-9]{13,19}[0-9]$/);
    fc.assert(
      fc.property(waybill, fc.integer({ min: 3, max: 13 }), (text, where) => {
        const gaps = [...text, 'Enter'].map((_, index) => (index === where ? 400 : 5));
        expect(typed([...text, 'Enter'], gaps)).toBe(text);
      }),
    );
  });

  it('keeps capitals typed with Shift, and a short burst is no scan', () => {
    expect(typed(['Shift', 'S', 'F', '1', '2', '3', '4', 'Enter'], [3])).toBe('SF1234');
    expect(typed(['1', '2', '3', 'Enter'], [3])).toBeNull();
    expect(typed(['Enter'], [3])).toBeNull();
  });

  it('is never words, however fast', () => {
    expect(typed([...'duplicate', 'Enter'], [3])).toBeNull();
    expect(typed([...'lot 2026', 'Enter'], [3])).toBeNull();
  });
});
