import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrgCode, orgCodeCheck } from '#shared/domain/codes/org-code.ts';

describe('organisation code', () => {
  it.each(['70846113-6', '192203821', '27939873-X', '600037341'])('takes the published %s', (published) => {
    expect(checkOrgCode(published)).toMatchObject({ ok: true, value: { tidied: false } });
  });

  it('gives the printed form and says when it tidied', () => {
    expect(checkOrgCode('２７９３９８７３—x')).toEqual({
      ok: true,
      value: { code: '27939873X', printed: '27939873-X', tidied: true },
    });
  });

  it.each([
    ['', 'code.empty'],
    ['2793987', 'code.length'],
    ['2793987?X', 'code.character'],
    ['279398730', 'code.check'],
  ])('refuses "%s" with %s', (wrong, fault) => {
    expect(checkOrgCode(wrong)).toMatchObject({ ok: false, failure: { code: fault } });
  });

  it('notices every wrong digit and every swap of neighbouring digits', () => {
    const body = fc.stringMatching(/^\d{8}$/);
    fc.assert(
      fc.property(body, fc.nat(7), fc.nat(9), (right, place, digit) => {
        fc.pre(right[place] !== String(digit));
        expect(orgCodeCheck(right.slice(0, place) + digit + right.slice(place + 1))).not.toBe(orgCodeCheck(right));
      }),
    );
    fc.assert(
      fc.property(body, fc.nat(6), (right, place) => {
        const [first = '', second = ''] = right.slice(place, place + 2);
        fc.pre(first !== second);
        const swapped = right.slice(0, place) + second + first + right.slice(place + 2);
        expect(orgCodeCheck(swapped)).not.toBe(orgCodeCheck(right));
      }),
    );
  });
});
