import { Input } from 'antd';
import { useCommand } from '#renderer/client/use-command.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useDraft } from '#renderer/ui/use-draft.ts';
import type { CaseDialogProps } from './decide-dialog.tsx';

/** Declares an interest in the enterprise; from then on the person takes no part in its cases. */
export function ConflictDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const declare = useCommand('conflict.declare');
  const [reason, setReason] = useDraft(`conflict.${view.enterprise.uscc}`);
  const send = async (): Promise<void> => {
    const reply = await declare.run({ uscc: view.enterprise.uscc, reason });
    if (!reply.ok) return;
    setReason('');
    onDone(text('case.conflictDeclared'));
  };
  return (
    <Dialog title={text('case.conflictTitle', { enterprise: view.enterprise.name })} onClose={onClose}>
      <DialogForm
        submitLabel={text('case.conflict')}
        pending={declare.pending}
        problem={declare.failure?.text ?? null}
        disabledReason={reason.trim() === '' ? text('case.conflictReason') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <p>{text('case.conflictDetail')}</p>
        <Field
          label={text('case.conflictReason')}
          hint={text('case.conflictHint')}
          error={declare.fieldErrors['reason']}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              autoFocus
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
