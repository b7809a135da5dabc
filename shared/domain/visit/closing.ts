import { linesOf, type VisitChecklist } from './checklist.ts';

/** What still bars the closing of a visit. */
export interface ClosingGaps {
  /** Required lines without an answer. */
  readonly lines: readonly string[];
  /** Ladders without a recorded level. */
  readonly levels: readonly ('traceability' | 'risk-control')[];
  /** The lines' outcome was not recorded. */
  readonly outcome: boolean;
  /** Who has not signed, or signed something that has changed since; `enterprise` stands for its representative. */
  readonly signatures: readonly { readonly signer: string; readonly why: 'missing' | 'void' }[];
}

/** The signer that stands for the enterprise. */
export const ENTERPRISE = 'enterprise';

/** What a visit must hold to be closed. */
export interface ClosingFacts {
  readonly checklist: Pick<VisitChecklist, 'groups'>;
  readonly answered: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
  readonly hasOutcome: boolean;
  readonly team: readonly string[];
  /** The facts each signer's last signature stands under. */
  readonly signed: ReadonlyMap<string, string>;
  readonly factsHash: string;
}

/** Everything that is still to be done before a visit can be closed; all at once, so that nobody walks twice. */
export function closingGaps(facts: ClosingFacts): ClosingGaps {
  return {
    lines: linesOf(facts.checklist)
      .filter(({ id, required }) => required && !facts.answered.has(id))
      .map(({ id }) => id),
    levels: (['traceability', 'risk-control'] as const).filter((kind) => !facts.levels.has(kind)),
    outcome: !facts.hasOutcome,
    signatures: [...facts.team, ENTERPRISE].flatMap((signer) => {
      const under = facts.signed.get(signer);
      return under === facts.factsHash ? [] : [{ signer, why: under === undefined ? 'missing' : 'void' } as const];
    }),
  };
}

/** Whether nothing bars the closing. */
export const isComplete = ({ levels, lines, outcome, signatures }: ClosingGaps): boolean =>
  lines.length + levels.length + signatures.length === 0 && !outcome;
