import { Input } from 'antd';
import { useCommand } from '#renderer/client/use-command.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import { isPlainDate } from '#shared/base/plain-date.ts';
import type { VisitLineView, VisitView } from '#shared/contract/visits.ts';

/** Opens a corrective action for a finding: what is to be put right, by when. */
export function CorrectiveDialog({
  view,
  line,
  onDone,
  onClose,
}: {
  readonly view: VisitView;
  readonly line: VisitLineView;
  readonly onDone: (view: VisitView, said: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const { failure, fieldErrors, pending, run } = useCommand('visit.corrective-add');
  const draft = useFormDraft(`visit.corrective.${view.id}.${line.id}`, { what: '', dueOn: '' });
  const { what } = draft.value;
  const dueOn = typedDate(draft.value.dueOn);
  const gap = what.trim() === '' ? 'visits.needWhat' : isPlainDate(dueOn) ? null : 'visits.needDue';
  const send = async (): Promise<void> => {
    const reply = await run({ visitId: view.id, line: line.id, what, dueOn });
    if (!reply.ok) return;
    draft.clear();
    onDone(reply.value, text('visits.correctiveAdded', { due: dueOn }));
  };
  return (
    <Dialog title={text('visits.correctiveAdd')} onClose={onClose}>
      <DialogForm
        submitLabel={text('common.save')}
        pending={pending}
        problem={failure?.text ?? null}
        disabledReason={gap === null ? null : text(gap)}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <p>{line[language]}</p>
        <p className="dim">{line.current?.note}</p>
        <Field label={text('visits.correctiveWhat')} error={fieldErrors['what']}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={2}
              maxLength={600}
              value={what}
              onChange={(event) => draft.change({ what: event.target.value })}
            />
          )}
        </Field>
        <TextField
          label={text('visits.correctiveDue')}
          hint={text('visits.needDue')}
          error={fieldErrors['dueOn']}
          value={draft.value.dueOn}
          onValue={(next) => draft.change({ dueOn: next })}
        />
      </DialogForm>
    </Dialog>
  );
}
