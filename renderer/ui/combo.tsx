import { Icon } from './icons.tsx';

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** A key combination as it stands on a button; Enter is drawn, because few fonts have its sign. */
export function Combo({ combo }: { readonly combo: string }) {
  return (
    <kbd aria-hidden="true">
      {combo.split('+').map((part) => (
        <span key={part}>{part === 'Enter' ? <Icon name="enter" size={11} /> : (ARROWS[part] ?? part)}</span>
      ))}
    </kbd>
  );
}
