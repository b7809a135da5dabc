import { useState, type ReactNode } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { ParcelRow, ParcelView } from '#shared/contract/intake.ts';
import { LabelDialog, useLabels } from './labels.tsx';
import { OrphanMatch } from './orphan-match.tsx';
import { ParcelHead } from './parcel-head.tsx';
import { ReceiveForm, type Received } from './receive-form.tsx';
import { ReceivedNotice } from './received-notice.tsx';
import { SampleTable } from './sample-table.tsx';

interface Frame {
  readonly queue: ReactNode;
  readonly side: ReactNode;
}

/** One parcel: receive from it, look at what was received, or match it to its case. */
export function ParcelCase({
  parcelId,
  said,
  onMatched,
  onNext,
  queue,
  side,
}: Frame & {
  readonly parcelId: string;
  /** What was just saved about this parcel; null when nothing was. */
  readonly said: string | null;
  readonly onMatched: (row: ParcelRow) => void;
  readonly onNext: (() => void) | null;
}) {
  const text = useText();
  const { data: parcel, failure, refetch } = useQuery('parcel.get', { parcelId });
  if (parcel === undefined) {
    return (
      <DeskLayout queue={queue} side={side}>
        {failure === null ? (
          <p role="status">{text('common.loading')}</p>
        ) : (
          <EmptyState
            title={text('receiving.queue')}
            detail={failure.text}
            action={<ActionButton onPress={refetch}>{text('common.retry')}</ActionButton>}
          />
        )}
      </DeskLayout>
    );
  }
  if (parcel.caseId === null)
    return <OrphanMatch parcel={parcel} said={said} onMatched={onMatched} queue={queue} side={side} />;
  return <MatchedParcel parcel={parcel} said={said} onNext={onNext} queue={queue} side={side} />;
}

function MatchedParcel({
  parcel,
  said,
  onNext,
  queue,
  side,
}: Frame & {
  readonly parcel: ParcelView;
  readonly said: string | null;
  readonly onNext: (() => void) | null;
}) {
  const text = useText();
  const mayReceive = useRight('samples.receive');
  const labels = useLabels();
  const [last, setLast] = useState<Received | null>(null);
  const [writing, setWriting] = useState(parcel.state === 'announced');
  const received = (now: Received): void => {
    setLast(now);
    setWriting(false);
    if (now.sample.refusal === null) void labels.print(now.sample, null);
  };
  useKeys(
    !writing && mayReceive ? [{ combo: 'N', label: text('receiving.another'), run: () => setWriting(true) }] : [],
  );
  const above = (
    <>
      <ParcelHead parcel={parcel} />
      {said === null || last !== null ? null : <Notice kind="saved">{said}</Notice>}
      {last === null ? null : <ReceivedNotice received={last} labelProblem={labels.failure?.text ?? null} />}
    </>
  );
  const samples: ParcelView['samples'] =
    last === null || parcel.samples.some(({ id }) => id === last.sample.id)
      ? parcel.samples
      : [...parcel.samples, last.sample];
  const dialog =
    labels.shown === null ? null : (
      <LabelDialog shown={labels.shown} onClose={labels.close}>
        {last === null ? null : <ReceivedNotice received={last} labelProblem={null} />}
      </LabelDialog>
    );
  if (writing) {
    return (
      <ReceiveForm
        key={samples.length}
        parcel={parcel}
        number={samples.length + 1}
        above={above}
        queue={queue}
        side={side}
        onReceived={received}
      />
    );
  }
  const noClerk = mayReceive ? null : text('receiving.needClerk');
  return (
    <DeskLayout
      queue={queue}
      side={side}
      bar={
        <ActionBar
          primary={{
            label: text('receiving.next'),
            onPress: () => onNext?.(),
            disabledReason: onNext === null ? text('receiving.noNext') : null,
          }}
        >
          <ActionButton combo="N" disabledReason={noClerk} onPress={() => setWriting(true)}>
            {text('receiving.another')}
          </ActionButton>
        </ActionBar>
      }
    >
      {above}
      <SampleTable
        samples={samples}
        onLabel={(sample) => {
          setLast(null);
          void labels.print(sample, text('receiving.labelReason'));
        }}
      />
      {dialog}
    </DeskLayout>
  );
}
