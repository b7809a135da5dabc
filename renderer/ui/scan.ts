import { useEffect, useEffectEvent } from 'react';

/** A keyboard-wedge scanner types faster than this; people do not. */
const SCANNER_GAP_MS = 35;
const SHORTEST_CODE = 6;

/** One key of a possible scan. */
export interface ScanKey {
  readonly key: string;
  readonly atMs: number;
}

/** Keys typed so far without a pause. */
export interface ScanState {
  readonly code: string;
  readonly lastMs: number;
}

/** Nothing typed. */
export const NO_SCAN: ScanState = { code: '', lastMs: Number.NEGATIVE_INFINITY };

/**
 * Takes one more key: what is gathered now, and the code when Enter ends a burst that only a
 * scanner types.
 */
export function scanStep(
  state: ScanState,
  { key, atMs }: ScanKey,
): { readonly state: ScanState; readonly code: string | null } {
  const fast = atMs - state.lastMs <= SCANNER_GAP_MS;
  if (key === 'Enter') {
    const scanned = fast && state.code.length >= SHORTEST_CODE;
    return { state: NO_SCAN, code: scanned ? state.code : null };
  }
  if (key.length !== 1) return { state: key === 'Shift' ? state : NO_SCAN, code: null };
  return { state: { code: fast ? state.code + key : key, lastMs: atMs }, code: null };
}

/** Marks an input that takes matching scans itself: `data-scan="^[A-Z]{1,3}-"`. */
export const OWN_SCAN = 'data-scan';

type Typed = HTMLInputElement | HTMLTextAreaElement;

const isTyped = (target: EventTarget | null): target is Typed =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Puts back what a field held before the scanner typed into it, so that its owner hears of it. */
function restore(field: Typed, value: string): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Reflect.set(prototype, 'value', value, field);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Hears a scan wherever the focus is. A field that takes such codes itself keeps its own. */
export function useScan(onScan: (code: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    let state = NO_SCAN;
    let before: { readonly field: Typed; readonly value: string } | null = null;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const step = scanStep(state, { key: event.key, atMs: event.timeStamp });
      if (step.state.code.length === 1) {
        before = isTyped(event.target) ? { field: event.target, value: event.target.value } : null;
      }
      state = step.state;
      if (step.code === null) return;
      const own = isTyped(event.target) ? event.target.getAttribute(OWN_SCAN) : null;
      if (own !== null && new RegExp(own, 'iu').test(step.code)) return;
      event.preventDefault();
      event.stopPropagation();
      if (before !== null) restore(before.field, before.value);
      scanned(step.code);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
