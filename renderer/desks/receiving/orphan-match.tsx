import type { ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { groupCode } from '#renderer/ui/group-code.ts';
import type { ParcelRow, ParcelView } from '#shared/contract/intake.ts';
import { useCaseSearch } from './case-search.tsx';
import { ParcelHead } from './parcel-head.tsx';

/** Finds the case an orphan parcel belongs to and matches it. */
export function OrphanMatch({
  parcel,
  said,
  queue,
  side,
  onMatched,
}: {
  readonly parcel: ParcelView;
  readonly queue: ReactNode;
  readonly side: ReactNode;
  /** What was just saved about this parcel; null when nothing was. */
  readonly said: string | null;
  readonly onMatched: (row: ParcelRow) => void;
}) {
  const text = useText();
  const mayReceive = useRight('samples.receive');
  const { run, pending, failure } = useCommand('parcel.match');
  const { target, view } = useCaseSearch(text('receiving.findCase'), text('receiving.orphanDetail'));
  const match = async (caseId: string): Promise<void> => {
    const reply = await run({ parcelId: parcel.id, caseId });
    if (reply.ok) onMatched(reply.value);
  };
  const disabledReason = !mayReceive
    ? text('receiving.needClerk')
    : target === undefined
      ? text('receiving.chooseCase')
      : null;
  return (
    <DeskLayout
      queue={queue}
      side={side}
      bar={
        <ActionBar
          info={target === undefined ? null : <b>{target.title}</b>}
          primary={{
            label: text('receiving.matchTo'),
            pending,
            disabledReason,
            onPress: () => {
              if (target !== undefined) void match(target.id);
            },
          }}
        />
      }
    >
      <ParcelHead parcel={parcel} />
      {said === null ? null : <Notice kind="saved">{said}</Notice>}
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      <h2>{text('receiving.orphanTitle', { waybill: groupCode(parcel.waybill) })}</h2>
      {view}
    </DeskLayout>
  );
}
