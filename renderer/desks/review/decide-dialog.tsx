import { Input } from 'antd';
import type { CaseView } from '#shared/contract/cases.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ConfirmWithPin } from '#renderer/ui/confirm-with-pin.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { StarStrip } from '#renderer/ui/star-ladder-signs.tsx';
import { useDraft } from '#renderer/ui/use-draft.ts';
import { decisionText } from './decision-line.tsx';
import { decisionName, verdictWords } from '#renderer/ui/verdict-words.ts';
import { decisionConsequence } from './decision-words.ts';

/** What a dialog about a case is given: the case, and what to do when it is done or left. */
export interface CaseDialogProps {
  readonly view: CaseView;
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}

/** Shows exactly what deciding will do and asks for the password; a refusal stays in the dialog, in words. */
export function DecideDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const decide = useCommand('case.decide');
  const [note, setNote] = useDraft(`decide.${view.id}`);
  const confirm = async (password: string): Promise<void> => {
    const reply = await decide.run({
      caseId: view.id,
      baseVersion: view.version,
      password,
      note: note.trim() === '' ? null : note,
    });
    if (!reply.ok) return;
    setNote('');
    onDone(decisionText(reply.value, text));
  };
  return (
    <ConfirmWithPin
      title={text('review.decideTitle', { product: view.productName })}
      confirmLabel={decisionName(view.verdict, text)}
      pending={decide.pending}
      problem={decide.failure?.text ?? null}
      onConfirm={(password) => void confirm(password)}
      onCancel={onClose}
    >
      <div className="stack">
        <p>
          <b>{verdictWords(view.verdict, text).head}</b>
        </p>
        <StarStrip verdict={view.verdict} />
        <p>{decisionConsequence(view, text)}</p>
        <Field label={text('review.note')} hint={text('review.noteHint')} error={decide.fieldErrors['note']} optional>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={2}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </ConfirmWithPin>
  );
}
