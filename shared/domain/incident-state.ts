/** What a complaint or accident comes to: its outcome and its weight. */
export interface IncidentState {
  readonly status: 'open' | 'upheld' | 'dismissed';
  readonly grade: 'important' | 'minor' | null;
}

/** A grading (`important`, `minor`) or a closing (`upheld`, `dismissed`). */
export type IncidentVerdict = 'important' | 'minor' | 'upheld' | 'dismissed';

/** One grading or closing, as far as it says what counts. */
export interface IncidentJudgement {
  readonly id: string;
  readonly verdict: IncidentVerdict;
  /** The judgement in force when this one was made; null where there was none. */
  readonly follows: string | null;
  /** Whether another desk can know it; one from before judgements travelled counts first, and nothing follows it. */
  readonly travels: boolean;
}

/** What is in force of an incident's judgements. */
export interface InForce<J extends IncidentJudgement> {
  readonly state: IncidentState;
  readonly grading: J | undefined;
  readonly closing: J | undefined;
  /** What the next judgement follows. */
  readonly newest: string | null;
}

/** Whether nothing more is to be judged: dismissed, or upheld with a grade. */
export const isSettled = ({ grade, status }: IncidentState): boolean =>
  status === 'dismissed' || (status === 'upheld' && grade !== null);

const isClosing = (verdict: IncidentVerdict): verdict is 'upheld' | 'dismissed' =>
  verdict === 'upheld' || verdict === 'dismissed';

/**
 * Works out what is in force from an incident as it was told and its judgements in the platform's order.
 *
 * A judgement counts when it follows the one in force before it: of two made at two desks without
 * knowledge of each other the earlier counts, and what was built on the later falls with it. Nothing is
 * closed twice, and nothing settled is judged again. Every desk comes to the same.
 */
export function judgementsInForce<J extends IncidentJudgement>(told: IncidentState, ordered: readonly J[]): InForce<J> {
  let inForce: InForce<J> = { state: told, grading: undefined, closing: undefined, newest: null };
  for (const judgement of ordered) {
    const { id, follows, travels, verdict } = judgement;
    if (travels && follows !== inForce.newest) continue;
    const { state } = inForce;
    if (isSettled(state) || (isClosing(verdict) && state.status !== 'open')) continue;
    inForce = {
      ...inForce,
      ...(isClosing(verdict)
        ? { state: { ...state, status: verdict }, closing: judgement }
        : { state: { ...state, grade: verdict }, grading: judgement }),
      newest: travels ? id : inForce.newest,
    };
  }
  return inForce;
}
