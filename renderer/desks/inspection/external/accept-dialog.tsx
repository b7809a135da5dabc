import { Input } from 'antd';
import { useCommand } from '#renderer/client/use-command.ts';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { useDraft } from '#renderer/ui/use-draft.ts';
import type { ExternalReportView } from '#shared/contract/external.ts';
import { needsRemark, tensionOf } from '#shared/domain/external/external-result.ts';

/** Accepts a report: says what that does, names what fails or differs, and then asks why all the same. */
export function AcceptDialog({
  report,
  onDone,
  onClose,
}: {
  readonly report: ExternalReportView;
  readonly onDone: (report: ExternalReportView) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const accept = useCommand('external.accept');
  const [remark, setRemark] = useDraft(`external.accept.${report.id}`);
  const tension = tensionOf(report.results, report.verdict);
  const asks = needsRemark(tension);
  const names = (list: readonly string[]): string => list.join(text('ladder.listJoin'));
  const send = async (): Promise<void> => {
    const reply = await accept.run({ reportId: report.id, remark: asks ? remark : null });
    if (!reply.ok) return;
    setRemark('');
    onDone(reply.value);
  };
  return (
    <Dialog title={text('external.acceptTitle', { number: report.number })} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('external.accept')}
        pending={accept.pending}
        problem={accept.failure?.text ?? null}
        disabledReason={asks && remark.trim() === '' ? text('external.remarkFirst') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <p>{text('external.acceptWill', { on: report.issuedOn })}</p>
        {asks ? (
          <Notice kind="error">
            {[
              tension.bodyFails ? text('external.acceptBodyFails') : null,
              tension.failing.length === 0 ? null : text('external.acceptFails', { names: names(tension.failing) }),
              tension.differing.length === 0
                ? null
                : text('external.acceptDiffers', { names: names(tension.differing) }),
            ]
              .filter(Boolean)
              .join(' ')}
          </Notice>
        ) : null}
        {asks ? (
          <Field label={text('external.remark')} error={accept.fieldErrors['remark']}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoFocus
                rows={2}
                maxLength={500}
                value={remark}
                onChange={(event) => setRemark(event.target.value)}
              />
            )}
          </Field>
        ) : null}
      </DialogForm>
    </Dialog>
  );
}
