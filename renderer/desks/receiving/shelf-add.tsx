import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { STORAGE_CLASSES, type StorageClass } from '#shared/domain/sample-life.ts';

/** Adds places by code or pattern, with what they stand in. */
export function ShelfAdd({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text('shelf.addTitle')} onClose={onClose}>
      <AddForm onClose={onClose} />
    </Dialog>
  );
}

function AddForm({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('location.add');
  const [pattern, setPattern] = useState('');
  const [name, setName] = useState('');
  const [storage, setStorage] = useState<StorageClass | 'inherit'>('inherit');
  const add = async (): Promise<void> => {
    const reply = await run({ pattern, name, storage: storage === 'inherit' ? null : storage });
    if (reply.ok) onClose();
  };
  return (
    <DialogForm
      submitLabel={text('shelf.addDo')}
      pending={pending}
      problem={Object.keys(fieldErrors).length > 0 ? null : (failure?.text ?? null)}
      disabledReason={pattern.trim() === '' ? text('shelf.pattern') : null}
      onSubmit={() => void add()}
      onCancel={onClose}
    >
      <Field label={text('shelf.pattern')} hint={text('shelf.patternHint')} error={fieldErrors['pattern']}>
        {(control) => (
          <Input
            {...control}
            className="mono"
            autoFocus
            value={pattern}
            onChange={(event) => setPattern(event.target.value)}
          />
        )}
      </Field>
      <Field label={text('shelf.placeName')} optional error={fieldErrors['name']}>
        {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Choice
        label={text('shelf.storageClass')}
        options={[
          { value: 'inherit', label: text('shelf.inherit') },
          ...STORAGE_CLASSES.map((value) => ({ value, label: text(`common.${value}`) })),
        ]}
        value={storage}
        onChange={setStorage}
      />
    </DialogForm>
  );
}
