import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { IncidentView } from '#shared/contract/incidents.ts';
import { personAtAnyDesk } from '#shared/domain/foreign-person.ts';
import { isSettled, type IncidentVerdict } from '#shared/domain/incident-state.ts';
import { findCase, getEnterprise } from '#electron/backend/store/case-repository.ts';
import { conflictReason } from '#electron/backend/store/conflict-repository.ts';
import {
  casesConcerned,
  findIncident,
  incidentsOf,
  insertIncident,
  listIncidents as readIncidents,
  type IncidentRecord,
} from '#electron/backend/store/incident-repository.ts';
import { insertJudgement } from '#electron/backend/store/judgement-repository.ts';
import { entryId } from '#electron/backend/store/ledger.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { atomically } from './atomically.ts';
import { announceIncident, inForce, openCasesConcerned, settleJudgements, touchJudged } from './incident-changes.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import { centreMoment, type Answer, type Room, type Service, type SignedInCaller } from './room.ts';

/** Takes in a complaint or accident; from now on it holds samples back and keeps stars from being granted. */
export const recordIncident: Service<'incident.record'> = (room, input, caller) =>
  atomically(room, () => {
    const record = findCase(room.store, input.caseId);
    if (record === undefined) return refuse('case.unknown', {}, 'caseId');
    if (input.receivedOn > room.today()) return refuse('incident.in-future', {}, 'receivedOn');
    if (input.occurredOn > input.receivedOn) return refuse('incident.before-it-happened', {}, 'occurredOn');
    const { kind, occurredOn, receivedOn, scope, source, summary } = input;
    const same = incidentsOf(room.store, record).find(
      (one) => one.kind === kind && one.occurredOn === occurredOn && one.source === source && one.summary === summary,
    );
    if (same !== undefined) {
      const by = same.recordedBy === null ? '' : personName(room.store, same.recordedBy);
      return refuse('incident.already-recorded', { by, at: centreMoment(same.recordedAt ?? '') }, 'summary');
    }
    const id = room.world.newId() as IncidentId;
    const { productName, uscc } = record;
    const told = { kind, scope, occurredOn, receivedOn, source, summary };
    const incident = {
      ...told,
      id,
      caseId: record.id,
      uscc,
      productName,
      status: 'open',
      grade: null,
      recordedBy: caller.person.id,
      recordedAt: room.now().toISOString(),
    } as const;
    insertIncident(room.store, incident, 0);
    recordDeed(room, caller, {
      type: 'incident.recorded',
      entity: 'incident',
      entityId: id,
      payload: { ...told, caseId: record.id, uscc, productName, actorName: caller.person.name },
    });
    announceIncident(room, incident);
    return viewed(room, id, caller.person.id);
  });

/** Grades it; whoever does has judged evidence, and decides none of the open cases it counts for. */
export const gradeIncident: Service<'incident.grade'> = (room, { grade, incidentId, reason }, caller) =>
  judge(room, caller, incidentId, { type: 'incident.graded', verdict: grade, payload: { grade, reason } });

/** Closes it as upheld or dismissed; one that is upheld without a grade still keeps stars from being granted. */
export const closeIncident: Service<'incident.close'> = (room, { incidentId, outcome, reason }, caller) =>
  judge(room, caller, incidentId, { type: 'incident.closed', verdict: outcome, payload: { outcome, reason } });

/** Writes a grading or closing with its deed, which says what it rests on and whose evidence it is. */
function judge(
  room: Room,
  caller: SignedInCaller,
  id: IncidentId,
  deed: {
    readonly type: 'incident.graded' | 'incident.closed';
    readonly verdict: IncidentVerdict;
    readonly payload: { readonly reason: string } & Readonly<Record<string, string>>;
  },
): Answer<IncidentView> {
  return atomically(room, () => {
    const incident = mayJudge(room, caller, id);
    if (!incident.ok) return incident;
    const { caseId, status, uscc } = incident.value;
    if (deed.type === 'incident.closed' && status !== 'open') return refuse('incident.closed');
    const { person } = caller;
    const at = room.now().toISOString();
    const cases = openCasesConcerned(room, incident.value);
    const { newest: follows } = inForce(room, id);
    const seq = recordDeed(room, caller, {
      type: deed.type,
      entity: 'incident',
      entityId: id,
      payload: { ...deed.payload, caseId, uscc, follows, cases, actorName: person.name },
    });
    insertJudgement(room.store, {
      id: entryId(room.store, seq),
      incidentId: id,
      verdict: deed.verdict,
      reason: deed.payload.reason,
      by: person.id,
      at,
      follows,
      cases,
      place: { seq },
    });
    touchJudged(room, cases, person.id, at);
    settleJudgements(room, id);
    return viewed(room, id, person.id);
  });
}

/** Not who took it in, not who has an interest in the enterprise; a dismissed or graded one is closed for good. */
function whyNotJudge(room: Room, incident: IncidentRecord, personId: string) {
  if (incident.recordedBy !== null && personAtAnyDesk(incident.recordedBy) === personId)
    return { code: 'incident.second-person', data: {} } as const;
  const reason = conflictReason(room.store, personId, incident.uscc);
  if (reason !== null) return { code: 'impartiality.conflict', data: { reason } } as const;
  return isSettled(incident) ? ({ code: 'incident.closed', data: {} } as const) : null;
}

function mayJudge(room: Room, caller: SignedInCaller, id: IncidentId): Answer<IncidentRecord> {
  const incident = findIncident(room.store, id);
  if (incident === undefined) return refuse('incident.unknown', {}, 'incidentId');
  const against = whyNotJudge(room, incident, caller.person.id);
  return against === null ? ok(incident) : refuse(against.code, against.data);
}

function viewed(room: Room, id: IncidentId, reader: string): Answer<IncidentView> {
  const incident = findIncident(room.store, id);
  return incident ? ok(incidentView(room, incident, reader)) : refuse('incident.unknown');
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
