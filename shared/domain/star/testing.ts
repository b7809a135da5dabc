import { answersOf } from './answers.ts';
import { isGiven, type Facts } from './facts.ts';
import { askedStars, blankCellReading, reading, sentence, type Judge } from './judgement.ts';
import type { LinesCriterion, ProductTestCriterion } from './standard.ts';
import { starSet, type Bilingual } from './star.ts';

interface SpotCheck {
  readonly state: 'passed' | 'failed' | 'excused' | 'none';
  readonly words: Bilingual;
}

const SPOT_PASSED: SpotCheck = {
  state: 'passed',
  words: { zh: '寄样产品抽检合格', en: 'the mailed sample passed its spot check' },
};
const SPOT_FAILED: SpotCheck = {
  state: 'failed',
  words: { zh: '寄样产品抽检不合格', en: 'the mailed sample failed its spot check' },
};
const SPOT_NONE: SpotCheck = {
  state: 'none',
  words: { zh: '寄样产品抽检尚无结果', en: 'the mailed sample has no spot-check result yet' },
};
const SPOT_UNSIGNED: SpotCheck = {
  state: 'none',
  words: {
    zh: '寄样产品记为未抽中，但缺少记录人或理由',
    en: 'the mailed sample is recorded as not selected, but without a name or a reason',
  },
};

function spotCheck(facts: Facts): SpotCheck {
  const check = facts.dossier.spotCheck;
  switch (check?.outcome) {
    case 'passed':
      return SPOT_PASSED;
    case 'failed':
      return SPOT_FAILED;
    case 'not-selected':
      if (!isGiven(check.by) || !isGiven(check.reason)) return SPOT_UNSIGNED;
      return {
        state: 'excused',
        words: {
          zh: `寄样产品未被抽中（${check.by}：${check.reason}）`,
          en: `the mailed sample was not selected (${check.by}: ${check.reason})`,
        },
      };
    default:
      return SPOT_NONE;
  }
}

const SITE_WORDS = {
  passed: { zh: '现场检验合格', en: 'the on-site test was passed' },
  failed: { zh: '现场检验不合格', en: 'the on-site test was failed' },
  none: { zh: '现场检验尚无结果', en: 'there is no on-site test result yet' },
} as const;

/**
 * TEST.PRODUCT (row 8, A03, A13, A22): a failed test counts at every star; an on-site test that passed
 * also stands for the spot check; "not selected" only in a named person's words.
 */
export function productTestJudge(criterion: ProductTestCriterion): Judge {
  const asked = askedStars(criterion);
  const onSample = starSet(criterion.asks.filter((ask) => ask.value === 'spot-check').map((ask) => ask.star));
  const onSite = asked & ~onSample;

  return (facts) => {
    const spot = spotCheck(facts);
    const site = facts.dossier.siteTest?.outcome ?? 'none';
    const spotEnough = spot.state === 'passed' || spot.state === 'excused';
    const sitePassed = site === 'passed';
    let readings = 0;
    let answers;
    if (spot.state === 'failed' || site === 'failed') {
      answers = answersOf(asked, asked, 0);
      if (spot.state === 'failed' && onSite !== 0) readings |= reading(3) | reading(22);
      if (site === 'failed' && onSample !== 0) readings |= reading(22);
    } else {
      const open = (spotEnough || sitePassed ? 0 : onSample) | (sitePassed ? 0 : onSite);
      answers = answersOf(asked, 0, open);
      if (onSample !== 0 && sitePassed && !spotEnough) readings |= reading(22);
      if (onSample !== 0 && !sitePassed && spot.state !== 'passed') readings |= reading(13);
      if (onSite !== 0 && sitePassed && !spotEnough) readings |= reading(3);
    }
    const evidence: string[] = [];
    if (facts.dossier.spotCheck?.outcome != null) evidence.push('spotCheck');
    if (site !== 'none') evidence.push('siteTest');
    const words = SITE_WORDS[site];
    return {
      answers,
      reason: sentence(`${spot.words.zh}，${words.zh}`, `${spot.words.en} and ${words.en}`, answers),
      evidence,
      readings,
    };
  };
}

/** TEST.LINES (row 9, A14): passed on site, with the lines inspected and the records viewed. */
export function linesJudge(criterion: LinesCriterion): Judge {
  const asked = askedStars(criterion);
  const met = answersOf(asked, 0, 0);
  const unknown = answersOf(asked, 0, asked);
  const notMet = answersOf(asked, asked, 0);
  const always = blankCellReading(criterion);

  return (facts) => {
    const { lines } = facts.dossier;
    if (lines?.outcome === 'failed') {
      const reason = sentence(
        '生产线、检测线现场检验不合格',
        'the production and testing lines failed on site',
        notMet,
      );
      return { answers: notMet, reason, evidence: ['lines'], readings: always };
    }
    if (lines?.outcome === 'passed' && lines.inspected === true && lines.recordsViewed === true) {
      const reason = sentence(
        '生产线、检测线已现场检验并查看资料，结果合格',
        'the production and testing lines were inspected on site with their records and passed',
        met,
      );
      return { answers: met, reason, evidence: ['lines'], readings: always | reading(14) };
    }
    if (lines == null) {
      const reason = sentence(
        '生产线、检测线尚无现场检验记录',
        'no on-site inspection of the production and testing lines is recorded yet',
        unknown,
      );
      return { answers: unknown, reason, evidence: [], readings: always };
    }
    const zh: string[] = [];
    const en: string[] = [];
    if (lines.inspected !== true) {
      zh.push('尚未现场检验');
      en.push('not inspected on site yet');
    }
    if (lines.recordsViewed !== true) {
      zh.push('尚未查看资料');
      en.push('without their records viewed');
    }
    if (lines.outcome == null) {
      zh.push('尚无结果');
      en.push('without a result');
    }
    return {
      answers: unknown,
      reason: sentence(
        `生产线、检测线${zh.join('、')}`,
        `the production and testing lines are so far ${en.join(', ')}`,
        unknown,
      ),
      evidence: ['lines'],
      readings: always | (lines.outcome === 'passed' ? reading(14) : 0),
    };
  };
}
