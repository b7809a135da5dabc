import { addMonths, type PlainDate } from '#shared/base/plain-date.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
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

/** How far ahead a corrective action may be due; a later day is a slip of the pen in the year. */
const DUE_WITHIN_MONTHS = 12;

/** Whether a corrective action may be due on a day: after today, at most a year ahead. */
export function mayBeDueOn(
  dueOn: PlainDate,
  today: PlainDate,
): Result<null, Failure<'visit.due-not-ahead' | 'visit.due-too-far'>> {
  if (dueOn <= today) return fail({ code: 'visit.due-not-ahead', field: 'dueOn', data: { on: dueOn, today } });
  const latest = addMonths(today, DUE_WITHIN_MONTHS);
  return dueOn > latest ? fail({ code: 'visit.due-too-far', field: 'dueOn', data: { on: dueOn, latest } }) : ok(null);
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
