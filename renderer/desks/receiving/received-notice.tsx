import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { showClock } from '#renderer/ui/show-time.ts';
import type { Received } from './receive-form.tsx';

/** What was just saved, with time and name; and that it was saved even when its label was not printed. */
export function ReceivedNotice({
  received: { sample },
  labelProblem,
}: {
  readonly received: Received;
  readonly labelProblem: string | null;
}) {
  const text = useText();
  const facts = { at: showClock(sample.receivedAt), by: sample.receivedBy, barcode: sample.barcode };
  return (
    <>
      <Notice kind="saved">
        {sample.refusal === null
          ? text('receiving.received', { ...facts, location: sample.location })
          : text('receiving.refused', { ...facts, reason: sample.refusal })}
      </Notice>
      {labelProblem === null ? null : (
        <Notice kind="error">{text('receiving.labelFailed', { problem: labelProblem })}</Notice>
      )}
    </>
  );
}
