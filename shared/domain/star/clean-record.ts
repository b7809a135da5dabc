import { addMonths, type PlainDate } from '#shared/base/plain-date.ts';
import { answersOf } from './answers.ts';
import type { Incident } from './dossier.ts';
import { isGiven, type Facts } from './facts.ts';
import { askedStars, counted, reading, sentence, type Judge } from './judgement.ts';
import type { CleanRecordCriterion } from './standard.ts';
import { starBit, starNames, starSet, type Bilingual, type StarSet } from './star.ts';

/** A clean period of the standard and the stars that ask for it. */
interface Period {
  readonly months: number;
  readonly stars: StarSet;
}

/** A period laid on the calendar. */
interface Window extends Period {
  readonly start: PlainDate;
}

/** Review days whose windows are kept at a time: some three years of them. */
const KNOWN_DAYS = 1_000;

type Weight = 'counts' | 'open' | 'ungraded' | 'none';

function weigh(incident: Incident): Weight {
  switch (incident.status) {
    case 'dismissed':
      return 'none';
    case 'upheld':
      if (incident.grade === 'minor') return 'none';
      return incident.grade === 'important' ? 'counts' : 'ungraded';
    default:
      return 'open';
  }
}

const INCIDENT_WORDS = {
  counts: { zh: '成立的重要', zhTail: '', en: 'upheld important ', enTail: '' },
  open: { zh: '', zhTail: '尚未结案', en: '', enTail: ' still open' },
  ungraded: { zh: '成立的', zhTail: '尚未定级', en: 'upheld ', enTail: ' not yet graded' },
} as const;

const KIND_WORDS = {
  complaint: { zh: '投诉', en: 'complaint' },
  accident: { zh: '安全责任事故', en: 'accident' },
} as const;

/** Incidents that matter, by weight and kind, with their days. */
type Days = Map<string, { readonly weight: Exclude<Weight, 'none'>; readonly kind: Incident['kind']; days: string[] }>;

/** 1起成立的重要投诉（…）; "was 1 upheld important complaint (…)"; empty when nothing matters. */
function incidentWords(found: Days): Bilingual {
  const zh: string[] = [];
  const en: string[] = [];
  for (const key of [...found.keys()].sort()) {
    const group = found.get(key);
    if (group === undefined) continue;
    const words = INCIDENT_WORDS[group.weight];
    const kind = KIND_WORDS[group.kind];
    const days = group.days.sort();
    zh.push(
      `${days.length}起${words.zh}${kind.zh}${words.zhTail}（${days.map((day) => day || '日期未知').join('、')}）`,
    );
    en.push(
      `${counted(days.length, words.en + kind.en)}${words.enTail} (${days.map((day) => day || 'day unknown').join(', ')})`,
    );
  }
  return {
    zh: zh.join('、'),
    en: en.length === 0 ? '' : `${en[0]?.startsWith('1 ') ? 'was' : 'were'} ${en.join(', ')}`,
  };
}

interface Incidents {
  readonly notMet: StarSet;
  readonly unknown: StarSet;
  readonly words: Bilingual;
}

function judgeIncidents(facts: Facts, windows: readonly Window[], asked: StarSet, evidence: string[]): Incidents {
  const found: Days = new Map();
  let notMet: StarSet = 0;
  let unknown: StarSet = 0;
  const incidents = facts.dossier.incidents ?? [];
  for (let index = 0; index < incidents.length; index++) {
    const incident = incidents[index] as Incident;
    const weight = weigh(incident);
    if (weight === 'none') continue;
    const on = incident.occurredOn;
    let touched: StarSet = 0;
    if (on == null) touched = asked;
    else if (on <= facts.day) for (const window of windows) if (on >= window.start) touched |= window.stars;
    if (touched === 0) continue;
    if (weight === 'counts' && on != null) notMet |= touched;
    else unknown |= touched;
    evidence.push(`incidents[${index}]`);
    const key = `${weight} ${incident.kind}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, { weight, kind: incident.kind, days: [on ?? ''] });
    else group.days.push(on ?? '');
  }
  return { notMet, unknown, words: incidentWords(found) };
}

interface Age {
  readonly notMet: StarSet;
  readonly unknown: StarSet;
  readonly readings: number;
  readonly words: Bilingual | undefined;
}

const OF_AGE: Age = { notMet: 0, unknown: 0, readings: 0, words: undefined };

/** A09: an enterprise younger than an unbroken period does not meet it, unless an expert recorded why it may. */
function judgeAge(facts: Facts, windows: readonly Window[], unbroken: StarSet, evidence: string[]): Age {
  const founded = facts.dossier.enterprise?.foundedOn;
  if (founded == null) {
    if (unbroken === 0) return OF_AGE;
    const stars = starNames(unbroken);
    const zh = `企业成立日期未知，${stars.zh}的连续期间无从判断`;
    const en = `the day the enterprise was founded is not known, which the unbroken period at ${stars.en} needs`;
    return { notMet: 0, unknown: unbroken, readings: reading(9), words: { zh, en } };
  }
  let young: StarSet = 0;
  for (const window of windows) if (founded > window.start) young |= window.stars;
  if (young === 0) return OF_AGE;
  evidence.push('enterprise.foundedOn');
  const short = young & unbroken;
  if (short === 0) {
    const stars = starNames(young);
    const zh = `企业成立于${founded}，晚于${stars.zh}的起算日，仅作提示`;
    const en = `the enterprise was founded on ${founded}, after the period for ${stars.en} begins, which is noted only`;
    return { notMet: 0, unknown: 0, readings: reading(9), words: { zh, en } };
  }
  const stars = starNames(short);
  const zh = `企业成立于${founded}，未满${stars.zh}要求的连续期间`;
  const en = `the enterprise was founded on ${founded} and is younger than the unbroken period at ${stars.en}`;
  const waiver = facts.dossier.youngEnterpriseWaiver;
  if (!isGiven(waiver?.by) || !isGiven(waiver.reason)) {
    return { notMet: short, unknown: 0, readings: reading(9), words: { zh, en } };
  }
  evidence.push('youngEnterpriseWaiver');
  return {
    notMet: 0,
    unknown: 0,
    readings: reading(9),
    words: {
      zh: `${zh}，由${waiver.by}说明理由予以认可（${waiver.reason}）`,
      en: `${en}, which ${waiver.by} accepts with a reason (${waiver.reason})`,
    },
  };
}

/**
 * RISK.CLEAN_RECORD (row 4, A08, A09): nothing important upheld from the review day minus n months
 * (same day, or the month's last) to the day that counts, both included.
 */
export function cleanRecordJudge(criterion: CleanRecordCriterion): Judge {
  const asked = askedStars(criterion);
  const unknown = answersOf(asked, 0, asked);
  const unbroken = starSet(
    criterion.asks.filter((ask) => ask.star >= criterion.unbrokenFromStar).map((ask) => ask.star),
  );
  const byMonths = Map.groupBy(criterion.asks, (ask) => ask.value);
  const periods: readonly Period[] = [...byMonths]
    .map(([months, asks]) => ({ months, stars: asks.reduce((set, ask) => set | starBit(ask.star), 0) }))
    .sort((a, b) => a.months - b.months);
  const longest = periods.at(-1)?.months ?? 0;
  const known = new Map<PlainDate, readonly Window[]>();
  /** Few review days recur in many dossiers, and calendar arithmetic is the dearest part of the rule. */
  const windowsFrom = (reviewOn: PlainDate): readonly Window[] => {
    let windows = known.get(reviewOn);
    if (windows === undefined) {
      if (known.size >= KNOWN_DAYS) known.clear();
      windows = periods.map(({ months, stars }) => ({ months, stars, start: addMonths(reviewOn, -months) }));
      known.set(reviewOn, windows);
    }
    return windows;
  };
  const noReview = {
    answers: unknown,
    reason: sentence(
      '评审日期未定，清白期无从起算',
      'the review day is not set, so the clean period has no start',
      unknown,
    ),
    evidence: [],
    readings: 0,
  };

  return (facts) => {
    const { reviewOn } = facts.dossier.case;
    if (reviewOn == null) return noReview;
    const windows = windowsFrom(reviewOn);
    const evidence: string[] = [];
    const incidents = judgeIncidents(facts, windows, asked, evidence);
    const age = judgeAge(facts, windows, unbroken, evidence);
    const answers = answersOf(asked, incidents.notMet | age.notMet, incidents.unknown | age.unknown);
    const start = windows.at(-1)?.start;
    const none = incidents.words.zh === '';
    let zh = `近${longest}个月（${start}至${facts.day}）内${none ? '没有成立的重要投诉或安全责任事故' : `有${incidents.words.zh}`}`;
    let en = `in the ${counted(longest, 'month')} counted back from the review (${start} to ${facts.day}) there ${none ? 'was no upheld important complaint or accident' : incidents.words.en}`;
    if (age.words !== undefined) {
      zh += `；${age.words.zh}`;
      en += `; ${age.words.en}`;
    }
    if (evidence.length === 0 && facts.dossier.incidents != null) evidence.push('incidents');
    return { answers, reason: sentence(zh, en, answers), evidence, readings: reading(8) | age.readings };
  };
}
