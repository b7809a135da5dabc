import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { Labels } from './labels.tsx';

/** What became of the last label: where it went, or why it did not and what can be done. */
export function LabelNotice({ labels }: { readonly labels: Labels }) {
  const text = useText();
  const { failed, sentTo } = labels;
  if (sentTo !== null) return <Notice kind="info">{text('reception.sentTo', { printer: sentTo })}</Notice>;
  if (failed === null) return null;
  const { problem, reason, sample } = failed;
  return (
    <Notice
      kind="error"
      actions={
        <>
          <ActionButton onPress={() => void labels.print(sample, reason)}>{text('reception.again')}</ActionButton>
          <ActionButton onPress={() => void labels.toPdf(sample, reason)}>{text('reception.toPdf')}</ActionButton>
        </>
      }
    >
      {text('receiving.labelFailed', { problem })}
    </Notice>
  );
}
