import { Input } from 'antd';
import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { DialogForm } from './dialog-form.tsx';
import { Field } from './field.tsx';
import { useText } from './language.tsx';

/** A ready sentence to choose. */
export interface ReadyReason {
  readonly name: string;
  readonly words: string;
}

/** Buttons that put a ready sentence into the field below them. */
export function ReadyReasons({
  ready,
  onChoose,
}: {
  readonly ready: readonly ReadyReason[];
  readonly onChoose: (words: string) => void;
}) {
  const text = useText();
  return (
    <div className="ready-reasons" role="group" aria-label={text('reception.templates')}>
      {ready.map(({ name, words }) => (
        <button key={name} type="button" onClick={() => onChoose(words)}>
          {name}
        </button>
      ))}
    </div>
  );
}

/** Asks why, with ready sentences; the deed is done with the answer. */
export function ReasonDialog({
  title,
  label,
  hint,
  submitLabel,
  ready = [],
  pending = false,
  problem = null,
  onReason,
  onClose,
}: {
  readonly title: string;
  readonly label: string;
  /** What the deed does, and what stays. */
  readonly hint?: string;
  readonly submitLabel: string;
  readonly ready?: readonly ReadyReason[];
  readonly pending?: boolean;
  readonly problem?: string | null;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} onClose={onClose}>
      <DialogForm
        submitLabel={submitLabel}
        pending={pending}
        problem={problem}
        disabledReason={reason.trim() === '' ? label : null}
        onSubmit={() => onReason(reason)}
        onCancel={onClose}
      >
        {ready.length === 0 ? null : <ReadyReasons ready={ready} onChoose={setReason} />}
        {hint === undefined ? null : <p className="dim">{hint}</p>}
        <Field label={label}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
