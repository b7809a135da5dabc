import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { CaseView } from '#shared/contract/cases.ts';
import type { DecisionPreview, DecisionView } from '#shared/contract/decisions.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ConfirmWithPin } from '#renderer/ui/confirm-with-pin.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { StarStrip } from '#renderer/ui/star-ladder-signs.tsx';
import { useDraft } from '#renderer/ui/use-draft.ts';
import { decisionName, verdictWords } from '#renderer/ui/verdict-words.ts';
import { DecidePreview } from './decide-preview.tsx';
import { decisionText } from './decision-line.tsx';
import { decisionConsequence } from './decision-words.ts';

/** What a dialog about a case is given: the case, and what to do when it is done or left. */
export interface CaseDialogProps {
  readonly view: CaseView;
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}

/**
 * Shows exactly what deciding will do and write, and asks for the password; a refusal stays in the dialog, in words.
 * What is shown is the preview's, never the page's, and goes with the deed, so that nothing else is stored.
 * Once somebody else has decided or changed the case there is nothing to confirm any more, only what happened.
 */
export function DecideDialog({ view: present, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const decide = useCommand('case.decide');
  const [view] = useState(present);
  const [sent, setSent] = useState(false);
  const { data: preview, refetch } = useQuery('decision.preview', { caseId: view.id });
  const [note, setNote] = useDraft(`decide.${view.id}`);
  const [refuse, setRefuse] = useState(false);
  const confirm = async (password: string): Promise<void> => {
    if (preview === undefined) return;
    const { dossierSha256, verdictSha256 } = preview.writes;
    setSent(true);
    const reply = await decide.run({
      caseId: view.id,
      baseVersion: view.version,
      password,
      note: note.trim() === '' ? null : note,
      refuse: refuse && preview.mayRefuse,
      expected: { dossierSha256, verdictSha256 },
    });
    if (!reply.ok) {
      refetch();
      return setSent(false);
    }
    setNote('');
    onDone(decisionText(reply.value, text));
  };
  const title = text('review.decideTitle', { product: view.productName });
  if (present.version !== view.version && !sent) {
    return <Overtaken title={title} decision={present.decision} onClose={onClose} />;
  }
  return (
    <ConfirmWithPin
      title={title}
      confirmLabel={confirmLabel(preview, refuse, text)}
      pending={decide.pending || preview === undefined}
      problem={decide.failure?.text ?? null}
      onConfirm={(password) => void confirm(password)}
      onCancel={onClose}
    >
      <div className="stack">
        {preview === undefined ? null : <Announced view={view} preview={preview} refuse={refuse} />}
        {preview?.mayRefuse === true ? (
          <Checkbox checked={refuse} onChange={(event) => setRefuse(event.target.checked)}>
            {text('panel.refuseLapsed')}
          </Checkbox>
        ) : null}
        <Field
          label={text('review.note')}
          hint={text(refuse ? 'panel.refuseLapsedHint' : 'review.noteHint')}
          error={decide.fieldErrors['note']}
          optional={!refuse}
        >
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

const confirmLabel = (preview: DecisionPreview | undefined, refuse: boolean, text: TextOf): string => {
  if (preview === undefined) return text('verdict.decide');
  return refuse && preview.mayRefuse ? text('verdict.refuse') : decisionName(preview.verdict, text);
};

/** What would be stored now; where that became another thing while the dialog was open, it says so. */
export function Announced({
  view,
  preview,
  refuse,
}: {
  readonly view: CaseView;
  readonly preview: DecisionPreview;
  readonly refuse: boolean;
}) {
  const text = useText();
  const [first] = useState(preview.writes);
  const { verdict, writes } = preview;
  const changed = first.verdictSha256 !== writes.verdictSha256 || first.dossierSha256 !== writes.dossierSha256;
  return (
    <>
      {changed ? <Notice kind="warning">{text('review.previewChanged')}</Notice> : null}
      <p>
        <b>{verdictWords(verdict, text).head}</b>
      </p>
      <StarStrip verdict={verdict} />
      <p>
        {refuse && preview.mayRefuse
          ? text('review.willRefuse', { product: view.productName, id: view.id })
          : decisionConsequence(view, verdict, text)}
      </p>
      <DecidePreview preview={preview} />
    </>
  );
}

/** Tells who was faster and what they decided, or that the case is another one now. */
function Overtaken({
  title,
  decision,
  onClose,
}: {
  readonly title: string;
  readonly decision: DecisionView | null;
  readonly onClose: () => void;
}) {
  const text = useText();
  return (
    <Dialog title={title} onClose={onClose}>
      <Notice kind="warning">
        {decision === null
          ? text('review.changedMeanwhile')
          : text('review.decidedMeanwhile', { decision: decisionText(decision, text) })}
      </Notice>
      <div className="row-end">
        <ActionButton tone="primary" onPress={onClose}>
          {text('review.seeCase')}
        </ActionButton>
      </div>
    </Dialog>
  );
}
