import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { DeedDialogProps } from './custody-dialogs.tsx';

const METHODS = ['destroyed', 'donated', 'composted', 'consumed-in-test', 'other'] as const;
type Method = InputOf<'sample.dispose'>['method'];

/** Disposes of samples for good: the person's password, and another person's login and password. */
export function AfterlifeDispose(props: DeedDialogProps) {
  const text = useText();
  return (
    <Dialog title={text('shelf.disposeTitle', { count: props.samples.length })} onClose={props.onClose}>
      <DisposeForm {...props} />
    </Dialog>
  );
}

function DisposeForm({ samples, onClose, onDone }: DeedDialogProps) {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('sample.dispose');
  const [method, setMethod] = useState<Method>('destroyed');
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [witnessLogin, setWitnessLogin] = useState('');
  const [witnessPassword, setWitnessPassword] = useState('');
  const missing =
    [
      [reason, text('shelf.disposeReason')],
      [password, text('shelf.disposeOwn')],
      [witnessLogin, text('shelf.disposeWitness')],
      [witnessPassword, text('shelf.disposeWitnessPassword')],
    ].find(([value]) => value === '')?.[1] ?? null;
  const dispose = async (): Promise<void> => {
    const sampleIds = samples.map(({ id }) => id);
    const reply = await run({ sampleIds, method, reason, password, witnessLogin, witnessPassword });
    if (reply.ok) onDone(text('shelf.disposeDo'));
  };
  const fields = ['reason', 'password', 'witnessLogin', 'witnessPassword'];
  const atField = fields.some((name) => fieldErrors[name] !== undefined);
  const secret = (name: string, label: string, value: string, onChange: (value: string) => void) => (
    <Field label={label} error={fieldErrors[name]}>
      {(control) => (
        <Input
          {...control}
          type="password"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <DialogForm
      submitLabel={text('shelf.disposeDo')}
      pending={pending}
      problem={atField ? null : (failure?.text ?? null)}
      disabledReason={missing}
      onSubmit={() => void dispose()}
      onCancel={onClose}
    >
      <p>{text('shelf.disposeDetail', { barcodes: samples.map(({ barcode }) => barcode).join('、') })}</p>
      <p className="dim">{text('common.irreversible')}</p>
      <Choice
        label={text('shelf.method')}
        options={METHODS.map((value) => ({ value, label: text(`shelf.methods.${value}`) }))}
        value={method}
        onChange={setMethod}
      />
      <Field label={text('shelf.disposeReason')} error={fieldErrors['reason']}>
        {(control) => (
          <Input {...control} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      {secret('password', text('shelf.disposeOwn'), password, setPassword)}
      <Field
        label={text('shelf.disposeWitness')}
        hint={text('shelf.disposeWitnessHint')}
        error={fieldErrors['witnessLogin']}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={witnessLogin}
            onChange={(event) => setWitnessLogin(event.target.value)}
          />
        )}
      </Field>
      {secret('witnessPassword', text('shelf.disposeWitnessPassword'), witnessPassword, setWitnessPassword)}
    </DialogForm>
  );
}
