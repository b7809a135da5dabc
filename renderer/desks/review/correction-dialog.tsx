import { Input } from 'antd';
import { useState } from 'react';
import { CORRECTED_FACTS, type CorrectedFact } from '#shared/contract/appeals.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { useDraft } from '#renderer/ui/use-draft.ts';
import type { CaseDialogProps } from './decide-dialog.tsx';

/** Opens a new review because a fact is wrong; the decision made before is never edited. */
export function CorrectionDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const { failure, fieldErrors, pending, run } = useCommand('correction.open');
  const [fact, setFact] = useState<CorrectedFact | null>(null);
  const [reason, setReason] = useDraft(`correction.${view.id}`);
  const send = async (): Promise<void> => {
    if (fact === null) return;
    const reply = await run({ caseId: view.id, fact, reason });
    if (!reply.ok) return;
    setReason('');
    const { openedAt, openedBy } = reply.value;
    onDone(text('panel.correctionOpened', { by: openedBy ?? '', at: showMoment(openedAt) }));
  };
  return (
    <Dialog title={text('panel.correctionTitle', { product: view.productName })} onClose={onClose}>
      <DialogForm
        submitLabel={text('panel.correction')}
        pending={pending}
        problem={failure?.text ?? null}
        disabledReason={
          fact === null ? text('panel.fact') : reason.trim() === '' ? text('panel.correctionReason') : null
        }
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <p className="dim">{text('panel.correctionDetail')}</p>
        <Choice
          label={text('panel.fact')}
          options={CORRECTED_FACTS.map((one) => ({ value: one, label: text(`panel.fact-${one}`) }))}
          value={fact}
          error={fieldErrors['fact']}
          onChange={setFact}
        />
        <Field label={text('panel.correctionReason')} error={fieldErrors['reason']}>
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
      </DialogForm>
    </Dialog>
  );
}
