import { useEffect, useEffectEvent } from 'react';
import { PLAIN_SCANNER, stripScan, type ScannerSettings } from '#shared/domain/scan-code.ts';

/** A pause this long ends what was being typed. */
const PAUSE_MS = 150;
/** A pause this long ends even what only a scanner types: a busy machine may hold a scan up half way. */
const HICCUP_MS = 600;
/** So many characters at a scanner's pace are no person's. */
const BURST = 3;
const SHORTEST_CODE = 6;
const SHORTEST_PLACE = 3;
/** What waybills, barcodes and numbers are made of, labels of places, and links; words are never a scan. */
const CODE = /^(?:(?=.*\d)[A-Za-z0-9-]+|[Ll]:\S+|https?:\/\/\S+)$/;

/** A scan with what the scanner added taken off; null for what is no code. */
function codeOf(typed: string, scanner: ScannerSettings): string | null {
  const code = stripScan(typed, scanner);
  const shortest = /^[Ll]:/.test(code) ? SHORTEST_PLACE : SHORTEST_CODE;
  return code.length >= shortest && CODE.test(code) ? code : null;
}

/** One key of a possible scan. */
export interface ScanKey {
  readonly key: string;
  readonly atMs: number;
}

/** Characters typed so far without a pause. */
export interface ScanState {
  readonly code: string;
  readonly firstMs: number;
  readonly lastMs: number;
}

/** Nothing typed. */
export const NO_SCAN: ScanState = { code: '', firstMs: 0, lastMs: Number.NEGATIVE_INFINITY };

/**
 * Takes one more key: what is gathered now, and the code when Enter ends characters that came as
 * fast as only a scanner types. The mean counts, not each gap, so that a busy machine never
 * takes half a code for a whole one.
 */
export function scanStep(
  state: ScanState,
  { key, atMs }: ScanKey,
  scanner: ScannerSettings = PLAIN_SCANNER,
): { readonly state: ScanState; readonly code: string | null } {
  const { code, firstMs, lastMs } = state;
  const isBurst = code.length >= BURST && (lastMs - firstMs) / (code.length - 1) <= scanner.meanMs;
  const goesOn = atMs - lastMs <= (isBurst ? HICCUP_MS : PAUSE_MS);
  if (key === 'Enter') {
    const fast = goesOn && (atMs - firstMs) / code.length <= scanner.meanMs;
    return { state: NO_SCAN, code: fast ? codeOf(code, scanner) : null };
  }
  if (key.length !== 1) return { state: key === 'Shift' ? state : NO_SCAN, code: null };
  return {
    state: goesOn ? { code: code + key, firstMs, lastMs: atMs } : { code: key, firstMs: atMs, lastMs: atMs },
    code: null,
  };
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

/** Whether a field keeps what is typed into it: a password, or one that takes such codes itself. */
function keepsScan(target: EventTarget | null, code: string): boolean {
  if (!isTyped(target)) return false;
  const own = target.getAttribute(OWN_SCAN);
  return target.type === 'password' || (own !== null && new RegExp(own, 'iu').test(code));
}

/** Hears a scan wherever the focus is, while `on`. */
export function useScan(on: boolean, onScan: (code: string) => void, scanner: ScannerSettings = PLAIN_SCANNER): void {
  const scanned = useEffectEvent(onScan);
  const stepped = useEffectEvent((state: ScanState, key: ScanKey) => scanStep(state, key, scanner));
  useEffect(() => {
    if (!on) return undefined;
    let state = NO_SCAN;
    let before: { readonly field: Typed; readonly value: string } | null = null;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const step = stepped(state, { key: event.key, atMs: event.timeStamp });
      if (step.state.code.length === 1) {
        before = isTyped(event.target) ? { field: event.target, value: event.target.value } : null;
      }
      state = step.state;
      if (step.code === null || keepsScan(event.target, step.code)) return;
      event.preventDefault();
      event.stopPropagation();
      if (before !== null) restore(before.field, before.value);
      scanned(step.code);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [on]);
}
