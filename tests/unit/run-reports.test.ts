import { describe, expect, it } from 'vitest';

import { failureList, playwrightOutcome, vitestOutcome } from '#tests/support/run-reports.ts';

const file = (name: string, status: string, assertionResults: readonly object[], message = ''): object => ({
  name,
  status,
  message,
  assertionResults,
});

describe('the end of a test run', () => {
  it('counts a file that could not be loaded as a failure, beside the tests that failed', () => {
    const outcome = vitestOutcome({
      numPassedTests: 1,
      numPendingTests: 1,
      testResults: [
        file('/p/tests/a.test.ts', 'failed', [
          { fullName: 'a breaks', status: 'failed', failureMessages: ['\u001B[31mno\u001B[39m\n  at a:1'] },
          { fullName: 'a works', status: 'passed', failureMessages: [] },
          { fullName: 'a later', status: 'skipped', failureMessages: null },
        ]),
        file('/p/tests/b.test.ts', 'failed', [], 'Cannot find module'),
      ] as never,
    });

    expect(outcome.tally).toEqual({ passed: 1, failed: 2, skipped: 1 });
    expect(failureList(outcome.failures, '/p')).toBe(
      '✗ tests/a.test.ts › a breaks\n    no\n      at a:1\n\n✗ tests/b.test.ts\n    Cannot find module',
    );
  });

  it('names failed and flaky browser tests, however deep they stand, and errors outside any test', () => {
    const test = (status: string, message: string): object => ({ status, results: [{ errors: [{ message }] }] });
    const outcome = playwrightOutcome({
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 1 },
      errors: [{ message: 'port taken' }],
      suites: [
        {
          specs: [{ title: 'opens', file: 'door.spec.ts', tests: [test('unexpected', 'shut'), test('expected', '')] }],
          suites: [{ specs: [{ title: 'shuts', file: 'door.spec.ts', tests: [test('flaky', 'open')] }] }],
        },
      ] as never,
    });

    expect(outcome.tally).toEqual({ passed: 1, failed: 2, skipped: 1 });
    expect(outcome.failures.map(({ message, name }) => `${name}: ${message}`)).toEqual([
      'opens: shut',
      'shuts: open',
      ': port taken',
    ]);
  });

  it('keeps a long message short enough to read', () => {
    const long = { file: '/p/a', name: '', message: Array.from({ length: 500 }, (_, i) => `line ${i}`).join('\n') };

    expect(failureList([long], '/p').split('\n')).toHaveLength(31);
  });
});
