import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { VersionDialogProps } from './adopt-dialog.tsx';

/** Drops a version that does not decide yet, with the reason. */
export function DiscardDialog({ version, onDone, onClose }: VersionDialogProps) {
  const text = useText();
  const { failure, fieldErrors, pending, run } = useCommand('standard.discard');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const reply = await run({ sha256: version.sha256, reason });
    if (reply.ok) onDone(text('standards.discarded', { version: version.version }));
  };
  return (
    <Dialog title={text('standards.discardTitle', { version: version.version })} onClose={onClose}>
      <DialogForm
        submitLabel={text('standards.discard')}
        pending={pending}
        problem={failure?.text ?? null}
        disabledReason={reason.trim() === '' ? text('standards.discardReason') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <TextField
          autoFocus
          maxLength={300}
          label={text('standards.discardReason')}
          hint={text('standards.discardHint')}
          error={fieldErrors['reason']}
          value={reason}
          onValue={setReason}
        />
      </DialogForm>
    </Dialog>
  );
}
