import type { CaseView } from '#shared/contract/cases.ts';
import type { CriterionId } from '#shared/domain/star/standard.ts';
import { blockersOf } from '#renderer/ui/star-ladder-model.ts';
import type { FindingKind } from './finding-words.ts';

/**
 * The finding that moves a criterion on; null where a paper or the sample does.
 *
 * A product is spot-checked up to two stars and tested on site from three.
 */
function findingFor(criterion: CriterionId, star: number): FindingKind | null {
  switch (criterion) {
    case 'RISK.TRACEABILITY':
      return 'traceability';
    case 'RISK.RISK_CONTROL':
      return 'risk-control';
    case 'TEST.PRODUCT':
      return star >= 3 ? 'site-test' : 'spot-check';
    case 'TEST.LINES':
      return 'lines';
    case 'MODE.EVALUATION':
      return 'evaluation';
    case 'RISK.CLEAN_RECORD':
      return 'review-date';
    default:
      return null;
  }
}

/** The fact to record next: the first not yet known at the requested star that a finding can answer; null when none is. */
export function nextFinding({ verdict, findings }: Pick<CaseView, 'verdict' | 'findings'>): FindingKind | null {
  const recorded = new Set(findings.map(({ kind }) => kind));
  const wanted = blockersOf(verdict, verdict.requestedStar).flatMap(({ id, answer }) => {
    const kind = answer === 'unknown' ? findingFor(id, verdict.requestedStar) : null;
    return kind === null ? [] : [kind];
  });
  return wanted.find((kind) => !recorded.has(kind)) ?? wanted.find((kind) => kind === 'evaluation') ?? null;
}
