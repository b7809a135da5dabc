import { useState } from 'react';
import type { SeatView } from '#shared/contract/panels.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { CaseDialogProps } from './decide-dialog.tsx';

/** Gives a seat up, or takes one's own opinion back where `seat` is null; both with the reason. */
export function SeatReasonDialog({
  view,
  seat,
  onDone,
  onClose,
}: CaseDialogProps & { readonly seat: SeatView | null }) {
  const text = useText();
  const release = useCommand('panel.release');
  const withdraw = useCommand('opinion.withdraw');
  const [reason, setReason] = useState('');
  const { failure, fieldErrors, pending } = seat === null ? withdraw : release;
  const send = async (): Promise<void> => {
    const caseId = view.id;
    const reply =
      seat === null
        ? await withdraw.run({ caseId, reason })
        : await release.run({ caseId, personId: seat.personId, reason });
    if (reply.ok) onDone(seat === null ? text('panel.withdrawn') : text('panel.released', { name: seat.name }));
  };
  const label = text(seat === null ? 'panel.withdraw' : 'panel.release');
  return (
    <Dialog
      title={seat === null ? text('panel.withdrawTitle') : text('panel.releaseTitle', { name: seat.name })}
      onClose={onClose}
    >
      <DialogForm
        submitLabel={label}
        pending={pending}
        problem={failure?.text ?? null}
        disabledReason={reason.trim() === '' ? text('panel.reason') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        {seat === null ? <p className="dim">{text('panel.withdrawDetail')}</p> : null}
        <TextField
          autoFocus
          maxLength={300}
          label={text('panel.reason')}
          error={fieldErrors['reason']}
          value={reason}
          onValue={setReason}
        />
      </DialogForm>
    </Dialog>
  );
}
