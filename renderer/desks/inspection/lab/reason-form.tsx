import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';

/** A deed that takes a reason: what it will do, then the reason. */
export function ReasonForm({
  title,
  children,
  submitLabel,
  hint,
  pending,
  problem,
  error,
  onSubmit,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly submitLabel: string;
  readonly hint: string;
  readonly pending: boolean;
  readonly problem: string | null;
  readonly error: string | undefined;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={submitLabel}
        pending={pending}
        problem={problem}
        disabledReason={reason.trim() === '' ? text('lab.reasonFirst') : null}
        onSubmit={() => onSubmit(reason)}
        onCancel={onClose}
      >
        {children}
        <Field label={text('common.reason')} hint={hint} error={error}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoFocus
              rows={2}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
