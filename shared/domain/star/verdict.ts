import type { CriterionId } from './standard.ts';
import type { Bilingual, Star } from './star.ts';

/** What a criterion comes to at a star; not yet known is never met. */
export type Answer = 'met' | 'not-met' | 'unknown' | 'not-applicable';

/** Where a star stands: some criterion not met, else some not yet known, else all met or not applicable. */
export type StarStatus = 'failed' | 'open' | 'satisfied';

/**
 * What the dossier comes to for the requested star.
 *
 * `propose` is granted only with the applicant's recorded consent (A17); `undecidable` is never a refusal.
 */
export type Outcome = 'grant' | 'propose' | 'undecidable' | 'refuse';

/** A criterion's answers with the sentence a person signs. */
export interface CriterionVerdict {
  readonly id: CriterionId;
  /** Only the stars that ask for the criterion. */
  readonly perStar: { readonly [S in Star]?: Answer };
  readonly reason: Bilingual;
  /** Paths into the dossier that the answers rest on, `documents[2]`. */
  readonly evidence: readonly string[];
}

/** The star decision on a dossier; fields stand in the order they are written. */
export interface Verdict {
  readonly standard: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly caseId: string;
  readonly requestedStar: Star;
  readonly outcome: Outcome;
  /** Star granted or proposed, or the candidate while undecidable; null when refused. */
  readonly star: Star | null;
  /** Highest of all five stars whose every criterion is met, whatever was requested; null when none. */
  readonly highestSatisfied: Star | null;
  readonly stars: { readonly [S in Star]: StarStatus };
  /** In the standard's order. */
  readonly criteria: readonly CriterionVerdict[];
  /** Criteria of the candidate star that are not yet known; empty unless undecidable. */
  readonly missing: readonly CriterionId[];
  /** Ambiguity readings that the verdict rests on, sorted. */
  readonly readings: readonly string[];
}

/** The one text of a verdict: the same verdict always gives the same bytes. */
export const verdictText = (verdict: Verdict): string => JSON.stringify(verdict);
