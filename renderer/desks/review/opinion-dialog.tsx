import { Input } from 'antd';
import { useCommand } from '#renderer/client/use-command.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { StarStrip } from '#renderer/ui/star-ladder-signs.tsx';
import { useDraft } from '#renderer/ui/use-draft.ts';
import { STARS } from '#shared/domain/star/star.ts';
import type { CaseDialogProps } from './decide-dialog.tsx';

const STAR_CHOICES = ['0', '1', '2', '3', '4', '5'] as const;
type StarChoice = (typeof STAR_CHOICES)[number];

const asChoice = (value: string): StarChoice | null => STAR_CHOICES.find((choice) => choice === value) ?? null;

/** The person's own opinion on a case: a recommended star and the reasons; kept as a draft until it is given. */
export function OpinionDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const give = useCommand('opinion.give');
  const [star, setStar] = useDraft(`opinion-star.${view.id}`);
  const [reasons, setReasons] = useDraft(`opinion.${view.id}`);
  const choice = asChoice(star);
  const send = async (): Promise<void> => {
    const reply = await give.run({ caseId: view.id, star: Number(choice), text: reasons, noConflict: true });
    if (!reply.ok) return;
    setStar('');
    setReasons('');
    onDone(text('review.given', { by: reply.value.by, at: showMoment(reply.value.at) }));
  };
  return (
    <Dialog title={`${text('review.mine')} · ${view.productName}`} onClose={onClose}>
      <DialogForm
        submitLabel={text('review.give')}
        pending={give.pending}
        problem={give.failure?.text ?? null}
        disabledReason={choice === null || reasons.trim() === '' ? text('review.giveEmpty') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <StarStrip verdict={view.verdict} />
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
              rows={4}
              maxLength={1000}
              value={reasons}
              onChange={(event) => setReasons(event.target.value)}
            />
          )}
        </Field>
        <p className="dim">{text('review.declares')}</p>
      </DialogForm>
    </Dialog>
  );
}
