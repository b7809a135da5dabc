import { gtin as peer } from 'cdigit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEan13, checkGtin, gtinCheck } from '#shared/domain/codes/gtin.ts';

const body = fc.constantFrom(7, 11, 12, 13).chain((length) => fc.stringMatching(new RegExp(`^\\d{${length}}$`)));

describe('barcode numbers', () => {
  it.each([
    ['6901234567892', 'GTIN-13', true],
    ['4006381333931', 'GTIN-13', false],
    ['96385074', 'GTIN-8', false],
    ['036000291452', 'GTIN-12', false],
    ['06901234567892', 'GTIN-14', true],
  ])('takes %s as %s', (code, format, chinese) => {
    expect(checkGtin(code)).toEqual({ ok: true, value: { code, format, chinese, tidied: false } });
  });

  it('reads what a person copies from a label', () => {
    expect(checkEan13('6 901234-５６７８９2')).toMatchObject({
      ok: true,
      value: { code: '6901234567892', tidied: true },
    });
  });

  it.each([
    ['', 'code.empty'],
    ['690123456789', 'code.check'],
    ['69012345678', 'code.length'],
    ['6901234567893', 'code.check'],
    ['690123456789O', 'code.character'],
  ])('refuses "%s" with %s', (wrong, fault) => {
    expect(checkGtin(wrong)).toMatchObject({ ok: false, failure: { code: fault } });
  });

  it('an EAN-13 has thirteen digits', () => {
    expect(checkEan13('96385074')).toMatchObject({
      ok: false,
      failure: { code: 'code.length', data: { expected: '13' } },
    });
    expect(checkEan13('9638507')).toMatchObject({
      ok: false,
      failure: { code: 'code.length', data: { expected: '13' } },
    });
  });

  it('computes the same digit as cdigit', () => {
    fc.assert(
      fc.property(body, (digits) => {
        expect(gtinCheck(digits)).toBe(peer.compute(digits.padStart(13, '0')));
      }),
    );
  });

  it('notices every single wrong digit, and every swap of neighbours that do not differ by five', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.nat(9), (digits, at, digit) => {
        const place = at % digits.length;
        fc.pre(digits[place] !== String(digit));
        expect(gtinCheck(digits.slice(0, place) + digit + digits.slice(place + 1))).not.toBe(gtinCheck(digits));
      }),
    );
    fc.assert(
      fc.property(body, fc.nat(), (digits, at) => {
        const place = at % (digits.length - 1);
        const [first = '', second = ''] = digits.slice(place, place + 2);
        fc.pre(![0, 5].includes(Math.abs(Number(first) - Number(second))));
        const swapped = digits.slice(0, place) + second + first + digits.slice(place + 2);
        expect(gtinCheck(swapped)).not.toBe(gtinCheck(digits));
      }),
    );
  });
});
