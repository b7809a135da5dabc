import { useId, type ReactNode } from 'react';
import { useText } from './language.tsx';
import './field.css';

/** What a control inside a {@link Field} spreads onto itself; `status` colours an Ant Design control. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly status: '' | 'error';
}

/** A labelled control with its hint, and with what is wrong when something is. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  wide = false,
  children,
}: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** Takes two columns of a {@link FieldGrid}. */
  readonly wide?: boolean;
  readonly children: (control: FieldControl) => ReactNode;
}) {
  const text = useText();
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  const control: FieldControl = {
    id,
    status: error === undefined ? '' : 'error',
    ...(note === undefined ? {} : { 'aria-describedby': noteId }),
    ...(error === undefined ? {} : { 'aria-invalid': true }),
  };
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="field-optional"> {text('common.optional')}</span> : null}
      </label>
      {children(control)}
      {note === undefined ? null : (
        <div id={noteId} className={error === undefined ? 'field-hint' : 'field-error'}>
          {note}
        </div>
      )}
    </div>
  );
}

/** Fields in columns of equal width. */
export function FieldGrid({
  columns = 4,
  children,
}: {
  readonly columns?: 1 | 2 | 3 | 4;
  readonly children: ReactNode;
}) {
  return <div className={`field-grid field-grid-${columns}`}>{children}</div>;
}
