import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allPointsMet,
  checklistOf,
  judgeCheck,
  openPoints,
  type PointAnswers,
} from '#shared/domain/document-checklist.ts';
import { DOCUMENT_KINDS } from '#shared/domain/star/dossier.ts';
import { SHIPPED_RULES } from '#tests/support/applications.ts';

describe('the checklists that ship', () => {
  it.each(DOCUMENT_KINDS)('look at a %s with points of their own, in both languages', (kind) => {
    const points = checklistOf(SHIPPED_RULES, kind);
    expect(points.length).toBeGreaterThan(2);
    expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
    expect(points.some(({ required }) => required)).toBe(true);
    for (const { zh, en } of points) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[ -~]+$/);
    }
  });

  it('ask of a licence its name, code, scope and term', () => {
    expect(checklistOf(SHIPPED_RULES, 'business-licence').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['name', 'code', 'scope', 'valid']),
    );
  });
});

describe('a check of a paper', () => {
  const kind = fc.constantFrom(...DOCUMENT_KINDS);
  const check = (of: string, answers: PointAnswers, verdict: 'accepted' | 'rejected' = 'accepted') =>
    judgeCheck(SHIPPED_RULES, of, { check: verdict, answers, reasonCode: null });

  it('is accepted exactly when every required point is answered yes', () => {
    fc.assert(
      fc.property(kind, fc.array(fc.constantFrom('yes', 'no', null), { minLength: 9, maxLength: 9 }), (of, given) => {
        const points = checklistOf(SHIPPED_RULES, of);
        const answers = Object.fromEntries(
          points.flatMap(({ id }, index) => (given[index] == null ? [] : [[id, given[index]] as const])),
        );
        const whole = points.every(({ id, required }) => !required || answers[id] === 'yes');
        expect(check(of, answers).ok).toBe(whole);
        expect(openPoints(points, answers).length === 0).toBe(whole);
        expect(check(of, answers, 'rejected').ok).toBe(true);
      }),
    );
  });

  it('names the points that stand open', () => {
    const answers = { ...allPointsMet(checklistOf(SHIPPED_RULES, 'insurance-policy')), valid: 'no' as const };
    expect(check('insurance-policy', answers)).toMatchObject({
      failure: { code: 'document.points-open', field: 'answers', data: { pointsZh: '在保险期间内' } },
    });
  });

  it('knows neither a strange point nor a strange reason', () => {
    expect(check('safety-photo', { colour: 'yes' })).toMatchObject({ failure: { code: 'document.unknown-point' } });
    const found = { check: 'rejected', answers: {}, reasonCode: 'mood' } as const;
    expect(judgeCheck(SHIPPED_RULES, 'safety-photo', found)).toMatchObject({
      failure: { code: 'document.unknown-reason', field: 'reasonCode' },
    });
  });
});
