import type { SeatView } from '#shared/contract/panels.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useText } from '#renderer/ui/language.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import type { CaseDialogProps } from './decide-dialog.tsx';

/** Gives a seat up with the reason. */
export function ReleaseDialog({ view, seat, onDone, onClose }: CaseDialogProps & { readonly seat: SeatView }) {
  const text = useText();
  const { failure, pending, run } = useCommand('panel.release');
  const release = async (reason: string): Promise<void> => {
    const reply = await run({ caseId: view.id, personId: seat.personId, reason });
    if (reply.ok) onDone(text('panel.released', { name: seat.name }));
  };
  return (
    <ReasonDialog
      title={text('panel.releaseTitle', { name: seat.name })}
      label={text('panel.reason')}
      submitLabel={text('panel.release')}
      pending={pending}
      problem={failure?.text ?? null}
      onReason={(reason) => void release(reason)}
      onClose={onClose}
    />
  );
}

/** Takes one's own opinion back while not all are in, with the reason. */
export function WithdrawDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const { failure, pending, run } = useCommand('opinion.withdraw');
  const withdraw = async (reason: string): Promise<void> => {
    const reply = await run({ caseId: view.id, reason });
    if (reply.ok) onDone(text('panel.withdrawn'));
  };
  return (
    <ReasonDialog
      title={text('panel.withdrawTitle')}
      label={text('panel.reason')}
      hint={text('panel.withdrawDetail')}
      submitLabel={text('panel.withdraw')}
      pending={pending}
      problem={failure?.text ?? null}
      onReason={(reason) => void withdraw(reason)}
      onClose={onClose}
    />
  );
}
