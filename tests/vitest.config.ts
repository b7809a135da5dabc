import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** A process a file: native modules, workers and servers end with it. */
const PROCESS = { environment: 'node', pool: 'forks', testTimeout: 30_000, hookTimeout: 60_000 } as const;

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
          testTimeout: 30_000,
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
