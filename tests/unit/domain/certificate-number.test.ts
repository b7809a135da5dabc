import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateNumber, isCertificateNumber } from '#shared/domain/certificate-number.ts';

const parts = fc.record({
  year: fc.integer({ min: 2000, max: 2999 }),
  star: fc.integer({ min: 1, max: 5 }),
  desk: fc.integer({ min: 1, max: 99 }).map((desk) => String(desk).padStart(2, '0')),
  serial: fc.integer({ min: 1, max: 99_999_999 }),
});
const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** ISO 7064 hybrid system MOD 37,36 by its text: double, add, reduce; written apart from the code. */
function checkBy7064(body: string): string {
  let product = 36;
  for (const character of body) {
    const sum = (product + ALPHABET.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET[(37 - product) % 36] ?? '';
}

describe('certificate numbers', () => {
  it('carry year, star, desk, serial and a check character', () => {
    expect(certificateNumber({ year: 2026, star: 3, desk: '01', serial: 1 })).toMatch(
      /^OTOP-2026-3-01-000001-[0-9A-Z]$/,
    );
  });

  it('are accepted, with the check that ISO 7064 gives', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const number = certificateNumber(given);
        expect(isCertificateNumber(number)).toBe(true);
        expect(number.at(-1)).toBe(checkBy7064(number.slice(0, -2).replaceAll('-', '')));
      }),
    );
  });

  it('are different when any part is', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = JSON.stringify(Object.values(one)) === JSON.stringify(Object.values(other));
        expect(certificateNumber(one) === certificateNumber(other)).toBe(same);
      }),
    );
  });

  it('show a single wrong digit', () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.nat({ max: 8 }), (given, where, step) => {
        const number = certificateNumber(given);
        const digits = [...number].flatMap((character, at) =>
          /\d/.test(character) && at < number.length - 1 ? [at] : [],
        );
        const at = digits[where % digits.length] ?? 0;
        const wrong = String((Number(number[at]) + 1 + step) % 10);
        expect(isCertificateNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('show nearly every swap of neighbours; a hybrid system of ISO 7064 misses a few', () => {
    const swaps = fc.sample(parts, { numRuns: 500, seed: 7064 }).flatMap((given) => {
      const number = certificateNumber(given);
      return [...number].flatMap((first, at) => {
        const second = number[at + 1] ?? '';
        const swappable = /^\d\d$/.test(first + second) && first !== second && at < number.length - 2;
        return swappable ? [number.slice(0, at) + second + first + number.slice(at + 2)] : [];
      });
    });
    const missed = swaps.filter(isCertificateNumber).length;
    expect(missed / swaps.length).toBeLessThan(0.03);
  });

  it.each([
    '',
    'OTOP-2026-3-01-000001',
    'otop-2026-3-01-000001-A',
    'OTOP-2026-6-01-000001-A',
    ' OTOP-2026-3-01-000001-0',
  ])('are not “%s”', (text) => expect(isCertificateNumber(text)).toBe(false));
});
