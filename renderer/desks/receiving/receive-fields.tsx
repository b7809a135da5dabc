import { Input } from 'antd';
import { Choice } from '#renderer/ui/choice.tsx';
import { Field, FieldGrid } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import { CONDITIONS, STORAGE_CLASSES } from '#shared/domain/sample-life.ts';
import type { ReceiveDraft } from './receive-draft.ts';

/** A shelf code, `A-03-2`; a scan of that form belongs to the location field. */
const SHELF_CODE = '^(L:)?[A-Z]{1,3}(-[A-Z0-9]{1,4}){1,2}$';

/** The fields of a reception; errors by the contract's field names. */
export function ReceiveFields({
  value,
  specification,
  errors,
  onChange,
  onEnter,
}: {
  readonly value: ReceiveDraft;
  readonly specification: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<ReceiveDraft>) => void;
  /** Enter in the location field: the scanner sends it after a shelf code. */
  readonly onEnter: () => void;
}) {
  const text = useText();
  const typed = (name: keyof ReceiveDraft) => (event: { readonly target: { readonly value: string } }) =>
    onChange({ [name]: event.target.value });
  return (
    <FieldGrid>
      <Field label={text('receiving.location')} hint={text('receiving.locationHint')} error={errors['location']} wide>
        {(control) => (
          <Input
            {...control}
            className="location"
            autoFocus
            data-scan={SHELF_CODE}
            value={value.location}
            onChange={typed('location')}
            onPressEnter={(event) => {
              if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing || value.location.trim() === '')
                return;
              event.preventDefault();
              onEnter();
            }}
          />
        )}
      </Field>
      <Choice
        wide
        label={text('receiving.condition')}
        options={CONDITIONS.map((condition) => ({ value: condition, label: text(`common.${condition}`) }))}
        value={value.condition}
        error={errors['condition']}
        onChange={(condition) => onChange({ condition })}
      />
      <Field label={text('receiving.batch')} error={errors['batch']}>
        {(control) => <Input {...control} className="mono" value={value.batch} onChange={typed('batch')} />}
      </Field>
      <div className="duo">
        <Field label={text('receiving.quantity')} error={errors['quantity']}>
          {(control) => <Input {...control} inputMode="decimal" value={value.quantity} onChange={typed('quantity')} />}
        </Field>
        <Field label={text('receiving.unit')} error={errors['unit']}>
          {(control) => <Input {...control} value={value.unit} onChange={typed('unit')} />}
        </Field>
      </div>
      <Choice
        wide
        label={text('receiving.storage')}
        options={STORAGE_CLASSES.map((storage) => ({ value: storage, label: text(`common.${storage}`) }))}
        value={value.storage}
        error={errors['storage']}
        onChange={(storage) => onChange({ storage })}
      />
      <Field label={text('receiving.producedOn')} error={errors['producedOn']}>
        {(control) => (
          <Input
            {...control}
            className="mono"
            placeholder="2026-09-08"
            value={value.producedOn}
            onChange={typed('producedOn')}
            onBlur={() => onChange({ producedOn: typedDate(value.producedOn) })}
          />
        )}
      </Field>
      <Field
        label={text('receiving.shelfLife')}
        error={errors['shelfLifeDays']}
        {...(specification === '' ? {} : { hint: `${text('receiving.specification')} ${specification}` })}
      >
        {(control) => (
          <Input {...control} inputMode="numeric" value={value.shelfLifeDays} onChange={typed('shelfLifeDays')} />
        )}
      </Field>
    </FieldGrid>
  );
}
