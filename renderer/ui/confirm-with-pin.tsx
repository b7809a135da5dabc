import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';
import { Notice } from './notice.tsx';

/** Props of {@link ConfirmWithPin}. */
export interface ConfirmWithPinProps {
  readonly title: string;
  /** Exactly what will happen. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly pending: boolean;
  /** Why the last try was refused; null when it was not. */
  readonly problem: string | null;
  readonly onConfirm: (password: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the person's password before something that cannot be undone; render it only while asking. */
export function ConfirmWithPin(props: ConfirmWithPinProps) {
  const text = useText();
  return (
    <Dialog title={props.title} onClose={props.onCancel}>
      <PinForm {...props} irreversible={text('common.irreversible')} />
    </Dialog>
  );
}

function PinForm({
  children,
  confirmLabel,
  pending,
  problem,
  onConfirm,
  onCancel,
  irreversible,
}: ConfirmWithPinProps & { readonly irreversible: string }) {
  const text = useText();
  const [password, setPassword] = useState('');
  const confirm = (): void => {
    if (password !== '' && !pending) onConfirm(password);
  };
  useKeys([{ combo: 'Ctrl+Enter', label: confirmLabel, run: confirm }]);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <div className="stack">{children}</div>
      <p className="dim">{irreversible}</p>
      {problem === null ? null : <Notice kind="error">{problem}</Notice>}
      <Field label={text('common.pin')}>
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="current-password"
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className="row-end">
        <ActionButton onPress={onCancel}>{text('common.cancel')}</ActionButton>
        <ActionButton
          tone="primary"
          combo="Ctrl+Enter"
          pending={pending}
          disabledReason={password === '' ? text('common.pin') : null}
          submit
        >
          {confirmLabel}
        </ActionButton>
      </div>
    </form>
  );
}
