import { useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { ParcelView } from '#shared/contract/intake.ts';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';

/** A parcel whose cases are all decided: kept as an orphan, or sent back. */
export function DecidedParcel({
  parcel,
  above,
  queue,
  side,
}: {
  readonly parcel: ParcelView;
  readonly above: ReactNode;
  readonly queue: ReactNode;
  readonly side: ReactNode;
}) {
  const text = useText();
  const mayReceive = useRight('samples.receive');
  const { run, pending, failure } = useCommand('parcel.set-aside');
  const [returning, setReturning] = useState(false);
  const caseId = parcel.caseId ?? '';
  const noClerk = mayReceive ? null : text('receiving.needClerk');
  const setAside = (how: 'orphan' | 'return', reason: string): void => {
    setReturning(false);
    void run({ parcelId: parcel.id, how, reason });
  };
  return (
    <DeskLayout
      queue={queue}
      side={side}
      bar={
        <ActionBar
          primary={{
            label: text('reception.keepAside'),
            pending,
            disabledReason: noClerk,
            onPress: () => setAside('orphan', text('reception.asideReason', { caseId })),
          }}
        >
          <ActionButton disabledReason={noClerk} onPress={() => setReturning(true)}>
            {text('reception.sendBack')}
          </ActionButton>
        </ActionBar>
      }
    >
      {above}
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      <Notice kind="warning">{text('reception.decidedTitle', { caseId })}</Notice>
      {returning ? (
        <ReasonDialog
          title={text('reception.returnTitle')}
          label={text('reception.returnReason')}
          submitLabel={text('reception.returnConfirm')}
          onReason={(reason) => setAside('return', reason)}
          onClose={() => setReturning(false)}
        />
      ) : null}
    </DeskLayout>
  );
}
