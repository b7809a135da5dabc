import { Engine, type RuleProperties } from 'json-rules-engine';
import { addMonths } from '#shared/base/plain-date.ts';
import { isUscc } from '#shared/domain/codes/uscc.ts';
import {
  CHAIN_LINKS,
  EVALUATION_MODES,
  RISK_CONTROL_LEVELS,
  TRACEABILITY_LEVELS,
  type Dossier,
} from '#shared/domain/star/dossier.ts';
import { factsOf, isGiven, pileOf, pileState, type Facts } from '#shared/domain/star/facts.ts';
import type { StarStatus } from '#shared/domain/star/verdict.ts';

type Condition = { readonly fact: string; readonly operator: string; readonly value: unknown };

const is = (fact: string, value: unknown): Condition => ({ fact, operator: 'equal', value });
const atMost = (fact: string, value: number): Condition => ({ fact, operator: 'lessThanInclusive', value });
const above = (fact: string, value: number): Condition => ({ fact, operator: 'greaterThan', value });
const below = (fact: string, value: number): Condition => ({ fact, operator: 'lessThan', value });

const rule = (
  answer: 'not-met' | 'unknown',
  stars: readonly number[],
  ...all: readonly Condition[]
): RuleProperties => ({
  conditions: { all: all.map((condition) => ({ ...condition })) },
  event: { type: answer, params: { stars } },
});

const ALL = [1, 2, 3, 4, 5];
/** The same months for several stars share a rule, as somebody who knows the library would write it. */
const WINDOWS = [
  [6, [1]],
  [12, [2]],
  [24, [3, 4]],
  [36, [5]],
] as const;

/** The standard as rules of json-rules-engine: each says when a set of stars is failed or open. */
function rules(): readonly RuleProperties[] {
  const made: RuleProperties[] = [
    rule('not-met', ALL, is('licence', 'fails')),
    rule('unknown', ALL, is('licence', 'pending')),
    rule('not-met', ALL, above('linksFailing', 0)),
    rule('unknown', ALL, above('linksOpen', 0)),
    rule('unknown', [2, 3, 4, 5], below('photos', 3)),
    rule('unknown', ALL, is('reviewed', false)),
    rule('unknown', ALL, is('traceability', -1)),
    rule('unknown', [2, 3, 4, 5], is('riskControl', -1)),
    rule('not-met', [4, 5], is('insurance', 'fails')),
    {
      conditions: { any: [{ ...is('insurance', 'pending') }, { ...is('insurance', 'absent') }] },
      event: { type: 'unknown', params: { stars: [4, 5] } },
    },
    {
      conditions: { any: [{ ...is('spotCheck', 'failed') }, { ...is('siteTest', 'failed') }] },
      event: { type: 'not-met', params: { stars: ALL } },
    },
    rule('unknown', [1, 2], is('spotCheck', 'none'), is('siteTest', 'none')),
    rule('unknown', [3, 4, 5], is('siteTest', 'none')),
    rule('not-met', [3, 4, 5], is('lines', 'failed')),
    rule('unknown', [3, 4, 5], is('lines', 'none')),
    rule('unknown', ALL, is('mode', -1)),
    rule('not-met', [2], is('mode', 0)),
    rule('not-met', [3, 4, 5], above('mode', -1), below('mode', 2)),
    rule('unknown', ALL, is('sample', false)),
    rule('unknown', [3, 4, 5], is('age', 'unknown'), is('reviewed', true)),
  ];
  for (const [months, stars] of WINDOWS) {
    made.push(rule('not-met', stars, above(`upheld${months}`, 0)), rule('unknown', stars, above(`open${months}`, 0)));
    if (months >= 24) made.push(rule('not-met', stars, is(`young${months}`, true)));
  }
  for (const [rank, stars] of [
    [0, [2, 3, 4, 5]],
    [1, [4, 5]],
    [2, [5]],
  ] as const) {
    made.push(rule('not-met', stars, is('traceability', rank)));
  }
  for (const [rank, star] of [
    [0, 3],
    [1, 4],
    [2, 5],
  ] as const) {
    made.push(rule('not-met', [star], above('riskControl', -1), atMost('riskControl', rank)));
  }
  return made;
}

function licence(facts: Facts): string {
  const kinds = (names: readonly string[]) => names.map((name) => pileState(pileOf(facts, name)));
  const uscc = facts.dossier.enterprise?.uscc;
  const code = isGiven(uscc) ? (isUscc(uscc) ? 'holds' : 'fails') : 'pending';
  const sets = [
    kinds(['business-licence']),
    kinds(['business-licence-legacy', 'org-code-certificate', 'tax-registration']),
  ];
  const states = sets.flatMap((states, index) => {
    if (states.every((state) => state === 'absent')) return [];
    const all: readonly string[] = index === 0 ? [...states, code] : states;
    if (all.includes('fails')) return ['fails'];
    return all.every((state) => state === 'holds') ? ['holds'] : ['pending'];
  });
  if (states.includes('holds')) return 'holds';
  return states.length === 0 || states.includes('pending') ? 'pending' : 'fails';
}

/** The flat facts the rules compare: what a rule language of this kind cannot express is computed here. */
function flatFacts(dossier: Dossier): Record<string, unknown> {
  const facts = factsOf(dossier);
  const { reviewOn } = dossier.case;
  const spot = dossier.spotCheck;
  const excused = spot?.outcome === 'not-selected' && isGiven(spot.by) && isGiven(spot.reason);
  const linkStates = CHAIN_LINKS.map((link) => {
    const state = pileState(pileOf(facts, link));
    if (state === 'holds' || state === 'fails') return state;
    const exempt = dossier.notApplicable?.some(
      (entry) =>
        entry.criterion === 'BASIC.COMPLIANCE_CERTS' &&
        entry.link === link &&
        isGiven(entry.by) &&
        isGiven(entry.reason),
    );
    return exempt === true ? 'holds' : 'open';
  });
  const founded = dossier.enterprise?.foundedOn;
  const waived = isGiven(dossier.youngEnterpriseWaiver?.by) && isGiven(dossier.youngEnterpriseWaiver.reason);
  const { lines, evaluation, sample } = dossier;
  const flat: Record<string, unknown> = {
    licence: licence(facts),
    linksFailing: linkStates.filter((state) => state === 'fails').length,
    linksOpen: linkStates.filter((state) => state === 'open').length,
    photos: pileOf(facts, 'safety-photo').holding.length,
    insurance: pileState(pileOf(facts, 'insurance-policy')),
    reviewed: reviewOn != null,
    age: founded == null ? 'unknown' : 'known',
    traceability: dossier.traceability == null ? -1 : TRACEABILITY_LEVELS.indexOf(dossier.traceability),
    riskControl: dossier.riskControl == null ? -1 : RISK_CONTROL_LEVELS.indexOf(dossier.riskControl),
    spotCheck: spot?.outcome === 'passed' || excused ? 'passed' : spot?.outcome === 'failed' ? 'failed' : 'none',
    siteTest: dossier.siteTest?.outcome ?? 'none',
    lines:
      lines?.outcome === 'failed'
        ? 'failed'
        : lines?.outcome === 'passed' && lines.inspected === true && lines.recordsViewed === true
          ? 'passed'
          : 'none',
    mode: evaluation?.mode == null || evaluation.completedOn == null ? -1 : EVALUATION_MODES.indexOf(evaluation.mode),
    sample: sample?.receivedOn != null && sample.accepted === true,
  };
  for (const [months] of WINDOWS) {
    const start = reviewOn == null ? null : addMonths(reviewOn, -months);
    const inside = (dossier.incidents ?? []).filter(
      ({ occurredOn }) => start !== null && (occurredOn == null || (occurredOn >= start && occurredOn <= facts.day)),
    );
    flat[`upheld${months}`] = inside.filter(
      (one) => one.status === 'upheld' && one.grade === 'important' && one.occurredOn != null,
    ).length;
    flat[`open${months}`] = inside.filter(
      (one) =>
        one.status == null ||
        one.status === 'open' ||
        (one.status === 'upheld' && (one.grade == null || (one.grade === 'important' && one.occurredOn == null))),
    ).length;
    flat[`young${months}`] = start !== null && founded != null && founded > start && !waived;
  }
  return flat;
}

/** The peer: the status of each star by json-rules-engine; without sentences, evidence or readings. */
export function starPeer(): (dossier: Dossier) => Promise<readonly StarStatus[]> {
  const engine = new Engine([...rules()]);
  return async (dossier) => {
    const { events } = await engine.run(flatFacts(dossier));
    const found: StarStatus[] = ['satisfied', 'satisfied', 'satisfied', 'satisfied', 'satisfied'];
    for (const { type, params } of events) {
      for (const star of (params as { readonly stars: readonly number[] }).stars) {
        if (type === 'not-met') found[star - 1] = 'failed';
        else if (found[star - 1] === 'satisfied') found[star - 1] = 'open';
      }
    }
    return found;
  };
}
