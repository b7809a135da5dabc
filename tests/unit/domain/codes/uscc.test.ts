import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { explainCode } from '#shared/domain/codes/code-sentences.ts';
import { checkUscc, isUscc, usccCheck } from '#shared/domain/codes/uscc.ts';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const character = fc.constantFrom(...CHARACTERS);
const code = fc
  .array(character, { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''))
  .map((body) => body + usccCheck(body));

/** Published codes of well-known companies; both check characters inside hold, which chance gives 1 in 341. */
const PUBLISHED = [
  '91110000600037341L',
  '91440300708461136T',
  '91330100799655058B',
  '914403001922038216',
  '91110108551385082Q',
  '91110000802100433B',
  '91100000100003962T',
  '91370200163562681G',
  '9144030027939873X7',
];

describe('unified social credit code', () => {
  it.each(PUBLISHED)('takes the published code %s', (published) => {
    expect(isUscc(published)).toBe(true);
    expect(checkUscc(published)).toMatchObject({ ok: true, value: { orgCodeHolds: true, tidied: false } });
  });

  it('takes the code apart', () => {
    expect(checkUscc('91440300708461136T')).toEqual({
      ok: true,
      value: {
        code: '91440300708461136T',
        tidied: false,
        authority: '9',
        bodyKind: '1',
        divisionCode: '440300',
        orgCode: '708461136',
        orgCodeHolds: true,
      },
    });
  });

  it.each([
    ['９１４４０３００７０８４６１１３６Ｔ', 'full width'],
    ['914403-00708461136t', 'lower case and hyphen'],
    [' 91440300 7084 61136T\u200B', 'spaces'],
  ])('reads a tired %s', (tired) => {
    expect(checkUscc(tired)).toMatchObject({ ok: true, value: { code: '91440300708461136T', tidied: true } });
    expect(isUscc(tired)).toBe(false);
  });

  it.each([
    ['', 'code.empty', {}],
    ['9144030070846113T', 'code.length', { expected: '18', found: 17 }],
    ['91440300708461136TT', 'code.length', { found: 19 }],
    ['9144030070846I136T', 'code.character', { found: 'I', position: 14 }],
    ['91440300𠮷08461136T', 'code.character', { found: '𠮷', position: 9 }],
    ['91440300708461136K', 'code.check', { expected: 'T', found: 'K', position: 18 }],
  ])('refuses "%s" with %s', (wrong, fault, data) => {
    expect(checkUscc(wrong)).toMatchObject({
      ok: false,
      failure: { code: fault, ...(fault !== 'code.empty' && { data }) },
    });
  });

  it('says in both languages where it went wrong', () => {
    const read = checkUscc('91440300708461136K');
    expect(read.ok ? null : explainCode('uscc', read.failure)).toEqual({
      zh: '统一社会信用代码校验码不对：第 18 位应为 T，实为 K，请核对是否抄错',
      en: 'the check character of the unified social credit code is wrong: place 18 should be T, is K; look for a slip',
    });
  });

  it('notices every single wrong character and every swap of neighbours', () => {
    fc.assert(
      fc.property(code, fc.nat(17), character, (right, place, other) => {
        fc.pre(right[place] !== other);
        expect(isUscc(right.slice(0, place) + other + right.slice(place + 1))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(code, fc.nat(16), (right, place) => {
        const [first = '', second = ''] = right.slice(place, place + 2);
        fc.pre(first !== second);
        expect(isUscc(right.slice(0, place) + second + first + right.slice(place + 2))).toBe(false);
      }),
    );
  });

  it('ends in 0 where the sum leaves no remainder: 31 stands for 0', () => {
    expect(isUscc('39595315AGRTYPKGJ0')).toBe(true);
  });

  it('agrees with stdnum on eight digits in front, but for the check character 0, which stdnum 1.12 never takes', () => {
    const digits = fc.stringMatching(/^\d{8}$/);
    const rest = fc.array(character, { minLength: 9, maxLength: 9 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(digits, rest, fc.boolean(), character, (front, back, right, any) => {
        const whole = front + back + (right ? usccCheck(front + back) : any);
        fc.pre(!whole.endsWith('0'));
        expect(stdnum['CN']?.['uscc']?.validate(whole).isValid).toBe(isUscc(whole));
      }),
    );
  });
});
