import { Input } from 'antd';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { ShelfLife } from '#shared/domain/shelf-life.ts';

/** What the dates come to; a lapsed sample asks why it is taken in. */
export function ShelfLifeLine({
  life,
  testDueOn,
  reason,
  error,
  onReason,
}: {
  readonly life: ShelfLife;
  readonly testDueOn: string;
  readonly reason: string;
  readonly error: string | undefined;
  readonly onReason: (reason: string) => void;
}) {
  const text = useText();
  switch (life.kind) {
    case 'unknown':
      return null;
    case 'lasts':
      return <p className="dim small">{text('reception.goodUntil', { date: life.goodUntil })}</p>;
    case 'short':
      return <Notice kind="warning">{text('reception.short', { date: life.goodUntil, due: testDueOn })}</Notice>;
    case 'lapsed':
      return (
        <>
          <Notice kind="warning">{text('reception.lapsed', { date: life.goodUntil })}</Notice>
          <Field label={text('reception.lapsedReason')} error={error} wide>
            {(control) => (
              <Input {...control} maxLength={300} value={reason} onChange={(event) => onReason(event.target.value)} />
            )}
          </Field>
        </>
      );
  }
}
