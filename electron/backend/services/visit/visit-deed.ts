import type { Canonical } from '#shared/base/canonical-json.ts';
import type { VisitId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { VisitView } from '#shared/contract/visits.ts';
import type { Touch } from '#shared/domain/impartiality.ts';
import { insertVisitFact, touchVisit } from '#electron/backend/store/visit-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, SignedInCaller } from '#electron/backend/services/room.ts';
import { loadVisit, type LoadedVisit, type VisitFactKind, type VisitFactValues } from './load-visit.ts';
import { mayRecordOn, type WorkedVisit } from './may-record-on.ts';
import { viewOfVisit } from './view-visit.ts';

/** What a deed on a visit says of itself. */
export interface VisitDeed {
  readonly type: string;
  readonly payload: { readonly [key: string]: Canonical | undefined };
  readonly touch?: Touch;
  readonly blobs?: readonly string[];
}

/** Writes a deed on a visit into the ledger, counts the visit one version up and announces it. */
export function recordVisitDeed(
  room: Room,
  caller: SignedInCaller,
  { caseId, id, version }: LoadedVisit['record'],
  { payload, ...deed }: VisitDeed,
): void {
  touchVisit(room.store, id);
  recordCaseDeed(room, caller, caseId, {
    ...deed,
    entity: 'visit',
    entityId: id,
    baseVersion: version,
    payload: { caseId, ...payload },
  });
  room.announce('visit.changed', { visitId: id, caseId });
}

/** The visit as it stands after a deed. */
export function visitNow(room: Room, id: VisitId, caller: SignedInCaller): Answer<VisitView> {
  const visit = loadVisit(room, id);
  return visit === undefined ? refuse('visit.unknown', {}, 'visitId') : ok(viewOfVisit(room, visit, caller));
}

/** One transaction on a visit that is there: the deed, then the visit as it stands. */
export function onVisit(
  room: Room,
  id: VisitId,
  caller: SignedInCaller,
  deed: (visit: LoadedVisit) => Answer<unknown>,
): Answer<VisitView> {
  return atomically(room, () => {
    const visit = loadVisit(room, id);
    if (visit === undefined) return refuse('visit.unknown', {}, 'visitId');
    const done = deed(visit);
    return done.ok ? visitNow(room, id, caller) : done;
  });
}

/** {@link onVisit} for a visit under way that the caller records on. */
export const recordingOn = (
  room: Room,
  id: VisitId,
  caller: SignedInCaller,
  deed: (worked: WorkedVisit) => Answer<unknown>,
): Answer<VisitView> =>
  onVisit(room, id, caller, (visit) => {
    const worked = mayRecordOn(room, visit, caller);
    return worked.ok ? deed(worked.value) : worked;
  });

/** Adds a fact to a visit, with its entry in the ledger; whoever records one evaluates the case. */
export function storeVisitFact<K extends VisitFactKind>(
  room: Room,
  caller: SignedInCaller,
  { record }: LoadedVisit,
  kind: K,
  subject: string,
  value: VisitFactValues[K],
): void {
  insertVisitFact(room.store, record.id, {
    id: room.world.newId(),
    kind,
    subject,
    value: JSON.stringify(value),
    by: caller.person.id,
    at: room.now().toISOString(),
    atVersion: record.version + 1,
  });
  recordVisitDeed(room, caller, record, {
    type: kind === 'answer' ? 'visit.answered' : `visit.${kind}-recorded`,
    touch: 'recorded-evidence',
    payload: { subject, value: value as unknown as Canonical },
  });
}
