import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { clockNow } from './shelf-words.ts';

/** The centre's setting for how long a sample without a shelf life is retained; administrators see it. */
export function ShelfRetention() {
  const text = useText();
  const mayManage = useRight('people.manage');
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  if (!mayManage) return null;
  return (
    <>
      <ActionButton onPress={() => setAsking(true)}>{text('shelf.retention')}</ActionButton>
      {said === null ? null : (
        <Notice kind="saved" onClose={() => setSaid(null)}>
          {said}
        </Notice>
      )}
      {asking ? (
        <Dialog title={text('shelf.retentionTitle')} onClose={() => setAsking(false)}>
          <RetentionForm
            onClose={() => setAsking(false)}
            onSaved={(months) => {
              setAsking(false);
              setSaid(text('shelf.retentionSaved', { at: clockNow(), months }));
            }}
          />
        </Dialog>
      ) : null}
    </>
  );
}

function RetentionForm({
  onClose,
  onSaved,
}: {
  readonly onClose: () => void;
  readonly onSaved: (months: number) => void;
}) {
  const text = useText();
  const now = useQuery('retention.get', {}).data?.months;
  const { run, pending, failure, fieldErrors } = useCommand('retention.set');
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? String(now ?? '');
  const save = async (): Promise<void> => {
    const reply = await run({ months: Number(value) });
    if (reply.ok) onSaved(reply.value.months);
  };
  return (
    <DialogForm
      submitLabel={text('common.save')}
      pending={pending}
      problem={fieldErrors['months'] === undefined ? (failure?.text ?? null) : null}
      onSubmit={() => void save()}
      onCancel={onClose}
    >
      <Field label={text('shelf.retentionMonths')} error={fieldErrors['months']}>
        {(control) => (
          <Input {...control} inputMode="numeric" value={value} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
    </DialogForm>
  );
}
