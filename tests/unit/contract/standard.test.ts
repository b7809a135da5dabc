import { describe, expect, it } from 'vitest';
import { keptStandard, parseStandard, standardHashText, standardProblems } from '#shared/contract/standard.ts';
import { standardFileSchema } from '#shared/contract/standard-file.ts';
import { fieldPath, wrongFields } from '#shared/contract/wrong-field.ts';
import { decide } from '#shared/domain/star/decide.ts';
import { CRITERION_IDS, type CriterionId } from '#shared/domain/star/standard.ts';
import { day, fullDossier, standardContent, STAR_STANDARD, standardOf } from '#tests/support/dossiers.ts';

interface Row {
  id: CriterionId;
  kind: string;
  per_star: Record<string, Record<string, unknown>>;
  levels?: { id: string; level: number }[];
  satisfy_any_of?: string[][];
  links_en?: string[];
  links_zh?: string[];
}
interface Content {
  settings?: Record<string, unknown>;
  criteria: Row[];
  stars: { star: number; category: string }[];
  evaluation_modes: { id: string }[];
  [key: string]: unknown;
}

const changed = (change: (content: Content) => void): Content => {
  const content = standardContent() as Content;
  change(content);
  return content;
};
const row = (content: Content, id: CriterionId): Row => content.criteria[CRITERION_IDS.indexOf(id)] as Row;
const months = (content: Content, star: string, count: number): void => {
  (row(content, 'RISK.CLEAN_RECORD').per_star[star] as { months: number }).months = count;
};
const NOT_ASKED = { required: false };
const ALL = ['1', '2', '3', '4', '5'];
const refusal = (content: unknown) => {
  const standard = parseStandard(content, '');
  return standard.ok ? undefined : [standard.failure.code, standard.failure.field];
};
const perStar = (content: Content, id: CriterionId) =>
  decide(standardOf(content), fullDossier({ enterprise: { foundedOn: day('2023-11-10') } })).criteria.find(
    (one) => one.id === id,
  )?.perStar;

describe('a standard file', () => {
  it('is read with its names, months and levels', () => {
    expect(STAR_STANDARD).toMatchObject({ id: 'otop-star', version: '2019-r1' });
    expect(STAR_STANDARD.criteria.map((criterion) => criterion.id)).toEqual([...CRITERION_IDS]);
    expect(STAR_STANDARD.ranks.map((rank) => [rank.star, rank.category.zh, rank.certificate])).toEqual([
      [1, '初选产品', false],
      [2, '优选产品', false],
      [3, '优选产品', true],
      [4, '臻选产品', true],
      [5, '臻选产品', true],
    ]);
    const values = Object.fromEntries(STAR_STANDARD.criteria.map(({ id, asks }) => [id, asks.map((ask) => ask.value)]));
    expect(values).toMatchObject({
      'RISK.CLEAN_RECORD': [6, 12, 24, 24, 36],
      'RISK.TRACEABILITY': ['enterprise', 'product', 'product', 'production-environment', 'production-and-circulation'],
      'RISK.RISK_CONTROL': ['filed', 'viewed-on-site', 'verified-on-site', 'effectively-tested'],
      'TEST.PRODUCT': ['spot-check', 'spot-check', 'site-test', 'site-test', 'site-test'],
      'MODE.EVALUATION': ['online', 'third-party', 'experts-on-site', 'experts-on-site', 'experts-on-site'],
    });
  });

  it('needs no settings: three photos, unbroken record from three stars', () => {
    const { settings: _, ...plain } = standardContent();
    expect(standardOf(plain).criteria).toEqual(STAR_STANDARD.criteria);
  });

  it('decides by its own values, none of which stand in code', () => {
    const base = changed(() => undefined);
    expect(perStar(base, 'RISK.CLEAN_RECORD')).toEqual({ 1: 'met', 2: 'met', 3: 'met', 4: 'met', 5: 'not-met' });
    const longer = changed((content) => {
      months(content, '3', 36);
      months(content, '4', 36);
    });
    expect(perStar(longer, 'RISK.CLEAN_RECORD')).toEqual({
      1: 'met',
      2: 'met',
      3: 'not-met',
      4: 'not-met',
      5: 'not-met',
    });
    const settled = changed((content) => {
      content.settings = { safety_photos_minimum: 4, unbroken_record_from_star: 5 };
      months(content, '3', 36);
      months(content, '4', 36);
    });
    expect(perStar(settled, 'RISK.CLEAN_RECORD')).toEqual({ 1: 'met', 2: 'met', 3: 'met', 4: 'met', 5: 'not-met' });
    expect(perStar(settled, 'BASIC.SAFETY_PHOTOS')).toEqual({ 2: 'unknown', 3: 'unknown', 4: 'unknown', 5: 'unknown' });
    const fewer = changed((content) => {
      row(content, 'TEST.LINES').per_star['3'] = { required: false };
      row(content, 'BASIC.SAFETY_PHOTOS').per_star['1'] = { required: true, zh: '√', en: 'Required', level: 1 };
    });
    expect(perStar(fewer, 'TEST.LINES')).toEqual({ 4: 'met', 5: 'met' });
    expect(Object.keys(perStar(fewer, 'BASIC.SAFETY_PHOTOS') ?? {})).toEqual(['1', '2', '3', '4', '5']);
    const fourLinks = changed((content) => {
      row(content, 'BASIC.COMPLIANCE_CERTS').links_en?.splice(3, 1, 'sale');
      row(content, 'BASIC.COMPLIANCE_CERTS').links_en?.pop();
      row(content, 'BASIC.COMPLIANCE_CERTS').links_zh?.splice(3, 1);
    });
    const dossier = fullDossier();
    const documents = (dossier.documents ?? []).filter((document) => document.link !== 'transport');
    const verdict = decide(standardOf(fourLinks), { ...dossier, documents });
    expect(verdict.outcome).toBe('grant');
  });

  it.each<readonly [string, (content: Content) => void]>([
    [
      'schema',
      (content) => {
        content['schema'] = 'otop-star-criteria/2';
      },
    ],
    [
      'criteria_set.version',
      (content) => {
        content['criteria_set'] = { id: 'otop-star' };
      },
    ],
    [
      'settings.safety_photos',
      (content) => {
        content.settings = { safety_photos: 3 };
      },
    ],
    [
      'settings.safety_photos_minimum',
      (content) => {
        content.settings = { safety_photos_minimum: 0 };
      },
    ],
    [
      'criteria',
      (content) => {
        content.criteria.pop();
      },
    ],
    [
      'criteria[11]',
      (content) => {
        content.criteria.push(row(content, 'TEST.LINES'));
      },
    ],
    [
      'criteria[0].id',
      (content) => {
        row(content, 'BASIC.LICENCE').id = 'BASIC.OTHER' as CriterionId;
      },
    ],
    [
      'criteria[3].kind',
      (content) => {
        row(content, 'RISK.CLEAN_RECORD').kind = 'gate';
      },
    ],
    [
      'criteria[3].per_star["1"].months',
      (content) => {
        delete row(content, 'RISK.CLEAN_RECORD').per_star['1']?.['months'];
      },
    ],
    [
      'criteria[3].per_star["5"]',
      (content) => {
        delete row(content, 'RISK.CLEAN_RECORD').per_star['5'];
      },
    ],
    [
      'criteria[4].per_star["2"].level',
      (content) => {
        row(content, 'RISK.TRACEABILITY').per_star['2'] = { required: true, zh: '√', en: '√', level: 9 };
      },
    ],
    [
      'criteria[4].levels',
      (content) => {
        row(content, 'RISK.TRACEABILITY').levels?.splice(1, 1, {
          ...(row(content, 'RISK.TRACEABILITY').levels?.[0] ?? { id: '', level: 0 }),
          level: 2,
        });
      },
    ],
    [
      'criteria[5].levels[0].id',
      (content) => {
        const first = row(content, 'RISK.RISK_CONTROL').levels?.[0];
        if (first) first.id = 'SMELLED';
      },
    ],
    [
      'criteria[0].satisfy_any_of[0][0]',
      (content) => {
        row(content, 'BASIC.LICENCE').satisfy_any_of?.splice(0, 1, ['passport']);
      },
    ],
    [
      'criteria[1].links_zh',
      (content) => {
        row(content, 'BASIC.COMPLIANCE_CERTS').links_zh?.pop();
      },
    ],
    [
      'criteria[7].per_star["1"].route',
      (content) => {
        row(content, 'TEST.PRODUCT').per_star['1'] = { required: true, zh: '√', en: '√', route: 'POST' };
      },
    ],
    [
      'evaluation_modes',
      (content) => {
        content.evaluation_modes.pop();
      },
    ],
    [
      'stars',
      (content) => {
        content.stars.pop();
      },
    ],
    [
      'stars[0].star',
      (content) => {
        content.stars[0] = { ...content.stars[0], star: 6, category: 'CHUXUAN' };
      },
    ],
    [
      'stars[0].category',
      (content) => {
        content.stars[0] = { ...content.stars[0], star: 1, category: 'NONE' };
      },
    ],
  ])('is refused at %s', (field, change) => {
    const content = changed(change);
    const at = refusal(content);
    expect(at?.[0]).toBe('standard.invalid');
    expect(at?.[1]?.startsWith(field), at?.[1]).toBe(true);
  });

  /** Every problem of a file edited in one place: its path and its sentence. */
  const problemsOf = (change: (content: Content) => void) => standardProblems(changed(change));
  const fieldsOf = (change: (content: Content) => void) => problemsOf(change).map(({ field }) => field);

  it('asks for a licence and a sample at every star', () => {
    const nothing = problemsOf((content) => {
      for (const { per_star: cells } of content.criteria) for (const star of ALL) cells[star] = NOT_ASKED;
    });
    expect(nothing.map(({ field }) => field)).toEqual(
      ['criteria[0]', 'criteria[10]'].flatMap((at) => ALL.map((star) => `${at}.per_star["${star}"].required`)),
    );
    expect(nothing[0]).toMatchObject({ zh: expect.stringContaining('每个星级'), en: expect.stringContaining('every') });
  });

  it('keeps the ranking of modes and levels that the rules rest on', () => {
    const modes = problemsOf((content) => {
      content.evaluation_modes.reverse();
    });
    expect(modes).toMatchObject([{ field: 'evaluation_modes', zh: expect.stringContaining('ONLINE < THIRD_PARTY') }]);
    const turned = fieldsOf((content) => {
      const { levels, per_star: cells } = row(content, 'RISK.TRACEABILITY');
      for (const level of levels ?? []) level.level = 5 - level.level;
      for (const star of ALL) cells[star] = { ...cells[star], level: 5 - Number(cells[star]?.['level']) };
    });
    expect(turned).toEqual(['criteria[4].levels[1].level']);
    const listed = fieldsOf((content) => {
      const { levels } = row(content, 'RISK.RISK_CONTROL');
      levels?.reverse().forEach((level, at) => {
        level.level = at + 1;
      });
    });
    expect(listed).toEqual(['criteria[5].levels']);
  });

  it('has no field of a name nobody knows, wherever it stands', () => {
    const slips = problemsOf((content) => {
      content['seting'] = { safety_photos_minimum: 5 };
      row(content, 'RISK.CLEAN_RECORD').per_star['3'] = { required: true, months: 24, month: 48, zh: '√', en: '√' };
      row(content, 'RISK.QUALITY_INSURANCE').per_star['3'] = { required: false, zh: '须投保', en: 'insured' };
    });
    expect(slips).toEqual([
      expect.objectContaining({ field: 'criteria[3].per_star["3"].month', en: 'there is no field “month”' }),
      expect.objectContaining({ field: 'criteria[6].per_star["3"].zh' }),
      expect.objectContaining({ field: 'criteria[6].per_star["3"].en' }),
      expect.objectContaining({ field: 'seting', zh: '没有“seting”这个字段' }),
    ]);
  });

  it('tells of an unknown field in every object of the shipped file', () => {
    const pathsOf = (value: unknown, path: readonly (string | number)[]): readonly (readonly (string | number)[])[] =>
      typeof value !== 'object' || value === null
        ? []
        : [
            ...(Array.isArray(value) ? [] : [path]),
            ...Object.entries(value).flatMap(([key, inner]) =>
              pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
            ),
          ];
    const content = standardContent();
    const places = pathsOf(content, []).filter(([first]) => first !== 'step_up');
    for (const place of places) {
      let at = content as Record<string | number, unknown>;
      for (const step of place) at = at[step] as typeof at;
      at['slip'] = 1;
    }
    expect(places.length).toBeGreaterThan(100);
    const parsed = standardFileSchema.safeParse(content);
    const told = parsed.success ? [] : wrongFields(parsed.error, content).map(({ field }) => field);
    expect(told.toSorted()).toEqual(places.map((place) => fieldPath([...place, 'slip'])).toSorted());
  });

  it.each(['', ' ', '2019-r1 ', ' 2019-r1', '2019 r1', 'r\n1', 'x'.repeat(500), '\u200b'])(
    'is not called %j',
    (version) => {
      const problems = problemsOf((content) => {
        content['criteria_set'] = { id: 'otop-star', version };
      });
      expect(problems).toMatchObject([{ field: 'criteria_set.version', zh: expect.stringContaining('版本号') }]);
    },
  );

  it.each(['2027-r1', '2027年版', 'v2.1_draft'])('may be called %j', (version) => {
    const named = changed((content) => {
      content['criteria_set'] = { id: 'otop-star', version };
    });
    expect(standardProblems(named)).toEqual([]);
  });

  it('asks for no more than fifty years and a hundred photos', () => {
    const problems = problemsOf((content) => {
      months(content, '5', 1e9);
      content.settings = { safety_photos_minimum: 101 };
    });
    expect(problems).toEqual([
      { field: 'settings.safety_photos_minimum', zh: '不能大于 100', en: 'it must be at most 100' },
      { field: 'criteria[3].per_star["5"].months', zh: '不能大于 600', en: 'it must be at most 600' },
    ]);
  });

  it('asks for no less at a higher star, in any criterion, and says so of all at once', () => {
    const problems = problemsOf((content) => {
      row(content, 'BASIC.COMPLIANCE_CERTS').per_star['3'] = NOT_ASKED;
      months(content, '5', 23);
      const trace = row(content, 'RISK.TRACEABILITY').per_star;
      trace['5'] = { ...trace['1'] };
      row(content, 'RISK.QUALITY_INSURANCE').per_star['5'] = NOT_ASKED;
      row(content, 'TEST.PRODUCT').per_star['4'] = { ...row(content, 'TEST.PRODUCT').per_star['1'] };
      row(content, 'MODE.EVALUATION').per_star['3'] = { ...row(content, 'MODE.EVALUATION').per_star['1'] };
    });
    expect(problems.map(({ field }) => field)).toEqual([
      'criteria[1].per_star["3"].required',
      'criteria[3].per_star["5"].months',
      'criteria[4].per_star["5"].level',
      'criteria[6].per_star["5"].required',
      'criteria[7].per_star["4"].route',
      'criteria[9].per_star["3"].mode',
    ]);
    expect(problems[1]?.zh).toContain('低于 4★（criteria[3].per_star["4"].months）');
    expect(problems[1]?.en).toContain('less than 4★ does (criteria[3].per_star["4"].months)');
  });

  it('that was taken in before it was checked so is still read', () => {
    const old = changed((content) => {
      content.evaluation_modes.reverse();
      content['seting'] = {};
    });
    expect(keptStandard(old, 'f'.repeat(64))).toMatchObject({ version: '2019-r1', sha256: 'f'.repeat(64) });
  });

  it.each([null, [], 'x'])('%j is no standard', (content) =>
    expect(refusal(content)).toEqual(['standard.invalid', undefined]),
  );

  it('is hashed over its canonical JSON', () => {
    expect(standardHashText({ b: 1, a: ['…', null] })).toEqual({ ok: true, value: '{"a":["…",null],"b":1}' });
    expect(standardHashText({ a: 0.5 })).toMatchObject({ ok: false, failure: { code: 'standard.invalid' } });
  });
});
