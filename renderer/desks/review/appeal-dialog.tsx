import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import { useDraft } from '#renderer/ui/use-draft.ts';
import type { CaseDialogProps } from './decide-dialog.tsx';

/** Takes in an appeal; its files are added once it is filed. */
export function AppealDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const { failure, fieldErrors, pending, run } = useCommand('appeal.file');
  const [grounds, setGrounds] = useDraft(`appeal.${view.id}`);
  const [receivedOn, setReceivedOn] = useState(useSession().data?.today ?? '');
  const send = async (): Promise<void> => {
    const reply = await run({ caseId: view.id, grounds, receivedOn: typedDate(receivedOn) });
    if (!reply.ok) return;
    setGrounds('');
    onDone(text('panel.appealFiled', { by: reply.value.filedBy, at: showMoment(reply.value.filedAt) }));
  };
  return (
    <Dialog title={text('panel.appealTitle', { product: view.productName })} onClose={onClose}>
      <DialogForm
        submitLabel={text('panel.appeal')}
        pending={pending}
        problem={failure?.text ?? null}
        disabledReason={grounds.trim() === '' ? text('panel.grounds') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <p className="dim">
          {text('panel.appealDetail')}{' '}
          {view.standing === null ? '' : text('panel.appealUntil', { date: view.standing.appealUntil })}
        </p>
        <Field label={text('panel.grounds')} hint={text('panel.groundsHint')} error={fieldErrors['grounds']}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoFocus
              rows={4}
              maxLength={2000}
              value={grounds}
              onChange={(event) => setGrounds(event.target.value)}
            />
          )}
        </Field>
        <TextField
          label={text('panel.receivedOn')}
          error={fieldErrors['receivedOn']}
          value={receivedOn}
          onValue={setReceivedOn}
        />
      </DialogForm>
    </Dialog>
  );
}
