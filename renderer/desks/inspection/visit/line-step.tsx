import { Input } from 'antd';
import { useRef, useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showClock, showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import type { VisitGroupView, VisitLineView } from '#shared/contract/visits.ts';
import { isFinding, type LineAnswer } from '#shared/domain/visit/checklist.ts';
import { AnswerChoice, EarlierAnswers, SeverityChoice } from './answer-fields.tsx';
import { CorrectiveDialog } from './corrective-dialog.tsx';
import { answered, answerOf, draftOfLine, graver, isChanged, lineGap, type LineDraft } from './line-draft.ts';
import { StandardAsk } from './standard-ask.tsx';
import { StepFrame } from './step-frame.tsx';
import { VisitPhotos } from './visit-photos.tsx';
import type { StepProps } from './visit-screen.tsx';
import { nextStep, lineKey } from './visit-steps.ts';

/** One line of the checklist: answered with a letter, a finding with its weight and words, photos beside it. */
export function LineStep({
  line,
  group,
  ...step
}: StepProps & { readonly line: VisitLineView; readonly group: VisitGroupView }) {
  const { view, mayNot, onRefresh, onSaid, onStep, onVisit } = step;
  const text = useText();
  const { language } = useLanguage();
  const send = useCommand('visit.answer');
  const draft = useFormDraft<LineDraft>(`visit.${view.id}.${line.id}`, draftOfLine(line));
  const noteField = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState(false);
  const gap = lineGap(draft.value);
  const changed = isChanged(draft.value, line);
  const { current } = line;
  const focusNote = (): void => {
    const area = noteField.current?.querySelector('textarea');
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  };
  const save = async (value: LineDraft): Promise<void> => {
    if (mayNot !== null || lineGap(value) !== null) return;
    const reply = await send.run({ visitId: view.id, baseVersion: view.version, line: line.id, ...answerOf(value) });
    if (!reply.ok) return;
    draft.clear();
    const { overtook, visit } = reply.value;
    const kept = visit.groups.flatMap((each) => each.lines).find(({ id }) => id === line.id)?.current;
    const words = {
      line: line[language],
      answer: text(`visits.answer-${value.answer ?? 'yes'}`),
      by: kept?.by ?? '',
      at: showClock(kept?.at ?? ''),
    };
    const earlier =
      overtook === null
        ? ''
        : ` ${text('visits.overtook', {
            by: overtook.by,
            at: showMoment(overtook.at),
            answer: text(`visits.answer-${overtook.answer}`),
          })}`;
    step.onSaved(visit, text('visits.answeredAs', words) + earlier);
  };
  const choose = (answer: LineAnswer): void => {
    if (mayNot !== null || !line.answers.includes(answer)) return;
    const next = answered(draft.value, answer);
    draft.change(next);
    if (answer === 'yes') void save(next);
    else focusNote();
  };
  const finding = draft.value.answer !== null && isFinding({ answer: draft.value.answer });
  const keptFinding = current !== null && isFinding(current) && !changed;
  const noCorrective = mayNot ?? (keptFinding ? null : text('visits.needFinding'));
  useKeys([
    { combo: 'Y', label: text('visits.answer-yes'), run: () => choose('yes') },
    { combo: 'N', label: text('visits.answer-no'), run: () => choose('no') },
    { combo: 'P', label: text('visits.answer-partly'), run: () => choose('partly') },
    { combo: 'A', label: text('visits.answer-not-applicable'), run: () => choose('not-applicable') },
    {
      combo: 'S',
      label: text('visits.severityNext'),
      run: () => {
        if (finding && mayNot === null) draft.change({ severity: graver(draft.value.severity) });
      },
    },
    { combo: 'B', label: text('visits.noteGo'), run: focusNote },
    {
      combo: 'C',
      label: text('visits.correctiveAdd'),
      run: () => {
        if (noCorrective === null) setAsking(true);
      },
    },
  ]);
  const toSave = current === null || changed;
  return (
    <>
      <StepFrame
        step={step}
        problem={send.failure?.text ?? null}
        primary={{
          label: text(toSave ? 'visits.saveNext' : 'visits.next'),
          pending: send.pending,
          disabledReason: toSave ? (mayNot ?? (gap === null ? null : text(`visits.gap-${gap}`))) : null,
          onPress: () => (toSave ? void save(draft.value) : onStep(nextStep(view, lineKey(line.id)))),
        }}
        info={changed && current !== null ? <span className="dim">{text('visits.unsent')}</span> : null}
        actions={
          <ActionButton combo="C" disabledReason={noCorrective} onPress={() => setAsking(true)}>
            {text('visits.correctiveAdd')}
          </ActionButton>
        }
      >
        <Panel
          title={group[language]}
          extra={
            <span className="dim small">
              {current === null ? null : (
                <>
                  <Tag tone={isFinding(current) ? 'bad' : 'good'}>{text(`visits.answer-${current.answer}`)}</Tag>{' '}
                  {text('visits.byAt', { by: current.by, at: showMoment(current.at) })} ·{' '}
                </>
              )}
              {text(line.required ? 'visits.required' : 'visits.optionalLine')}
              {line.photo ? ` · ${text('visits.wantsPhoto')}` : null}
            </span>
          }
        >
          <p className="visit-line">{line[language]}</p>
          <StandardAsk ask={group.ask} />
          <AnswerChoice line={line} value={draft.value.answer} disabledReason={mayNot} onAnswer={choose} />
          {finding ? (
            <SeverityChoice value={draft.value.severity} onSeverity={(severity) => draft.change({ severity })} />
          ) : null}
          <div ref={noteField}>
            <Field label={text('visits.note')} hint={text('visits.noteHint')} error={send.fieldErrors['note']}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  rows={2}
                  maxLength={1000}
                  disabled={mayNot !== null}
                  value={draft.value.note}
                  onChange={(event) => draft.change({ note: event.target.value })}
                  onKeyDown={(event) => {
                    if (event.key === 'Escape') event.currentTarget.blur();
                  }}
                />
              )}
            </Field>
          </div>
          <EarlierAnswers answers={line.earlier} />
        </Panel>
        <VisitPhotos view={view} line={line.id} photos={line.photos} disabledReason={mayNot} onChanged={onRefresh} />
      </StepFrame>
      {asking ? (
        <CorrectiveDialog
          view={view}
          line={line}
          onDone={(next, said) => {
            setAsking(false);
            onVisit(next);
            onSaid(said);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
