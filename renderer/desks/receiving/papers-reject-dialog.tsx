import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import type { DocumentView } from '#shared/contract/cases.ts';
import type { CheckPoint, PointAnswers, StandardReason } from '#shared/domain/document-checklist.ts';

/** Rejects a paper: begins with the points answered no, a common reason or a person's own words take their place. */
export function PapersRejectDialog({
  paper,
  points,
  answers,
  reasons,
  onDone,
  onClose,
}: {
  readonly paper: DocumentView;
  readonly points: readonly CheckPoint[];
  readonly answers: PointAnswers;
  readonly reasons: readonly StandardReason[];
  readonly onDone: (checked: DocumentView) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const check = useCommand('document.check');
  const failed = points.filter(({ id }) => answers[id] === 'no').map((point) => point[language]);
  const [reason, setReason] = useState(
    failed.length === 0 ? '' : text('papers.pointsNo', { points: failed.join(text('ladder.listJoin')) }),
  );
  const send = async (): Promise<void> => {
    const reasonCode = reasons.find((one) => one[language] === reason)?.id ?? null;
    const reply = await check.run({ documentId: paper.id, check: 'rejected', answers, reason, reasonCode });
    if (reply.ok) onDone(reply.value);
  };
  return (
    <Dialog title={text('papers.rejectTitle', { title: paper.title })} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('papers.rejectOne')}
        pending={check.pending}
        problem={check.failure?.text ?? null}
        disabledReason={reason.trim() === '' ? text('papers.rejectReason') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Field label={text('papers.rejectReason')} hint={text('papers.rejectHint')} error={check.fieldErrors['reason']}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoFocus
              rows={2}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="common-reasons" role="group" aria-label={text('papers.rejectQuick')}>
          {reasons.map((one) => (
            <ActionButton key={one.id} onPress={() => setReason(one[language])}>
              {one[language]}
            </ActionButton>
          ))}
        </div>
      </DialogForm>
    </Dialog>
  );
}
