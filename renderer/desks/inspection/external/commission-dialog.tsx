import { Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useInfinite } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field, FieldGrid } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import type { CommissionView } from '#shared/contract/external.ts';
import { addDays, isPlainDate } from '#shared/base/plain-date.ts';
import { BodyForm } from './body-form.tsx';

/** Days a body is given for its report until a person writes another day. */
const USUAL_DAYS = 30;

/** Fields that show what is wrong with them themselves. */
const FIELDS = ['bodyId', 'what', 'commissionedOn', 'dueOn'];

/** Commissions a body for a case: whom, with what, until when. */
export function CommissionDialog({
  caseId,
  today,
  onDone,
  onClose,
}: {
  readonly caseId: string;
  readonly today: string;
  readonly onDone: (commission: CommissionView) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const manages = useRight('bodies.manage');
  const bodies = useInfinite('external.bodies', {});
  const commission = useCommand('external.commission');
  const [adds, setAdds] = useState(false);
  const draft = useFormDraft(`external.commission.${caseId}`, {
    bodyId: '',
    what: '',
    commissionedOn: today,
    dueOn: isPlainDate(today) ? addDays(today, USUAL_DAYS) : '',
  });
  const { bodyId, commissionedOn, dueOn, what } = draft.value;
  const errors = commission.fieldErrors;
  if (adds) {
    return (
      <Dialog title={text('external.bodyAdd')} size="medium" onClose={onClose}>
        <BodyForm
          body={null}
          onBack={() => setAdds(false)}
          onDone={(body) => {
            draft.change({ bodyId: body.id });
            setAdds(false);
          }}
        />
      </Dialog>
    );
  }
  const send = async (): Promise<void> => {
    const reply = await commission.run({
      caseId,
      bodyId,
      what,
      commissionedOn: typedDate(commissionedOn),
      dueOn: typedDate(dueOn),
    });
    if (!reply.ok) return;
    draft.clear();
    onDone(reply.value);
  };
  const date = (field: 'commissionedOn' | 'dueOn') => (
    <TextField
      label={text(`external.${field}`)}
      error={errors[field]}
      value={draft.value[field]}
      onValue={(value) => draft.change({ [field]: value })}
      onBlur={() => draft.change({ [field]: typedDate(draft.value[field]) })}
    />
  );
  return (
    <Dialog title={text('external.commissionTitle')} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('external.commissionSend')}
        pending={commission.pending}
        problem={
          Object.keys(errors).some((field) => FIELDS.includes(field)) ? null : (commission.failure?.text ?? null)
        }
        disabledReason={bodyId === '' ? text('external.bodyChoose') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <div
          className="external-choose"
          onKeyDownCapture={(event) => {
            // The list would open on Enter, with Ctrl too.
            if (event.key !== 'Enter' || !event.ctrlKey) return;
            event.preventDefault();
            event.stopPropagation();
            if (bodyId !== '' && !commission.pending) void send();
          }}
        >
          <Field label={text('external.body')} hint={text('external.bodyHint')} error={errors['bodyId']}>
            {({ status, ...control }) => (
              <Select
                {...control}
                autoFocus
                status={status}
                {...(bodyId === '' ? {} : { value: bodyId })}
                placeholder={text('external.bodyChoose')}
                options={bodies.rows.map(({ holds, id, name }) => ({
                  value: id,
                  label: text(holds ? 'external.bodyHolds' : 'external.bodyLapsed', { name }),
                }))}
                onChange={(value: string) => draft.change({ bodyId: value })}
              />
            )}
          </Field>
          <ActionButton
            disabledReason={manages ? null : needsRole('bodies.manage', text)}
            onPress={() => setAdds(true)}
          >
            {text('external.bodyAdd')}
          </ActionButton>
        </div>
        <Field label={text('external.what')} error={errors['what']}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={2}
              maxLength={500}
              value={what}
              onChange={(event) => draft.change({ what: event.target.value })}
            />
          )}
        </Field>
        <FieldGrid columns={2}>
          {date('commissionedOn')}
          {date('dueOn')}
        </FieldGrid>
      </DialogForm>
    </Dialog>
  );
}
