import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { ok } from '#shared/base/result.ts';
import type { ReturnView, WantedView } from '#shared/contract/messages.ts';
import { reviewRulesSchema } from '#shared/contract/messages.ts';
import type { Stage } from '#shared/domain/case-stage.ts';
import type { ReviewRules } from '#shared/domain/document-checklist.ts';
import { reviewClock, reviewStart, type ReviewClock, type ReviewEvent } from '#shared/domain/review-clock.ts';
import type { DocumentRecord } from '#electron/backend/store/case-repository.ts';
import type { ReturnRecord } from '#electron/backend/store/message-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import type { Room, Service } from './room.ts';
import { isWorkday } from './working-days.ts';

const rulesOf = new WeakMap<Room, ReviewRules>();

/**
 * Checklists, common reasons and the clock's rule, read once from the shipped file.
 * @throws Error when the file is not right: the installation is broken.
 */
export function reviewRules(room: Room): ReviewRules {
  const known = rulesOf.get(room);
  if (known) return known;
  const file = join(room.folders.resources, 'templates', 'document-checklists.json');
  const rules = reviewRulesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  rulesOf.set(room, rules);
  return rules;
}

export const getReviewRules: Service<'document.rules'> = (room) => ok(reviewRules(room));

const eventsOf = (submittedOn: PlainDate, returns: readonly ReturnRecord[]): readonly ReviewEvent[] => [
  reviewStart(submittedOn),
  ...returns.flatMap(({ returnedAt, resubmittedAt }): readonly ReviewEvent[] => [
    { kind: 'returned', atMs: Date.parse(returnedAt) },
    ...(resubmittedAt === null ? [] : [{ kind: 'resubmitted', atMs: Date.parse(resubmittedAt) } as const]),
  ]),
];

/** The review's clock of a case; null when its papers are no longer under review. */
export const clockOf = (
  room: Room,
  stage: Stage,
  submittedOn: PlainDate,
  returns: readonly ReturnRecord[],
): ReviewClock | null =>
  stage === 'documents-in-review' || stage === 'returned' ? clockNow(room, submittedOn, returns) : null;

const clockNow = (room: Room, submittedOn: PlainDate, returns: readonly ReturnRecord[]): ReviewClock =>
  reviewClock(eventsOf(submittedOn, returns), reviewRules(room).clock, isWorkday, room.now().getTime());

/** The moment a running review's target is used up, or was. */
export function reviewDueAt(room: Room, submittedOn: PlainDate, returns: readonly ReturnRecord[]): Date {
  const { dueAtMs } = clockNow(room, submittedOn, returns);
  return dueAtMs === null ? room.now() : new Date(dueAtMs);
}

/** Papers that count: those no newer one has replaced. */
export function standingDocuments<T extends Pick<DocumentRecord, 'id' | 'replaces'>>(
  documents: readonly T[],
): readonly T[] {
  const replaced = new Set<string | null>(documents.map(({ replaces }) => replaces));
  return documents.filter(({ id }) => !replaced.has(id));
}

/** The return the applicant has not answered yet. */
export const openReturn = (returns: readonly ReturnRecord[]): ReturnRecord | undefined =>
  returns.findLast(({ resubmittedAt }) => resubmittedAt === null);

/** A return as others see it. */
export const returnView = (room: Room, row: ReturnRecord): ReturnView => ({
  messageId: row.messageId,
  wanted: JSON.parse(row.wanted) as readonly WantedView[],
  by: personName(room.store, row.returnedBy),
  at: row.returnedAt,
  resubmittedAt: row.resubmittedAt,
});
