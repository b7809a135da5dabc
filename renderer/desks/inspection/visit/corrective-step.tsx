import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { CorrectiveView } from '#shared/contract/visits.ts';
import { StepFrame } from './step-frame.tsx';
import type { StepProps } from './visit-screen.tsx';
import { nextStep, stepsOf } from './visit-steps.ts';

/** What the enterprise has to put right, and by when; an action is closed with what showed that it was done. */
export function CorrectiveStep(step: StepProps) {
  const { view, onSaid, onStep, onVisit } = step;
  const text = useText();
  const { language } = useLanguage();
  const close = useCommand('visit.corrective-close');
  const [closing, setClosing] = useState<CorrectiveView | null>(null);
  const lineName = (id: string): string => stepsOf(view).find((one) => one.line?.id === id)?.line?.[language] ?? id;
  const done = async (evidence: string): Promise<void> => {
    if (closing === null) return;
    const reply = await close.run({ visitId: view.id, correctiveId: closing.id, evidence });
    if (!reply.ok) return;
    setClosing(null);
    onVisit(reply.value);
    onSaid(text('visits.correctiveClosed'));
  };
  return (
    <>
      <StepFrame
        step={step}
        problem={null}
        primary={{ label: text('visits.next'), onPress: () => onStep(nextStep(view, 'corrective')) }}
      >
        <Panel title={text('visits.step-corrective')}>
          {view.corrective.length === 0 ? (
            <p className="dim">{text('visits.correctiveNone')}</p>
          ) : (
            <DataTable
              label={text('visits.step-corrective')}
              rows={view.corrective}
              rowKey={({ id }) => id}
              columns={[
                { key: 'line', title: text('visits.colLine'), render: ({ line }) => lineName(line), wraps: true },
                { key: 'what', title: text('visits.colWhat'), render: ({ what }) => what, wraps: true },
                { key: 'due', title: text('visits.colDue'), render: ({ dueOn }) => dueOn },
                {
                  key: 'state',
                  title: text('visits.colState'),
                  wraps: true,
                  render: (row) => <CorrectiveState row={row} onClose={() => setClosing(row)} />,
                },
              ]}
            />
          )}
        </Panel>
      </StepFrame>
      {closing === null ? null : (
        <ReasonDialog
          title={text('visits.correctiveTitle', { line: lineName(closing.line) })}
          label={text('visits.correctiveEvidence')}
          hint={closing.what}
          submitLabel={text('visits.correctiveDone')}
          pending={close.pending}
          problem={close.failure?.text ?? null}
          onReason={(evidence) => void done(evidence)}
          onClose={() => setClosing(null)}
        />
      )}
    </>
  );
}

function CorrectiveState({ row, onClose }: { readonly row: CorrectiveView; readonly onClose: () => void }) {
  const text = useText();
  if (row.closed !== null) {
    const { at, by, evidence } = row.closed;
    return <span className="small">{text('visits.correctiveClosedBy', { by, at: showMoment(at), evidence })}</span>;
  }
  return (
    <>
      <Tag tone={row.overdue ? 'bad' : 'wait'}>
        {text(row.overdue ? 'visits.correctiveOverdue' : 'visits.correctiveOpen')}
      </Tag>{' '}
      <ActionButton tone="quiet" onPress={onClose}>
        {text('visits.correctiveDone')}
      </ActionButton>
    </>
  );
}
