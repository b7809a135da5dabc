import { Input } from 'antd';
import { useState } from 'react';
import { FORMAL_GROUNDS, type AppealView, type FormalGround } from '#shared/contract/appeals.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { ConfirmWithPin } from '#renderer/ui/confirm-with-pin.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import type { CaseDialogProps } from './decide-dialog.tsx';

/** Dismisses an appeal with its ground, reasons and the password; the decision before it stands. */
export function DismissDialog({ view, appeal, onDone, onClose }: CaseDialogProps & { readonly appeal: AppealView }) {
  const text = useText();
  const { failure, fieldErrors, pending, run } = useCommand('appeal.dismiss');
  const [reason, setReason] = useState('');
  const [ground, setGround] = useState<FormalGround | 'unfounded'>('unfounded');
  const confirm = async (password: string): Promise<void> => {
    const reply = await run({
      appealId: appeal.id,
      reason,
      formal: ground === 'unfounded' ? null : ground,
      password,
    });
    if (!reply.ok) return;
    const { decidedAt, decidedBy } = reply.value;
    onDone(text('panel.dismissed', { by: decidedBy ?? '', at: showMoment(decidedAt ?? '') }));
  };
  return (
    <ConfirmWithPin
      title={text('panel.dismissTitle', { product: view.productName })}
      confirmLabel={text('panel.dismiss')}
      pending={pending}
      problem={failure?.text ?? null}
      onConfirm={(password) => void confirm(password)}
      onCancel={onClose}
    >
      <p>{text('panel.dismissWill')}</p>
      {view.panel.complete ? null : <p className="dim">{text('panel.dismissNeedsPanel')}</p>}
      <Choice
        label={text('panel.dismissGround')}
        options={(['unfounded', ...FORMAL_GROUNDS] as const).map((value) => ({
          value,
          label: text(`panel.ground-${value}`),
        }))}
        value={ground}
        error={fieldErrors['formal']}
        onChange={setGround}
      />
      <Field label={text('panel.dismissReason')} error={fieldErrors['reason']}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ConfirmWithPin>
  );
}
