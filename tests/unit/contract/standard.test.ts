import { describe, expect, it } from 'vitest';
import { parseStandard, standardHashText } from '#shared/contract/standard.ts';
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
      (row(content, 'RISK.CLEAN_RECORD').per_star['3'] as { months: number }).months = 36;
    });
    expect(perStar(longer, 'RISK.CLEAN_RECORD')).toEqual({ 1: 'met', 2: 'met', 3: 'not-met', 4: 'met', 5: 'not-met' });
    const settled = changed((content) => {
      content.settings = { safety_photos_minimum: 4, unbroken_record_from_star: 5 };
      (row(content, 'RISK.CLEAN_RECORD').per_star['3'] as { months: number }).months = 36;
    });
    expect(perStar(settled, 'RISK.CLEAN_RECORD')).toEqual({ 1: 'met', 2: 'met', 3: 'met', 4: 'met', 5: 'not-met' });
    expect(perStar(settled, 'BASIC.SAFETY_PHOTOS')).toEqual({ 2: 'unknown', 3: 'unknown', 4: 'unknown', 5: 'unknown' });
    const fewer = changed((content) => {
      row(content, 'TEST.LINES').per_star['4'] = { required: false };
      row(content, 'BASIC.SAFETY_PHOTOS').per_star['1'] = { required: true, zh: '√', en: 'Required', level: 1 };
    });
    expect(perStar(fewer, 'TEST.LINES')).toEqual({ 3: 'met', 5: 'met' });
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

  it.each([null, [], 'x'])('%j is no standard', (content) =>
    expect(refusal(content)).toEqual(['standard.invalid', undefined]),
  );

  it('is hashed over its canonical JSON', () => {
    expect(standardHashText({ b: 1, a: ['…', null] })).toEqual({ ok: true, value: '{"a":["…",null],"b":1}' });
    expect(standardHashText({ a: 0.5 })).toMatchObject({ ok: false, failure: { code: 'standard.invalid' } });
  });
});
