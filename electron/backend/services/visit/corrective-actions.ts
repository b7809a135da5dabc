import { ok } from '#shared/base/result.ts';
import { findLine, isFinding } from '#shared/domain/visit/checklist.ts';
import { mayBeDueOn } from '#shared/domain/visit/corrective.ts';
import { isStanding } from '#shared/domain/visit/visit-state.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { closeCorrective, insertCorrective } from '#electron/backend/store/visit-repository.ts';
import { loadCase } from '#electron/backend/services/case-facts.ts';
import { mayRecord, storeFinding } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import {
  centreDay,
  type Answer,
  type Room,
  type Service,
  type SignedInCaller,
} from '#electron/backend/services/room.ts';
import { loadVisit, type LoadedVisit } from './load-visit.ts';
import { outcomeOf } from './view-visit.ts';
import { mayRecordOn } from './may-record-on.ts';
import { onVisit, recordingOn, recordVisitDeed } from './visit-deed.ts';

/** Agrees with the enterprise on something to be put right, for a line where something was found. */
export const addCorrective: Service<'visit.corrective-add'> = (room, { visitId, ...action }, caller) =>
  recordingOn(room, visitId, caller, ({ visit }) => {
    const { checklist, record, signed } = visit;
    const line = findLine(checklist, action.line);
    if (line === undefined) return refuse('visit.line-unknown', { line: action.line }, 'line');
    const answer = signed.answers.find((given) => given.line === action.line);
    if (answer === undefined || !isFinding(answer))
      return refuse('visit.no-finding', { lineZh: line.zh, lineEn: line.en }, 'line');
    const due = mayBeDueOn(action.dueOn, room.today());
    if (!due.ok) return refuse(due.failure.code, due.failure.data, due.failure.field);
    const id = room.world.newId();
    insertCorrective(room.store, {
      id,
      visitId,
      ...action,
      by: caller.person.id,
      at: room.now().toISOString(),
    });
    recordVisitDeed(room, caller, record, {
      type: 'visit.corrective-added',
      touch: 'recorded-evidence',
      payload: { correctiveId: id, ...action },
    });
    return ok(null);
  });

/** During a visit its team closes actions; afterwards whoever may evaluate the case. */
function mayClose(room: Room, visit: LoadedVisit, caller: SignedInCaller): Answer<unknown> {
  if (isStanding(visit.record).ok) return mayRecordOn(room, visit, caller);
  if (visit.record.state === 'cancelled') return refuse('visit.cancelled', {}, 'visitId');
  return mayRecord(room, loadCase(room, visit.record.caseId), caller);
}

/** Notes what showed that an action was done. After the visit the lines' outcome follows, as a new fact of the case. */
export const closeAction: Service<'visit.corrective-close'> = (room, { visitId, correctiveId, evidence }, caller) =>
  onVisit(room, visitId, caller, (visit) => {
    const action = visit.corrective.find(({ id }) => id === correctiveId);
    if (action === undefined) return refuse('visit.corrective-unknown', {}, 'correctiveId');
    const may = mayClose(room, visit, caller);
    if (!may.ok) return may;
    if (action.closedAt !== null)
      return refuse('visit.corrective-closed', {
        at: centreDay(new Date(action.closedAt)),
        by: personName(room.store, action.closedBy ?? ''),
      });
    closeCorrective(room.store, action, caller.person.id, room.now().toISOString(), evidence);
    recordVisitDeed(room, caller, visit.record, {
      type: 'visit.corrective-closed',
      touch: 'recorded-evidence',
      payload: { correctiveId, line: action.line, evidence },
    });
    restateLines(room, caller, visit);
    return ok(null);
  });

/** Writes the lines' outcome anew when a closed visit's actions change it and its word still is the one that counts. */
function restateLines(room: Room, caller: SignedInCaller, before: LoadedVisit): void {
  const { caseId, id, state } = before.record;
  const after = loadVisit(room, id);
  const facts = loadCase(room, caseId);
  if (state !== 'closed' || after?.signed.lines == null || facts === undefined) return;
  const outcome = outcomeOf(after);
  const current = facts.findings.findLast(({ kind, superseded }) => kind === 'lines' && superseded === 0);
  const isOurs = current?.source.kind === 'visit' && current.source.id === id;
  if (!isOurs || outcome === outcomeOf(before)) return;
  const { inspected, recordsViewed } = after.signed.lines;
  storeFinding(room, caller, facts, { kind: 'lines', inspected, recordsViewed, outcome }, { kind: 'visit', id });
}
