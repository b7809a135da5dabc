import { addDays, daysBetween, type PlainDate } from '#shared/base/plain-date.ts';

/** How long a document review may take and when its remaining time is coloured; the centre's data. */
export interface ReviewRule {
  /** Target in working days (handbook: 一般为2个工作日). */
  readonly workingDays: number;
  /** Minutes after midnight at the centre when a working day begins and ends: 540 and 1020 for 09:00–17:00. */
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
  /** Remaining working minutes from which the time is shown amber, and from which red. */
  readonly amberMinutes: number;
  readonly redMinutes: number;
}

/** What starts, holds and goes on with a review; only the moments count, not the order they are listed in. */
export interface ReviewEvent {
  readonly kind: 'started' | 'returned' | 'resubmitted';
  readonly atMs: number;
}

/** Where a review stands against its target. */
export interface ReviewClock {
  readonly state: 'running' | 'paused';
  /** Working minutes used, whole ones. */
  readonly usedMinutes: number;
  /** Working minutes left; negative when over. */
  readonly remainingMinutes: number;
  /** When the target is or was used up; null while the clock stands with time left. */
  readonly dueAtMs: number | null;
  readonly tone: 'plain' | 'amber' | 'red';
}

/** Whether a calendar day is worked on, holidays and make-up days considered. */
export type IsWorkday = (day: PlainDate) => boolean;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** The centre keeps UTC+8 the year round. */
const CENTRE_MS = 8 * 3_600_000;
/** A calendar without a working day in this many days is broken. */
const FARTHEST_DAYS = 400;

const RANK = { started: 0, returned: 1, resubmitted: 2 } as const;

const dayAt = (ms: number): PlainDate => new Date(ms + CENTRE_MS).toISOString().slice(0, 10) as PlainDate;
const startOf = (day: PlainDate): number => Date.parse(`${day}T00:00:00.000Z`) - CENTRE_MS;

/**
 * The moment a review of papers that came on a day begins: the day itself does not count
 * (民法典第二百零一条: 开始的当日不计入，自下一日开始计算).
 */
export const reviewStart = (submittedOn: PlainDate): ReviewEvent => ({
  kind: 'started',
  atMs: startOf(submittedOn) + DAY_MS,
});

/** Working time between two moments, in milliseconds; none when the second lies before the first. */
export function workingMs(rule: ReviewRule, isWorkday: IsWorkday, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  const first = dayAt(fromMs);
  const days = daysBetween(first, dayAt(toMs));
  let total = 0;
  for (let step = 0; step <= days; step += 1) {
    const day = addDays(first, step);
    if (!isWorkday(day)) continue;
    const [opens, closes] = hoursOf(rule, day);
    total += Math.max(0, Math.min(closes, toMs) - Math.max(opens, fromMs));
  }
  return total;
}

const hoursOf = (rule: ReviewRule, day: PlainDate): readonly [number, number] => [
  startOf(day) + rule.opensAtMinute * MINUTE_MS,
  startOf(day) + rule.closesAtMinute * MINUTE_MS,
];

/** The moment at which an amount of working time after `fromMs` is used up; a day's end, not the next day's beginning. */
function afterWorking(rule: ReviewRule, isWorkday: IsWorkday, fromMs: number, amountMs: number): number {
  let left = amountMs;
  const first = dayAt(fromMs);
  for (let step = 0; step <= FARTHEST_DAYS; step += 1) {
    const day = addDays(first, step);
    if (!isWorkday(day)) continue;
    const [opens, closes] = hoursOf(rule, day);
    const begins = Math.max(opens, fromMs);
    if (begins >= closes) continue;
    if (left <= closes - begins) return begins + left;
    left -= closes - begins;
  }
  throw new RangeError(`no end of a review within ${FARTHEST_DAYS} days of ${first}`);
}

/**
 * The clock of a document review: working time since the papers came, without the time they were
 * with the applicant.
 *
 * domain.md, 资料审核: target two working days; counts Chinese working days and stops while waiting
 * for the applicant. It goes on where it stood. Counted in working minutes, so that a queue can say
 * “剩 3 小时”; two whole days are the hours of two working days. The calendar is the caller's.
 */
export function reviewClock(
  events: readonly ReviewEvent[],
  rule: ReviewRule,
  isWorkday: IsWorkday,
  nowMs: number,
): ReviewClock {
  const targetMs = rule.workingDays * (rule.closesAtMinute - rule.opensAtMinute) * MINUTE_MS;
  const past = events
    .filter(({ atMs }) => atMs <= nowMs)
    .toSorted((a, b) => a.atMs - b.atMs || RANK[a.kind] - RANK[b.kind]);
  let usedMs = 0;
  let startedAtMs: number | null = null;
  let withApplicant = false;
  let countedToMs = 0;
  let dueAtMs: number | null = null;
  const count = (untilMs: number): void => {
    if (startedAtMs !== null && !withApplicant) {
      const spanMs = workingMs(rule, isWorkday, countedToMs, untilMs);
      if (dueAtMs === null && usedMs + spanMs >= targetMs)
        dueAtMs = afterWorking(rule, isWorkday, countedToMs, targetMs - usedMs);
      usedMs += spanMs;
    }
    countedToMs = untilMs;
  };
  for (const { kind, atMs } of past) {
    count(atMs);
    if (kind === 'started') startedAtMs ??= atMs;
    else withApplicant = kind === 'returned';
  }
  count(nowMs);
  if (dueAtMs === null && !withApplicant) {
    const startMs = startedAtMs ?? events.find(({ kind }) => kind === 'started')?.atMs ?? nowMs;
    dueAtMs = afterWorking(rule, isWorkday, Math.max(nowMs, startMs), targetMs - usedMs);
  }
  const remainingMinutes = Math.floor((targetMs - usedMs) / MINUTE_MS);
  return {
    state: withApplicant ? 'paused' : 'running',
    usedMinutes: Math.ceil(usedMs / MINUTE_MS),
    remainingMinutes,
    dueAtMs,
    tone: toneOf(rule, remainingMinutes, !withApplicant),
  };
}

function toneOf(rule: ReviewRule, remainingMinutes: number, running: boolean): ReviewClock['tone'] {
  if (remainingMinutes < 0) return 'red';
  if (!running) return 'plain';
  if (remainingMinutes <= rule.redMinutes) return 'red';
  return remainingMinutes <= rule.amberMinutes ? 'amber' : 'plain';
}
