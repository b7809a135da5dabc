import { useState } from 'react';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { ReprintReason } from './reprint-reason.tsx';

/** Asks why certificates that were printed before are printed again. */
export function ReprintDialog({
  numbers,
  again,
  pending,
  problem,
  onPrint,
  onClose,
}: {
  readonly numbers: readonly string[];
  /** How many of them were printed before. */
  readonly again: number;
  readonly pending: boolean;
  readonly problem: string | null;
  readonly onPrint: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={text('printing.reprintTitle')} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('printing.reprint', { count: numbers.length })}
        pending={pending}
        problem={problem}
        disabledReason={reason.trim() === '' ? text('printing.reason') : null}
        onSubmit={() => onPrint(reason)}
        onCancel={onClose}
      >
        <NumberList numbers={numbers} />
        <ReprintReason count={again} value={reason} error={undefined} onChange={setReason} />
      </DialogForm>
    </Dialog>
  );
}

/** Numbers or products that a deed concerns, in a box that scrolls when they are many. */
export function NumberList({ numbers }: { readonly numbers: readonly string[] }) {
  const text = useText();
  return (
    <ul className="number-list" tabIndex={0} aria-label={text('printing.summary')}>
      {numbers.map((number) => (
        <li key={number}>{number}</li>
      ))}
    </ul>
  );
}
