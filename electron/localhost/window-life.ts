import type { Clock } from './sessions.ts';

/** How long an app window may take to connect before the person is given the link instead. */
export const PATIENCE_MS = 20_000;
/** How long the server outlives its app window: a reload, or a window handed to a browser already running. */
export const LINGER_MS = 10_000;

/** What happens to the app window, as the program hears of it. */
export interface WindowLife {
  /** The browser's process ended; that of a browser already running may end at once and leave its window open. */
  ended(): void;
  /** The browser could not be started. */
  failed(): void;
  /** Pages came or went. */
  connections(count: number): void;
}

/**
 * Follows an app window: gives the link when no page appears, stops the program when the last one
 * has gone.
 *
 * The program stops only when the browser's process has ended *and* no page has been connected for
 * {@link LINGER_MS}, since neither alone says that the person has left.
 */
export function followWindow(clock: Clock, giveLink: () => void, stop: () => void): WindowLife {
  let gone = false;
  let count = 0;
  let callOffStop: (() => void) | undefined;
  const callOffLink = clock.after(PATIENCE_MS, giveLink);
  const consider = (): void => {
    callOffStop?.();
    callOffStop = gone && count === 0 ? clock.after(LINGER_MS, stop) : undefined;
  };
  return {
    ended() {
      gone = true;
      consider();
    },
    failed() {
      callOffLink();
      giveLink();
    },
    connections(now) {
      count = now;
      if (count > 0) callOffLink();
      consider();
    },
  };
}
