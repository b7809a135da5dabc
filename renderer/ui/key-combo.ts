/** What of a key press decides whether it is a combination. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Whether a press is `Ctrl+Enter`, `N`, `ArrowDown` or `?`; Command counts as Ctrl, letters in either case. */
export function isCombo(press: KeyPress, combo: string): boolean {
  const ctrl = combo.startsWith('Ctrl+');
  const key = ctrl ? combo.slice('Ctrl+'.length) : combo;
  if (press.altKey || (press.ctrlKey || press.metaKey) !== ctrl) return false;
  return press.key.length === 1 ? press.key.toLowerCase() === key.toLowerCase() : press.key === key;
}
