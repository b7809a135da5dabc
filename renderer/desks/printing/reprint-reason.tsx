import { Input } from 'antd';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';

const QUICK = ['quickSpoiled', 'quickLost', 'quickFaint'] as const;

/** Why something is printed again; the print book keeps it. */
export function ReprintReason({
  count,
  value,
  error,
  onChange,
}: {
  readonly count: number;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (reason: string) => void;
}) {
  const text = useText();
  return (
    <>
      <Field label={text('printing.reason')} hint={text('printing.reasonHint', { count })} error={error}>
        {(control) => (
          <Input {...control} maxLength={200} value={value} onChange={(event) => onChange(event.target.value)} />
        )}
      </Field>
      <div className="quick-reasons" role="group" aria-label={text('printing.reason')}>
        {QUICK.map((quick) => (
          <ActionButton key={quick} onPress={() => onChange(text(`printing.${quick}`))}>
            {text(`printing.${quick}`)}
          </ActionButton>
        ))}
      </div>
    </>
  );
}
