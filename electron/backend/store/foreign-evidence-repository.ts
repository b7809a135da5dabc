import type { CaseId } from '#shared/base/ids.ts';
import type { FindingRecord } from './case-repository.ts';
import type { Store } from './database.ts';

/** The sheet of another desk's evidence on a case, as canonical JSON. */
export const findForeignSheet = (store: Store, caseId: CaseId, kind: string, id: string): string | undefined =>
  store.find<{ sheet: string }>('SELECT sheet FROM foreign_evidence WHERE kind = ? AND id = ? AND case_id = ?', [
    kind,
    id,
    caseId,
  ])?.sheet;

/** Keeps a sheet in the place of an earlier one of the same evidence. */
export function keepForeignSheet(
  store: Store,
  sheet: {
    readonly kind: string;
    readonly id: string;
    readonly caseId: CaseId;
    readonly desk: string;
    readonly cursor: number;
    readonly sheet: string;
  },
): void {
  store.run(
    `INSERT INTO foreign_evidence (kind, id, case_id, desk, cursor, sheet)
     VALUES (:kind, :id, :caseId, :desk, :cursor, :sheet)
     ON CONFLICT DO UPDATE SET case_id = excluded.case_id, desk = excluded.desk, cursor = excluded.cursor, sheet = excluded.sheet`,
    sheet,
  );
}

/** Remembers what a person of another desk is called; the newest name counts. */
export function keepForeignPerson(
  store: Store,
  person: { readonly id: string; readonly desk: string; readonly name: string },
): void {
  store.run(
    'INSERT INTO foreign_person (id, desk, name) VALUES (:id, :desk, :name) ON CONFLICT DO UPDATE SET name = excluded.name',
    person,
  );
}

/** Adds another desk's fact, as history or as the one that counts; one that is there changes nothing. */
export function insertForeignFinding(
  store: Store,
  caseId: CaseId,
  finding: Omit<FindingRecord, 'superseded'>,
  isHistory: boolean,
): void {
  const { id, kind, subject } = finding;
  if (store.find('SELECT 1 FROM finding WHERE id = ?', [id]) !== undefined) return;
  if (!isHistory)
    store.run('UPDATE finding SET superseded = 1 WHERE case_id = ? AND kind = ? AND subject = ? AND superseded = 0', [
      caseId,
      kind,
      subject,
    ]);
  store.run(
    `INSERT INTO finding (id, case_id, kind, subject, value, recorded_by, recorded_at, source, superseded)
     VALUES (:id, :caseId, :kind, :subject, :value, :recordedBy, :recordedAt, :source, :superseded)`,
    { ...finding, caseId, superseded: isHistory ? 1 : 0 },
  );
}

/**
 * Where this desk's newest fact of a kind stands in the platform's order: its cursor, `unplaced`
 * while it waits to be sent; undefined when there is none, or the platform did not take it.
 */
export function ownFindingCursor(
  store: Store,
  caseId: CaseId,
  kind: string,
  subject: string,
): number | 'unplaced' | undefined {
  const found = store.find<{ state: string; cursor: number | null }>(
    `SELECT o.state, o.cursor FROM ledger l CROSS JOIN outbox o ON o.seq = l.seq
     WHERE l.entity_id = ? AND l.type = 'finding.recorded' AND l.body ->> '$.payload.finding.kind' = ?
       AND (? = '' OR l.body ->> '$.payload.finding.link' = ?) ORDER BY l.seq DESC LIMIT 1`,
    [caseId, kind, subject, subject],
  );
  if (found === undefined) return undefined;
  return found.state === 'waiting' ? 'unplaced' : (found.cursor ?? undefined);
}

/** Entries that came down before their case, or before any of its enterprise, in the platform's order. */
export const waitingEntries = (
  store: Store,
  of: { readonly id: CaseId; readonly uscc: string },
): readonly { readonly body: string }[] =>
  store.all(
    `SELECT cursor, body FROM pulled WHERE case_id = ? AND applied = 0
     UNION SELECT cursor, body FROM pulled WHERE uscc = ? AND applied = 0 ORDER BY cursor`,
    [of.id, of.uscc],
  );

export const markApplied = (store: Store, cursor: number): number =>
  store.run('UPDATE pulled SET applied = 1 WHERE cursor = ?', [cursor]);
