import { daysBetween, isPlainDate } from '#shared/base/plain-date.ts';
import type { TextOf } from './language.tsx';

/** How urgent a due day is. */
export type DueTone = 'late' | 'soon' | 'plain';

/** A due day as a queue shows it: “逾期 1 天”, “今天”, “明天”, then the date. */
export function dueText(dueOn: string, today: string, text: TextOf): { readonly text: string; readonly tone: DueTone } {
  if (!isPlainDate(dueOn) || !isPlainDate(today)) return { text: dueOn, tone: 'plain' };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { text: text('common.overdue', { days: -days }), tone: 'late' };
  if (days === 0) return { text: text('common.today'), tone: 'soon' };
  if (days === 1) return { text: text('common.tomorrow'), tone: 'plain' };
  return { text: dueOn.slice(0, 4) === today.slice(0, 4) ? dueOn.slice(5) : dueOn, tone: 'plain' };
}
