import { isFinding, type LineAnswer, type Severity } from './checklist.ts';

/** An answered line, as far as the outcome looks at it. */
export interface WeighedAnswer {
  readonly line: string;
  readonly answer: LineAnswer;
  readonly severity: Severity | null;
}

/** A corrective action, as far as the outcome looks at it. */
export interface WeighedAction {
  readonly line: string;
  readonly closed: boolean;
}

type Outcome = 'passed' | 'failed';

/** A finding is settled when something was agreed for it and all of that is done. */
export function isSettled(line: string, actions: readonly WeighedAction[]): boolean {
  const own = actions.filter((action) => action.line === line);
  return own.length > 0 && own.every(({ closed }) => closed);
}

/**
 * What the lines' inspection comes to, given what the team recorded and what still stands open.
 *
 * A critical finding that is not settled fails the lines; a major one leaves a pass open (null: not yet
 * known, never a refusal); minor ones and observations are followed up but bar nothing. A recorded fail
 * stays one. Findings of every part of the checklist count, because TEST.LINES (row 9) is the only
 * place where the standard asks what was found on site.
 */
export function linesOutcome(
  recorded: Outcome | null,
  answers: readonly WeighedAnswer[],
  actions: readonly WeighedAction[],
): Outcome | null {
  const open = answers.filter((given) => isFinding(given) && !isSettled(given.line, actions));
  if (recorded === 'failed' || open.some(({ severity }) => severity === 'critical')) return 'failed';
  return open.some(({ severity }) => severity === 'major') ? null : recorded;
}
