import type { ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { ParcelRow } from '#shared/contract/intake.ts';
import { groupCode } from '#renderer/ui/group-code.ts';

/** A scanned waybill that nothing announces: keep the parcel so that it can be matched later. */
export function UnknownWaybill({
  waybill,
  queue,
  side,
  onKept,
}: {
  readonly waybill: string;
  readonly queue: ReactNode;
  readonly side: ReactNode;
  readonly onKept: (row: ParcelRow) => void;
}) {
  const text = useText();
  const mayReceive = useRight('samples.receive');
  const { run, pending, failure } = useCommand('parcel.keep-orphan');
  const keep = async (): Promise<void> => {
    const reply = await run({ waybill });
    if (reply.ok) onKept(reply.value);
  };
  return (
    <DeskLayout
      queue={queue}
      side={side}
      bar={
        <ActionBar
          primary={{
            label: text('receiving.keep'),
            pending,
            disabledReason: mayReceive ? null : text('receiving.needClerk'),
            onPress: () => void keep(),
          }}
        />
      }
    >
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      <EmptyState
        title={text('receiving.unknownTitle', { waybill: groupCode(waybill) })}
        detail={text('receiving.unknownDetail')}
      />
    </DeskLayout>
  );
}
