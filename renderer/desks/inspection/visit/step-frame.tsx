import type { ReactNode } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ActionBar, DeskCase, type PrimaryAction } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { VisitHead } from './visit-head.tsx';
import type { StepProps } from './visit-screen.tsx';

/** The middle of the visit's screen: its head, what was saved or refused, the step, and the bar with its action. */
export function StepFrame({
  step: { view, said, onSaid, onReport, reportProblem, mayNot },
  problem,
  primary,
  info,
  actions,
  children,
}: {
  readonly step: StepProps;
  /** Why the last try was refused; null when it was not. */
  readonly problem: string | null;
  readonly primary?: PrimaryAction | undefined;
  readonly info?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const text = useText();
  const refused = problem ?? reportProblem;
  return (
    <DeskCase
      bar={
        <ActionBar info={info} primary={primary}>
          <ActionButton combo="R" onPress={onReport}>
            {text('visits.report')}
          </ActionButton>
          {actions}
        </ActionBar>
      }
    >
      <VisitHead view={view} />
      {said === null ? null : (
        <Notice kind="saved" onClose={() => onSaid(null)}>
          {said}
        </Notice>
      )}
      {refused === null ? null : <Notice kind="error">{refused}</Notice>}
      {mayNot === null || view.state === 'closed' ? null : <Notice kind="info">{mayNot}</Notice>}
      {children}
    </DeskCase>
  );
}
