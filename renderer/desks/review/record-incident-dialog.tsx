import { Input, Select } from 'antd';
import { useState } from 'react';
import { INCIDENT_SOURCES, type IncidentSource } from '#shared/domain/incident.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field, FieldGrid } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import type { CaseDialogProps } from './decide-dialog.tsx';

type Source = Exclude<IncidentSource, 'application'>;
const SOURCES = INCIDENT_SOURCES.filter((source): source is Source => source !== 'application');

/** Takes in a complaint or accident about the case's product, or about all its enterprise makes. */
export function RecordIncidentDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const { failure, fieldErrors, pending, run } = useCommand('incident.record');
  const today = useSession().data?.today ?? '';
  const [kind, setKind] = useState<'complaint' | 'accident'>('complaint');
  const [scope, setScope] = useState<'product' | 'enterprise'>('product');
  const [source, setSource] = useState<Source>('consumer');
  const [occurredOn, setOccurredOn] = useState('');
  const [receivedOn, setReceivedOn] = useState(today);
  const [summary, setSummary] = useState('');
  const sameDay = view.incidents.filter((one) => one.kind === kind && one.occurredOn === typedDate(occurredOn));
  const send = async (): Promise<void> => {
    const reply = await run({
      caseId: view.id,
      kind,
      scope,
      source,
      occurredOn: typedDate(occurredOn),
      receivedOn: typedDate(receivedOn),
      summary,
    });
    if (!reply.ok) return;
    const { recordedAt, recordedBy } = reply.value;
    const values = { kind: text(`panel.kind-${kind}`), by: recordedBy ?? '', at: showMoment(recordedAt ?? '') };
    onDone(text('panel.incidentSaved', values));
  };
  return (
    <Dialog title={text('panel.recordTitle', { product: view.productName })} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('panel.recordIncident')}
        pending={pending}
        problem={failure?.text ?? null}
        disabledReason={
          occurredOn.trim() === '' ? text('panel.occurredOn') : summary.trim() === '' ? text('panel.summary') : null
        }
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Choice
          label={text('panel.kind')}
          options={[
            { value: 'complaint', label: text('panel.kind-complaint') },
            { value: 'accident', label: text('panel.kind-accident') },
          ]}
          value={kind}
          onChange={setKind}
        />
        <Choice
          label={text('panel.scope')}
          options={[
            { value: 'product', label: text('panel.scope-product') },
            { value: 'enterprise', label: text('panel.scope-enterprise') },
          ]}
          value={scope}
          onChange={setScope}
        />
        <FieldGrid columns={3}>
          <TextField
            autoFocus
            label={text('panel.occurredOn')}
            error={fieldErrors['occurredOn']}
            value={occurredOn}
            onValue={setOccurredOn}
          />
          <TextField
            label={text('panel.receivedOn')}
            error={fieldErrors['receivedOn']}
            value={receivedOn}
            onValue={setReceivedOn}
          />
          <Field label={text('panel.source')} error={fieldErrors['source']}>
            {({ status, ...control }) => (
              <Select
                {...control}
                status={status}
                value={source}
                onChange={setSource}
                options={SOURCES.map((one) => ({ value: one, label: text(`panel.source-${one}`) }))}
              />
            )}
          </Field>
        </FieldGrid>
        {sameDay.map((one) => (
          <Notice key={one.id} kind="info">
            {text('panel.sameDay', { summary: one.summary })}
          </Notice>
        ))}
        <Field label={text('panel.summary')} hint={text('panel.summaryHint')} error={fieldErrors['summary']}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              maxLength={1000}
              value={summary}
              onChange={(event) => setSummary(event.target.value)}
            />
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
