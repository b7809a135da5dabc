import { defineConfig } from 'oxlint';

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'react', 'import', 'promise'],
  jsPlugins: ['./tests/support/house-lint.js'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['out/**', 'release/**', 'node_modules/**', 'resources/**'],
  rules: {
    'house/import-table': 'error',
    'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    'no-empty': ['error', { allowEmptyCatch: false }],
    'no-console': 'error',
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/jsx-filename-extension': 'off',
    'import/no-unassigned-import': 'off',
    'eslint/no-control-regex': 'off',
    'import/no-named-as-default-member': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/require-post-message-target-origin': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'eslint/no-shadow': 'off',
    'eslint/no-await-in-loop': 'off',
    'eslint/no-underscore-dangle': 'off',
    'promise/always-return': 'off',
  },
  overrides: [
    {
      files: ['*.config.ts', 'tests/**/*.config.ts', 'tests/support/house-lint.js'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      files: [
        'electron/launch.js',
        'electron/cli/**',
        'tests/run.ts',
        'tests/bench/**',
        'electron/platform/main.ts',
        'electron/localhost/**',
      ],
      rules: { 'no-console': 'off' },
    },
  ],
});
