import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Store } from './database.ts';

/** A version as stored, beside the shipped one, which needs no row. */
export interface VersionRecord {
  readonly sha256: string;
  readonly version: string;
  readonly fileName: string;
  readonly importedBy: string;
  readonly importedAt: string;
  readonly effectiveFrom: PlainDate | null;
  readonly adoptedBy: string | null;
  readonly adoptedAt: string | null;
  readonly discardedAt: string | null;
  readonly discardedReason: string | null;
}

const SELECT = `SELECT v.sha256, s.version, v.file_name AS fileName, v.imported_by AS importedBy, v.imported_at AS importedAt,
  v.effective_from AS effectiveFrom, v.adopted_by AS adoptedBy, v.adopted_at AS adoptedAt, v.discarded_at AS discardedAt,
  v.discarded_reason AS discardedReason FROM standard_version v JOIN standard s ON s.sha256 = v.sha256`;

/** Every imported version, in the order they came. */
export const versionsOf = (store: Store): readonly VersionRecord[] =>
  store.all<VersionRecord>(`${SELECT} ORDER BY v.imported_at, v.sha256`);

export const findVersion = (store: Store, sha256: string): VersionRecord | undefined =>
  store.find<VersionRecord>(`${SELECT} WHERE v.sha256 = ?`, [sha256]);

/** Hash of the version in force on a day; undefined while none but the shipped one ever was. */
export const hashInForce = (store: Store, day: PlainDate): string | undefined =>
  store.find<{ sha256: string }>(
    `SELECT sha256 FROM standard_version WHERE effective_from <= ? AND effective_from IS NOT NULL AND discarded_at IS NULL
     ORDER BY effective_from DESC LIMIT 1`,
    [day],
  )?.sha256;

export function insertVersion(
  store: Store,
  version: Pick<VersionRecord, 'sha256' | 'fileName' | 'importedBy' | 'importedAt'>,
): void {
  store.run('INSERT INTO standard_version (sha256, file_name, imported_by, imported_at) VALUES (?, ?, ?, ?)', [
    version.sha256,
    version.fileName,
    version.importedBy,
    version.importedAt,
  ]);
}

export function setEffective(
  store: Store,
  sha256: string,
  adopted: { readonly from: PlainDate; readonly by: string; readonly at: string },
): void {
  store.run('UPDATE standard_version SET effective_from = ?, adopted_by = ?, adopted_at = ? WHERE sha256 = ?', [
    adopted.from,
    adopted.by,
    adopted.at,
    sha256,
  ]);
}

export function setDiscarded(store: Store, sha256: string, at: string, reason: string): void {
  store.run('UPDATE standard_version SET discarded_at = ?, discarded_reason = ? WHERE sha256 = ?', [
    at,
    reason,
    sha256,
  ]);
}

/** Keeps the text of a standard; the same one again changes nothing. */
export function keepStandard(store: Store, sha256: string, version: string, body: string): void {
  store.run('INSERT INTO standard (sha256, version, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
    sha256,
    version,
    body,
  ]);
}

/** The kept text of a standard; undefined when no version or decision ever named it. */
export const findStandardText = (store: Store, sha256: string): string | undefined =>
  store.find<{ body: string }>('SELECT body FROM standard WHERE sha256 = ?', [sha256])?.body;

/** How many decisions rest on each standard. */
export const decisionsByStandard = (store: Store): ReadonlyMap<string, number> =>
  new Map(
    store
      .all<{ sha256: string; n: number }>(
        'SELECT standard_sha256 AS sha256, count(*) AS n FROM decision GROUP BY standard_sha256',
      )
      .map(({ n, sha256 }) => [sha256, n]),
  );

/** A decided case as a trial reads it. */
export interface DecidedRow {
  readonly place: number;
  readonly caseId: string;
  /** What the rules said then: outcome and star of the stored verdict. */
  readonly outcome: 'grant' | 'propose' | 'undecidable' | 'refuse';
  readonly star: number | null;
  readonly dossier: string;
}

/**
 * The newest decision that stands of each case after a place, `limit` at most: read in slices, so that no statement stays open.
 *
 * The plus keeps the planner on the rowid: what the partial index gives would have to be sorted.
 */
export const decidedAfter = (store: Store, place: number, limit: number): readonly DecidedRow[] =>
  store.all<DecidedRow>(
    `SELECT d.rowid AS place, d.case_id AS caseId, d.verdict ->> '$.outcome' AS outcome,
       d.verdict ->> '$.star' AS star, d.dossier FROM decision d
     WHERE d.rowid > ? AND +d.state = 'stands' AND NOT EXISTS
       (SELECT 1 FROM decision n WHERE n.case_id = d.case_id AND n.round > d.round AND n.state = 'stands')
     ORDER BY d.rowid LIMIT ?`,
    [place, limit],
  );

/** How many cases are decided. */
export const countDecided = (store: Store): number =>
  store.get<{ n: number }>('SELECT count(DISTINCT case_id) AS n FROM decision').n;
