import { assertNever } from '#shared/base/assert-never.ts';
import { certificatesJudge } from './certificates.ts';
import { cleanRecordJudge } from './clean-record.ts';
import type { Dossier } from './dossier.ts';
import { factsOf } from './facts.ts';
import { reading, readingBit, type Judge } from './judgement.ts';
import { riskControlJudge, traceabilityJudge } from './levels.ts';
import { licenceJudge } from './licence.ts';
import { modeJudge } from './mode.ts';
import { insuranceJudge, photosJudge } from './photos-and-insurance.ts';
import { sampleJudge } from './sample-gate.ts';
import type { Criterion, CriterionId, Standard } from './standard.ts';
import { starBit, type Star, type StarSet } from './star.ts';
import { linesJudge, productTestJudge } from './testing.ts';
import type { CriterionVerdict, Outcome, StarStatus, Verdict } from './verdict.ts';

interface Compiled {
  readonly standard: Verdict['standard'];
  readonly judges: readonly { readonly id: CriterionId; readonly judge: Judge }[];
  readonly readings: readonly { readonly bit: number; readonly id: string }[];
}

function judgeOf(criterion: Criterion): Judge {
  switch (criterion.id) {
    case 'BASIC.LICENCE':
      return licenceJudge(criterion);
    case 'BASIC.COMPLIANCE_CERTS':
      return certificatesJudge(criterion);
    case 'BASIC.SAFETY_PHOTOS':
      return photosJudge(criterion);
    case 'RISK.CLEAN_RECORD':
      return cleanRecordJudge(criterion);
    case 'RISK.TRACEABILITY':
      return traceabilityJudge(criterion);
    case 'RISK.RISK_CONTROL':
      return riskControlJudge(criterion);
    case 'RISK.QUALITY_INSURANCE':
      return insuranceJudge(criterion);
    case 'TEST.PRODUCT':
      return productTestJudge(criterion);
    case 'TEST.LINES':
      return linesJudge(criterion);
    case 'MODE.EVALUATION':
      return modeJudge(criterion);
    case 'GATE.SAMPLE_SENT':
      return sampleJudge(criterion);
    default:
      return assertNever(criterion);
  }
}

/** A standard is compiled once and its judges kept as long as it lives. */
const compiled = new WeakMap<Standard, Compiled>();

function compile(standard: Standard): Compiled {
  let found = compiled.get(standard);
  if (found === undefined) {
    found = {
      standard: { id: standard.id, version: standard.version, sha256: standard.sha256 },
      judges: standard.criteria.map((criterion) => ({ id: criterion.id, judge: judgeOf(criterion) })),
      readings: standard.readings.map(({ id }) => ({ bit: readingBit(id), id })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
    compiled.set(standard, found);
  }
  return found;
}

function statusOf(star: Star, failed: StarSet, open: StarSet): StarStatus {
  const bit = starBit(star);
  if ((failed & bit) !== 0) return 'failed';
  return (open & bit) === 0 ? 'satisfied' : 'open';
}

/** The first star from the requested one down that is not failed; null when none is left. */
function candidateFrom(requested: Star, stars: Verdict['stars']): Star | null {
  for (let star: number = requested; star >= 1; star--) {
    if (stars[star as Star] !== 'failed') return star as Star;
  }
  return null;
}

function highestOf(stars: Verdict['stars']): Star | null {
  for (let star = 5; star >= 1; star--) if (stars[star as Star] === 'satisfied') return star as Star;
  return null;
}

function outcomeOf(requested: Star, candidate: Star | null, stars: Verdict['stars']): Outcome {
  if (candidate === null) return 'refuse';
  if (stars[candidate] === 'open') return 'undecidable';
  return candidate === requested ? 'grant' : 'propose';
}

/**
 * Decides a dossier against a star standard.
 *
 * Pure: no clock, no store; the same standard and dossier always give the same verdict, field by
 * field, so that a stored decision can be replayed years later. A star's status is failed when any
 * criterion is not met, else open when any is not yet known, else satisfied; a criterion that a star
 * does not ask for is no part of it. A lower star than requested is only proposed (A17).
 */
export function decide(standard: Standard, dossier: Dossier): Verdict {
  const { standard: head, judges, readings: listed } = compile(standard);
  const facts = factsOf(dossier);
  const criteria: CriterionVerdict[] = [];
  const unknowns: StarSet[] = [];
  let failed: StarSet = 0;
  let open: StarSet = 0;
  let readings = 0;
  for (const { id, judge } of judges) {
    const { answers, reason, evidence, readings: own } = judge(facts);
    failed |= answers.notMet;
    open |= answers.unknown;
    readings |= own;
    unknowns.push(answers.unknown);
    criteria.push({ id, perStar: answers.perStar, reason, evidence });
  }
  const stars = {
    1: statusOf(1, failed, open),
    2: statusOf(2, failed, open),
    3: statusOf(3, failed, open),
    4: statusOf(4, failed, open),
    5: statusOf(5, failed, open),
  };
  const { id: caseId, requestedStar } = dossier.case;
  const star = candidateFrom(requestedStar, stars);
  const outcome = outcomeOf(requestedStar, star, stars);
  if (star !== null && star < requestedStar) readings |= reading(17);
  const missing: CriterionId[] = [];
  if (outcome === 'undecidable' && star !== null) {
    for (let index = 0; index < judges.length; index++) {
      const entry = judges[index];
      if (entry !== undefined && ((unknowns[index] ?? 0) & starBit(star)) !== 0) missing.push(entry.id);
    }
  }
  const named: string[] = [];
  for (const { bit, id } of listed) if ((readings & bit) !== 0) named.push(id);
  return {
    standard: head,
    caseId,
    requestedStar,
    outcome,
    star,
    highestSatisfied: highestOf(stars),
    stars,
    criteria,
    missing,
    readings: named,
  };
}
