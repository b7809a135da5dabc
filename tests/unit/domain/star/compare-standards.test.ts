import { describe, expect, it } from 'vitest';
import { keptStandard } from '#shared/contract/standard.ts';
import { compareStandards } from '#shared/domain/star/compare-standards.ts';
import { CRITERION_IDS, type CriterionId } from '#shared/domain/star/standard.ts';
import { standardContent, STAR_STANDARD, standardOf } from '#tests/support/dossiers.ts';

interface Cell {
  required: boolean;
  [key: string]: unknown;
}
interface Content {
  settings: Record<string, unknown>;
  criteria: { zh: string; per_star: Record<string, Cell>; links_zh?: string[]; links_en?: string[] }[];
  stars: { certificate: boolean }[];
}

/** The changes of a content edited in one place. */
function changesOf(edit: (content: Content, row: (id: CriterionId) => Content['criteria'][number]) => void) {
  const content = standardContent() as unknown as Content;
  edit(content, (id) => content.criteria[CRITERION_IDS.indexOf(id)] as Content['criteria'][number]);
  return compareStandards(STAR_STANDARD, standardOf(content));
}

describe('two versions of the standard', () => {
  it('with the same content do not differ', () => {
    expect(compareStandards(STAR_STANDARD, standardOf(standardContent()))).toEqual([]);
  });

  it('say which star asks for more, with both wordings', () => {
    const changes = changesOf((_, row) => {
      row('RISK.CLEAN_RECORD').per_star['4'] = {
        required: true,
        months: 36,
        zh: '连续36个月',
        en: '36 months in a row',
      };
    });
    expect(changes).toMatchObject([
      { criterion: 'RISK.CLEAN_RECORD', part: 'value', star: 4, direction: 'stricter', to: { zh: '连续36个月' } },
    ]);
    expect(changes[0]?.from?.zh).toBe('连续两年');
  });

  it('say that a star asks for less of a level', () => {
    const changes = changesOf((_, row) => {
      const cells = row('RISK.TRACEABILITY').per_star;
      cells['4'] = { ...cells['3'] } as Cell;
    });
    expect(changes).toMatchObject([{ criterion: 'RISK.TRACEABILITY', part: 'value', star: 4, direction: 'looser' }]);
  });

  it('say what is newly asked and what no longer is', () => {
    const changes = changesOf((_, row) => {
      row('RISK.QUALITY_INSURANCE').per_star['3'] = { required: true, zh: '须投保', en: 'insured' };
      row('TEST.LINES').per_star['3'] = { required: false };
    });
    expect(
      changes.map(({ criterion, direction, from, part, star, to }) => [criterion, part, star, direction, from, to]),
    ).toEqual([
      ['RISK.QUALITY_INSURANCE', 'asked', 3, 'stricter', null, { zh: '须投保', en: 'insured' }],
      ['TEST.LINES', 'asked', 3, 'looser', expect.anything(), null],
    ]);
  });

  it('tell words from what they ask', () => {
    const changes = changesOf((_, row) => {
      row('GATE.SAMPLE_SENT').per_star['1'] = { required: true, zh: '须寄样', en: 'a sample is sent' };
      row('GATE.SAMPLE_SENT').zh = '寄送样品';
    });
    expect(changes.map(({ part, direction }) => [part, direction])).toEqual([
      ['name', 'neither'],
      ['wording', 'neither'],
    ]);
  });

  it('name the settings that hold for every star', () => {
    const changes = changesOf((content, row) => {
      content.settings = { safety_photos_minimum: 5, unbroken_record_from_star: 2 };
      row('BASIC.COMPLIANCE_CERTS').links_zh = ['生产'];
      row('BASIC.COMPLIANCE_CERTS').links_en = ['production'];
    });
    expect(changes.map(({ part, direction, from, to }) => [part, direction, from?.en, to?.en])).toEqual([
      ['links', 'looser', expect.stringContaining('sale'), 'production'],
      ['minimum', 'stricter', '3', '5'],
      ['unbroken', 'stricter', '3', '2'],
    ]);
  });

  it('name a ranking that was turned round, and a level of another name', () => {
    const content = standardContent() as unknown as {
      evaluation_modes: unknown[];
      criteria: { levels?: { zh: string }[] }[];
    };
    content.evaluation_modes.reverse();
    const [first] = content.criteria[CRITERION_IDS.indexOf('RISK.TRACEABILITY')]?.levels ?? [];
    if (first) first.zh = '可追溯到企业';
    const changes = compareStandards(STAR_STANDARD, keptStandard(content, 'f'.repeat(64)));
    expect(changes.map(({ criterion, part, to }) => [criterion, part, to?.zh])).toEqual([
      ['RISK.TRACEABILITY', 'ladder', expect.stringContaining('可追溯到企业 < 产品可追溯')],
      ['MODE.EVALUATION', 'ladder', '专家现场评价 < 第三方委托评价 < 线上评价'],
    ]);
  });

  it('name a star that gains or loses its certificate', () => {
    const changes = changesOf((content) => {
      const [first] = content.stars;
      if (first) first.certificate = true;
    });
    expect(changes).toMatchObject([
      { criterion: null, part: 'rank', star: 1, to: { zh: expect.stringContaining('发证书') } },
    ]);
  });
});
