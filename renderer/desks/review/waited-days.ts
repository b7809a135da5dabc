const DAY_MS = 86_400_000;

/** Whole days from one calendar day to another, `2026-11-18` to `2026-11-21` is 3; never less than 0. */
export const waitedDays = (since: string, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / DAY_MS)) || 0;
