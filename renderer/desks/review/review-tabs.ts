/** The tabs over the review queue. */
export type ReviewTab = 'review' | 'mine' | 'overdue' | 'today' | 'incidents' | 'all';

/** The lists of cases behind the tabs. */
export const CASE_QUEUES = {
  review: 'review',
  mine: 'review-mine',
  overdue: 'review-overdue',
  today: 'review-today',
  all: 'all',
} as const satisfies Record<Exclude<ReviewTab, 'incidents'>, string>;
