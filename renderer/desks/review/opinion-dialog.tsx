import { Input } from 'antd';
import { useCommand } from '#renderer/client/use-command.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { criterionKey } from '#renderer/ui/star-ladder-model.ts';
import { useDraft } from '#renderer/ui/use-draft.ts';
import { STARS } from '#shared/domain/star/star.ts';
import type { CaseDialogProps } from './decide-dialog.tsx';
import { OpinionCriteria } from './opinion-criteria.tsx';
import { askedCriteria, opinionsOf, readDraft, unexplained } from './opinion-draft.ts';

const STAR_CHOICES = ['0', '1', '2', '3', '4', '5'] as const;
type StarChoice = (typeof STAR_CHOICES)[number];

const asChoice = (value: string): StarChoice | null => STAR_CHOICES.find((choice) => choice === value) ?? null;

/** The person's own opinion: each criterion, a recommended star and the reasons; a draft until it is given. */
export function OpinionDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const give = useCommand('opinion.give');
  const key = `${view.id}.${view.panel.round}`;
  const [star, setStar] = useDraft(`opinion-star.${key}`);
  const [reasons, setReasons] = useDraft(`opinion.${key}`);
  const [kept, setKept] = useDraft(`opinion-criteria.${key}`);
  const choice = asChoice(star);
  const asked = askedCriteria(view.verdict);
  const draft = readDraft(kept);
  const missing = unexplained(draft, asked);
  const send = async (): Promise<void> => {
    const criteria = opinionsOf(draft, asked);
    const reply = await give.run({
      caseId: view.id,
      star: Number(choice),
      text: reasons,
      criteria,
      noConflict: true,
    });
    if (!reply.ok) return;
    for (const forget of [setStar, setReasons, setKept]) forget('');
    onDone(text('review.given', { by: reply.value.by, at: showMoment(reply.value.at) }));
  };
  const disabledReason =
    choice === null || reasons.trim() === ''
      ? text('review.giveEmpty')
      : missing === null
        ? null
        : text('panel.commentNeeded', { criterion: text(`ladder.${criterionKey(missing)}`) });
  return (
    <Dialog title={`${text('review.mine')} · ${view.productName}`} size="large" onClose={onClose}>
      <DialogForm
        submitLabel={text('review.give')}
        pending={give.pending}
        problem={give.failure?.text ?? null}
        disabledReason={disabledReason}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Choice
          label={text('review.recommend')}
          options={[
            { value: '0', label: text('review.none') },
            ...STARS.map((one) => ({ value: `${one}` as StarChoice, label: text(`ladder.star${one}`) })),
          ]}
          value={choice}
          onChange={setStar}
        />
        <Field label={text('review.opinionText')} hint={text('review.mineHint')} error={give.fieldErrors['text']}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoFocus
              rows={2}
              maxLength={1000}
              value={reasons}
              onChange={(event) => setReasons(event.target.value)}
            />
          )}
        </Field>
        <OpinionCriteria view={view} draft={draft} onChange={(next) => setKept(JSON.stringify(next))} />
        <p className="dim small">{text('review.declares')}</p>
      </DialogForm>
    </Dialog>
  );
}
