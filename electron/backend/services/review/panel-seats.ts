import type { CaseId, PersonId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { PanelView } from '#shared/contract/panels.ts';
import { mayJudgeRound } from '#shared/domain/impartiality.ts';
import { freeSeats } from '#shared/domain/panel.ts';
import { hasRight } from '#shared/domain/roles.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import {
  involvementOf,
  isPanelOpen,
  isUndecided,
  loadCase,
  seatStates,
  type CaseFacts,
} from '#electron/backend/services/case-facts.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import { conflictReason } from '#electron/backend/store/conflict-repository.ts';
import {
  insertSeat,
  releaseSeat,
  withdrawOpinion,
  type SeatRelease,
} from '#electron/backend/store/panel-repository.ts';
import { findPerson, personName } from '#electron/backend/store/people-repository.ts';
import { keepPanelSize } from '#electron/backend/store/round-repository.ts';
import { panelView } from './panel-views.ts';

/** Most experts on one panel. */
const MOST_SEATS = 9;

/** Refuses whoever declared an interest in the enterprise: they take no part in its cases, whatever the deed. */
export function mayTakePart(room: Room, facts: CaseFacts, { person }: SignedInCaller): Answer<true> {
  const reason = conflictReason(room.store, person.id, facts.record.uscc);
  return reason === null ? ok(true) : refuse('impartiality.conflict', { reason });
}

/** A case whose present round is open, and its panel not yet. */
export function loadOpenPanel(room: Room, caseId: CaseId): Answer<CaseFacts> {
  const facts = loadCase(room, caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  if (!isUndecided(facts)) return refuse('case.already-decided', { caseId: facts.record.id });
  return isPanelOpen(facts) ? refuse('panel.complete') : ok(facts);
}

/** Assigns an expert, named in the refusal when something stands against them. */
export const assignExpert: Service<'panel.assign'> = (room, input, caller) =>
  atomically(room, () => {
    const open = loadOpenPanel(room, input.caseId);
    if (!open.ok) return open;
    const facts = open.value;
    const uninterested = mayTakePart(room, facts, caller);
    if (!uninterested.ok) return uninterested;
    const expert = findPerson(room.store, input.personId);
    if (expert === undefined) return refuse('person.unknown', {}, 'personId');
    const { name } = expert;
    if (expert.disabled || !hasRight(expert.roles, 'opinions.give')) return refuse('panel.no-expert', { name });
    if (facts.seats.some((seat) => seat.personId === expert.id)) return refuse('panel.already-sits', { name });
    if (facts.seats.length >= MOST_SEATS) return refuse('panel.full');
    const allowed = mayJudgeRound(involvementOf(room, facts, expert.id), facts.round.kind);
    if (!allowed.ok) return barred(name, allowed.failure);
    takeSeat(room, caller, facts, expert.id);
    return view(room, facts.record.id, caller);
  });

/** Says of somebody else why they cannot sit on a panel. */
export function barred(
  name: string,
  failure: { readonly code: string; readonly data?: { readonly reason?: unknown } },
): Answer<never> {
  switch (failure.code) {
    case 'impartiality.conflict':
      return refuse('panel.conflict', { name, reason: String(failure.data?.reason ?? '') }, 'personId');
    case 'impartiality.touched':
      return refuse('panel.touched', { name }, 'personId');
    default:
      return refuse('panel.decided', { name }, 'personId');
  }
}

/** Takes a free seat as the expert who calls. */
export const takePanelSeat: Service<'panel.take'> = (room, input, caller) =>
  atomically(room, () => {
    const open = loadOpenPanel(room, input.caseId);
    if (!open.ok) return open;
    const facts = open.value;
    if (facts.seats.some((seat) => seat.personId === caller.person.id))
      return refuse('panel.already-sits', { name: caller.person.name });
    const allowed = mayJudgeRound(involvementOf(room, facts, caller.person.id), facts.round.kind);
    if (!allowed.ok) return refuse(allowed.failure.code, allowed.failure.data);
    if (freeSeats(seatStates(facts), facts.panelSize) === 0) return refuse('panel.full');
    takeSeat(room, caller, facts, caller.person.id);
    return view(room, facts.record.id, caller);
  });

/** Writes a seat, inside the caller's transaction; the first one fixes how many opinions the round needs. Answers its id. */
export function takeSeat(room: Room, caller: SignedInCaller, facts: CaseFacts, personId: PersonId): string {
  const { record, round } = facts;
  const id = room.world.newId();
  keepPanelSize(room.store, record.id, round.panelRound, facts.panelSize);
  insertSeat(
    room.store,
    { caseId: record.id, round: round.round, dueOn: record.dueOn },
    { id, personId, assignedBy: caller.person.id, assignedAt: room.now().toISOString() },
  );
  recordCaseDeed(room, caller, record.id, {
    type: 'panel.assigned',
    entity: 'case',
    entityId: record.id,
    payload: { round: round.round, person: personId, size: facts.panelSize },
    ...choosing(caller, personId),
  });
  return id;
}

/** Gives a seat up; who does not assign can only give up their own. */
export const releasePanelSeat: Service<'panel.release'> = (room, input, caller) =>
  atomically(room, () => {
    const open = loadOpenPanel(room, input.caseId);
    if (!open.ok) return open;
    const facts = open.value;
    const uninterested = mayTakePart(room, facts, caller);
    if (!uninterested.ok) return uninterested;
    const name = personName(room.store, input.personId);
    if (input.personId !== caller.person.id && !hasRight(caller.person.roles, 'panels.assign'))
      return refuse('panel.not-yours', { name });
    if (!facts.seats.some((seat) => seat.personId === input.personId)) return refuse('panel.not-seated', { name });
    if (facts.opinions.some((opinion) => opinion.personId === input.personId))
      return refuse('panel.has-spoken', { name });
    freeSeat(room, caller, facts, input.personId, input.reason);
    return view(room, facts.record.id, caller);
  });

/** Ends a person's part in the present panel: seat released, opinion withdrawn where there is one; both kept. */
export function endSeat(room: Room, facts: CaseFacts, personId: string, release: SeatRelease): void {
  for (const seat of facts.seats.filter((one) => one.personId === personId)) releaseSeat(room.store, seat.id, release);
  for (const opinion of facts.opinions.filter((one) => one.personId === personId))
    withdrawOpinion(room.store, opinion.id, release.at, release.reason);
}

/** {@link endSeat} as a deed of this desk. */
export function freeSeat(room: Room, caller: SignedInCaller, facts: CaseFacts, personId: string, reason: string): void {
  const { record, round } = facts;
  endSeat(room, facts, personId, { by: caller.person.id, at: room.now().toISOString(), reason });
  recordCaseDeed(room, caller, record.id, {
    type: 'panel.released',
    entity: 'case',
    entityId: record.id,
    payload: { round: round.round, person: personId, reason },
    ...choosing(caller, personId),
  });
}

/** Whoever seats or unseats somebody else had a part in how the round was judged, which an appeal against it asks for. */
const choosing = (caller: SignedInCaller, personId: string): { readonly touch?: 'chose-panel' } =>
  caller.person.id === personId ? {} : { touch: 'chose-panel' };

function view(room: Room, caseId: CaseId, caller: SignedInCaller): Answer<PanelView> {
  const facts = loadCase(room, caseId);
  return facts ? ok(panelView(room, facts, caller.person.id)) : refuse('case.unknown');
}
