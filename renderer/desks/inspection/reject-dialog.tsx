import { Input } from 'antd';
import { useState } from 'react';
import type { DocumentView } from '#shared/contract/cases.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';

const QUICK = ['expired', 'unclear', 'mismatch', 'seal'] as const;

/** Rejects a document with the reason that the applicant will read. */
export function RejectDialog({
  document,
  onDone,
  onClose,
}: {
  readonly document: DocumentView;
  readonly onDone: (checked: DocumentView) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const check = useCommand('document.check');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const reply = await check.run({ documentId: document.id, check: 'rejected', reason });
    if (reply.ok) onDone(reply.value);
  };
  return (
    <Dialog title={text('inspection.rejectTitle', { title: document.title })} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('inspection.reject')}
        pending={check.pending}
        problem={check.failure?.text ?? null}
        disabledReason={reason.trim() === '' ? text('inspection.rejectReason') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Field
          label={text('inspection.rejectReason')}
          hint={text('inspection.rejectHint')}
          error={check.fieldErrors['reason']}
        >
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
        <div className="quick-reasons" role="group" aria-label={text('inspection.rejectQuick')}>
          {QUICK.map((quick) => (
            <ActionButton key={quick} onPress={() => setReason(text(`inspection.quick-${quick}`))}>
              {text(`inspection.quick-${quick}`)}
            </ActionButton>
          ))}
        </div>
      </DialogForm>
    </Dialog>
  );
}
