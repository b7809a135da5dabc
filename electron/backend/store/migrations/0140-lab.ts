const bump = (name: string, by: string): string =>
  `INSERT INTO counter (name, n) VALUES (${name}, ${by}) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n;`;

const wanted = (star: string): string => `iif(${star} <= 2, 'spot-check', 'site-test')`;

/** A sample that can be tested, of a case that is not decided and has neither an order nor a result of what its star asks for. */
const toOrder = (condition: string): string => `
INSERT OR IGNORE INTO lab_to_order (sample_id, case_id, arrived_on)
  SELECT s.id, s.case_id, s.arrived_on FROM sample s JOIN case_file c ON c.id = s.case_id
  WHERE ${condition} AND s.refusal IS NULL AND s.state IN ('waiting', 'in-test', 'tested', 'retained', 'on-display')
  AND c.stage IN ('documents-in-review', 'returned', 'awaiting-sample', 'in-inspection', 'ready-for-review', 'in-review')
  AND NOT EXISTS (SELECT 1 FROM test_order o WHERE o.case_id = c.id AND o.purpose = ${wanted('c.requested_star')} AND o.state <> 'cancelled')
  AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.case_id = c.id AND f.kind = ${wanted('c.requested_star')} AND f.superseded = 0);`;

/** Test plans, orders, readings, reports, imported workbooks, and the samples that wait for an order. */
export const labMigration = {
  version: 140,
  name: '0140-lab',
  sql: `
CREATE TABLE test_plan (
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  body TEXT NOT NULL,
  saved_by TEXT,
  saved_at TEXT,
  PRIMARY KEY (id, version)
) STRICT;
CREATE TRIGGER test_plan_no_update BEFORE UPDATE ON test_plan BEGIN SELECT RAISE(ABORT, 'a version of a test plan never changes'); END;
CREATE TRIGGER test_plan_no_delete BEFORE DELETE ON test_plan BEGIN SELECT RAISE(ABORT, 'a version of a test plan never changes'); END;

CREATE TABLE test_order (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  sample_id TEXT NOT NULL REFERENCES sample (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('spot-check', 'site-test')),
  plan_id TEXT NOT NULL,
  plan_version TEXT NOT NULL,
  items TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('to-enter', 'to-release', 'released', 'cancelled')),
  sort_key TEXT NOT NULL,
  due_on TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 0,
  item_count INTEGER NOT NULL,
  entered INTEGER NOT NULL DEFAULT 0,
  decided INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  retest_reason TEXT,
  took_out INTEGER NOT NULL DEFAULT 0,
  ordered_by TEXT NOT NULL,
  ordered_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  cancelled_by TEXT,
  cancelled_at TEXT,
  cancel_reason TEXT,
  amending TEXT REFERENCES test_report (id),
  amending_by TEXT,
  amending_at TEXT,
  amending_reason TEXT,
  FOREIGN KEY (plan_id, plan_version) REFERENCES test_plan (id, version)
) STRICT;
CREATE INDEX test_order_by_state ON test_order (state, sort_key, id);
CREATE INDEX test_order_by_case ON test_order (case_id, purpose);
CREATE INDEX test_order_by_sample ON test_order (sample_id);
CREATE UNIQUE INDEX test_order_one_open ON test_order (case_id, purpose) WHERE state IN ('to-enter', 'to-release');

CREATE TABLE test_reading (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES test_order (id),
  item_id TEXT NOT NULL,
  reading TEXT NOT NULL,
  result TEXT NOT NULL,
  tidied TEXT NOT NULL,
  source TEXT NOT NULL,
  change TEXT NOT NULL,
  reason TEXT,
  entered_by TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  stands INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX test_reading_by_order ON test_reading (order_id, item_id);
CREATE UNIQUE INDEX test_reading_one_stands ON test_reading (order_id, item_id) WHERE stands = 1;
CREATE TRIGGER test_reading_no_rewrite BEFORE UPDATE OF id, order_id, item_id, reading, result, tidied, source, change, reason, entered_by, entered_at
ON test_reading BEGIN SELECT RAISE(ABORT, 'readings are kept as they were entered'); END;
CREATE TRIGGER test_reading_no_delete BEFORE DELETE ON test_reading BEGIN SELECT RAISE(ABORT, 'readings are kept as they were entered'); END;

CREATE TABLE test_report (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL REFERENCES test_order (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  issued_on TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('passed', 'failed')),
  body TEXT NOT NULL,
  released_by TEXT NOT NULL,
  released_at TEXT NOT NULL,
  amends TEXT UNIQUE REFERENCES test_report (id),
  reason TEXT
) STRICT;
CREATE INDEX test_report_by_order ON test_report (order_id);
CREATE INDEX test_report_by_case ON test_report (case_id);
CREATE TRIGGER test_report_no_update BEFORE UPDATE ON test_report BEGIN SELECT RAISE(ABORT, 'a released report never changes'); END;
CREATE TRIGGER test_report_no_delete BEFORE DELETE ON test_report BEGIN SELECT RAISE(ABORT, 'a released report never changes'); END;

CREATE TABLE lab_import (
  sha256 TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  saved INTEGER NOT NULL,
  imported_by TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lab_to_order (
  sample_id TEXT PRIMARY KEY REFERENCES sample (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  arrived_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX lab_to_order_by_arrival ON lab_to_order (arrived_on, sample_id);
CREATE INDEX lab_to_order_by_case ON lab_to_order (case_id);
CREATE TRIGGER lab_to_order_count_insert AFTER INSERT ON lab_to_order BEGIN ${bump(`'lab:to-order'`, '1')} END;
CREATE TRIGGER lab_to_order_count_delete AFTER DELETE ON lab_to_order BEGIN ${bump(`'lab:to-order'`, '-1')} END;
CREATE TRIGGER test_order_count_insert AFTER INSERT ON test_order BEGIN ${bump(`'lab:' || NEW.state`, '1')} END;
CREATE TRIGGER test_order_count_update AFTER UPDATE OF state ON test_order WHEN OLD.state <> NEW.state BEGIN
  ${bump(`'lab:' || OLD.state`, '-1')}
  ${bump(`'lab:' || NEW.state`, '1')}
END;
CREATE TRIGGER lab_sample_arrives AFTER INSERT ON sample BEGIN ${toOrder('s.id = NEW.id')} END;
CREATE TRIGGER lab_sample_leaves AFTER UPDATE OF state ON sample WHEN NEW.state IN ('returned', 'disposed') BEGIN
  DELETE FROM lab_to_order WHERE sample_id = NEW.id;
END;
CREATE TRIGGER lab_case_decided AFTER UPDATE OF stage ON case_file WHEN NEW.stage IN ('proposed', 'granted', 'refused', 'issued') BEGIN
  DELETE FROM lab_to_order WHERE case_id = NEW.id;
END;
CREATE TRIGGER lab_ordered AFTER INSERT ON test_order BEGIN
  DELETE FROM lab_to_order WHERE case_id = NEW.case_id
    AND NEW.purpose = (SELECT ${wanted('c.requested_star')} FROM case_file c WHERE c.id = NEW.case_id);
END;
CREATE TRIGGER lab_order_cancelled AFTER UPDATE OF state ON test_order WHEN NEW.state = 'cancelled' BEGIN ${toOrder('s.case_id = NEW.case_id')} END;
CREATE TRIGGER lab_result_known AFTER INSERT ON finding WHEN NEW.kind IN ('spot-check', 'site-test') BEGIN
  DELETE FROM lab_to_order WHERE case_id = NEW.case_id
    AND NEW.kind = (SELECT ${wanted('c.requested_star')} FROM case_file c WHERE c.id = NEW.case_id);
END;
${toOrder('1 = 1')}
`,
};
