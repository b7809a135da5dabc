import { useCommand } from '#renderer/client/use-command.ts';
import { ConfirmWithPin } from '#renderer/ui/confirm-with-pin.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Facts } from '#renderer/ui/panel.tsx';
import type { LabOrderView } from '#shared/contract/lab.ts';
import { reportedText, requirementText } from '#renderer/ui/test-words.ts';
import { sampleWords } from './sample-words.ts';

/** Releases a report as the second person: shows what it will say and do, and asks for the password. */
export function ReleaseDialog({
  order,
  onDone,
  onClose,
}: {
  readonly order: LabOrderView;
  readonly onDone: (number: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const release = useCommand('lab.release');
  const confirm = async (password: string): Promise<void> => {
    const reply = await release.run({ orderId: order.orderId, baseVersion: order.version, password });
    if (reply.ok) onDone(reply.value.number);
  };
  const entered = [...new Set(order.lines.flatMap(({ current }) => (current === null ? [] : [current.by])))];
  const failed = order.lines.filter(({ current }) => current?.result.verdict === 'failed');
  const { amendment } = order;
  return (
    <ConfirmWithPin
      title={text('lab.releaseTitle', { number: order.number })}
      confirmLabel={text(amendment === null ? 'lab.release' : 'lab.releaseAmended')}
      pending={release.pending}
      problem={release.failure?.text ?? null}
      onConfirm={(password) => void confirm(password)}
      onCancel={onClose}
    >
      <p>
        <b>{sampleWords(order, text, language).head}</b>
      </p>
      <Facts
        rows={[
          [text('lab.sample'), `${order.productName} ${order.barcode}`],
          [text('lab.plan'), `${order.planName[language]} ${order.planVersion}`],
          ...(order.scope === null ? [] : [[text('lab.scope'), order.scope[language]] as const]),
          [text('lab.enteredBy'), entered.join(text('ladder.listJoin'))],
          ...failed.map(({ current, item }): readonly [string, string] => [
            item[language],
            `${current === null ? '' : reportedText(current.result)} (${requirementText(item, text, language)})`,
          ]),
        ]}
      />
      <p>
        {amendment === null
          ? text('lab.releaseWill', {
              purpose: text(`lab.purpose-${order.purpose}`),
              verdict: text(`lab.verdict-${order.verdict.verdict}`),
              caseId: order.caseId,
            })
          : text('lab.releaseAmendedWill', { number: amendment.number, reason: amendment.reason })}
      </p>
    </ConfirmWithPin>
  );
}
