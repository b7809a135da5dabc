import { useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { ActionBar, DeskLayout, type PrimaryAction } from '#renderer/ui/desk-layout.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Facts, Panel } from '#renderer/ui/panel.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import type { CaseId } from '#shared/base/ids.ts';
import type { VisitScreenProps } from './open-visit.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { VisitHead } from './visit-head.tsx';
import { barText, daysText, teamText } from './visit-words.ts';

/** A visit before its day: the plan, to be changed or cancelled, and the beginning. */
export function PlannedVisit({
  view,
  said,
  onSaid,
  onVisit,
  queue,
  onCancelled,
  onStarted,
}: VisitScreenProps & {
  readonly queue: ReactNode;
  readonly onCancelled: (caseId: CaseId, message: string) => void;
  readonly onStarted: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const today = useSession().data?.today ?? '';
  const plans = useRight('visits.plan');
  const start = useCommand('visit.start');
  const cancel = useCommand('visit.cancel');
  const [asking, setAsking] = useState<'change' | 'cancel' | null>(null);
  const planned = view.state === 'planned';
  const mayNotPlan = plans ? null : needsRole('visits.plan', text);
  const close = (): void => setAsking(null);
  const begin = async (): Promise<void> => {
    const reply = await start.run({ visitId: view.id });
    if (!reply.ok) return;
    onSaid(null);
    onVisit(reply.value);
    onStarted();
  };
  const callOff = async (reason: string): Promise<void> => {
    const reply = await cancel.run({ visitId: view.id, reason });
    if (reply.ok) onCancelled(view.caseId, text('visits.cancelled'));
  };
  const bar = barText(view, language);
  const onAnotherDay = planned && today !== '' && today !== view.on;
  const hint = !planned
    ? null
    : onAnotherDay
      ? text('visits.startMoves', { planned: view.on, today })
      : text('visits.startHint');
  const notStarted = view.mayNotRecord?.code === 'visit.not-started';
  const primary: PrimaryAction | undefined = planned
    ? {
        label: text('visits.start'),
        pending: start.pending,
        disabledReason: notStarted ? null : bar,
        onPress: () => void begin(),
      }
    : undefined;
  const doneBy = ({ by, at }: { readonly by: string; readonly at: string }): string =>
    text('visits.byAt', { by, at: showMoment(at) });
  return (
    <>
      <DeskLayout
        queue={queue}
        bar={
          <ActionBar info={<span className="dim">{hint}</span>} primary={primary}>
            {planned ? (
              <>
                <ActionButton disabledReason={mayNotPlan} onPress={() => setAsking('cancel')}>
                  {text('visits.cancelVisit')}
                </ActionButton>
                <ActionButton disabledReason={mayNotPlan} onPress={() => setAsking('change')}>
                  {text('visits.change')}
                </ActionButton>
              </>
            ) : null}
          </ActionBar>
        }
      >
        <VisitHead view={view} />
        {said === null ? null : (
          <Notice kind="saved" onClose={() => onSaid(null)}>
            {said}
          </Notice>
        )}
        {start.failure === null ? null : <Notice kind="error">{start.failure.text}</Notice>}
        {view.cancelled === null ? null : (
          <Notice kind="info">
            {text('visits.cancelledBy', {
              by: view.cancelled.by,
              at: showMoment(view.cancelled.at),
              reason: view.cancelled.reason,
            })}
          </Notice>
        )}
        <Panel title={text('visits.facts')}>
          <Facts
            rows={[
              [text('visits.on'), daysText(view, text)],
              [text('visits.purpose'), view.purpose],
              [text('visits.teamTerm'), teamText(view, text)],
              [text('visits.checklistTerm'), `${view.checklist.id} ${view.checklist.version}`],
              [text('visits.plannedBy'), doneBy(view.planned)],
            ]}
          />
        </Panel>
        <Checklist view={view} />
      </DeskLayout>
      {asking === 'change' ? (
        <PlanDialog
          caseId={view.caseId}
          product={view.productName}
          star={view.star}
          visit={view}
          onDone={(next, message) => {
            close();
            onVisit(next);
            onSaid(message);
          }}
          onClose={close}
        />
      ) : null}
      {asking === 'cancel' ? (
        <ReasonDialog
          title={text('visits.cancelTitle')}
          label={text('visits.cancelReason')}
          hint={text('visits.cancelHint')}
          submitLabel={text('visits.cancelVisit')}
          pending={cancel.pending}
          problem={cancel.failure?.text ?? null}
          onReason={(reason) => void callOff(reason)}
          onClose={close}
        />
      ) : null}
    </>
  );
}

/** What will be looked at, to prepare the journey. */
function Checklist({ view }: { readonly view: VisitScreenProps['view'] }) {
  const text = useText();
  const { language } = useLanguage();
  if (view.groups.length === 0) return null;
  return (
    <Panel title={text('visits.checklist')}>
      {view.groups.map((group) => (
        <section key={group.id} className="visit-preview">
          <h3>{group[language]}</h3>
          <ul>
            {group.lines.map((line) => (
              <li key={line.id}>
                {line[language]}
                {line.required ? null : <span className="dim small"> {text('visits.optionalLine')}</span>}
                {line.photo ? <span className="dim small"> {text('visits.wantsPhoto')}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
