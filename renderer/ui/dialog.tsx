import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Icon } from './icons.tsx';
import { KeyLayer } from './keys.tsx';
import { useText } from './language.tsx';
import { KeptScan, ScanDepth, tellDialogGone } from './scan-inbox.tsx';
import './dialog.css';

/**
 * A dialog over the window: the platform's own `<dialog>`, which keeps the focus inside, rests
 * what lies under it, closes on Escape and gives the focus back. Render it only while it is open.
 */
export function Dialog({
  title,
  size = 'small',
  onClose,
  footer,
  children,
}: {
  readonly title: string;
  readonly size?: 'small' | 'medium' | 'large';
  readonly onClose: () => void;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  const text = useText();
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = element;
    if (current !== null && !current.open) {
      current.showModal();
      firstControl(current)?.focus();
    }
    return () => {
      current?.close();
      tellDialogGone();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        // A dialog opened from this one is drawn inside it, and React tells of its closing here too.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <KeyLayer>
        <div className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="notice-close" aria-label={text('common.close')} onClick={onClose}>
            <Icon name="cross" size={16} />
          </button>
        </div>
        <div className="dialog-body">
          <KeptScan />
          <ScanDepth>{children}</ScanDepth>
        </div>
        {footer === undefined ? null : <div className="dialog-foot">{footer}</div>}
      </KeyLayer>
    </dialog>
  );
}

/** Where a dialog is first typed into, or else what it is for; never its close button. */
const firstControl = (dialog: HTMLDialogElement): HTMLElement | null =>
  dialog.querySelector<HTMLElement>('.dialog-body [autocomplete=current-password]') ??
  dialog.querySelector<HTMLElement>('.dialog-body :is(input:not([type=radio], [type=checkbox], [hidden]), textarea)') ??
  dialog.querySelector<HTMLElement>('.action-primary') ??
  dialog.querySelector<HTMLElement>('.dialog-body button');
