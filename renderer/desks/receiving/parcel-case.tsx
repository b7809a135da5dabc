import { useState, type ReactNode } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import type { ParcelRow, ParcelView, SampleView } from '#shared/contract/intake.ts';
import { AddCaseDialog } from './add-case-dialog.tsx';
import { DecidedParcel } from './decided-parcel.tsx';
import { LabelNotice } from './label-notice.tsx';
import { LabelDialog, useLabels } from './labels.tsx';
import { OrphanMatch } from './orphan-match.tsx';
import { ParcelHead } from './parcel-head.tsx';
import { ParcelPhotos } from './parcel-photos.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
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
  const [asking, setAsking] = useState<SampleView | 'case' | null>(null);
  const received = (now: Received): void => {
    setLast(now);
    setWriting(false);
    if (now.sample.refusal === null) void labels.print(now.sample, null);
  };
  const isOver = parcel.returnedAt !== null || parcel.cases.every(({ decided }) => decided);
  const noMore = mayReceive ? null : text('receiving.needClerk');
  const again = (): void => {
    labels.close();
    setWriting(true);
  };
  useKeys(!writing && !isOver && mayReceive ? [{ combo: 'N', label: text('receiving.another'), run: again }] : []);
  const samples: ParcelView['samples'] =
    last === null || parcel.samples.some(({ id }) => id === last.sample.id)
      ? parcel.samples
      : [...parcel.samples, last.sample];
  const [earlier] = parcel.samples;
  const isScannedAgain = last === null && said === null && !writing && earlier !== undefined;
  const above = (
    <>
      <ParcelHead parcel={parcel} />
      {said === null || last !== null ? null : <Notice kind="saved">{said}</Notice>}
      {last === null ? null : <ReceivedNotice received={last} />}
      <LabelNotice labels={labels} />
      {isScannedAgain ? (
        <Notice kind="info">
          {text('reception.earlier', { at: showMoment(earlier.receivedAt), by: earlier.receivedBy })}
        </Notice>
      ) : null}
      {parcel.returnedAt === null ? null : (
        <Notice kind="info">
          {text('reception.returned', { at: showMoment(parcel.returnedAt), reason: parcel.returnReason ?? '' })}
        </Notice>
      )}
    </>
  );
  if (isOver && samples.length === 0 && parcel.returnedAt === null)
    return <DecidedParcel parcel={parcel} above={above} queue={queue} side={side} />;
  if (writing && !isOver) {
    return (
      <ReceiveForm
        key={samples.length}
        parcel={{ ...parcel, samples }}
        number={samples.length + 1}
        before={samples.at(-1) ?? null}
        above={above}
        queue={queue}
        side={side}
        onReceived={received}
      />
    );
  }
  const label = (sample: SampleView): void => {
    setLast(null);
    if (sample.labelPrints === 0) void labels.print(sample, null);
    else setAsking(sample);
  };
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
          {isOver ? null : (
            <>
              <ActionButton disabledReason={noMore} onPress={() => setAsking('case')}>
                {text('reception.addCase')}
              </ActionButton>
              <ActionButton combo="N" disabledReason={noMore} onPress={again}>
                {text('receiving.another')}
              </ActionButton>
            </>
          )}
        </ActionBar>
      }
    >
      {above}
      <SampleTable samples={samples} onLabel={label} />
      <ParcelPhotos parcelId={parcel.id} />
      {labels.shown === null ? null : (
        <LabelDialog shown={labels.shown} onClose={labels.close}>
          {last === null ? null : <ReceivedNotice received={last} />}
        </LabelDialog>
      )}
      {asking === 'case' ? <AddCaseDialog parcelId={parcel.id} onClose={() => setAsking(null)} /> : null}
      {asking === null || asking === 'case' ? null : (
        <ReasonDialog
          title={text('reception.reprintTitle', { barcode: asking.barcode })}
          label={text('reception.reprintReason')}
          submitLabel={text('reception.reprintConfirm')}
          ready={(['wet', 'lost', 'badPrint'] as const).map((key) => ({
            name: text(`reception.${key}`),
            words: text(`reception.${key}`),
          }))}
          onClose={() => setAsking(null)}
          onReason={(reason) => {
            setAsking(null);
            void labels.print(asking, reason);
          }}
        />
      )}
    </DeskLayout>
  );
}
