import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { MessageView } from '#shared/contract/messages.ts';

/** Takes back a message the platform does not have yet, with the reason. */
export function MessageWithdrawDialog({
  message,
  onDone,
  onClose,
}: {
  readonly message: MessageView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const withdraw = useCommand('message.withdraw');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const reply = await withdraw.run({ messageId: message.id, reason });
    if (reply.ok) onDone();
  };
  return (
    <Dialog title={text('papers.withdrawTitle', { subject: message.subject })} onClose={onClose}>
      <DialogForm
        submitLabel={text('papers.withdrawConfirm')}
        pending={withdraw.pending}
        problem={withdraw.failure?.text ?? null}
        disabledReason={reason.trim() === '' ? text('papers.withdrawReason') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Field
          label={text('papers.withdrawReason')}
          hint={text('papers.withdrawHint')}
          error={withdraw.fieldErrors['reason']}
        >
          {(control) => (
            <Input
              {...control}
              autoFocus
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
