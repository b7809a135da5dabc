import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore, type ReactNode } from 'react';
import { useText } from './language.tsx';
import { Notice } from './notice.tsx';

/** Somebody on screen who takes scans of a kind; answers whether this one was theirs. */
interface Taker {
  readonly depth: number;
  take(code: string): boolean;
}

let takers: readonly Taker[] = [];
let kept: string | null = null;
const listeners = new Set<() => void>();

const DepthContext = createContext(0);

const openDialogs = (): number => document.querySelectorAll('dialog[open]').length;

function setKept(code: string | null): void {
  kept = code;
  listeners.forEach((listener) => listener());
}

/** How many dialogs deep a part of the window lies; a scan goes to the top one only. */
export function ScanDepth({ children }: { readonly children: ReactNode }) {
  return <DepthContext value={use(DepthContext) + 1}>{children}</DepthContext>;
}

/** Takes scans while a screen or dialog is on top: answer true for a code that is yours. The newest asks first. */
export function useScanTaker(take: (code: string) => boolean): void {
  const depth = use(DepthContext);
  const current = useEffectEvent(take);
  useEffect(() => {
    const taker: Taker = { depth, take: (code) => current(code) };
    takers = [taker, ...takers];
    return () => {
      takers = takers.filter((other) => other !== taker);
    };
  }, [depth]);
}

/**
 * Gives a scan to who wants it on top of the screen. Under a dialog that does not, it is kept and
 * said so; answers whether anybody has it.
 */
export function offerScan(code: string): boolean {
  const depth = openDialogs();
  if (takers.some((taker) => taker.depth === depth && taker.take(code))) return true;
  if (depth === 0) return false;
  setKept(code);
  return true;
}

/** Hears a kept scan once the last dialog has gone. */
export function useReleasedScan(open: (code: string) => void): void {
  const current = useEffectEvent(open);
  useEffect(() => {
    const release = (): void => {
      if (kept === null || openDialogs() > 0) return;
      const code = kept;
      setKept(null);
      current(code);
    };
    window.addEventListener(DIALOG_GONE, release);
    return () => window.removeEventListener(DIALOG_GONE, release);
  }, []);
}

const DIALOG_GONE = 'workstation:dialog-gone';

/** Tells that a dialog has closed. */
export const tellDialogGone = (): void => void setTimeout(() => window.dispatchEvent(new Event(DIALOG_GONE)), 0);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says in a dialog which scan waits for it to close. */
export function KeptScan() {
  const text = useText();
  const code = useSyncExternalStore(subscribe, () => kept);
  return code === null ? null : <Notice kind="info">{text('scan.kept', { code })}</Notice>;
}
