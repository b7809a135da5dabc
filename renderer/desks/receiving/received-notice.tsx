import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { showClock } from '#renderer/ui/show-time.ts';
import type { Received } from './receive-form.tsx';

/** What was just saved, with time and name; a refusal has prepared its message to the applicant. */
export function ReceivedNotice({ received: { sample } }: { readonly received: Received }) {
  const text = useText();
  const facts = { at: showClock(sample.receivedAt), by: sample.receivedBy, barcode: sample.barcode };
  return (
    <Notice kind="saved">
      {sample.refusal === null
        ? text('receiving.received', { ...facts, location: sample.location })
        : `${text('receiving.refused', { ...facts, reason: sample.refusal })} ${text('reception.preparedMessage')}`}
    </Notice>
  );
}
