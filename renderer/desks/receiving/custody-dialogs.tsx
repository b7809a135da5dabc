import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useScanTaker } from '#renderer/ui/scan-inbox.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import { readLocationCode } from '#shared/domain/location.ts';
import { readScan } from '#shared/domain/scan-code.ts';
import type { KeptSample } from '#shared/contract/custody.ts';

/** A dialog that does one deed on samples. */
export interface DeedDialogProps {
  readonly samples: readonly KeptSample[];
  readonly onClose: () => void;
  /** Called with the deed in words once it is saved. */
  readonly onDone: (what: string) => void;
}

const idsOf = (samples: readonly KeptSample[]) => samples.map(({ id }) => id);
const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

function TextField({
  label,
  value,
  error,
  hint,
  optional = false,
  autoFocus = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={label} error={error} optional={optional} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <Input
          {...control}
          autoFocus={autoFocus}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A place to type or scan. */
function PlaceField({
  label,
  value,
  error,
  optional = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly optional?: boolean;
  readonly onChange: (value: string) => void;
}) {
  useScanTaker((code) => {
    if (readScan(code).kind !== 'location') return false;
    onChange(readLocationCode(code));
    return true;
  });
  return <TextField label={label} value={value} error={error} optional={optional} onChange={onChange} />;
}

/** Takes samples out for a purpose, until a day. */
export function TakeOutDialog(props: DeedDialogProps) {
  const text = useText();
  return (
    <Dialog title={text('shelf.takeOutTitle', { count: props.samples.length })} onClose={props.onClose}>
      <TakeOutForm {...props} />
    </Dialog>
  );
}

function TakeOutForm({ samples, onClose, onDone }: DeedDialogProps) {
  const text = useText();
  const session = useSession().data;
  const people = useQuery('person.list', {}).data ?? [];
  const { run, pending, failure, fieldErrors } = useCommand('sample.take-out');
  const [purpose, setPurpose] = useState('');
  const [backBy, setBackBy] = useState<string>(session?.today ?? '');
  const [forTest, setForTest] = useState<'yes' | 'no'>('no');
  const [holder, setHolder] = useState<string>(session?.person?.id ?? '');
  const takeOut = async (): Promise<void> => {
    const reply = await run({
      sampleIds: idsOf(samples),
      purpose,
      backBy: typedDate(backBy),
      forTest: forTest === 'yes',
      holder: orNull(holder),
    });
    if (reply.ok) onDone(text('shelf.takeOutDo'));
  };
  const atField = ['purpose', 'backBy', 'holder'].some((name) => fieldErrors[name] !== undefined);
  return (
    <DialogForm
      submitLabel={text('shelf.takeOutDo')}
      pending={pending}
      problem={atField ? null : (failure?.text ?? null)}
      disabledReason={purpose.trim() === '' ? text('shelf.takeOutPurpose') : null}
      onSubmit={() => void takeOut()}
      onCancel={onClose}
    >
      <TextField
        label={text('shelf.takeOutPurpose')}
        value={purpose}
        error={fieldErrors['purpose']}
        autoFocus
        onChange={setPurpose}
      />
      <TextField
        label={text('shelf.backBy')}
        hint={text('shelf.dateHint')}
        value={backBy}
        error={fieldErrors['backBy']}
        onChange={setBackBy}
      />
      <Field label={text('shelf.takeOutHolder')} error={fieldErrors['holder']}>
        {(control) => (
          <select
            id={control.id}
            className="shelf-select"
            value={holder}
            onChange={(event) => setHolder(event.target.value)}
          >
            {people
              .filter(({ disabled }) => !disabled)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Choice
        label={text('shelf.forTest')}
        options={[
          { value: 'no', label: text('shelf.forTestNo') },
          { value: 'yes', label: text('shelf.forTestYes') },
        ]}
        value={forTest}
        onChange={setForTest}
      />
    </DialogForm>
  );
}

/** Keeps a part of each sample until a day. */
export function RetainDialog(props: DeedDialogProps) {
  const text = useText();
  return (
    <Dialog title={text('shelf.retainTitle', { count: props.samples.length })} onClose={props.onClose}>
      <RetainForm {...props} />
    </Dialog>
  );
}

function RetainForm({ samples, onClose, onDone }: DeedDialogProps) {
  const text = useText();
  const months = useQuery('retention.get', {}).data?.months ?? 0;
  const { run, pending, failure, fieldErrors } = useCommand('sample.retain');
  const [keepUntil, setKeepUntil] = useState('');
  const [place, setPlace] = useState('');
  const retain = async (): Promise<void> => {
    const day = orNull(typedDate(keepUntil));
    const reply = await run({ sampleIds: idsOf(samples), keepUntil: day, location: orNull(place) });
    if (reply.ok) onDone(text('shelf.retainDo'));
  };
  const atField = ['keepUntil', 'location'].some((name) => fieldErrors[name] !== undefined);
  return (
    <DialogForm
      submitLabel={text('shelf.retainDo')}
      pending={pending}
      problem={atField ? null : (failure?.text ?? null)}
      onSubmit={() => void retain()}
      onCancel={onClose}
    >
      <p className="dim">{text('shelf.retainDetail', { months })}</p>
      <TextField
        label={text('shelf.keepUntil')}
        hint={text('shelf.dateHint')}
        optional
        autoFocus
        value={keepUntil}
        error={fieldErrors['keepUntil']}
        onChange={setKeepUntil}
      />
      <PlaceField
        label={text('shelf.place')}
        optional
        value={place}
        error={fieldErrors['location']}
        onChange={setPlace}
      />
    </DialogForm>
  );
}

/** Puts samples on display at a place until a day. */
export function DisplayDialog(props: DeedDialogProps) {
  const text = useText();
  return (
    <Dialog title={text('shelf.displayTitle', { count: props.samples.length })} onClose={props.onClose}>
      <DisplayForm {...props} />
    </Dialog>
  );
}

function DisplayForm({ samples, onClose, onDone }: DeedDialogProps) {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('sample.display');
  const [place, setPlace] = useState('');
  const [until, setUntil] = useState('');
  const [purpose, setPurpose] = useState('');
  const missing =
    place.trim() === '' ? text('shelf.displayPlace') : until.trim() === '' ? text('shelf.displayUntil') : null;
  const display = async (): Promise<void> => {
    const reply = await run({ sampleIds: idsOf(samples), location: place, until: typedDate(until), purpose });
    if (reply.ok) onDone(text('shelf.displayDo'));
  };
  const atField = ['location', 'until', 'purpose'].some((name) => fieldErrors[name] !== undefined);
  return (
    <DialogForm
      submitLabel={text('shelf.displayDo')}
      pending={pending}
      problem={atField ? null : (failure?.text ?? null)}
      disabledReason={missing}
      onSubmit={() => void display()}
      onCancel={onClose}
    >
      <PlaceField
        label={text('shelf.displayPlace')}
        value={place}
        error={fieldErrors['location']}
        onChange={setPlace}
      />
      <TextField
        label={text('shelf.displayUntil')}
        hint={text('shelf.dateHint')}
        value={until}
        error={fieldErrors['until']}
        onChange={setUntil}
      />
      <TextField
        label={text('shelf.purpose')}
        optional
        value={purpose}
        error={fieldErrors['purpose']}
        onChange={setPurpose}
      />
    </DialogForm>
  );
}

/** Gives samples back to the applicant. */
export function ReturnDialog(props: DeedDialogProps) {
  const text = useText();
  return (
    <Dialog title={text('shelf.returnTitle', { count: props.samples.length })} onClose={props.onClose}>
      <ReturnForm {...props} />
    </Dialog>
  );
}

function ReturnForm({ samples, onClose, onDone }: DeedDialogProps) {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('sample.return');
  const [how, setHow] = useState('');
  const giveBack = async (): Promise<void> => {
    const reply = await run({ sampleIds: idsOf(samples), how });
    if (reply.ok) onDone(text('shelf.returnDo'));
  };
  return (
    <DialogForm
      submitLabel={text('shelf.returnDo')}
      pending={pending}
      problem={fieldErrors['how'] === undefined ? (failure?.text ?? null) : null}
      disabledReason={how.trim() === '' ? text('shelf.returnHow') : null}
      onSubmit={() => void giveBack()}
      onCancel={onClose}
    >
      <TextField label={text('shelf.returnHow')} value={how} error={fieldErrors['how']} autoFocus onChange={setHow} />
    </DialogForm>
  );
}
