import type { ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';
import { Notice } from './notice.tsx';

/** The inside of a dialog that sends something: its fields, why the last try was refused, cancel and the red button. */
export function DialogForm({
  submitLabel,
  pending,
  problem,
  disabledReason = null,
  onSubmit,
  onCancel,
  children,
}: {
  readonly submitLabel: string;
  readonly pending: boolean;
  readonly problem: string | null;
  readonly disabledReason?: string | null;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const text = useText();
  const submit = (): void => {
    if (disabledReason === null && !pending) onSubmit();
  };
  useKeys([{ combo: 'Ctrl+Enter', label: submitLabel, run: submit }]);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
      {problem === null ? null : <Notice kind="error">{problem}</Notice>}
      <div className="row-end">
        <ActionButton onPress={onCancel}>{text('common.cancel')}</ActionButton>
        <ActionButton tone="primary" combo="Ctrl+Enter" pending={pending} disabledReason={disabledReason} submit>
          {submitLabel}
        </ActionButton>
      </div>
    </form>
  );
}
