import { Input } from 'antd';
import { useCommand } from '#renderer/client/use-command.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field, FieldGrid } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import type { CommissionView, ExternalReportView } from '#shared/contract/external.ts';

/** Verdicts a body can give. */
export const OUTCOMES = ['passed', 'failed', 'none'] as const;

/** Fields that show what is wrong with them themselves. */
const FIELDS = ['number', 'issuedOn', 'receivedOn', 'verdict.text', 'amends'];

/** Registers a report that came; one that takes another's place says why. */
export function ReportDialog({
  commission,
  today,
  onDone,
  onClose,
}: {
  readonly commission: CommissionView;
  readonly today: string;
  readonly onDone: (report: ExternalReportView) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const record = useCommand('external.record-report');
  const draft = useFormDraft(`external.report.${commission.id}`, {
    number: '',
    issuedOn: '',
    receivedOn: today,
    outcome: null as (typeof OUTCOMES)[number] | null,
    words: '',
    amends: '',
  });
  const { amends, issuedOn, number, outcome, receivedOn, words } = draft.value;
  const [earlier] = commission.reports;
  const errors = record.fieldErrors;
  const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed);
  const send = async (): Promise<void> => {
    if (outcome === null) return;
    const reply = await record.run({
      commissionId: commission.id,
      number,
      issuedOn: typedDate(issuedOn),
      receivedOn: typedDate(receivedOn),
      verdict: { outcome, text: orNull(words) },
      amends: earlier === undefined ? null : orNull(amends),
    });
    if (!reply.ok) return;
    draft.clear();
    onDone(reply.value);
  };
  const date = (field: 'issuedOn' | 'receivedOn') => (
    <TextField
      label={text(`external.${field}`)}
      error={errors[field]}
      placeholder="2026-11-21"
      value={draft.value[field]}
      onValue={(value) => draft.change({ [field]: value })}
      onBlur={() => draft.change({ [field]: typedDate(draft.value[field]) })}
    />
  );
  return (
    <Dialog title={text('external.reportTitle')} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('external.reportRecord')}
        pending={record.pending}
        problem={Object.keys(errors).some((field) => FIELDS.includes(field)) ? null : (record.failure?.text ?? null)}
        disabledReason={outcome === null ? text('external.needOutcome') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <TextField
          autoFocus
          label={text('external.reportNumber')}
          error={errors['number']}
          className="mono"
          value={number}
          onValue={(value) => draft.change({ number: value })}
        />
        <FieldGrid columns={2}>
          {date('issuedOn')}
          {date('receivedOn')}
        </FieldGrid>
        <Choice
          label={text('external.verdict')}
          options={OUTCOMES.map((value) => ({ value, label: text(`external.outcome-${value}`) }))}
          value={outcome}
          onChange={(value) => draft.change({ outcome: value })}
        />
        <TextField
          label={text('external.verdictText')}
          error={errors['verdict.text']}
          maxLength={300}
          value={words}
          onValue={(value) => draft.change({ words: value })}
        />
        {earlier === undefined ? null : (
          <Field
            label={text('external.amends')}
            hint={text('external.amendsHint', { number: earlier.number })}
            error={errors['amends']}
          >
            {(control) => (
              <Input
                {...control}
                maxLength={300}
                value={amends}
                onChange={(event) => draft.change({ amends: event.target.value })}
              />
            )}
          </Field>
        )}
      </DialogForm>
    </Dialog>
  );
}
