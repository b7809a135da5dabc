import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { ExternalReportView } from '#shared/contract/external.ts';
import type { PointFound } from '#shared/domain/external/report-checklist.ts';

const ANSWERS = ['yes', 'no', 'not-applicable'] as const;
export type Answer = (typeof ANSWERS)[number];

/** The points of a report with their clauses and answers; the chosen one is answered by Y, N and X. */
export function ChecklistPanel({
  report,
  chosen,
  page,
  disabledReason,
  onChoose,
  onAnswer,
}: {
  readonly report: ExternalReportView;
  readonly chosen: number;
  /** Page that is shown beside it. */
  readonly page: number;
  readonly disabledReason: string | null;
  readonly onChoose: (index: number) => void;
  readonly onAnswer: (index: number, answer: Answer) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const { answers, checklist, judgement } = report;
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.ctrlKey) return;
    event.preventDefault();
    onChoose(Math.min(Math.max(chosen + step, 0), checklist.points.length - 1));
  };
  const left = judgement.open.length;
  return (
    <Panel
      title={text('external.checklist', { standard: checklist.standard, version: checklist.version })}
      extra={
        <span className="external-left">
          {judgement.failing.length === 0 ? null : (
            <Tag tone="bad">{text('external.checklistFailing', { count: judgement.failing.length })}</Tag>
          )}
          <Tag tone={left === 0 ? 'good' : 'wait'}>
            {left === 0 ? text('external.checklistDone') : text('external.checklistLeft', { count: left })}
          </Tag>
        </span>
      }
    >
      <ol ref={list} className="external-points" onKeyDown={walk}>
        {checklist.points.map((point, index) => {
          const found = answers[point.id];
          const stands = judgement.points.find(({ id }) => id === point.id);
          const mayAnswer = point.workedOut === null && disabledReason === null;
          return (
            <li
              key={point.id}
              aria-current={index === chosen ? 'step' : undefined}
              className={index === chosen ? 'external-point is-chosen' : 'external-point'}
              onClick={() => onChoose(index)}
            >
              <span className="external-clause dim small">{point.clause}</span>
              <span className="external-words">
                {point[language]}
                <PointNote found={found} why={stands?.state === 'fails' ? stands.why?.[language] : undefined} />
              </span>
              {point.workedOut === null ? (
                <span className="external-answers" role="group" aria-label={point[language]}>
                  {ANSWERS.map((answer) => (
                    <button
                      key={answer}
                      type="button"
                      className={`external-answer external-${answer}`}
                      aria-pressed={found?.answer === answer}
                      disabled={!mayAnswer || (answer === 'not-applicable' && !point.mayNotApply)}
                      title={answer === 'yes' ? text('external.yesOnPage', { page }) : undefined}
                      onClick={() => onAnswer(index, answer)}
                    >
                      {text(`external.answer-${answer}`)}
                    </button>
                  ))}
                </span>
              ) : (
                <span className="external-answers" title={text('external.workedOut')}>
                  <Tag tone={stands?.state === 'holds' ? 'good' : 'bad'}>
                    {text(stands?.state === 'holds' ? 'external.answer-yes' : 'external.answer-no')}
                  </Tag>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {disabledReason === null ? <p className="dim small">{text('external.checklistKeys')}</p> : null}
    </Panel>
  );
}

function PointNote({ found, why }: { readonly found: PointFound | undefined; readonly why: string | undefined }) {
  const text = useText();
  const said = [
    found?.answer === 'yes' && found.page !== null ? text('external.page', { page: found.page }) : null,
    why ?? found?.note,
  ];
  const words = said.filter(Boolean).join(' · ');
  return words === '' ? null : <span className="dim small external-note">{words}</span>;
}
