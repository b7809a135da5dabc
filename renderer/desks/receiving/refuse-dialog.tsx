import { Input } from 'antd';
import { useState } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { REFUSAL_TEMPLATES } from '#shared/domain/refusal-templates.ts';
import { ReadyReasons } from '#renderer/ui/reason-dialog.tsx';

interface Props {
  readonly pending: boolean;
  /** Why the last try was refused; null when it was not. */
  readonly problem: string | null;
  /** A field of the form below that is wrong. */
  readonly otherField: string | null;
  readonly onRefuse: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Refuses a sample with a reason that the applicant is told. */
export function RefuseDialog(props: Props) {
  const text = useText();
  return (
    <Dialog title={text('receiving.refuseTitle')} onClose={props.onCancel}>
      <RefuseForm {...props} />
    </Dialog>
  );
}

function RefuseForm({ pending, problem, otherField, onRefuse, onCancel }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const missing = reason.trim() === '' ? text('receiving.refuseReason') : null;
  const refuse = (): void => {
    if (missing === null && !pending) onRefuse(reason);
  };
  useKeys([{ combo: 'Ctrl+Enter', label: text('receiving.refuseConfirm'), run: refuse }]);
  return (
    <div className="stack">
      <p>{text('receiving.refuseDetail')}</p>
      {problem === null && otherField === null ? null : <Notice kind="error">{otherField ?? problem}</Notice>}
      <ReadyReasons
        ready={REFUSAL_TEMPLATES.map((template) => ({ name: template.name[language], words: template[language] }))}
        onChoose={setReason}
      />
      <Field label={text('receiving.refuseReason')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            rows={3}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="row-end">
        <ActionButton onPress={onCancel}>{text('common.cancel')}</ActionButton>
        <ActionButton tone="primary" combo="Ctrl+Enter" pending={pending} disabledReason={missing} onPress={refuse}>
          {text('receiving.refuseConfirm')}
        </ActionButton>
      </div>
    </div>
  );
}
