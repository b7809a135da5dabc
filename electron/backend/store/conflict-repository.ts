import type { Store } from './database.ts';

/** What ties a person to an enterprise: an interest of their own, or the plan's paid services to it. */
export interface DeclaredConflict {
  readonly kind: 'interest' | 'paid-services';
  readonly reason: string;
}

/** A declaration as stored. */
export interface ConflictRecord extends DeclaredConflict {
  /** The person's id at the desk where they declared; the same login is the same person at every desk. */
  readonly personId: string;
  readonly declaredAt: string;
  /** Code of the desk where it was declared; null for this one. */
  readonly desk: string | null;
}

/** Keeps a declaration made here; a newer one to the same enterprise stands in its place, and the ledger has both. */
export function keepConflict(store: Store, uscc: string, conflict: Omit<ConflictRecord, 'desk'>): void {
  store.run(
    `INSERT INTO conflict_of_interest (person_id, uscc, reason, kind, declared_at)
     VALUES (:personId, :uscc, :reason, :kind, :declaredAt)
     ON CONFLICT DO UPDATE SET reason = excluded.reason, kind = excluded.kind`,
    { ...conflict, uscc },
  );
}

/** {@link keepConflict} for one that was declared at another desk. */
export function keepForeignConflict(
  store: Store,
  uscc: string,
  conflict: ConflictRecord & { readonly desk: string },
): void {
  store.run(
    `INSERT INTO foreign_conflict (uscc, person_id, desk, kind, reason, declared_at)
     VALUES (:uscc, :personId, :desk, :kind, :reason, :declaredAt)
     ON CONFLICT DO UPDATE SET reason = excluded.reason, kind = excluded.kind`,
    { ...conflict, uscc },
  );
}

/** Who declared a conflict with an enterprise, at whichever desk; the oldest first. */
export const conflictsWith = (store: Store, uscc: string): readonly ConflictRecord[] =>
  store.all<ConflictRecord>(
    `SELECT person_id AS personId, kind, reason, declared_at AS declaredAt, NULL AS desk FROM conflict_of_interest WHERE uscc = ?
     UNION ALL
     SELECT person_id, kind, reason, declared_at, desk FROM foreign_conflict WHERE uscc = ?
     ORDER BY declaredAt, desk, personId`,
    [uscc, uscc],
  );

/** The reason a person declared for a conflict with an enterprise, here before elsewhere; null when none was declared. */
export const conflictReason = (store: Store, person: string, uscc: string): string | null =>
  store.find<{ reason: string }>(
    `SELECT reason, NULL AS desk FROM conflict_of_interest WHERE person_id = ? AND uscc = ?
     UNION ALL
     SELECT reason, desk FROM foreign_conflict WHERE person_id = ? AND uscc = ? ORDER BY desk LIMIT 1`,
    [person, uscc, person, uscc],
  )?.reason ?? null;
