import { ok } from '#shared/base/result.ts';
import { addMonths } from '#shared/base/plain-date.ts';
import { STAGES, isOpen, type Stage } from '#shared/domain/case-stage.ts';
import { countOverdue, listCases as readCases } from '#electron/backend/store/case-repository.ts';
import { countDue, countHeld } from '#electron/backend/store/custody-repository.ts';
import { countDrawCandidates } from '#electron/backend/store/draw-repository.ts';
import { readCounters } from '#electron/backend/store/facts.ts';
import { countChecksDue } from '#electron/backend/store/paper-repository.ts';
import { countReceivedSince } from '#electron/backend/store/sample-repository.ts';
import { findText } from '#electron/backend/store/search.ts';
import { countVisits } from '#electron/backend/store/visit-lists.ts';
import { externalCounts } from './external/view-external.ts';
import type { Service } from './room.ts';
import { caseRow } from './view-case.ts';

const OPEN = STAGES.filter(isOpen);

const QUEUES = {
  documents: ['documents-in-review', 'returned'],
  papers: ['documents-in-review'],
  'awaiting-papers': ['returned'],
  'papers-overdue': ['documents-in-review', 'returned'],
  inspection: ['awaiting-sample', 'in-inspection'],
  review: ['ready-for-review', 'in-review', 'proposed'],
  overdue: OPEN,
  decided: ['proposed', 'granted', 'refused', 'issued'],
  grantable: ['granted'],
  all: [],
} as const satisfies Record<string, readonly Stage[]>;

/** A queue of cases, the one due first on top. */
export const listCases: Service<'case.list'> = (room, input) => {
  const dueBefore = input.queue === 'overdue' || input.queue === 'papers-overdue' ? room.today() : null;
  const page = readCases(room.store, { stages: QUEUES[input.queue], dueBefore }, input.cursor, input.limit);
  return ok({ rows: page.rows.map((row) => caseRow(room, row)), next: page.next });
};

/** What waits at every desk, from the counters that triggers keep. */
export const deskCounts: Service<'desk.counts'> = (room) => {
  const counters = readCounters(room.store);
  const sum = (names: readonly string[]): number => names.reduce((total, name) => total + (counters.get(name) ?? 0), 0);
  const stages = (names: readonly Stage[]): number => sum(names.map((name) => `stage:${name}`));
  const today = room.today();
  const visits = countVisits(room.store);
  return ok({
    'parcels.announced': sum(['parcel:announced']),
    'parcels.orphan': sum(['parcel:orphan']),
    'parcels.received-today': countReceivedSince(room.store, new Date(`${today}T00:00:00+08:00`).toISOString()),
    'cases.documents': stages(QUEUES.documents),
    'cases.papers': stages(QUEUES.papers),
    'cases.awaiting-papers': stages(QUEUES['awaiting-papers']),
    'cases.papers-overdue': countOverdue(room.store, QUEUES['papers-overdue'], today),
    'cases.inspection': stages(QUEUES.inspection),
    'cases.review': stages(QUEUES.review),
    'cases.overdue': countOverdue(room.store, OPEN, today),
    'cases.grantable': stages(QUEUES.grantable),
    'cases.proposed': stages(['proposed']),
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
