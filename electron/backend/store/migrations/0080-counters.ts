const bump = (name: string, by: string): string =>
  `INSERT INTO counter (name, n) VALUES (${name}, ${by}) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n;`;

const counted = (table: string, column: string, prefix: string): string => `
CREATE TRIGGER ${table}_count_insert AFTER INSERT ON ${table} BEGIN ${bump(`'${prefix}' || NEW.${column}`, '1')} END;
CREATE TRIGGER ${table}_count_update AFTER UPDATE OF ${column} ON ${table} WHEN OLD.${column} IS NOT NEW.${column} BEGIN
  ${bump(`'${prefix}' || OLD.${column}`, '-1')}
  ${bump(`'${prefix}' || NEW.${column}`, '1')}
END;`;

/** Counts that stand on screen, kept by triggers instead of counted each time. */
export const countersMigration = {
  version: 80,
  name: '0080-counters',
  sql: `
CREATE TABLE counter (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
${counted('case_file', 'stage', 'stage:')}
${counted('parcel', 'state', 'parcel:')}
${counted('outbox', 'state', 'outbox:')}
CREATE TRIGGER award_count_insert AFTER INSERT ON award WHEN NEW.to_print = 1 BEGIN ${bump(`'award:to-print'`, '1')} END;
CREATE TRIGGER award_count_update AFTER UPDATE OF certificate_prints, badge_prints ON award WHEN OLD.to_print <> NEW.to_print BEGIN
  ${bump(`'award:to-print'`, 'NEW.to_print - OLD.to_print')}
END;
`,
};
