import { Checkbox, Input } from 'antd';
import {
  CHAIN_LINKS,
  EVALUATION_MODES,
  RISK_CONTROL_LEVELS,
  TRACEABILITY_LEVELS,
} from '#shared/domain/star/dossier.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import type { FindingDraft } from './finding-draft.ts';
import type { FindingKind } from './finding-words.ts';

/** Props of {@link FindingFields} and its parts. */
export interface FindingFieldsProps {
  readonly draft: FindingDraft;
  /** Sentences by contract field, `finding.on`. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<FindingDraft>) => void;
}

const OUTCOMES = ['passed', 'failed'] as const;
const SPOT_OUTCOMES = ['passed', 'failed', 'not-selected'] as const;

/** The fields of one kind of fact. */
export function FindingFields({ kind, ...props }: FindingFieldsProps & { readonly kind: FindingKind }) {
  const text = useText();
  const { draft, onChange } = props;
  const choose = (choice: string): void => onChange({ choice });
  const chosen = <Value extends string>(values: readonly Value[]): Value | null =>
    values.find((value) => value === draft.choice) ?? null;
  switch (kind) {
    case 'traceability':
      return (
        <Choice
          label={text('inspection.level')}
          options={TRACEABILITY_LEVELS.map((value) => ({ value, label: text(`ladder.trace-${value}`) }))}
          value={chosen(TRACEABILITY_LEVELS)}
          onChange={choose}
        />
      );
    case 'risk-control':
      return (
        <Choice
          label={text('inspection.level')}
          options={RISK_CONTROL_LEVELS.map((value) => ({ value, label: text(`ladder.risk-${value}`) }))}
          value={chosen(RISK_CONTROL_LEVELS)}
          onChange={choose}
        />
      );
    case 'spot-check':
      return (
        <>
          <Choice
            label={text('inspection.outcome')}
            options={SPOT_OUTCOMES.map((value) => ({ value, label: text(`ladder.spot-${value}`) }))}
            value={chosen(SPOT_OUTCOMES)}
            onChange={choose}
          />
          <ReasonField
            {...props}
            hint={text('inspection.notSelectedHint')}
            optional={draft.choice !== 'not-selected'}
          />
        </>
      );
    case 'site-test':
      return (
        <Choice
          label={text('inspection.outcome')}
          options={OUTCOMES.map((value) => ({ value, label: text(`ladder.site-${value}`) }))}
          value={chosen(OUTCOMES)}
          onChange={choose}
        />
      );
    case 'lines':
      return <LinesFields {...props} />;
    case 'evaluation':
      return (
        <>
          <Choice
            label={text('inspection.mode')}
            options={EVALUATION_MODES.map((value) => ({ value, label: text(`ladder.mode-${value}`) }))}
            value={chosen(EVALUATION_MODES)}
            onChange={choose}
          />
          <DateField {...props} label={text('inspection.completedOn')} hint={text('inspection.completedHint')} />
        </>
      );
    case 'review-date':
      return <DateField {...props} label={text('inspection.reviewOn')} hint={text('inspection.dateHint')} />;
    case 'young-enterprise-waiver':
      return <ReasonField {...props} hint={text('inspection.waiverHint')} optional={false} />;
    case 'not-applicable':
      return (
        <>
          <Choice
            label={text('inspection.link')}
            options={CHAIN_LINKS.map((value) => ({ value, label: text(`ladder.link-${value}`) }))}
            value={chosen(CHAIN_LINKS)}
            onChange={choose}
          />
          <ReasonField {...props} optional={false} />
        </>
      );
  }
}

function LinesFields({ draft, onChange }: FindingFieldsProps) {
  const text = useText();
  const options = OUTCOMES.map((value) => ({ value, label: text(`ladder.outcome-${value}`) }));
  return (
    <>
      <Checkbox checked={draft.inspected} onChange={(event) => onChange({ inspected: event.target.checked })}>
        {text('inspection.inspected')}
      </Checkbox>
      <Checkbox checked={draft.recordsViewed} onChange={(event) => onChange({ recordsViewed: event.target.checked })}>
        {text('inspection.recordsViewed')}
      </Checkbox>
      <Choice
        label={text('inspection.outcome')}
        options={[{ value: 'open', label: text('inspection.noOutcome') }, ...options]}
        value={draft.outcome ?? 'open'}
        onChange={(value) => onChange({ outcome: value === 'open' ? null : value })}
      />
    </>
  );
}

function DateField({
  draft,
  errors,
  onChange,
  label,
  hint,
}: FindingFieldsProps & { readonly label: string; readonly hint: string }) {
  return (
    <Field label={label} hint={hint} error={errors['finding.on'] ?? errors['finding.completedOn']}>
      {(control) => (
        <Input
          {...control}
          className="finding-date mono"
          inputMode="numeric"
          maxLength={11}
          value={draft.date}
          onChange={(event) => onChange({ date: event.target.value })}
          onBlur={() => onChange({ date: typedDate(draft.date) })}
        />
      )}
    </Field>
  );
}

function ReasonField({
  draft,
  errors,
  onChange,
  hint,
  optional,
}: FindingFieldsProps & { readonly hint?: string; readonly optional: boolean }) {
  const text = useText();
  return (
    <Field label={text('inspection.reason')} hint={hint} optional={optional} error={errors['finding.reason']}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={2}
          maxLength={300}
          value={draft.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      )}
    </Field>
  );
}
