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

const GLYPHS: Readonly<Record<string, string>> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** A combination as it stands on a button: `Ctrl ↵`. */
export const comboText = (combo: string): string =>
  combo
    .split('+')
    .map((part) => GLYPHS[part] ?? part)
    .join(' ');
