import { Button } from 'antd';
import { useId, type ReactNode } from 'react';
import { Combo } from './combo.tsx';
import './action-button.css';

/** Props of {@link ActionButton}. */
export interface ActionButtonProps {
  /** Left out on a form's own button. */
  readonly onPress?: () => void;
  /** Sends the form it stands in. */
  readonly submit?: boolean;
  readonly children: ReactNode;
  /** `primary` is the one cinnabar button of a screen. */
  readonly tone?: 'primary' | 'plain' | 'danger' | 'quiet';
  /** Key that does the same, shown on the button; the screen binds it. */
  readonly combo?: string;
  readonly pending?: boolean;
  /** Why it cannot be pressed now; shown on hover and read aloud. Null when it can. */
  readonly disabledReason?: string | null;
  readonly label?: string;
  readonly autoFocus?: boolean;
}

/** A button that says why when it cannot be pressed, and cannot be pressed twice. */
export function ActionButton({
  onPress,
  submit = false,
  children,
  tone = 'plain',
  combo,
  pending = false,
  disabledReason = null,
  label,
  autoFocus = false,
}: ActionButtonProps) {
  const reasonId = useId();
  const blocked = disabledReason !== null;
  return (
    <>
      <Button
        className={`action action-${tone}${blocked ? ' action-blocked' : ''}`}
        type={tone === 'primary' ? 'primary' : tone === 'quiet' ? 'text' : 'default'}
        htmlType={submit ? 'submit' : 'button'}
        danger={tone === 'danger'}
        autoFocus={autoFocus}
        aria-busy={pending}
        aria-disabled={blocked || pending}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(combo === undefined ? {} : { 'aria-keyshortcuts': combo.replace('Ctrl', 'Control') })}
        {...(blocked ? { title: disabledReason, 'aria-describedby': reasonId } : {})}
        onClick={(event) => {
          if (blocked || pending) event.preventDefault();
          else onPress?.();
        }}
      >
        <span>{children}</span>
        {combo === undefined ? null : <Combo combo={combo} />}
      </Button>
      {blocked ? (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      ) : null}
    </>
  );
}
