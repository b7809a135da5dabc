import { mod11_10 as peer1110, mod37_36 as peer3736 } from 'cdigit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFoodLicence } from '#shared/domain/codes/food-licence.ts';
import { hasMod3736Check, mod1110CheckDigit, mod3736CheckCharacter } from '#shared/domain/codes/iso7064.ts';

const digits = fc.stringMatching(/^\d{1,20}$/);
const text = fc.stringMatching(/^[0-9A-Z]{1,24}$/);

describe('ISO 7064', () => {
  it('gives the standard’s own examples', () => {
    expect(mod1110CheckDigit('0794')).toBe('5');
    expect(mod3736CheckCharacter('A12425GABC1234002')).toBe('M');
  });

  it('computes the same as cdigit', () => {
    fc.assert(
      fc.property(digits, (body) => {
        expect(mod1110CheckDigit(body)).toBe(peer1110.compute(body));
      }),
    );
    fc.assert(
      fc.property(text, (body) => {
        expect(mod3736CheckCharacter(body)).toBe(peer3736.compute(body));
      }),
    );
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), (body, at, other) => {
        const right = body + mod3736CheckCharacter(body);
        const place = at % right.length;
        fc.pre(right[place] !== other);
        expect(hasMod3736Check(right)).toBe(true);
        expect(hasMod3736Check(right.slice(0, place) + other + right.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('refuses to compute over other characters', () => {
    expect(() => mod1110CheckDigit('12A')).toThrow(RangeError);
    expect(() => mod3736CheckCharacter('a')).toThrow(RangeError);
    expect(hasMod3736Check('a1')).toBe(false);
  });
});

describe('food production licence', () => {
  it('takes SC and fourteen digits and says class and place', () => {
    expect(checkFoodLicence('SC11443092390017')).toEqual({
      ok: true,
      value: { code: 'SC11443092390017', tidied: false, foodClass: '114', divisionCode: '430923' },
    });
    expect(checkFoodLicence('ｓｃ 114 430923 9001 7')).toMatchObject({ ok: true, value: { tidied: true } });
  });

  it.each([
    ['', 'code.empty', undefined],
    ['QS4309 0101 0001', 'code.shape', undefined],
    ['SC1144309239001', 'code.length', undefined],
    ['SC1144309239O017', 'code.character', 13],
    ['SC11443092390018', 'code.check', 16],
  ])('refuses "%s" with %s', (wrong, fault, position) => {
    const read = checkFoodLicence(wrong);
    expect(read).toMatchObject({ ok: false, failure: { code: fault } });
    expect(read.ok ? undefined : read.failure.data?.['position']).toBe(position);
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{13}$/), fc.nat(13), fc.nat(9), (body, place, digit) => {
        const right = body + mod1110CheckDigit(body);
        fc.pre(right[place] !== String(digit));
        expect(checkFoodLicence(`SC${right}`).ok).toBe(true);
        expect(checkFoodLicence(`SC${right.slice(0, place)}${digit}${right.slice(place + 1)}`).ok).toBe(false);
      }),
    );
  });
});
