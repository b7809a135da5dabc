/**
 * The product's category when a test was ordered, and why less than a plan for it was ordered. Orders from before
 * have neither: their category is the case's, and no reason was asked for.
 */
export const orderScopeMigration = {
  version: 250,
  name: '0250-order-scope',
  sql: `
ALTER TABLE test_order ADD COLUMN category TEXT;
ALTER TABLE test_order ADD COLUMN scope_reason TEXT;
`,
};
