import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import type { CaseView, DocumentView } from '#shared/contract/cases.ts';
import type { CheckPoint, PointAnswers } from '#shared/domain/document-checklist.ts';
import { paperName, shownFact } from './papers-words.ts';

const ANSWERS = ['yes', 'no'] as const;

/** What to look at on a paper, with what it is compared with and the answers; digits answer too. */
export function PapersChecklist({
  view,
  paper,
  points,
  answers,
  disabledReason,
  onAnswer,
  onAll,
}: {
  readonly view: CaseView;
  readonly paper: DocumentView;
  readonly points: readonly CheckPoint[];
  readonly answers: PointAnswers;
  readonly disabledReason: string | null;
  readonly onAnswer: (point: string, answer: 'yes' | 'no') => void;
  readonly onAll: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <Panel
      title={`${text('papers.points')} · ${paperName(paper, text)}`}
      extra={
        <ActionButton combo="Y" disabledReason={disabledReason} onPress={onAll}>
          {text('papers.answerAll')}
        </ActionButton>
      }
    >
      {points.length === 0 ? <p className="dim">{text('papers.noPoints')}</p> : null}
      <ol className="points">
        {points.map((point, index) => (
          <li key={point.id}>
            <kbd aria-hidden="true">{index + 1}</kbd>
            <span>
              {point[language]}
              {point.required ? null : <span className="dim small"> {text('papers.optional')}</span>}
            </span>
            <span className="dim small point-fact">{shownFact(point.shows, view, paper, text)}</span>
            <span className="point-answers" role="group" aria-label={point[language]}>
              {ANSWERS.map((answer) => (
                <button
                  key={answer}
                  type="button"
                  className={`point-${answer}`}
                  aria-pressed={answers[point.id] === answer}
                  disabled={disabledReason !== null}
                  onClick={() => onAnswer(point.id, answer)}
                >
                  {text(`papers.answer-${answer}`)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p className="dim small">{text('papers.answerKeys')}</p>
    </Panel>
  );
}
