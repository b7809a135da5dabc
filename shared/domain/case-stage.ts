/** Where a case stands; derived from its facts, never typed in. */
export const STAGES = [
  'documents-in-review',
  'returned',
  'awaiting-sample',
  'in-inspection',
  'ready-for-review',
  'in-review',
  'proposed',
  'granted',
  'refused',
  'issued',
] as const;
export type Stage = (typeof STAGES)[number];

/** The few facts that a stage rests on. */
export interface StageFacts {
  readonly pendingDocuments: number;
  /** Rejected and not replaced: the applicant is still to be told, or to be waited for. */
  readonly rejectedDocuments: number;
  /** The case was returned to the applicant and no newer papers came since. */
  readonly awaitingPapers: boolean;
  readonly acceptedSamples: number;
  readonly evaluationCompleted: boolean;
  readonly opinions: number;
  readonly panelSize: number;
  /** The newest decision that stands; a proposal becomes `granted` with consent, `refused` without. */
  readonly decision: 'proposed' | 'granted' | 'refused' | null;
  readonly issued: boolean;
}

/**
 * The stage of a case. Document review, samples and inspection run side by side; the stage names
 * the first of them that still waits. A rejected paper keeps the case in review until somebody
 * returns it to the applicant; neither holds it once the evaluation went on without that paper.
 */
export function caseStage(facts: StageFacts): Stage {
  if (facts.issued) return 'issued';
  if (facts.decision !== null) return facts.decision;
  const beforeEvaluation = facts.opinions === 0 && !facts.evaluationCompleted;
  if (facts.awaitingPapers && beforeEvaluation) return 'returned';
  if (facts.pendingDocuments > 0 || (facts.rejectedDocuments > 0 && beforeEvaluation)) return 'documents-in-review';
  if (facts.acceptedSamples === 0) return 'awaiting-sample';
  if (!facts.evaluationCompleted) return 'in-inspection';
  return facts.opinions >= facts.panelSize ? 'in-review' : 'ready-for-review';
}

/** Whether a stage lies before the decision. */
export const isOpen = (stage: Stage): boolean => !['proposed', 'granted', 'refused', 'issued'].includes(stage);
