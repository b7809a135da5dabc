import { Input } from 'antd';
import { useState } from 'react';
import type { IncidentView } from '#shared/contract/incidents.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';

type Answer = 'important' | 'minor' | 'upheld' | 'dismissed';

const CHOICES = { grade: ['important', 'minor'], close: ['upheld', 'dismissed'] } as const;

/** Grades an incident or closes it, with the reason; by somebody else than who took it in. */
export function JudgeIncidentDialog({
  incident,
  deed,
  onDone,
  onClose,
}: {
  readonly incident: IncidentView;
  readonly deed: 'grade' | 'close';
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const grade = useCommand('incident.grade');
  const close = useCommand('incident.close');
  const { failure, fieldErrors, pending } = deed === 'grade' ? grade : close;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [reason, setReason] = useState('');
  const kind = text(`panel.kind-${incident.kind}`);
  const word = (one: Answer): string =>
    one === 'important' || one === 'minor' ? text(`panel.grade-${one}`) : text(`panel.status-${one}`);
  const send = async (): Promise<void> => {
    const incidentId = incident.id;
    if (answer === 'important' || answer === 'minor') {
      const reply = await grade.run({ incidentId, grade: answer, reason });
      if (!reply.ok) return;
      const { gradedAt, gradedBy } = reply.value;
      onDone(text('panel.graded', { grade: word(answer), by: gradedBy ?? '', at: showMoment(gradedAt ?? '') }));
    } else if (answer !== null) {
      const reply = await close.run({ incidentId, outcome: answer, reason });
      if (!reply.ok) return;
      const { closedAt, closedBy } = reply.value;
      onDone(text('panel.closed', { outcome: word(answer), by: closedBy ?? '', at: showMoment(closedAt ?? '') }));
    }
  };
  const label = text(deed === 'grade' ? 'panel.grade' : 'panel.close');
  return (
    <Dialog title={text(deed === 'grade' ? 'panel.gradeTitle' : 'panel.closeTitle', { kind })} onClose={onClose}>
      <DialogForm
        submitLabel={label}
        pending={pending}
        problem={failure?.text ?? null}
        disabledReason={answer === null || reason.trim() === '' ? text('panel.reason') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Choice
          label={text(deed === 'grade' ? 'panel.grade' : 'panel.outcome')}
          options={CHOICES[deed].map((one) => ({ value: one as Answer, label: word(one) }))}
          value={answer}
          onChange={setAnswer}
        />
        <Field label={text(deed === 'grade' ? 'panel.gradeReason' : 'panel.closeReason')} error={fieldErrors['reason']}>
          {(control) => (
            <Input.TextArea
              {...control}
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
