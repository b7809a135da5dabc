import { Choice } from '#renderer/ui/choice.tsx';
import { Combo } from '#renderer/ui/combo.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import type { AnswerView } from '#shared/contract/visits.ts';
import { SEVERITIES, type ChecklistLine, type LineAnswer, type Severity } from '#shared/domain/visit/checklist.ts';
import { ANSWER_KEYS } from './line-draft.ts';

/** The answers a line takes, each with its key. */
export function AnswerChoice({
  line,
  value,
  disabledReason,
  onAnswer,
}: {
  readonly line: ChecklistLine;
  readonly value: LineAnswer | null;
  readonly disabledReason: string | null;
  readonly onAnswer: (answer: LineAnswer) => void;
}) {
  const text = useText();
  return (
    <div className="visit-answers" role="group" aria-label={text('visits.answer')}>
      {line.answers.map((answer) => (
        <button
          key={answer}
          type="button"
          className={`visit-answer visit-answer-${answer}`}
          aria-pressed={value === answer}
          aria-keyshortcuts={ANSWER_KEYS[answer]}
          disabled={disabledReason !== null}
          onClick={() => onAnswer(answer)}
        >
          {text(`visits.answer-${answer}`)} <Combo combo={ANSWER_KEYS[answer]} />
        </button>
      ))}
    </div>
  );
}

/** How grave a finding is. */
export function SeverityChoice({
  value,
  onSeverity,
}: {
  readonly value: Severity | null;
  readonly onSeverity: (severity: Severity) => void;
}) {
  const text = useText();
  return (
    <Choice
      label={`${text('visits.severity')} (S)`}
      options={SEVERITIES.map((severity) => ({ value: severity, label: text(`visits.severity-${severity}`) }))}
      value={value}
      onChange={onSeverity}
    />
  );
}

/** What was answered before, newest first. */
export function EarlierAnswers({ answers }: { readonly answers: readonly AnswerView[] }) {
  const text = useText();
  if (answers.length === 0) return null;
  return (
    <details className="visit-earlier small">
      <summary>{text('visits.earlier', { count: answers.length })}</summary>
      <ol>
        {answers.map(({ answer, at, by, note }) => (
          <li key={`${at} ${by}`}>
            {text(`visits.answer-${answer}`)} {note}{' '}
            <span className="dim">{text('visits.byAt', { by, at: showMoment(at) })}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
