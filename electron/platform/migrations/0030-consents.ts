/** Applicants' answers to proposed stars, by the national platform's receipt. */
export const consents = {
  number: 30,
  name: 'consents',
  sql: `
CREATE TABLE consent (receipt text PRIMARY KEY, body text NOT NULL);
`,
};
