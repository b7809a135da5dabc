import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { SignaturePad } from '#renderer/ui/signature-pad.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import type { VisitView } from '#shared/contract/visits.ts';
import { ENTERPRISE } from '#shared/domain/visit/closing.ts';
import { isSignature, type Stroke } from '#shared/domain/visit/signature.ts';
import type { Signer } from './signatures-step.tsx';

interface Props {
  readonly view: VisitView;
  readonly signer: Signer;
  /** Who sits here. */
  readonly me: string | null;
  readonly onDone: (view: VisitView, said: string) => void;
  readonly onClose: () => void;
}

/** Takes one signature: a member's with their own password, or that of the enterprise's representative. */
export function SignDialog(props: Props) {
  const text = useText();
  const { signer } = props;
  return (
    <Dialog title={text('visits.signTitle', { name: signer.name })} size="medium" onClose={props.onClose}>
      {signer.id === ENTERPRISE ? <EnterpriseForm {...props} /> : <MemberForm {...props} />}
    </Dialog>
  );
}

function MemberForm({ view, signer, me, onDone, onClose }: Props) {
  const text = useText();
  const { failure, pending, run } = useCommand('visit.sign');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [password, setPassword] = useState('');
  const mine = signer.id === me;
  const candidates = useQuery('visit.candidates', { caseId: view.caseId }, { enabled: !mine }).data ?? [];
  const login = mine ? null : (candidates.find(({ personId }) => personId === signer.id)?.login ?? null);
  const gap = !isSignature(strokes) ? 'visits.needStrokes' : password === '' ? 'visits.needPassword' : null;
  const send = async (): Promise<void> => {
    const reply = await run({ visitId: view.id, login, password, strokes: sendable(strokes) });
    if (reply.ok) onDone(reply.value, text('visits.signed', { name: signer.name }));
  };
  return (
    <DialogForm
      submitLabel={text('visits.sign')}
      pending={pending}
      problem={failure?.text ?? null}
      disabledReason={gap === null ? null : text(gap)}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <SignaturePad name={signer.name} strokes={strokes} onChange={setStrokes} />
      <Field label={text('visits.signPassword', { name: signer.name })}>
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="off"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
    </DialogForm>
  );
}

function EnterpriseForm({ view, onDone, onClose }: Props) {
  const text = useText();
  const { failure, fieldErrors, pending, run } = useCommand('visit.sign-enterprise');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const draft = useFormDraft(`visit.representative.${view.id}`, { name: '', position: '' });
  const { name, position } = draft.value;
  const gap =
    name.trim() === '' || position.trim() === ''
      ? 'visits.needRep'
      : isSignature(strokes)
        ? null
        : 'visits.needStrokes';
  const send = async (): Promise<void> => {
    const reply = await run({ visitId: view.id, name, position, strokes: sendable(strokes) });
    if (reply.ok) onDone(reply.value, text('visits.signed', { name }));
  };
  return (
    <DialogForm
      submitLabel={text('visits.sign')}
      pending={pending}
      problem={failure?.text ?? null}
      disabledReason={gap === null ? null : text(gap)}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <div className="visit-plan">
        <TextField
          label={text('visits.repName')}
          error={fieldErrors['name']}
          maxLength={60}
          value={name}
          onValue={(next) => draft.change({ name: next })}
        />
        <TextField
          label={text('visits.repPosition')}
          error={fieldErrors['position']}
          maxLength={60}
          value={position}
          onValue={(next) => draft.change({ position: next })}
        />
      </div>
      <SignaturePad
        name={name.trim() === '' ? text('visits.enterprise') : name}
        strokes={strokes}
        onChange={setStrokes}
      />
    </DialogForm>
  );
}

/** The contract's own lists, which may be written to. */
const sendable = (strokes: readonly Stroke[]): [number, number, number][][] =>
  strokes.map((stroke) => stroke.map(([x, y, at]) => [x, y, at]));
