import type { CaseId } from '#shared/base/ids.ts';
import { foreignPersonId } from '#shared/domain/foreign-person.ts';
import { ledgerEntrySchema } from '#shared/platform/ledger-entry-schema.ts';
import type { EntryEvent } from '#shared/platform/pull.ts';

/** Another desk's entry, read. */
export interface ForeignEntry {
  readonly id: string;
  readonly desk: string;
  readonly cursor: number;
  readonly at: string;
  readonly type: string;
  readonly entity: string;
  readonly entityId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly blobs: readonly string[];
  readonly caseId: CaseId;
  /** The person's id at their desk. */
  readonly actor: string;
  /** How the person is named here: their id with their desk, so that nobody here is taken for them. */
  readonly foreignActor: string;
}

/** What became of an entry: which case it concerns, and whether this desk has taken it in. */
export interface Taken {
  readonly caseId: string | null;
  /** The enterprise whose cases it waits for, where it counts for more than one case. */
  readonly uscc?: string;
  readonly applied: boolean;
}

/** Reads another desk's entry on a case; undefined for one that names none, or cannot be read. */
export function readForeignEntry(event: Pick<EntryEvent, 'body' | 'cursor' | 'desk'>): ForeignEntry | undefined {
  const read = ledgerEntrySchema.safeParse(JSON.parse(event.body));
  if (!read.success) return undefined;
  const { actor, at, blobs, entity, entityId, id, payload, type } = read.data;
  const caseId = type === 'finding.recorded' ? entityId : payload['caseId'];
  if (typeof caseId !== 'string') return undefined;
  const { cursor, desk } = event;
  const foreignActor = foreignPersonId(actor, desk);
  return {
    id,
    desk,
    cursor,
    at,
    type,
    entity,
    entityId,
    payload,
    blobs,
    caseId: caseId as CaseId,
    actor,
    foreignActor,
  };
}
