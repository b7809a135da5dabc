import { useCommand } from '#renderer/client/use-command.ts';
import { ReasonForm } from '#renderer/desks/inspection/lab/reason-form.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { CommissionView } from '#shared/contract/external.ts';

/** Calls a commission off with the reason. */
export function CancelCommission({
  commission,
  onDone,
  onClose,
}: {
  readonly commission: CommissionView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const cancel = useCommand('external.cancel');
  const send = async (reason: string): Promise<void> => {
    const reply = await cancel.run({ commissionId: commission.id, reason });
    if (reply.ok) onDone();
  };
  return (
    <ReasonForm
      title={text('external.cancelTitle', { name: commission.body.name })}
      submitLabel={text('external.cancel')}
      hint={text('external.cancelHint')}
      pending={cancel.pending}
      problem={cancel.failure?.text ?? null}
      error={cancel.fieldErrors['reason']}
      onSubmit={(reason) => void send(reason)}
      onClose={onClose}
    >
      <p>{text('external.cancelWill')}</p>
    </ReasonForm>
  );
}
