import { useCommand } from '#renderer/client/use-command.ts';
import { useText } from '#renderer/ui/language.tsx';
import type { LabOrderView } from '#shared/contract/lab.ts';
import { ReasonForm } from './reason-form.tsx';

/** Cancels an order without a report, or takes an open amendment back. */
export function CancelDialog({
  order,
  onDone,
  onClose,
}: {
  readonly order: LabOrderView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const cancel = useCommand('lab.cancel');
  const amends = order.amendment !== null;
  const send = async (reason: string): Promise<void> => {
    const reply = await cancel.run({ orderId: order.orderId, baseVersion: order.version, reason });
    if (reply.ok) onDone();
  };
  return (
    <ReasonForm
      title={text(amends ? 'lab.takeBackTitle' : 'lab.cancelTitle', { number: order.number })}
      submitLabel={text(amends ? 'lab.takeBack' : 'lab.cancel')}
      hint={text('lab.cancelHint')}
      pending={cancel.pending}
      problem={cancel.failure?.text ?? null}
      error={cancel.fieldErrors['reason']}
      onSubmit={(reason) => void send(reason)}
      onClose={onClose}
    >
      <p>{text(amends ? 'lab.takeBackWill' : 'lab.cancelWill', { number: order.amendment?.number ?? order.number })}</p>
    </ReasonForm>
  );
}
