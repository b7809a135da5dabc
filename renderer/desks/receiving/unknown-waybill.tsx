import type { ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { ParcelRow } from '#shared/contract/intake.ts';
import { groupCode } from '#renderer/ui/group-code.ts';
import { useCaseSearch } from './case-search.tsx';

/** A scanned waybill that nothing announces: find its case, or keep the parcel so that it can be matched later. */
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
  const matching = useCommand('parcel.match');
  const { target, view } = useCaseSearch(text('reception.findAny'), text('reception.findAnyHint'));
  const keep = async (caseId: string | null): Promise<void> => {
    const reply = await run({ waybill });
    if (!reply.ok) return;
    const matched = caseId === null ? null : await matching.run({ parcelId: reply.value.id, caseId });
    onKept(matched?.ok === true ? matched.value : reply.value);
  };
  const noClerk = mayReceive ? null : text('receiving.needClerk');
  const keepAside = (): void => void keep(null);
  useKeys(mayReceive ? [{ combo: 'Ctrl+J', label: text('receiving.keep'), run: keepAside }] : []);
  return (
    <DeskLayout
      queue={queue}
      side={side}
      bar={
        <ActionBar
          primary={{
            label: text(target === undefined ? 'receiving.keep' : 'reception.keepAndMatch'),
            pending: pending || matching.pending,
            disabledReason: noClerk,
            onPress: () => void keep(target?.id ?? null),
          }}
        >
          {target === undefined ? null : (
            <ActionButton combo="Ctrl+J" disabledReason={noClerk} onPress={keepAside}>
              {text('receiving.keep')}
            </ActionButton>
          )}
        </ActionBar>
      }
    >
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      <h2>{text('receiving.unknownTitle', { waybill: groupCode(waybill) })}</h2>
      <p>{text('receiving.unknownDetail')}</p>
      {view}
    </DeskLayout>
  );
}
