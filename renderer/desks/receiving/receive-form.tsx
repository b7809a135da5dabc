import { useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import type { ParcelView, SampleView } from '#shared/contract/intake.ts';
import { Elapsed } from './elapsed.tsx';
import { LabelPreview } from './label-preview.tsx';
import { draftOf, receiveInput } from './receive-draft.ts';
import { ReceiveFields } from './receive-fields.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';

/** A sample that was just written. */
export interface Received {
  readonly sample: SampleView;
}

/** Writes one sample of a parcel: everything announced is filled in, the focus waits for the shelf. */
export function ReceiveForm({
  parcel,
  number,
  above,
  queue,
  side,
  onReceived,
}: {
  readonly parcel: ParcelView;
  /** Which sample of the parcel this is, from 1. */
  readonly number: number;
  readonly above: ReactNode;
  readonly queue: ReactNode;
  readonly side: ReactNode;
  readonly onReceived: (received: Received) => void;
}) {
  const text = useText();
  const mayReceive = useRight('samples.receive');
  const { run, pending, failure, fieldErrors, reset } = useCommand('sample.receive');
  const { value, change, clear } = useFormDraft(`receive.${parcel.id}.${number}`, draftOf(parcel));
  const [refusing, setRefusing] = useState(false);

  const receive = async (refusal: string | null): Promise<void> => {
    const reply = await run(receiveInput(parcel, value, refusal));
    if (!reply.ok) return;
    clear();
    setRefusing(false);
    onReceived({ sample: reply.value });
  };
  const refuse = (): void => {
    reset();
    setRefusing(true);
  };
  const noClerk = mayReceive ? null : text('receiving.needClerk');
  useKeys(mayReceive ? [{ combo: 'Ctrl+J', label: text('receiving.refuse'), run: refuse }] : []);
  const namesField = Object.keys(fieldErrors).length > 0;
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
            disabledReason: noClerk,
            onPress: () => void receive(null),
          }}
        >
          <ActionButton combo="Ctrl+J" disabledReason={noClerk} onPress={refuse}>
            {text('receiving.refuse')}
          </ActionButton>
        </ActionBar>
      }
    >
      {above}
      {failure === null || namesField ? null : <Notice kind="error">{failure.text}</Notice>}
      <h2>{text('receiving.sampleNumber', { number })}</h2>
      <ReceiveFields
        value={value}
        specification={parcel.expected?.specification ?? ''}
        errors={fieldErrors}
        onChange={change}
        onEnter={() => void receive(null)}
      />
      <LabelPreview parcel={parcel} draft={value} />
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
