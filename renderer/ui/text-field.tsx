import { Input, type InputProps } from 'antd';
import type { ReactNode } from 'react';
import { Field } from './field.tsx';

/** Props of {@link TextField}: the field's, and whatever its input takes. */
export interface TextFieldProps extends Omit<InputProps, 'onChange' | 'value' | 'id' | 'status'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** A labelled line of text. */
export function TextField({ label, hint, error, value, onValue, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <Input {...input} {...control} value={value} onChange={(event) => onValue(event.target.value)} />}
    </Field>
  );
}
