import { useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { useScanTaker } from '#renderer/ui/scan-inbox.tsx';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import type { ParcelView, SampleView } from '#shared/contract/intake.ts';
import { readScan } from '#shared/domain/scan-code.ts';
import { CaseOfSample } from './case-of-sample.tsx';
import { Elapsed } from './elapsed.tsx';
import { LabelPreview } from './label-preview.tsx';
import { PhotoTools } from './photo-tools.tsx';
import { announcedOf, draftOf, receiveInput, typedShelfLife, type ReceiveDraft } from './receive-draft.ts';
import { ReceiveFields } from './receive-fields.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';
import { ShelfLifeLine } from './shelf-life-line.tsx';

/** A sample that was just written. */
export interface Received {
  readonly sample: SampleView;
}

/** Writes one sample of a parcel: everything announced is filled in, the focus waits for the shelf. */
export function ReceiveForm({
  parcel,
  number,
  before,
  above,
  queue,
  side,
  onReceived,
}: {
  readonly parcel: ParcelView;
  /** Which sample of the parcel this is, from 1. */
  readonly number: number;
  /** The sample written before this one, whose facts mostly stay the same; null for the first. */
  readonly before: SampleView | null;
  readonly above: ReactNode;
  readonly queue: ReactNode;
  readonly side: ReactNode;
  readonly onReceived: (received: Received) => void;
}) {
  const text = useText();
  const mayReceive = useRight('samples.receive');
  const today = useSession().data?.today ?? '';
  const { run, pending, failure, fieldErrors, reset } = useCommand('sample.receive');
  const { value, change, clear } = useFormDraft(`receive.${parcel.id}.${number}`, draftOf(parcel, before));
  const photoList = useQuery('photo.list', { parcelId: parcel.id });
  const photos = (photoList.data ?? []).filter(({ sampleId }) => sampleId === null);
  const [refusing, setRefusing] = useState(false);
  const chosen = parcel.cases.find(({ caseId }) => caseId === value.caseId);
  const several = parcel.cases.length > 1;
  const life = typedShelfLife(value, today, parcel.testDueOn);

  const receive = async (refusal: string | null, part: Partial<ReceiveDraft> = {}): Promise<void> => {
    const photoIds = photos.map(({ id }) => id);
    const reply = await run(receiveInput(parcel, { ...value, ...part }, refusal, photoIds));
    if (!reply.ok) return;
    clear();
    setRefusing(false);
    onReceived({ sample: reply.value });
  };
  const noChoice = several && chosen === undefined ? text('reception.chooseCase') : null;
  const blocked = mayReceive ? noChoice : text('receiving.needClerk');
  useScanTaker((code) => {
    const scan = readScan(code);
    if (scan.kind !== 'location' || blocked !== null) return false;
    change({ location: scan.code });
    void receive(null, { location: scan.code });
    return true;
  });
  const refuse = (): void => {
    reset();
    setRefusing(true);
  };
  useKeys(mayReceive ? [{ combo: 'Ctrl+J', label: text('receiving.refuse'), run: refuse }] : []);
  const namesField = Object.keys(fieldErrors).some((name) => name !== 'caseId' && name !== 'waybill');
  return (
    <DeskLayout
      queue={queue}
      side={side}
      bar={
        <ActionBar
          info={<Elapsed />}
          primary={{
            label: pending ? text('receiving.receiving') : text('receiving.receive'),
            pending,
            disabledReason: blocked,
            onPress: () => void receive(null),
          }}
        >
          <ActionButton combo="Ctrl+J" disabledReason={blocked} onPress={refuse}>
            {text('receiving.refuse')}
          </ActionButton>
        </ActionBar>
      }
    >
      {above}
      {failure === null || namesField ? null : <Notice kind="error">{failure.text}</Notice>}
      <h2>{text('receiving.sampleNumber', { number })}</h2>
      {several ? (
        <CaseOfSample cases={parcel.cases} value={value.caseId} onChange={(each) => change(announcedOf(each))} />
      ) : null}
      <ReceiveFields
        value={value}
        specification={chosen?.specification ?? ''}
        errors={fieldErrors}
        onChange={change}
        onEnter={() => {
          if (blocked === null) void receive(null);
        }}
      />
      <ShelfLifeLine
        life={life}
        testDueOn={parcel.testDueOn}
        reason={value.lapsedReason}
        error={fieldErrors['lapsedReason']}
        onReason={(lapsedReason) => change({ lapsedReason })}
      />
      <PhotoTools parcelId={parcel.id} photos={photos} onKept={photoList.refetch} />
      <LabelPreview productName={chosen?.productName ?? parcel.productName ?? ''} draft={value} />
      {refusing ? (
        <RefuseDialog
          pending={pending}
          problem={fieldErrors['refusal'] ?? failure?.text ?? null}
          otherField={Object.entries(fieldErrors).find(([name]) => name !== 'refusal')?.[1] ?? null}
          onRefuse={(reason) => void receive(reason)}
          onCancel={() => setRefusing(false)}
        />
      ) : null}
    </DeskLayout>
  );
}
