import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field, FieldGrid } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import type { BodyView } from '#shared/contract/external.ts';
import { ACCREDITATION_SCHEMES, type AccreditationScheme } from '#shared/domain/external/accreditation.ts';

interface BodyDraft {
  readonly name: string;
  readonly scheme: AccreditationScheme;
  readonly number: string;
  readonly scope: string;
  readonly validFrom: string;
  readonly validUntil: string;
}
const EMPTY: BodyDraft = { name: '', scheme: 'CNAS', number: '', scope: '', validFrom: '', validUntil: '' };

/** Registers a body with its first certificate, or adds a renewed one to a body. */
export function BodyForm({
  body,
  onDone,
  onBack,
}: {
  /** The body that gets another certificate; null for a new one. */
  readonly body: BodyView | null;
  readonly onDone: (body: BodyView) => void;
  readonly onBack: () => void;
}) {
  const text = useText();
  const draft = useFormDraft<BodyDraft>(`external.body.${body?.id ?? 'new'}`, EMPTY);
  const add = useCommand('external.add-body');
  const accredit = useCommand('external.accredit');
  const [busy, setBusy] = useState(false);
  const { name, ...typed } = draft.value;
  const certificate = { ...typed, validFrom: typedDate(typed.validFrom), validUntil: typedDate(typed.validUntil) };
  const errors = body === null ? add.fieldErrors : accredit.fieldErrors;
  const send = async (): Promise<void> => {
    setBusy(true);
    const reply =
      body === null ? await add.run({ name, ...certificate }) : await accredit.run({ bodyId: body.id, ...certificate });
    setBusy(false);
    if (!reply.ok) return;
    draft.clear();
    onDone(reply.value);
  };
  const date = (field: 'validFrom' | 'validUntil') => (
    <TextField
      label={text(`external.${field}`)}
      error={errors[field]}
      placeholder="2026-11-21"
      value={draft.value[field]}
      onValue={(value) => draft.change({ [field]: value })}
      onBlur={() => draft.change({ [field]: typedDate(draft.value[field]) })}
    />
  );
  return (
    <DialogForm
      submitLabel={text(body === null ? 'external.bodyAdd' : 'external.bodyRenew')}
      pending={busy}
      problem={
        Object.keys(errors).some((field) => field in EMPTY)
          ? null
          : ((body === null ? add.failure : accredit.failure)?.text ?? null)
      }
      onSubmit={() => void send()}
      onCancel={onBack}
    >
      {body === null ? (
        <TextField
          autoFocus
          label={text('external.bodyName')}
          error={errors['name']}
          value={name}
          onValue={(value) => draft.change({ name: value })}
        />
      ) : null}
      <FieldGrid columns={2}>
        <Choice
          label={text('external.scheme')}
          options={ACCREDITATION_SCHEMES.map((value) => ({ value, label: text(`external.scheme-${value}`) }))}
          value={draft.value.scheme}
          onChange={(scheme) => draft.change({ scheme })}
        />
        <TextField
          label={text('external.certificateNo')}
          error={errors['number']}
          className="mono"
          value={draft.value.number}
          onValue={(number) => draft.change({ number })}
        />
        {date('validFrom')}
        {date('validUntil')}
      </FieldGrid>
      <Field label={text('external.scope')} error={errors['scope']}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={draft.value.scope}
            onChange={(event) => draft.change({ scope: event.target.value })}
          />
        )}
      </Field>
    </DialogForm>
  );
}
