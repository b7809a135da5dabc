/**
 * Entity kinds that only one desk may move at a time: compare-and-set on `baseVersion`.
 *
 * An entry on one of them is accepted only when its `baseVersion` is the version the platform
 * holds (0 when it holds none) and makes the next one. Entries on anything else are facts: they
 * are appended. What must not happen twice has to share an `entityId`: a decision is kept under
 * its case's id.
 */
export const GUARDED_ENTITIES: ReadonlySet<string> = new Set(['decision', 'certificate', 'badge']);
