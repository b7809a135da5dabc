import type { Desk } from '#shared/domain/roles.ts';

/** What waits at a desk; `hot` when some of it is late or wrong. */
export interface DeskWaiting {
  readonly count: number;
  readonly hot: boolean;
}

const KEYS: Readonly<Partial<Record<Desk, readonly string[]>>> = {
  receiving: ['parcels.announced', 'parcels.orphan'],
  inspection: ['cases.documents', 'cases.inspection'],
  review: ['cases.review'],
  printing: ['cases.grantable', 'awards.to-print'],
  surveillance: ['awards.check-due'],
  platform: ['outbox.problems'],
};

const HOT: Readonly<Partial<Record<Desk, string>>> = { review: 'cases.overdue', platform: 'outbox.problems' };

/** Adds up what waits at a desk from the backend's counts. */
export function deskWaiting(desk: Desk, counts: Readonly<Record<string, number>>): DeskWaiting {
  const count = (KEYS[desk] ?? []).reduce((sum, key) => sum + (counts[key] ?? 0), 0);
  const hotKey = HOT[desk];
  return { count, hot: hotKey !== undefined && (counts[hotKey] ?? 0) > 0 };
}
