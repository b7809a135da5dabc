import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useLanguage, useText, type Language } from '#renderer/ui/language.tsx';
import type { ExternalReportView } from '#shared/contract/external.ts';

/** The reasons a return begins with: every point that fails, with what is wrong. */
function failingLines({ checklist, judgement }: ExternalReportView, language: Language): string {
  const lines = judgement.failing.map((id) => {
    const point = checklist.points.find((one) => one.id === id);
    const why = judgement.points.find((one) => one.id === id)?.why?.[language] ?? '';
    return `${point?.clause ?? ''} ${point?.[language] ?? id}${language === 'zh' ? '：' : ': '}${why}`;
  });
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}

/** Gives a report back to its body with the reasons. */
export function ReturnDialog({
  report,
  onDone,
  onClose,
}: {
  readonly report: ExternalReportView;
  readonly onDone: (report: ExternalReportView) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const giveBack = useCommand('external.return');
  const [reasons, setReasons] = useState(() => failingLines(report, language));
  const send = async (): Promise<void> => {
    const reply = await giveBack.run({ reportId: report.id, reasons });
    if (reply.ok) onDone(reply.value);
  };
  return (
    <Dialog title={text('external.returnTitle', { number: report.number })} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('external.return')}
        pending={giveBack.pending}
        problem={giveBack.failure?.text ?? null}
        disabledReason={reasons.trim() === '' ? text('external.returnReasons') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <p>{text('external.returnWill')}</p>
        <Field label={text('external.returnReasons')} error={giveBack.fieldErrors['reasons']}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoFocus
              rows={5}
              maxLength={1000}
              value={reasons}
              onChange={(event) => setReasons(event.target.value)}
            />
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
