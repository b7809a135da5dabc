const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait before the next try, in milliseconds.
 *
 * Doubles from one second to five minutes with full jitter over the upper half, so that desks
 * that lost the platform together do not return together. A wait the platform named is never
 * undercut.
 * @param failures tries that failed in a row, from 1
 * @param random in [0, 1)
 */
export function backoffMs(failures: number, random: number, retryAfterMs = 0): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(failures - 1, 0), 30));
  return Math.max(retryAfterMs, Math.round(ceiling / 2 + (ceiling / 2) * random));
}
