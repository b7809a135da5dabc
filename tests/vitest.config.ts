import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** Ends what hangs, on the slowest machine that still gets through: no test is held to a time of its own. */
const LIMIT_MS = 600_000;

/** A process a file: native modules, workers and servers end with it. */
const PROCESS = { environment: 'node', pool: 'forks', testTimeout: LIMIT_MS, hookTimeout: LIMIT_MS } as const;

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          pool: 'threads',
          testTimeout: LIMIT_MS,
        },
      },
      {
        root,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: ['**/*.slow.test.ts'],
          ...PROCESS,
        },
      },
      { root, test: { name: 'slow', include: ['tests/integration/**/*.slow.test.ts'], ...PROCESS } },
    ],
  },
});
