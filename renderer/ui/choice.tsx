import { useId } from 'react';
import './field.css';

/** One of a few things to choose from. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** A segmented choice: radio buttons that look like one control; arrow keys move it. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  error,
  wide = false,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly error?: string | undefined;
  /** Takes two columns of a `FieldGrid`. */
  readonly wide?: boolean;
  readonly onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset
      className={wide ? 'choice field-wide' : 'choice'}
      {...(error === undefined ? {} : { 'aria-describedby': `${name}-error` })}
    >
      <legend>{label}</legend>
      <div className="choice-row">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {error === undefined ? null : (
        <div id={`${name}-error`} className="field-error">
          {error}
        </div>
      )}
    </fieldset>
  );
}
