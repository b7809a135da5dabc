import type { Dossier } from '#shared/domain/star/dossier.ts';
import type { CriterionId, Standard } from '#shared/domain/star/standard.ts';
import { STARS, type Star } from '#shared/domain/star/star.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { cleanPeriodOf } from './clean-period.ts';
import type { TextOf } from './language.tsx';
import { factOf } from './star-ladder-facts.ts';
import { blockersOf, criterionKey } from './star-ladder-model.ts';

/** What the lines are written from. */
export interface NeedSource {
  readonly dossier: Dossier;
  readonly verdict: Verdict;
  readonly standard?: Standard | undefined;
}

/** One thing a star still takes. */
export interface Need {
  readonly criterion: CriterionId;
  readonly answer: 'unknown' | 'not-met';
  /** What is asked, and how it stands: 溯源需到流通环节，现为生产环境. */
  readonly words: string;
}

/** What a star takes: its own needs, those of a lower star left out where they are named with it. */
export interface StarNeeds {
  readonly star: Star;
  readonly needs: readonly Need[];
  /** The highest lower star all of whose needs are this one's too, and are left out here; null when there is none. */
  readonly besides: Star | null;
}

/** The level a star asks for, in the ladder's own words. */
function levelAsked(criterion: CriterionId, star: Star, { standard }: NeedSource, text: TextOf): string | null {
  const asked = standard?.criteria.find(({ id }) => id === criterion);
  switch (asked?.id) {
    case 'RISK.TRACEABILITY': {
      const level = asked.asks.find((ask) => ask.star === star)?.value;
      return level === undefined ? null : text(`ladder.trace-${level}`);
    }
    case 'RISK.RISK_CONTROL': {
      const level = asked.asks.find((ask) => ask.star === star)?.value;
      return level === undefined ? null : text(`ladder.risk-${level}`);
    }
    case 'MODE.EVALUATION': {
      const mode = asked.asks.find((ask) => ask.star === star)?.value;
      return mode === undefined ? null : text(`ladder.mode-${mode}`);
    }
    case 'TEST.PRODUCT': {
      const test = asked.asks.find((ask) => ask.star === star)?.value;
      return text(test === 'spot-check' ? 'evidence.needSpotCheck' : 'evidence.needSiteTest');
    }
    case 'TEST.LINES':
      return text('evidence.needLines');
    case 'BASIC.SAFETY_PHOTOS':
      return text('evidence.needPhotos', { count: asked.minimum });
    case 'RISK.QUALITY_INSURANCE':
      return text('evidence.needInsurance');
    case 'GATE.SAMPLE_SENT':
      return text('evidence.needSample');
    default:
      return null;
  }
}

/** Why the clean period of a star is not met, with its days. */
function cleanWords(star: Star, source: NeedSource, text: TextOf): string {
  const period = cleanPeriodOf(source.dossier, source.verdict, source.standard);
  if (period === undefined) return text('ladder.noReviewDate');
  const window = period.windows.find(({ stars }) => stars.includes(star));
  const own = period.incidents.filter(({ weight, within }) => weight !== 'none' && within.includes(star));
  const parts = own.map(({ kind, on, weight }) =>
    text('evidence.needIncident', {
      date: on ?? text('ladder.unknownDate'),
      kind: text(`ladder.incident-${kind}`),
      weight: text(`evidence.weight-${weight}`),
    }),
  );
  if (period.foundedOn === null) parts.push(text('evidence.cleanFoundedUnknown'));
  else if (period.young.includes(star) && period.waiver === null) {
    parts.push(text('evidence.needAge', { date: period.foundedOn }));
  }
  return text('evidence.needClean', {
    months: window?.months ?? 0,
    date: window?.start ?? '',
    why: parts.join(text('ladder.listJoin')),
  });
}

function needWords(criterion: CriterionId, star: Star, source: NeedSource, text: TextOf): string {
  if (criterion === 'RISK.CLEAN_RECORD') return cleanWords(star, source, text);
  const now = factOf(criterion, source, text);
  const level = levelAsked(criterion, star, source, text);
  return level === null
    ? text('evidence.needPaper', { what: text(`ladder.${criterionKey(criterion)}`), now })
    : text('evidence.needLevel', { what: text(`ladder.${criterionKey(criterion)}`), level, now });
}

const sameNeed = (one: Need, other: Need): boolean =>
  one.criterion === other.criterion && one.answer === other.answer && one.words === other.words;

/**
 * What it would take: for every star not yet satisfied the exact list of what is missing or failed.
 *
 * A star is said to take what a lower one lacks only where it lacks all of that itself, word for word:
 * a spot check that one star asks for is nothing to a star that wants the test on site instead.
 */
export function whatItTakes(source: NeedSource, text: TextOf): readonly StarNeeds[] {
  const full = STARS.filter((star) => source.verdict.stars[star] !== 'satisfied').map((star) => ({
    star,
    needs: blockersOf(source.verdict, star).map(({ answer, id }): Need => ({
      criterion: id,
      answer,
      words: needWords(id, star, source, text),
    })),
  }));
  return full.map(({ needs, star }, index) => {
    const lower = full
      .slice(0, index)
      .findLast((one) => one.needs.every((need) => needs.some((own) => sameNeed(own, need))));
    return {
      star,
      besides: lower?.star ?? null,
      needs: needs.filter((need) => lower?.needs.every((one) => !sameNeed(one, need)) ?? true),
    };
  });
}
