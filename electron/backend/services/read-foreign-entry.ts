import type { CaseId } from '#shared/base/ids.ts';
import { foreignPersonId } from '#shared/domain/foreign-person.ts';
import { ledgerEntrySchema } from '#shared/platform/ledger-entry-schema.ts';
import type { EntryEvent } from '#shared/platform/pull.ts';

/** Another desk's entry, read. */
export interface ForeignDeed {
  readonly id: string;
  readonly desk: string;
  readonly cursor: number;
  readonly at: string;
  readonly type: string;
  readonly entity: string;
  readonly entityId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly blobs: readonly string[];
  /** The person's id at their desk. */
  readonly actor: string;
  /** How the person is named here: their id with their desk, so that nobody here is taken for them. */
  readonly foreignActor: string;
}

/** Another desk's entry on a case. */
export interface ForeignEntry extends ForeignDeed {
  readonly caseId: CaseId;
}

/** What became of an entry: which case it concerns, and whether this desk has taken it in. */
export interface Taken {
  readonly caseId: string | null;
  /** The enterprise whose cases it waits for, where it counts for more than one case. */
  readonly uscc?: string;
  readonly applied: boolean;
}

type ReadableEvent = Pick<EntryEvent, 'body' | 'cursor' | 'desk'>;

/** Reads another desk's entry; undefined for one that cannot be read. */
export function readForeignDeed({ body, cursor, desk }: ReadableEvent): ForeignDeed | undefined {
  const read = ledgerEntrySchema.safeParse(JSON.parse(body));
  if (!read.success) return undefined;
  const { actor, at, blobs, entity, entityId, id, payload, type } = read.data;
  const foreignActor = foreignPersonId(actor, desk);
  return { id, desk, cursor, at, type, entity, entityId, payload, blobs, actor, foreignActor };
}

/** Reads another desk's entry on a case; undefined for one that names none, or cannot be read. */
export function readForeignEntry(event: ReadableEvent): ForeignEntry | undefined {
  const deed = readForeignDeed(event);
  if (deed === undefined) return undefined;
  const caseId = deed.type === 'finding.recorded' ? deed.entityId : deed.payload['caseId'];
  return typeof caseId === 'string' ? { ...deed, caseId: caseId as CaseId } : undefined;
}
