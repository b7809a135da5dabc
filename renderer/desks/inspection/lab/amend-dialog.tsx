import { useCommand } from '#renderer/client/use-command.ts';
import { useText } from '#renderer/ui/language.tsx';
import type { LabOrderView, LabReportRow } from '#shared/contract/lab.ts';
import { ReasonForm } from './reason-form.tsx';

/** Opens a released order again to amend its newest report, with the reason. */
export function AmendDialog({
  order,
  report,
  onDone,
  onClose,
}: {
  readonly order: LabOrderView;
  readonly report: LabReportRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const amend = useCommand('lab.amend');
  const send = async (reason: string): Promise<void> => {
    const reply = await amend.run({ reportId: report.id, baseVersion: order.version, reason });
    if (reply.ok) onDone();
  };
  return (
    <ReasonForm
      title={text('lab.amendTitle', { number: report.number })}
      submitLabel={text('lab.amend')}
      hint={text('lab.amendHint')}
      pending={amend.pending}
      problem={amend.failure?.text ?? null}
      error={amend.fieldErrors['reason']}
      onSubmit={(reason) => void send(reason)}
      onClose={onClose}
    >
      <p>{text('lab.amendWill', { number: report.number })}</p>
    </ReasonForm>
  );
}
