/**
 * Rounds of review, panels, opinions by criterion, one decision per round, appeals.
 *
 * `opinion` and `decision` are built anew because their keys change (one per round, and another
 * desk's decision beside ours); every row is copied as it stands.
 */
export const reviewRoundsMigration = {
  version: 180,
  name: '0180-review-rounds',
  sql: `
CREATE TABLE review_round (
  case_id TEXT NOT NULL REFERENCES case_file (id),
  round INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('first', 'appeal', 'correction', 'lapsed')),
  panel_round INTEGER NOT NULL,
  panel_size INTEGER,
  fact TEXT,
  reason TEXT NOT NULL DEFAULT '',
  opened_by TEXT,
  opened_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'decided', 'dismissed')),
  PRIMARY KEY (case_id, round)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX review_round_open ON review_round (case_id) WHERE state = 'open';
CREATE TRIGGER review_round_no_delete BEFORE DELETE ON review_round BEGIN SELECT RAISE(ABORT, 'rounds of review are kept'); END;
CREATE TRIGGER review_round_first AFTER INSERT ON case_file BEGIN
  INSERT INTO review_round (case_id, round, kind, panel_round, opened_at) VALUES (NEW.id, 1, 'first', 1, NEW.created_at);
END;
INSERT INTO review_round (case_id, round, kind, panel_round, opened_at, state)
  SELECT c.id, 1, 'first', 1, c.created_at, CASE WHEN d.id IS NULL THEN 'open' ELSE 'decided' END
  FROM case_file c LEFT JOIN decision d ON d.case_id = c.id;

CREATE TABLE panel_seat (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  assigned_by TEXT NOT NULL,
  assigned_at TEXT NOT NULL,
  declared_at TEXT,
  released_by TEXT,
  released_at TEXT,
  release_reason TEXT,
  active INTEGER NOT NULL DEFAULT 1,
  due_on TEXT NOT NULL DEFAULT '',
  FOREIGN KEY (case_id, round) REFERENCES review_round (case_id, round)
) STRICT;
CREATE UNIQUE INDEX panel_seat_held ON panel_seat (case_id, round, person_id) WHERE released_at IS NULL;
CREATE INDEX panel_seat_mine ON panel_seat (person_id, due_on, case_id) WHERE active = 1;
CREATE TRIGGER panel_seat_no_delete BEFORE DELETE ON panel_seat BEGIN SELECT RAISE(ABORT, 'who sat on a panel is kept'); END;
INSERT INTO panel_seat (id, case_id, round, person_id, assigned_by, assigned_at, active, due_on)
  SELECT 'seat-' || o.case_id || '-' || o.person_id, o.case_id, 1, o.person_id, o.person_id, o.given_at,
    CASE WHEN d.id IS NULL THEN 1 ELSE 0 END, c.due_on
  FROM opinion o JOIN case_file c ON c.id = o.case_id LEFT JOIN decision d ON d.case_id = o.case_id;

CREATE TABLE opinion_by_round (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  star INTEGER NOT NULL,
  text TEXT NOT NULL,
  criteria TEXT NOT NULL DEFAULT '[]',
  given_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_reason TEXT,
  FOREIGN KEY (case_id, round) REFERENCES review_round (case_id, round)
) STRICT;
INSERT INTO opinion_by_round (id, case_id, round, person_id, star, text, given_at)
  SELECT 'opinion-' || case_id || '-' || person_id, case_id, 1, person_id, star, text, given_at FROM opinion;
DROP TABLE opinion;
ALTER TABLE opinion_by_round RENAME TO opinion;
CREATE UNIQUE INDEX opinion_given ON opinion (case_id, round, person_id) WHERE withdrawn_at IS NULL;
CREATE TRIGGER opinion_no_delete BEFORE DELETE ON opinion BEGIN SELECT RAISE(ABORT, 'opinions are kept'); END;
CREATE TRIGGER opinion_no_rewrite BEFORE UPDATE OF case_id, round, person_id, star, text, criteria, given_at ON opinion
BEGIN SELECT RAISE(ABORT, 'opinions are kept as they were given'); END;

DROP TRIGGER decision_no_delete;
DROP TRIGGER decision_no_rewrite;
CREATE TABLE decision_by_round (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('grant', 'propose', 'refuse')),
  star INTEGER,
  standard_sha256 TEXT NOT NULL,
  dossier TEXT NOT NULL,
  verdict TEXT NOT NULL,
  opinions TEXT NOT NULL,
  people TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_by_name TEXT,
  decided_at TEXT NOT NULL,
  note TEXT,
  desk TEXT,
  ledger_seq INTEGER REFERENCES ledger (seq),
  state TEXT NOT NULL DEFAULT 'stands' CHECK (state IN ('stands', 'rival', 'void')),
  appeal_until TEXT NOT NULL,
  consent_until TEXT,
  consent_agreed INTEGER,
  consent_how TEXT,
  consent_channel TEXT,
  consent_by TEXT,
  consent_at TEXT,
  CHECK ((desk IS NULL) = (ledger_seq IS NOT NULL)),
  FOREIGN KEY (case_id, round) REFERENCES review_round (case_id, round)
) STRICT;
INSERT INTO decision_by_round (id, case_id, round, outcome, star, standard_sha256, dossier, verdict, opinions, people, decided_by,
    decided_at, note, ledger_seq, appeal_until, consent_until, consent_agreed, consent_how, consent_channel, consent_by, consent_at)
  SELECT d.id, d.case_id, 1, d.outcome, d.star, d.standard_sha256, d.dossier, d.verdict,
    (SELECT json_group_array(json_object('criteria', json('[]'), 'givenAt', o.given_at, 'name', coalesce(p.name, o.person_id),
       'personId', o.person_id, 'star', o.star, 'text', o.text)) FROM opinion o LEFT JOIN person p ON p.id = o.person_id
     WHERE o.case_id = d.case_id),
    (SELECT json_group_array(json_object('name', coalesce(p.name, t.person_id), 'personId', t.person_id, 'touches', json(t.touches)))
     FROM (SELECT person_id, json_group_array(touch) AS touches FROM case_touch WHERE case_id = d.case_id GROUP BY person_id) t
     LEFT JOIN person p ON p.id = t.person_id),
    d.decided_by, d.decided_at, d.note, d.ledger_seq, date(d.decided_at, '+8 hours', '+30 days'),
    CASE WHEN d.outcome = 'propose' THEN date(d.decided_at, '+8 hours', '+30 days') END,
    d.consent_agreed, d.consent_how, CASE WHEN d.consent_at IS NULL THEN NULL ELSE 'platform' END, d.consent_by, d.consent_at
  FROM decision d;
DROP TABLE decision;
ALTER TABLE decision_by_round RENAME TO decision;
CREATE UNIQUE INDEX decision_standing ON decision (case_id, round) WHERE state = 'stands';
CREATE INDEX decision_by_case ON decision (case_id, round);
CREATE INDEX decision_by_day ON decision (decided_at, id) WHERE state = 'stands';
CREATE TRIGGER decision_standard BEFORE INSERT ON decision
WHEN NEW.desk IS NULL AND NOT EXISTS (SELECT 1 FROM standard WHERE sha256 = NEW.standard_sha256)
BEGIN SELECT RAISE(ABORT, 'the standard a decision rests on is kept first'); END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are kept'); END;
CREATE TRIGGER decision_no_rewrite BEFORE UPDATE OF case_id, round, outcome, star, standard_sha256, dossier, verdict, opinions,
  people, decided_by, decided_by_name, decided_at, note, desk, ledger_seq, appeal_until, consent_until ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are kept as they were made'); END;
CREATE TRIGGER decision_consent_once BEFORE UPDATE OF consent_agreed, consent_how, consent_channel, consent_by, consent_at ON decision
WHEN OLD.consent_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'consents are kept as they were given'); END;

CREATE TABLE appeal (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  grounds TEXT NOT NULL,
  received_on TEXT NOT NULL,
  filed_by TEXT NOT NULL,
  filed_at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('upheld', 'dismissed')),
  reason TEXT,
  decided_by TEXT,
  decided_at TEXT,
  FOREIGN KEY (case_id, round) REFERENCES review_round (case_id, round)
) STRICT;
CREATE UNIQUE INDEX appeal_by_round ON appeal (case_id, round);
CREATE INDEX appeal_open ON appeal (case_id) WHERE outcome IS NULL;
CREATE TRIGGER appeal_no_delete BEFORE DELETE ON appeal BEGIN SELECT RAISE(ABORT, 'appeals are kept'); END;

CREATE TABLE guarded_version (
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (entity, entity_id)
) STRICT, WITHOUT ROWID;
INSERT INTO guarded_version SELECT 'decision', case_id, 1 + (consent_at IS NOT NULL) FROM decision;

ALTER TABLE case_touch ADD COLUMN round INTEGER NOT NULL DEFAULT 1;
ALTER TABLE conflict_of_interest ADD COLUMN kind TEXT NOT NULL DEFAULT 'interest' CHECK (kind IN ('interest', 'paid-services'));
ALTER TABLE case_file ADD COLUMN stage_since TEXT NOT NULL DEFAULT '';
UPDATE case_file SET stage_since = created_at;
`,
};
