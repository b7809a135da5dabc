import type { ReviewClock } from '#shared/domain/review-clock.ts';
import type { DueTone } from './due-text.ts';
import type { TextOf } from './language.tsx';

const TONES = { plain: 'plain', amber: 'soon', red: 'late' } as const;

/** What is left of a document review as a queue shows it: “剩 3 小时”, “超 40 分钟”, “超 9 个工作日”, “等待补件”; hours are working hours. */
export function clockText(clock: ReviewClock, text: TextOf): { readonly text: string; readonly tone: DueTone } {
  const { remainingMinutes, state } = clock;
  if (state === 'paused') return { text: text('papers.clockPaused'), tone: remainingMinutes < 0 ? 'late' : 'plain' };
  return {
    text: text(remainingMinutes < 0 ? 'papers.clockOver' : 'papers.clockLeft', {
      span: workingSpan(Math.abs(remainingMinutes), text),
    }),
    tone: TONES[clock.tone],
  };
}

/** Beyond two working days of eight hours, hours say nothing to anybody. */
const HOURS_SHOWN = 16;
const WORKING_DAY_HOURS = 8;

/** A length of working time: minutes, hours, or whole working days. */
export function workingSpan(minutes: number, text: TextOf): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return text('papers.minutes', { count: minutes });
  if (hours <= HOURS_SHOWN) return text('papers.hours', { count: hours });
  return text('papers.workingDays', { count: Math.floor(hours / WORKING_DAY_HOURS) });
}
