import type { CaseId, IncidentId } from '#shared/base/ids.ts';
import { personAtAnyDesk } from '#shared/domain/foreign-person.ts';
import type { IncidentVerdict } from '#shared/domain/incident-state.ts';
import { incidentClosedSchema, incidentGradedSchema, incidentRecordedSchema } from '#shared/platform/incident-entry.ts';
import type { EntryEvent } from '#shared/platform/pull.ts';
import { findCase } from '#electron/backend/store/case-repository.ts';
import { keepForeignPerson } from '#electron/backend/store/foreign-evidence-repository.ts';
import { casesConcerned, findIncident, insertIncident } from '#electron/backend/store/incident-repository.ts';
import { foreignJudgesOf, insertJudgement } from '#electron/backend/store/judgement-repository.ts';
import { announceIncident, openCasesConcerned, settleJudgements, touchJudged } from './incident-changes.ts';
import { readForeignEntry, type ForeignEntry, type Taken } from './read-foreign-entry.ts';
import type { Room } from './room.ts';

/** Entries on complaints and accidents that this desk takes in. */
export const INCIDENT_DEEDS: ReadonlySet<string> = new Set(['incident.recorded', 'incident.graded', 'incident.closed']);

/**
 * Takes in what another desk recorded, graded or closed, inside the sync's transaction; answers whether it did.
 *
 * It waits for a case it counts for, whichever of its enterprise that is. Twice changes nothing; an entry
 * from before incidents travelled stays raw.
 */
export function takeIncident(room: Room, event: EntryEvent): Taken {
  const entry = readForeignEntry(event);
  if (entry === undefined) return { caseId: null, applied: false };
  const { uscc } = entry.payload;
  return {
    caseId: entry.caseId,
    ...(typeof uscc === 'string' && { uscc }),
    applied: entry.type === 'incident.recorded' ? applyRecorded(room, entry) : applyJudged(room, entry),
  };
}

function applyRecorded(room: Room, entry: ForeignEntry): boolean {
  const read = incidentRecordedSchema.safeParse(entry.payload);
  if (!read.success) return false;
  const id = entry.entityId as IncidentId;
  if (findIncident(room.store, id) !== undefined) return true;
  const { actorName, caseId: takenInOn, ...told } = read.data;
  const caseId = caseHere(room, { ...told, caseId: takenInOn as CaseId });
  if (caseId === undefined) return false;
  keepForeignPerson(room.store, { id: entry.foreignActor, desk: entry.desk, name: actorName });
  const recorded = { recordedBy: entry.foreignActor, recordedAt: entry.at };
  const incident = { ...told, ...recorded, id, caseId, status: 'open', grade: null } as const;
  insertIncident(room.store, incident, 0);
  announceIncident(room, incident);
  return true;
}

/** The case it was taken in on, or one here that it counts for. */
function caseHere(room: Room, told: Parameters<typeof casesConcerned>[1]): CaseId | undefined {
  const takenInOn = findCase(room.store, told.caseId);
  return takenInOn?.uscc === told.uscc ? takenInOn.id : casesConcerned(room.store, told)[0]?.caseId;
}

function readJudged({ payload, type }: ForeignEntry) {
  if (type === 'incident.graded') {
    const read = incidentGradedSchema.safeParse(payload);
    return read.success ? { ...read.data, verdict: read.data.grade satisfies IncidentVerdict } : undefined;
  }
  const read = incidentClosedSchema.safeParse(payload);
  return read.success ? { ...read.data, verdict: read.data.outcome satisfies IncidentVerdict } : undefined;
}

function applyJudged(room: Room, entry: ForeignEntry): boolean {
  const judged = readJudged(entry);
  const incident = findIncident(room.store, entry.entityId as IncidentId);
  if (judged === undefined || incident === undefined) return false;
  const { actorName, cases, follows, reason, verdict } = judged;
  keepForeignPerson(room.store, { id: entry.foreignActor, desk: entry.desk, name: actorName });
  insertJudgement(room.store, {
    id: entry.id,
    incidentId: incident.id,
    verdict,
    reason,
    by: entry.foreignActor,
    at: entry.at,
    follows,
    cases,
    place: { cursor: entry.cursor },
  });
  const here = cases.flatMap((id) => findCase(room.store, id)?.id ?? []);
  touchJudged(room, [...here, ...openCasesConcerned(room, incident)], entry.actor, entry.at);
  settleJudgements(room, incident.id);
  return true;
}

/** Remembers at a case that has come who judged its incidents at other desks while it was open there. */
export function rememberForeignJudges(room: Room, of: { readonly id: CaseId; readonly uscc: string }): void {
  for (const { at, by } of foreignJudgesOf(room.store, of)) touchJudged(room, [of.id], personAtAnyDesk(by), at);
}
