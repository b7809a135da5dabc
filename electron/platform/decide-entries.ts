import type { QuarantineReason } from '#shared/platform/push.ts';
import type { Queryable } from './database.ts';
import type { Deed, ReadEntry } from './judge-entry.ts';

/** What becomes of an entry: the next version where guarded, the winner where it lost. */
export type Decided = { readonly entry: ReadEntry } & (
  | { readonly verdict: 'accepted'; readonly deed: Deed; readonly version?: number }
  | { readonly verdict: 'conflict'; readonly winner?: { readonly desk: string; readonly seq: number } }
  | { readonly verdict: 'quarantined'; readonly reason: QuarantineReason }
);

interface Standing {
  readonly version: number;
  readonly desk: string;
  readonly seq: number;
}

interface Known {
  readonly ids: Set<string>;
  readonly guarded: Map<string, Standing>;
  readonly numbers: Set<string>;
  readonly tokens: Set<string>;
}

const key = (entity: string, entityId: string): string => `${entity}\n${entityId}`;

async function whatIsKnown(tx: Queryable, deeds: readonly Deed[]): Promise<Known> {
  const guarded = deeds.flatMap((deed) => (deed.guarded ? [deed.guarded] : []));
  const marks = deeds.flatMap((deed) => (deed.mark && 'mark' in deed.mark ? [deed.mark.mark] : []));
  const known: Known = { ids: new Set(), guarded: new Map(), numbers: new Set(), tokens: new Set() };
  const ids = await tx.query<{ id: string }>('SELECT id FROM accepted_id WHERE id = ANY($1::uuid[])', [
    deeds.map((deed) => deed.id),
  ]);
  for (const { id } of ids.rows) known.ids.add(id);
  if (guarded.length > 0) {
    const standing = await tx.query<Standing & { entity: string; entity_id: string }>(
      `SELECT entity, entity_id, version, desk, seq FROM guarded_entity
       JOIN (SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS wanted(entity, entity_id)) AS wanted
       USING (entity, entity_id)`,
      [guarded.map(({ entity }) => entity), guarded.map(({ entityId }) => entityId)],
    );
    for (const row of standing.rows) known.guarded.set(key(row.entity, row.entity_id), row);
  }
  if (marks.length > 0) {
    const taken = await tx.query<{ number: string; token: string }>(
      'SELECT number, token FROM public_mark WHERE number = ANY($1::text[]) OR token = ANY($2::text[])',
      [marks.map(({ number }) => number), marks.map(({ token }) => token)],
    );
    for (const { number, token } of taken.rows) {
      known.numbers.add(number);
      known.tokens.add(token);
    }
  }
  return known;
}

function decide(desk: string, entry: ReadEntry, known: Known): Decided {
  if ('reason' in entry.read) return { entry, verdict: 'quarantined', reason: entry.read.reason };
  const { deed } = entry.read;
  if (known.ids.has(deed.id)) return { entry, verdict: 'quarantined', reason: 'id-taken' };
  const standing = deed.guarded && known.guarded.get(key(deed.guarded.entity, deed.guarded.entityId));
  if (deed.guarded && deed.guarded.baseVersion !== (standing?.version ?? 0)) {
    return { entry, verdict: 'conflict', ...(standing && { winner: { desk: standing.desk, seq: standing.seq } }) };
  }
  if (deed.mark && 'mark' in deed.mark) {
    const { number, token } = deed.mark.mark;
    if (known.numbers.has(number) || known.tokens.has(token)) {
      return { entry, verdict: 'quarantined', reason: 'number-taken' };
    }
    known.numbers.add(number);
    known.tokens.add(token);
  }
  known.ids.add(deed.id);
  if (!deed.guarded) return { entry, verdict: 'accepted', deed };
  const version = (standing?.version ?? 0) + 1;
  known.guarded.set(key(deed.guarded.entity, deed.guarded.entityId), { version, desk, seq: entry.seq });
  return { entry, verdict: 'accepted', deed, version };
}

/** Decides entries in order; called under the stream's lock, so that what is known stays so. */
export async function decideAll(
  tx: Queryable,
  desk: string,
  entries: readonly ReadEntry[],
): Promise<readonly Decided[]> {
  const known = await whatIsKnown(
    tx,
    entries.flatMap(({ read }) => ('deed' in read ? [read.deed] : [])),
  );
  return entries.map((entry) => decide(desk, entry, known));
}
