import { Input } from 'antd';
import type { CaseView } from '#shared/contract/cases.ts';
import { OPINION_ANSWERS, type OpinionAnswer } from '#shared/domain/panel.ts';
import type { CriterionId } from '#shared/domain/star/standard.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { criterionKey } from '#renderer/ui/star-ladder-model.ts';
import { CellMarkSign } from '#renderer/ui/star-ladder-signs.tsx';
import { agreeWithRest, askedCriteria, draftFor, type CriteriaDraft } from './opinion-draft.ts';

/** Every criterion of the requested star with what the program finds, and the expert's own answer to it. */
export function OpinionCriteria({
  view,
  draft,
  onChange,
}: {
  readonly view: CaseView;
  readonly draft: CriteriaDraft;
  readonly onChange: (draft: CriteriaDraft) => void;
}) {
  const text = useText();
  const asked = askedCriteria(view.verdict);
  return (
    <div className="opinion-criteria">
      <div className="opinion-criteria-head">
        <span className="dim small">{text('panel.criteriaHint')}</span>
        <ActionButton onPress={() => onChange(agreeWithRest(draft, asked))}>{text('panel.agreeRest')}</ActionButton>
      </div>
      {asked.map((id) => (
        <OpinionRow key={id} view={view} id={id} draft={draft} onChange={onChange} />
      ))}
    </div>
  );
}

function OpinionRow({
  view: { verdict },
  id,
  draft,
  onChange,
}: {
  readonly view: CaseView;
  readonly id: CriterionId;
  readonly draft: CriteriaDraft;
  readonly onChange: (draft: CriteriaDraft) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const { answer, comment } = draftFor(draft, id);
  const found = verdict.criteria.find((one) => one.id === id);
  const name = text(`ladder.${criterionKey(id)}`);
  const set = (change: { readonly answer?: OpinionAnswer; readonly comment?: string }): void =>
    onChange({ ...draft, [id]: { answer, comment, ...change } });
  return (
    <fieldset className="opinion-row">
      <legend className="unseen">{name}</legend>
      <span className="opinion-row-name" title={found?.reason[language]}>
        <span className="opinion-row-mark">
          <CellMarkSign mark={found?.perStar[verdict.requestedStar] ?? 'not-asked'} />
        </span>{' '}
        {name}
      </span>
      <span className="opinion-row-answers">
        {OPINION_ANSWERS.map((one) => (
          <label key={one}>
            <input type="radio" name={`opinion-${id}`} checked={answer === one} onChange={() => set({ answer: one })} />
            {text(`panel.answer-${one}`)}
          </label>
        ))}
      </span>
      {answer === null || answer === 'agree' ? null : (
        <Input
          className="opinion-row-comment"
          aria-label={text('panel.commentFor', { criterion: name })}
          placeholder={text('panel.comment')}
          maxLength={500}
          value={comment}
          onChange={(event) => set({ comment: event.target.value })}
        />
      )}
    </fieldset>
  );
}
