import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import { useText } from './language.tsx';
import './notice.css';

/** What a screen has to say after a deed. */
export interface NoticeProps {
  readonly kind: 'saved' | 'error' | 'info' | 'warning';
  /** What happened, what was kept, what to do next. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose?: () => void;
}

const ICONS = { saved: 'tick', error: 'warning', info: 'info', warning: 'warning' } as const;

/** Tells what was saved, with time and name, or what went wrong; errors interrupt a screen reader, the rest waits. */
export function Notice({ kind, children, actions, onClose }: NoticeProps) {
  const text = useText();
  return (
    <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={ICONS[kind]} size={16} />
      <div className="notice-words">{children}</div>
      {actions}
      {onClose === undefined ? null : (
        <button type="button" className="notice-close" aria-label={text('common.close')} onClick={onClose}>
          <Icon name="cross" size={14} />
        </button>
      )}
    </div>
  );
}
