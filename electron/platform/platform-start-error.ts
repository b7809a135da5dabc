/** Why the platform could not start; each has a sentence that names the remedy. */
export type StartProblem =
  | 'port-in-use'
  | 'address-refused'
  | 'data-in-use'
  | 'data-unreachable'
  | 'data-newer'
  | 'disk-full'
  | 'database-unreachable'
  | 'database-binary'
  | 'database-failed';

/** A start that failed for a reason a person can mend; the message is Chinese, then English. */
export class PlatformStartError extends Error {
  readonly problem: StartProblem;

  constructor(problem: StartProblem, zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'PlatformStartError';
    this.problem = problem;
  }
}
