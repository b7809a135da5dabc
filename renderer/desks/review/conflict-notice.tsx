import { useState } from 'react';
import type { CaseView } from '#shared/contract/cases.ts';
import type { DecisionView } from '#shared/contract/decisions.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { decisionText } from './decision-line.tsx';
import type { CaseDialogProps } from './decide-dialog.tsx';

/** Two desks decided the same case: both decisions side by side, and the way to settle them. */
export function ConflictNotice({
  view,
  onSaved,
}: {
  readonly view: CaseView;
  readonly onSaved: (message: string) => void;
}) {
  const text = useText();
  const maySettle = useRight('corrections.open');
  const [settling, setSettling] = useState(false);
  const { conflict } = view;
  if (conflict === null) return null;
  const desk = conflict.theirs.desk ?? '';
  return (
    <Notice kind="warning">
      <b>{text('panel.conflictTitle')}</b>
      <div>{text('panel.conflictDetail', { desk })}</div>
      <dl className="two-decisions">
        <Decision term={text('panel.theirs', { desk })} decision={conflict.theirs} />
        <Decision term={text('panel.mine')} decision={conflict.mine} />
      </dl>
      <ActionButton
        disabledReason={maySettle ? null : needsRole('corrections.open', text)}
        onPress={() => setSettling(true)}
      >
        {text('panel.settle')}
      </ActionButton>
      {settling ? (
        <SettleDialog
          view={view}
          onDone={(message) => {
            setSettling(false);
            onSaved(message);
          }}
          onClose={() => setSettling(false)}
        />
      ) : null}
    </Notice>
  );
}

function Decision({ term, decision }: { readonly term: string; readonly decision: DecisionView }) {
  const text = useText();
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {decisionText(decision, text)}
        {decision.note === null ? null : <div className="dim small">{decision.note}</div>}
      </dd>
    </div>
  );
}

function SettleDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const { failure, fieldErrors, pending, run } = useCommand('decision.settle');
  const [how, setHow] = useState<'accept' | 'correction' | null>(null);
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    if (how === null) return;
    const reply = await run({ caseId: view.id, how, reason });
    if (reply.ok) onDone(text('panel.settled'));
  };
  return (
    <Dialog title={text('panel.settleTitle', { product: view.productName })} onClose={onClose}>
      <DialogForm
        submitLabel={text('panel.settle')}
        pending={pending}
        problem={failure?.text ?? null}
        disabledReason={how === null || reason.trim() === '' ? text('panel.reason') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Choice
          label={text('panel.settle')}
          options={[
            { value: 'accept', label: text('panel.settleAccept') },
            { value: 'correction', label: text('panel.settleCorrection') },
          ]}
          value={how}
          onChange={setHow}
        />
        {how === null ? null : (
          <p className="dim">{text(how === 'accept' ? 'panel.settleAcceptWill' : 'panel.settleCorrectionWill')}</p>
        )}
        <TextField
          maxLength={300}
          label={text('panel.reason')}
          error={fieldErrors['reason']}
          value={reason}
          onValue={setReason}
        />
      </DialogForm>
    </Dialog>
  );
}
