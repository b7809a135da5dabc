import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { IncidentView } from '#shared/contract/incidents.ts';
import { isOpen, type Stage } from '#shared/domain/case-stage.ts';
import { findCase, getEnterprise, insertTouch } from '#electron/backend/store/case-repository.ts';
import {
  casesConcerned,
  closeIncident as keepOutcome,
  findIncident,
  gradeIncident as keepGrade,
  insertIncident,
  listIncidents as readIncidents,
  type IncidentRecord,
} from '#electron/backend/store/incident-repository.ts';
import { conflictReason, personName } from '#electron/backend/store/people-repository.ts';
import { atomically } from './atomically.ts';
import { restage } from './case-facts.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from './room.ts';

/** Takes in a complaint or accident; from now on it holds samples back and keeps stars from being granted. */
export const recordIncident: Service<'incident.record'> = (room, input, caller) =>
  atomically(room, () => {
    const record = findCase(room.store, input.caseId);
    if (record === undefined) return refuse('case.unknown', {}, 'caseId');
    if (input.receivedOn > room.today()) return refuse('incident.in-future', {}, 'receivedOn');
    if (input.occurredOn > input.receivedOn) return refuse('incident.before-it-happened', {}, 'occurredOn');
    const { kind, occurredOn, receivedOn, scope, source, summary } = input;
    const id = room.world.newId() as IncidentId;
    const { productName, uscc } = record;
    const told = { kind, scope, occurredOn, receivedOn, source, summary };
    insertIncident(
      room.store,
      {
        ...told,
        id,
        caseId: record.id,
        uscc,
        productName,
        status: 'open',
        grade: null,
        recordedBy: caller.person.id,
        recordedAt: room.now().toISOString(),
      },
      0,
    );
    return changed(room, caller, id, 'incident.recorded', { ...told, caseId: record.id, uscc, productName }, false);
  });

/** Grades it; whoever does has judged evidence, and decides none of the open cases it counts for. */
export const gradeIncident: Service<'incident.grade'> = (room, input, caller) =>
  atomically(room, () => {
    const incident = mayJudge(room, caller, input.incidentId);
    if (!incident.ok) return incident;
    const { grade, reason } = input;
    keepGrade(room.store, incident.value.id, grade, told(room, caller, reason));
    return changed(room, caller, incident.value.id, 'incident.graded', { grade, reason }, true);
  });

/** Closes it as upheld or dismissed; one that is upheld without a grade still keeps stars from being granted. */
export const closeIncident: Service<'incident.close'> = (room, input, caller) =>
  atomically(room, () => {
    const incident = mayJudge(room, caller, input.incidentId);
    if (!incident.ok) return incident;
    if (incident.value.status !== 'open') return refuse('incident.closed');
    const { outcome, reason } = input;
    keepOutcome(room.store, incident.value.id, outcome, told(room, caller, reason));
    return changed(room, caller, incident.value.id, 'incident.closed', { outcome, reason }, true);
  });

const told = (room: Room, caller: SignedInCaller, reason: string) => ({
  by: caller.person.id,
  at: room.now().toISOString(),
  reason,
});

/** Not who took it in, not who has an interest in the enterprise; a dismissed or graded one is closed for good. */
function whyNotJudge(room: Room, incident: IncidentRecord, personId: string) {
  if (incident.recordedBy === personId) return { code: 'incident.second-person', data: {} } as const;
  const reason = conflictReason(room.store, personId, incident.uscc);
  if (reason !== null) return { code: 'impartiality.conflict', data: { reason } } as const;
  const settled = incident.status === 'dismissed' || (incident.status === 'upheld' && incident.grade !== null);
  return settled ? ({ code: 'incident.closed', data: {} } as const) : null;
}

function mayJudge(room: Room, caller: SignedInCaller, id: IncidentId): Answer<IncidentRecord> {
  const incident = findIncident(room.store, id);
  if (incident === undefined) return refuse('incident.unknown', {}, 'incidentId');
  const against = whyNotJudge(room, incident, caller.person.id);
  return against === null ? ok(incident) : refuse(against.code, against.data);
}

/** Writes the deed; every case it counts for is one version up, so that nobody decides on an old page. */
function changed(
  room: Room,
  caller: SignedInCaller,
  id: IncidentId,
  type: string,
  payload: Readonly<Record<string, string>>,
  judged: boolean,
): Answer<IncidentView> {
  const incident = findIncident(room.store, id);
  if (incident === undefined) return refuse('incident.unknown');
  recordDeed(room, caller, { type, entity: 'incident', entityId: id, payload });
  for (const { caseId, stage } of casesConcerned(room.store, incident)) {
    if (judged && isOpen(stage as Stage))
      insertTouch(room.store, caseId, caller.person.id, 'recorded-evidence', room.now().toISOString());
    restage(room, caseId);
    room.announce('case.changed', { caseId });
  }
  room.announce('incident.changed', { incidentId: id });
  room.announce('custody.changed', {});
  return ok(incidentView(room, incident, caller.person.id));
}

/** What waits, the oldest first; or everything, the newest first. */
export const listIncidents: Service<'incident.list'> = (room, input, caller) => {
  const page = readIncidents(room.store, input.state, input.cursor, input.limit);
  return ok({ rows: page.rows.map((row) => incidentView(room, row, caller.person.id)), next: page.next });
};

export const getIncident: Service<'incident.get'> = (room, input, caller) => {
  const incident = findIncident(room.store, input.incidentId);
  if (incident === undefined) return refuse('incident.unknown', {}, 'incidentId');
  return ok({
    ...incidentView(room, incident, caller.person.id),
    cases: casesConcerned(room.store, incident),
  });
};

const nameOrNull = (room: Room, id: string | null): string | null => (id === null ? null : personName(room.store, id));

function incidentView(room: Room, incident: IncidentRecord, reader: string): IncidentView {
  const { closedBy, gradedBy, recordedBy, uscc, ...rest } = incident;
  return {
    ...rest,
    enterpriseName: getEnterprise(room.store, uscc).name,
    recordedBy: nameOrNull(room, recordedBy),
    gradedBy: nameOrNull(room, gradedBy),
    closedBy: nameOrNull(room, closedBy),
    mayNotJudge: whyNotJudge(room, incident, reader)?.code ?? null,
  };
}
