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

/** A code in groups of four, for reading aloud: `SF1388 2047 7719`. */
export const groupCode = (code: string): string => {
  const match = /^([A-Za-z]*)(.*)$/u.exec(code);
  const [letters, rest] = [match?.[1] ?? '', match?.[2] ?? code];
  if (!/^\d+$/.test(rest) || rest.length < 8) return code;
  const head = rest.length % 4;
  const groups = rest.slice(head).match(/.{4}/g) ?? [];
  return `${letters}${head > 0 ? rest.slice(0, head) : ''}${head > 0 && groups.length > 0 ? ' ' : ''}${groups.join(' ')}`;
};
