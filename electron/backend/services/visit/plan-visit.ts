import type { PersonId, VisitId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { CandidateView } from '#shared/contract/visits.ts';
import { mayEvaluate } from '#shared/domain/impartiality.ts';
import type { Role } from '#shared/domain/roles.ts';
import { FIRST_VISITED_STAR } from '#shared/domain/visit/checklist.ts';
import { isStanding, mayPlanOn } from '#shared/domain/visit/visit-state.ts';
import { allPeople, findPerson, personName } from '#electron/backend/store/people-repository.ts';
import { visitsOfCase } from '#electron/backend/store/visit-lists.ts';
import {
  insertVisit,
  setCancelled,
  setMembers,
  setPlan,
  setStarted,
  type VisitRecord,
} from '#electron/backend/store/visit-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { involvementOf, isUndecided, loadCase, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { mayRecord } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import { centreDay, type Answer, type Room, type Service } from '#electron/backend/services/room.ts';
import { checklistOf } from './visit-checklist.ts';
import { loadVisit, type LoadedVisit } from './load-visit.ts';
import { daysOf } from './visit-days.ts';
import { onVisit, recordVisitDeed, visitNow } from './visit-deed.ts';

const VISITING_ROLES: readonly Role[] = ['inspector', 'expert'];

/** What stands against a person on a team; null when nothing does. */
function barOf(room: Room, facts: CaseFacts, personId: string): CandidateView['bar'] {
  const involvement = involvementOf(room, facts, personId);
  if (mayEvaluate(involvement).ok) return null;
  return { kind: involvement.conflict === null ? 'decided' : 'conflict', reason: involvement.conflict };
}

/** Everybody who could go, with what stands against it. */
export const listCandidates: Service<'visit.candidates'> = (room, { caseId }) => {
  const facts = loadCase(room, caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  return ok(
    allPeople(room.store)
      .filter(({ disabled, roles }) => !disabled && roles.some((role) => VISITING_ROLES.includes(role)))
      .map(({ id, login, name, roles }) => ({ personId: id, login, name, roles, bar: barOf(room, facts, id) })),
  );
};

interface Plan {
  readonly on: PlainDate;
  readonly team: readonly PersonId[];
  readonly lead: PersonId;
  readonly purpose: string;
}

/** Whether a visit may be set on a day. */
function dayMayBe(room: Room, on: PlainDate): Answer<null> {
  const may = mayPlanOn(on, room.today());
  return may.ok ? may : refuse(may.failure.code, may.failure.data, 'on');
}

/** Whether the people of a plan may go together. Impartiality has no override (ISO/IEC 17065 4.2, 7.6). */
export function teamMayGo(room: Room, facts: CaseFacts, { lead, team }: Pick<Plan, 'team' | 'lead'>): Answer<true> {
  const twice = team.find((id, at) => team.indexOf(id) !== at);
  if (twice !== undefined) return refuse('visit.member-twice', { name: personName(room.store, twice) }, 'team');
  for (const [at, id] of team.entries()) {
    const person = findPerson(room.store, id);
    const field = `team[${at}]`;
    if (person === undefined) return refuse('person.unknown', {}, field);
    const { name } = person;
    if (person.disabled || !person.roles.some((role) => VISITING_ROLES.includes(role)))
      return refuse('visit.member-unfit', { name }, field);
    const bar = barOf(room, facts, id);
    if (bar?.kind === 'conflict') return refuse('visit.member-conflict', { name, reason: bar.reason }, field);
    if (bar?.kind === 'decided') return refuse('visit.member-decided', { name }, field);
  }
  return team.includes(lead) ? ok(true) : refuse('visit.lead-not-on-team', {}, 'lead');
}

/** Plans a visit; a case has one at a time. */
export const planVisit: Service<'visit.plan'> = (room, { caseId, ...plan }, caller) =>
  atomically(room, () => {
    const facts = loadCase(room, caseId);
    if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
    if (!isUndecided(facts)) return refuse('case.already-decided', { caseId });
    const star = facts.record.requestedStar;
    if (star < FIRST_VISITED_STAR) return refuse('visit.not-for-star', { star }, 'caseId');
    const open = visitsOfCase(room.store, caseId).find(({ state }) => state === 'planned' || state === 'under-way');
    if (open !== undefined) return refuse('visit.already-planned', { on: open.on }, 'caseId');
    const day = dayMayBe(room, plan.on);
    if (!day.ok) return day;
    const team = teamMayGo(room, facts, plan);
    if (!team.ok) return team;
    const id = room.world.newId() as VisitId;
    const { lead, on, purpose } = plan;
    insertVisit(room.store, {
      id,
      caseId,
      star,
      on,
      lead,
      purpose,
      plannedBy: caller.person.id,
      plannedAt: room.now().toISOString(),
    });
    setMembers(room.store, id, plan.team);
    const visit = loadVisit(room, id);
    if (visit === undefined) throw new Error(`visit ${id} went away`);
    recordVisitDeed(room, caller, visit.record, { type: 'visit.planned', payload: { ...plan, star } });
    return visitNow(room, id, caller);
  });

const caseOf = (room: Room, { caseId }: VisitRecord): CaseFacts => {
  const facts = loadCase(room, caseId);
  if (facts === undefined) throw new Error(`the visit's case ${caseId} went away`);
  return facts;
};

/** A visit that can still be changed or called off. */
function standing({ record }: LoadedVisit): Answer<null> {
  const may = isStanding(record);
  return may.ok ? may : refuse(may.failure.code, may.failure.data, 'visitId');
}

/** Changes a plan, or the team of a visit under way; who recorded something stays known and involved. */
export const changeVisit: Service<'visit.change'> = (room, { visitId, reason, ...plan }, caller) =>
  onVisit(room, visitId, caller, (visit) => {
    const { record } = visit;
    const may = standing(visit);
    if (!may.ok) return may;
    const { on, plannedOn } = daysOf(record);
    const begun = record.state === 'under-way';
    if (begun && plan.on !== on) return refuse('visit.date-fixed', { on }, 'on');
    const day = plan.on === on ? ok(null) : dayMayBe(room, plan.on);
    if (!day.ok) return day;
    const team = teamMayGo(room, caseOf(room, record), plan);
    if (!team.ok) return team;
    setPlan(room.store, record.id, { ...plan, plannedOn: begun ? plannedOn : plan.on });
    setMembers(room.store, record.id, plan.team);
    recordVisitDeed(room, caller, record, { type: 'visit.changed', payload: { ...plan, reason } });
    return ok(null);
  });

/** Calls a visit off; what was recorded stays readable and becomes no fact of the case. */
export const cancelVisit: Service<'visit.cancel'> = (room, { visitId, reason }, caller) =>
  onVisit(room, visitId, caller, (visit) => {
    const may = standing(visit);
    if (!may.ok) return may;
    setCancelled(room.store, visitId, caller.person.id, room.now().toISOString(), reason);
    recordVisitDeed(room, caller, visit.record, { type: 'visit.cancelled', payload: { reason } });
    return ok(null);
  });

/** Begins a visit, and the day it is begun is its day, whatever was planned; asked again it changes nothing. */
export const startVisit: Service<'visit.start'> = (room, { visitId }, caller) =>
  onVisit(room, visitId, caller, (visit) => {
    const { record, team } = visit;
    const may = standing(visit);
    if (!may.ok) return may;
    if (!team.includes(caller.person.id))
      return refuse('visit.not-on-team', { names: team.map((id) => personName(room.store, id)).join('、') });
    const allowed = mayRecord(room, caseOf(room, record), caller);
    if (!allowed.ok) return allowed;
    if (record.state === 'under-way') return ok(null);
    const checklist = checklistOf(room, record);
    const now = room.now();
    const on = centreDay(now);
    setStarted(room.store, visitId, {
      by: caller.person.id,
      at: now.toISOString(),
      on,
      checklist: JSON.stringify(checklist),
    });
    recordVisitDeed(room, caller, record, {
      type: 'visit.started',
      payload: {
        on,
        plannedOn: record.plannedOn,
        checklist: { id: checklist.id, version: checklist.version, standard: checklist.standard.sha256 },
      },
    });
    return ok(null);
  });
