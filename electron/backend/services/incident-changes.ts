import type { CaseId, IncidentId } from '#shared/base/ids.ts';
import { isOpen, type Stage } from '#shared/domain/case-stage.ts';
import { judgementsInForce, type InForce } from '#shared/domain/incident-state.ts';
import { insertTouch } from '#electron/backend/store/case-repository.ts';
import { casesConcerned, findIncident, type IncidentRecord } from '#electron/backend/store/incident-repository.ts';
import {
  incidentJudgedBy,
  judgementsOf,
  keepState,
  toldState,
  type JudgementRecord,
} from '#electron/backend/store/judgement-repository.ts';
import { restage } from './case-facts.ts';
import type { Room } from './room.ts';

/** What of an incident's judgements, ours and other desks', is in force. */
export const inForce = (room: Room, id: IncidentId): InForce<JudgementRecord> =>
  judgementsInForce(toldState(room.store, id), judgementsOf(room.store, id));

/**
 * Writes what is in force of an incident, after a judgement of it came or found its place in the platform's
 * order. Where that changes nothing, nobody's page is made old.
 */
export function settleJudgements(room: Room, id: IncidentId): void {
  const before = findIncident(room.store, id);
  keepState(room.store, id, inForce(room, id));
  const after = findIncident(room.store, id);
  if (after !== undefined && JSON.stringify(after) !== JSON.stringify(before)) announceIncident(room, after);
}

/** Every case an incident counts for is one version up, so that nobody decides on an old page. */
export function announceIncident(
  room: Room,
  incident: Pick<IncidentRecord, 'id' | 'caseId' | 'scope' | 'uscc' | 'productName'>,
): void {
  for (const { caseId } of casesConcerned(room.store, incident)) {
    restage(room, caseId);
    room.announce('case.changed', { caseId });
  }
  room.announce('incident.changed', { incidentId: incident.id });
  room.announce('custody.changed', {});
}

/** The open cases at this desk that judging an incident makes somebody part of. */
export const openCasesConcerned = (room: Room, incident: IncidentRecord): readonly CaseId[] =>
  casesConcerned(room.store, incident)
    .filter(({ stage }) => isOpen(stage as Stage))
    .map(({ caseId }) => caseId);

/** Remembers that a person judged evidence of cases. */
export function touchJudged(room: Room, cases: readonly CaseId[], personId: string, at: string): void {
  for (const caseId of cases) insertTouch(room.store, caseId, personId, 'recorded-evidence', at);
}

/** Works an incident out anew when the platform has placed a judgement of ours: another desk's may stand before it. */
export function placeJudgement(room: Room, seq: number): void {
  const id = incidentJudgedBy(room.store, seq);
  if (id !== undefined) settleJudgements(room, id);
}
