const PARTS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as the screens write it, `2026-11-21 10:42`, in the centre's time zone; what is no moment stays as it is. */
export function showMoment(at: string): string {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? at : PARTS.format(moment).replace(',', '');
}

/** The hour and minute of a moment, `10:42`. */
export const showClock = (at: string): string => showMoment(at).slice(11) || at;

/** The day of a moment in the centre's time zone, `2026-11-21`. */
export const dayOf = (at: string): string => showMoment(at).slice(0, 10);
