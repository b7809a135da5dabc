import { useState } from 'react';
import { Choice } from '#renderer/ui/choice.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { ReadingChange } from '#shared/domain/lab/reading-change.ts';
import { correctsOnly, readingOf, type EntryItem } from './entry-lines.ts';
import { typedText } from './lab-words.ts';

/** Readings that decided are replaced: a slip of the pen or a test done anew, and why. The old ones are kept. */
export function ChangeDialog({
  items,
  pending,
  problem,
  onDone,
  onClose,
}: {
  readonly items: readonly EntryItem[];
  readonly pending: boolean;
  readonly problem: string | null;
  readonly onDone: (change: ReadingChange) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const [kind, setKind] = useState<ReadingChange['kind']>('correction');
  const [reason, setReason] = useState('');
  const micro = correctsOnly(items);
  return (
    <Dialog title={text('lab.changeTitle', { count: items.length })} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('lab.saveCount', { count: items.length })}
        pending={pending}
        problem={problem}
        disabledReason={reason.trim() === '' ? text('lab.changeReason') : null}
        onSubmit={() => onDone({ kind, reason })}
        onCancel={onClose}
      >
        <ul className="lab-changes">
          {items.map(({ fields, item, line: { current } }) => (
            <li key={item.id}>
              <b>{item[language]}</b>{' '}
              {current === null ? null : (
                <>
                  <s>{typedText(current.reading, text)}</s> ({current.by}) →{' '}
                </>
              )}
              {typedText(readingOf(item, fields), text)}
            </li>
          ))}
        </ul>
        <TextField
          label={text('lab.changeReason')}
          hint={text('lab.changeHint')}
          autoFocus
          maxLength={300}
          value={reason}
          onValue={setReason}
        />
        <Choice
          label={text('lab.changeKind')}
          options={[
            { value: 'correction', label: text('lab.change-correction') },
            ...(micro ? [] : [{ value: 'retest' as const, label: text('lab.change-retest') }]),
          ]}
          value={kind}
          onChange={setKind}
        />
        {micro ? <p className="dim small">{text('lab.microOnlyCorrect')}</p> : null}
      </DialogForm>
    </Dialog>
  );
}
