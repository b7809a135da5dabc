import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Choice } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { ProblemRow } from '#shared/contract/platform.ts';

/** Decides what becomes of a deed the platform did not take; the reason is kept. */
export function SettleDialog({
  problem,
  onClose,
  onSettled,
}: {
  readonly problem: ProblemRow;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}) {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('problem.settle');
  const [action, setAction] = useState<'resend' | 'discard'>('resend');
  const [reason, setReason] = useState('');
  const settle = async (): Promise<void> => {
    const reply = await run({ seq: problem.seq, action, reason });
    if (reply.ok) onSettled();
  };
  return (
    <Dialog title={text('platform.settleTitle', { seq: problem.seq })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void settle();
        }}
      >
        <p>{text('platform.settleDetail', { reason: problem.reason })}</p>
        {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
        <Choice
          label={text('platform.action')}
          options={[
            { value: 'resend', label: text('platform.resend') },
            { value: 'discard', label: text('platform.discard') },
          ]}
          value={action}
          onChange={setAction}
        />
        <Field label={text('platform.settleReason')} error={fieldErrors['reason']}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="row-end">
          <ActionButton onPress={onClose}>{text('common.cancel')}</ActionButton>
          <ActionButton tone="primary" submit pending={pending}>
            {text('platform.settleConfirm')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
