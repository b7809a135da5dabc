/** What a test report names besides its results: sample, product, enterprise, people, as they were when it was released. */
export const reportSubjectMigration = {
  version: 235,
  name: '0235-report-subject',
  sql: `
ALTER TABLE test_report ADD COLUMN subject TEXT;
`,
};
