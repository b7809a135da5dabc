/** What the runners' own JSON reports say: how many tests there were, and which of them failed and why. */

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A failed test: the file it stands in, its full name, and what it said. */
export interface Failure {
  readonly file: string;
  readonly name: string;
  readonly message: string;
}

export interface Outcome {
  readonly tally: Tally;
  readonly failures: readonly Failure[];
}

/** The parts of Vitest's JSON report that are read here. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file itself could not be run; empty when it ran. */
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors?: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/** The parts of Playwright's JSON report that are read here. */
export interface PlaywrightReport extends PlaywrightSuite {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  /** What went wrong outside any test. */
  readonly errors?: readonly { readonly message?: string }[];
}

/** A file that could not be run at all counts as one failed test. */
export function vitestOutcome(report: VitestReport): Outcome {
  const failures = report.testResults.flatMap((file) => {
    const failed = file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({ file: file.name, name: test.fullName, message: (test.failureMessages ?? []).join('\n') }));
    const whole = file.status === 'failed' && failed.length === 0;
    return whole ? [{ file: file.name, name: '', message: file.message ?? '' }] : failed;
  });
  return {
    tally: { passed: report.numPassedTests, failed: failures.length, skipped: report.numPendingTests },
    failures,
  };
}

const messages = (errors: readonly { readonly message?: string }[] | undefined): string =>
  (errors ?? []).flatMap((error) => error.message ?? []).join('\n');

const playwrightFailures = (suite: PlaywrightSuite): readonly Failure[] => [
  ...(suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((test) => ({
        file: spec.file,
        name: spec.title,
        message: messages(test.results.flatMap((result) => result.errors ?? [])),
      })),
  ),
  ...(suite.suites ?? []).flatMap(playwrightFailures),
];

/** A test that passed only when tried again counts as failed. */
export function playwrightOutcome(report: PlaywrightReport): Outcome {
  const { expected, flaky, skipped, unexpected } = report.stats;
  const outside = messages(report.errors);
  return {
    tally: { passed: expected, failed: unexpected + flaky, skipped },
    failures: [
      ...playwrightFailures(report),
      ...(outside === '' ? [] : [{ file: 'browser', name: '', message: outside }]),
    ],
  };
}

const LONGEST_MESSAGE = 30;
// oxlint-disable-next-line no-control-regex -- colours are control characters
const COLOURS = /\u001B\[[\d;]*m/g;

/**
 * The failures as text, each with at most {@link LONGEST_MESSAGE} lines of what it said. It stands at the end of a
 * run, so that whoever has only the tail of a long log still learns what failed.
 */
export const failureList = (failures: readonly Failure[], root: string): string =>
  failures
    .map(({ file, message, name }) => {
      const where = file.startsWith(root) ? file.slice(root.length + 1) : file;
      const said = message.replaceAll(COLOURS, '').split('\n').slice(0, LONGEST_MESSAGE);
      return [`✗ ${name === '' ? where : `${where} › ${name}`}`, ...said.map((line) => `    ${line}`.trimEnd())].join(
        '\n',
      );
    })
    .join('\n\n');
