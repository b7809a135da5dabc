import type { Door } from '#shared/contract/door.ts';

declare global {
  interface Window {
    /** Put there by the preload (Electron) or by the served page's bridge (localhost). */
    workstation?: Door;
  }
}

/**
 * The way to the backend that this page was given.
 * @throws Error when the page was opened without a door.
 */
export function theDoor(): Door {
  if (window.workstation === undefined) throw new Error('this page has no door to the workstation');
  return window.workstation;
}
