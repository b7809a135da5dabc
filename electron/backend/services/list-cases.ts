import { ok } from '#shared/base/result.ts';
import { addMonths, type PlainDate } from '#shared/base/plain-date.ts';
import { STAGES, isOpen, type Stage } from '#shared/domain/case-stage.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import {
  countDecidedSince,
  countOverdue,
  listCases as readCases,
  listDecidedSince,
  listHeldBy,
} from '#electron/backend/store/case-queues.ts';
import { countDue, countHeld } from '#electron/backend/store/custody-repository.ts';
import { countDrawCandidates } from '#electron/backend/store/draw-repository.ts';
import { readCounters } from '#electron/backend/store/facts.ts';
import { countUngraded } from '#electron/backend/store/incident-repository.ts';
import { countHeldBy } from '#electron/backend/store/panel-repository.ts';
import { countChecksDue } from '#electron/backend/store/paper-repository.ts';
import { countReceivedSince } from '#electron/backend/store/sample-repository.ts';
import { findText } from '#electron/backend/store/search.ts';
import { countVisits } from '#electron/backend/store/visit-lists.ts';
import { externalCounts } from './external/view-external.ts';
import type { Room, Service } from './room.ts';
import { caseRow } from './view-case.ts';

const OPEN = STAGES.filter(isOpen);

const REVIEW = ['ready-for-review', 'in-review', 'proposed'] as const;

const QUEUES = {
  documents: ['documents-in-review', 'returned'],
  papers: ['documents-in-review'],
  'awaiting-papers': ['returned'],
  'papers-overdue': ['documents-in-review', 'returned'],
  inspection: ['awaiting-sample', 'in-inspection'],
  review: REVIEW,
  'review-overdue': REVIEW,
  overdue: OPEN,
  decided: ['proposed', 'granted', 'refused', 'issued'],
  grantable: ['granted'],
  all: [],
} as const satisfies Record<string, readonly Stage[]>;

/** A queue of cases, the one due first on top. */
export const listCases: Service<'case.list'> = (room, input, caller) => {
  const page = readQueue(room, input, caller.person.id);
  return ok({ rows: page.rows.map((row) => caseRow(room, row, caller)), next: page.next });
};

const OVERDUE: readonly string[] = ['overdue', 'papers-overdue', 'review-overdue'];

function readQueue(room: Room, { cursor, limit, queue }: ParsedOf<'case.list'>, personId: string) {
  switch (queue) {
    case 'review-mine':
      return listHeldBy(room.store, personId, cursor, limit);
    case 'review-today':
      return listDecidedSince(room.store, dayBegins(room.today()), cursor, limit);
    default: {
      const dueBefore = OVERDUE.includes(queue) ? room.today() : null;
      return readCases(room.store, { stages: QUEUES[queue], dueBefore }, cursor, limit);
    }
  }
}

/** The moment a day begins at the centre. */
const dayBegins = (day: PlainDate): string => new Date(`${day}T00:00:00+08:00`).toISOString();

/** What waits at every desk, from the counters that triggers keep. */
export const deskCounts: Service<'desk.counts'> = (room, _input, caller) => {
  const counters = readCounters(room.store);
  const sum = (names: readonly string[]): number => names.reduce((total, name) => total + (counters.get(name) ?? 0), 0);
  const stages = (names: readonly Stage[]): number => sum(names.map((name) => `stage:${name}`));
  const today = room.today();
  const visits = countVisits(room.store);
  return ok({
    'parcels.announced': sum(['parcel:announced']),
    'parcels.orphan': sum(['parcel:orphan']),
    'parcels.received-today': countReceivedSince(room.store, dayBegins(today)),
    'cases.documents': stages(QUEUES.documents),
    'cases.papers': stages(QUEUES.papers),
    'cases.awaiting-papers': stages(QUEUES['awaiting-papers']),
    'cases.papers-overdue': countOverdue(room.store, QUEUES['papers-overdue'], today),
    'cases.inspection': stages(QUEUES.inspection),
    'cases.review': stages(QUEUES.review),
    'cases.review-mine': countHeldBy(room.store, caller.person.id),
    'cases.review-overdue': countOverdue(room.store, REVIEW, today),
    'cases.review-today': countDecidedSince(room.store, dayBegins(today)),
    'cases.overdue': countOverdue(room.store, OPEN, today),
    'cases.grantable': stages(QUEUES.grantable),
    'cases.proposed': stages(['proposed']),
    'incidents.open': sum(['incident:open']),
    'incidents.ungraded': countUngraded(room.store),
    'awards.to-print': sum(['award:to-print']),
    'awards.check-due': countChecksDue(room.store, addMonths(today, 1)),
    'outbox.waiting': sum(['outbox:waiting']),
    'outbox.problems': sum(['outbox:conflict', 'outbox:quarantined', 'outbox:parked']),
    'visits.planned': visits.planned,
    'visits.open': visits.open,
    'visits.corrective': visits.corrective,
    'samples.due': countDue(room.store, today),
    'lab.to-order': sum(['lab:to-order']),
    'lab.to-enter': sum(['lab:to-enter']),
    'lab.to-release': sum(['lab:to-release']),
    'samples.held': countHeld(room.store),
    ...externalCounts(room),
    'draws.waiting': countDrawCandidates(room.store),
    ...Object.fromEntries(STAGES.map((stage) => [`stage.${stage}`, stages([stage])])),
  });
};

/** The one search field. */
export const findThings: Service<'search.find'> = (room, input) => ok(findText(room.store, input.text, input.limit));
