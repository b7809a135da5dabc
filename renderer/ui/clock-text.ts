import type { ReviewClock } from '#shared/domain/review-clock.ts';
import type { DueTone } from './due-text.ts';
import type { TextOf } from './language.tsx';

const TONES = { plain: 'plain', amber: 'soon', red: 'late' } as const;

/** What is left of a document review as a queue shows it: “剩 3 小时”, “超 40 分钟”, “等待补件”; hours are working hours. */
export function clockText(clock: ReviewClock, text: TextOf): { readonly text: string; readonly tone: DueTone } {
  const { remainingMinutes, state } = clock;
  if (state === 'paused') return { text: text('papers.clockPaused'), tone: remainingMinutes < 0 ? 'late' : 'plain' };
  const minutes = Math.abs(remainingMinutes);
  const hours = Math.floor(minutes / 60);
  const span = hours > 0 ? text('papers.hours', { count: hours }) : text('papers.minutes', { count: minutes });
  return {
    text: text(remainingMinutes < 0 ? 'papers.clockOver' : 'papers.clockLeft', { span }),
    tone: TONES[clock.tone],
  };
}
