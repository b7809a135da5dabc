import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { cleanPeriodOf, shareOf } from '#renderer/ui/clean-period.ts';
import { CleanPeriodLine } from '#renderer/ui/clean-period-line.tsx';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Dossier, Incident } from '#shared/domain/star/dossier.ts';
import { STARS } from '#shared/domain/star/star.ts';
import { sampleCase, sampleDossier, sampleStandard } from '#tests/support/sample-case.ts';

const standard = sampleStandard();
const day = (text: string): PlainDate => text as PlainDate;
const incident = (occurredOn: string | null, status: Incident['status'], grade: Incident['grade']): Incident => ({
  kind: 'complaint',
  occurredOn: occurredOn as PlainDate | null,
  status,
  grade,
});
const reviewed = (change: Partial<Dossier>, reviewOn: string | null = '2026-03-31'): Dossier => {
  const dossier = sampleDossier(change);
  return {
    ...dossier,
    case: { ...dossier.case, reviewOn: reviewOn as PlainDate | null, decisionOn: day('2026-04-10') },
  };
};
const periodOf = (dossier: Dossier) => cleanPeriodOf(dossier, sampleCase(dossier).verdict, standard);

describe('the clean record on a time line', () => {
  it('counts every window back from the review day, to the last day of a short month', () => {
    const period = periodOf(reviewed({}));
    expect(period?.windows.map(({ months, stars, start }) => [months, stars.join(), start])).toEqual([
      [6, '1', '2025-09-30'],
      [12, '2', '2025-03-31'],
      [24, '3,4', '2024-03-31'],
      [36, '5', '2023-03-31'],
    ]);
    expect(period).toMatchObject({ day: '2026-04-10', reviewOn: '2026-03-31', from: '2023-03-01' });
  });

  it('takes in both ends of a window, and a day that is not known into all', () => {
    const period = periodOf(
      reviewed({
        incidents: [
          incident('2025-09-30', 'upheld', 'important'),
          incident('2025-09-29', 'upheld', 'important'),
          incident('2026-04-10', 'open', null),
          incident('2026-04-11', 'open', null),
          incident(null, 'upheld', null),
        ],
      }),
    );
    expect(period?.incidents.map(({ on, weight, within }) => [on, weight, within.join()])).toEqual([
      ['2025-09-29', 'counts', '2,3,4,5'],
      ['2025-09-30', 'counts', '1,2,3,4,5'],
      ['2026-04-10', 'open', '1,2,3,4,5'],
      ['2026-04-11', 'open', ''],
      [null, 'ungraded', '1,2,3,4,5'],
    ]);
  });

  it('agrees with the engine: a star is not met where an incident that counts lies in its window', () => {
    for (const on of ['2026-04-01', '2025-06-01', '2024-06-01', '2023-06-01', '2022-06-01']) {
      const dossier = reviewed({ incidents: [incident(on, 'upheld', 'important')] });
      const { verdict } = sampleCase(dossier);
      const period = cleanPeriodOf(dossier, verdict, standard);
      const engine = verdict.criteria.find(({ id }) => id === 'RISK.CLEAN_RECORD')?.perStar;
      const failed = STARS.filter((star) => engine?.[star] === 'not-met');
      expect(period?.incidents[0]?.within, on).toEqual(failed);
    }
  });

  it('names the stars an enterprise is too young for, and the expert’s reason', () => {
    const enterprise = { ...sampleDossier().enterprise, foundedOn: day('2024-06-01') };
    expect(periodOf(reviewed({ enterprise }))).toMatchObject({ young: [3, 4, 5], waiver: null });
    const youngEnterpriseWaiver = { by: 'U-7', reason: '前身已经营十年' };
    expect(periodOf(reviewed({ enterprise, youngEnterpriseWaiver }))?.waiver).toEqual(youngEnterpriseWaiver);
  });

  it('is not drawn before the review day is set', () => {
    expect(periodOf(reviewed({}, null))).toBeUndefined();
  });

  it('says in words what it draws', () => {
    const dossier = reviewed({ incidents: [incident('2025-12-24', 'upheld', 'important')] });
    const { verdict } = sampleCase(dossier);
    const drawn = renderToStaticMarkup(createElement(CleanPeriodLine, { dossier, verdict, standard }));
    expect(drawn).toContain('评审日 2026-03-31；1★：6 个月，自 2025-09-30 起，不符合');
    expect(drawn).toContain('2025-12-24');
    expect(drawn).toContain('在 1–5★ 的期内');
  });

  it('keeps every day on the line', () => {
    const line = { from: day('2023-03-01'), day: day('2026-04-10') };
    expect(shareOf(line, day('2023-03-01'))).toBe(0);
    expect(shareOf(line, day('2026-04-10'))).toBe(1);
    expect(shareOf(line, day('2001-01-01'))).toBe(0);
    expect(shareOf(line, day('2024-09-19'))).toBeCloseTo(0.5, 2);
  });
});
