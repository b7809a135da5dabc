import { answersOf } from './answers.ts';
import { askedStars, blankCellReading, reading, sentence, type Judge, type Judgement } from './judgement.ts';
import type { Ask, RiskControlCriterion, Rung, TraceabilityCriterion } from './standard.ts';
import { listed, starBit, starNames, type Bilingual, type StarSet } from './star.ts';

/** How a recorded rung of a ladder compares with what each star asks. */
export interface Comparison {
  /** Stars that ask for more than was recorded. */
  readonly above: StarSet;
  /** Stars that ask for less. */
  readonly below: StarSet;
  /** What those that ask for more want: 四、五星要求“…”; empty when none does. */
  readonly wanted: Bilingual;
}

/** Compares a rung with every star's, on a ladder listed from the lowest rung. */
export function compareRung<Id extends string>(
  ladder: readonly Rung<Id>[],
  asks: readonly Ask<Id>[],
  recorded: Id,
): Comparison {
  const rank = (id: Id): number => ladder.findIndex((rung) => rung.id === id);
  const mine = rank(recorded);
  const higher = asks.filter((ask) => rank(ask.value) > mine);
  const lower = asks.filter((ask) => rank(ask.value) < mine);
  const bits = (list: readonly Ask<Id>[]): StarSet => list.reduce((set, ask) => set | starBit(ask.star), 0);
  const named = [...Map.groupBy(higher, (ask) => ask.value)].map(([value, group]) => {
    const rung = ladder.find((candidate) => candidate.id === value);
    const stars = starNames(bits(group));
    const verb = group.length === 1 ? 'asks' : 'ask';
    return { zh: `${stars.zh}要求“${rung?.zh}”`, en: `${stars.en} ${verb} for “${rung?.en}”` };
  });
  return {
    above: bits(higher),
    below: bits(lower),
    wanted: listed(named),
  };
}

interface Wording {
  readonly subject: Bilingual;
  readonly path: 'traceability' | 'riskControl';
  readonly readings: (comparison: Comparison) => number;
  readonly always: number;
}

/** All judgements of a ladder are known beforehand: one for each rung and one for nothing recorded. */
function ladderTable<Id extends string>(
  criterion: { readonly levels: readonly Rung<Id>[]; readonly asks: readonly Ask<Id>[] },
  asked: StarSet,
  wording: Wording,
): { readonly byLevel: ReadonlyMap<string, Judgement>; readonly none: Judgement } {
  const { subject, path, always } = wording;
  const byLevel = new Map<string, Judgement>();
  for (const level of criterion.levels) {
    const comparison = compareRung(criterion.levels, criterion.asks, level.id);
    const answers = answersOf(asked, comparison.above, 0);
    const { wanted } = comparison;
    const zh = `${subject.zh}记录为“${level.zh}”${wanted.zh === '' ? '' : `，而${wanted.zh}`}`;
    const en = `the ${subject.en} is recorded as “${level.en}”${wanted.en === '' ? '' : `, while ${wanted.en}`}`;
    byLevel.set(level.id, {
      answers,
      reason: sentence(zh, en, answers),
      evidence: [path],
      readings: always | wording.readings(comparison),
    });
  }
  const unknown = answersOf(asked, 0, asked);
  const reason = sentence(`${subject.zh}尚未记录`, `the ${subject.en} is not recorded yet`, unknown);
  return { byLevel, none: { answers: unknown, reason, evidence: [], readings: always } };
}

/** RISK.TRACEABILITY (row 5, A10): the recorded level or a higher one. */
export function traceabilityJudge(criterion: TraceabilityCriterion): Judge {
  const table = ladderTable(criterion, askedStars(criterion), {
    subject: { zh: '产品溯源机制', en: 'traceability mechanism' },
    path: 'traceability',
    readings: (comparison) => (comparison.below === 0 ? 0 : reading(10)),
    always: 0,
  });
  return (facts) => table.byLevel.get(facts.dossier.traceability ?? '') ?? table.none;
}

/** RISK.RISK_CONTROL (row 6, A11): the recorded level or a higher one. */
export function riskControlJudge(criterion: RiskControlCriterion): Judge {
  const table = ladderTable(criterion, askedStars(criterion), {
    subject: { zh: '风控管理制度', en: 'risk-control system' },
    path: 'riskControl',
    readings: () => reading(11),
    always: blankCellReading(criterion),
  });
  return (facts) => table.byLevel.get(facts.dossier.riskControl ?? '') ?? table.none;
}
