import { daysBetween, isPlainDate } from '#shared/base/plain-date.ts';

/** How an award stands with its yearly check. */
export type CheckState = 'expired' | 'late' | 'due' | 'fine';

/** Days before the date on which a check is called due. */
export const DUE_WITHIN_DAYS = 30;

/** Where an award stands on a day: expired outranks an overdue check. */
export function checkState(
  award: { readonly checkDueOn: string; readonly validUntil: string },
  today: string,
): CheckState {
  if (award.validUntil < today) return 'expired';
  if (award.checkDueOn < today) return 'late';
  if (!isPlainDate(today) || !isPlainDate(award.checkDueOn)) return 'fine';
  return daysBetween(today, award.checkDueOn) <= DUE_WITHIN_DAYS ? 'due' : 'fine';
}

/** Whether somebody has to act on it. */
export const needsCheck = (state: CheckState): boolean => state === 'due' || state === 'late';
