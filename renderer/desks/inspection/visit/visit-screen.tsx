import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { DeskColumns } from '#renderer/ui/desk-layout.tsx';
import { FileDialog } from '#renderer/ui/file-dialog.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { useDraft } from '#renderer/ui/use-draft.ts';
import type { FileReply } from '#shared/contract/intake.ts';
import { CorrectiveStep } from './corrective-step.tsx';
import { LevelStep } from './level-step.tsx';
import { LineStep } from './line-step.tsx';
import type { VisitScreenProps } from './open-visit.tsx';
import { PhotosStep } from './photos-step.tsx';
import { LinesStep, PlaceStep, SiteTestStep } from './result-steps.tsx';
import { SignaturesStep } from './signatures-step.tsx';
import { StepList } from './step-list.tsx';
import { VisitSide } from './visit-side.tsx';
import { firstStep, nextStep, stepsOf, walkStep, type VisitPage } from './visit-steps.ts';
import { barText } from './visit-words.ts';

/** What a step of the visit is given. */
export interface StepProps extends VisitScreenProps {
  /** Why nothing may be recorded now; null when it may. */
  readonly mayNot: string | null;
  /** Shows the visit as a deed left it, says what was saved, and goes where work goes on. */
  readonly onSaved: (view: VisitScreenProps['view'], said: string) => void;
  readonly onStep: (key: string) => void;
  readonly onReport: () => void;
  /** Why the report could not be made; null when it could. */
  readonly reportProblem: string | null;
}

/** The screen a visit is worked on, made for a laptop in a village: steps on the left, one at a time, by keyboard. */
export function VisitScreen(props: VisitScreenProps) {
  const { view, onSaid, onVisit } = props;
  const text = useText();
  const { language } = useLanguage();
  const { open } = useNavigation();
  const steps = stepsOf(view);
  const [kept, keep] = useDraft(`visit.step.${view.id}`);
  const step = steps.find(({ key }) => key === kept) ?? steps.find(({ key }) => key === firstStep(view));
  const report = useCommand('visit.report');
  const [file, setFile] = useState<FileReply | null>(null);
  const chosen = step?.key ?? 'signatures';
  const show = async (): Promise<void> => {
    const reply = await report.run({ visitId: view.id });
    if (reply.ok) setFile(reply.value);
  };
  const given: StepProps = {
    ...props,
    mayNot: barText(view, language),
    onStep: keep,
    onReport: () => void show(),
    reportProblem: report.failure?.text ?? null,
    onSaved: (next, said) => {
      onVisit(next);
      onSaid(said);
      keep(nextStep(next, chosen));
    },
  };
  useKeys([
    { combo: 'J', label: text('visits.next'), run: () => keep(walkStep(view, chosen, 1)) },
    { combo: 'K', label: text('frame.previousRow'), run: () => keep(walkStep(view, chosen, -1)) },
    { combo: 'R', label: text('visits.report'), run: () => void show() },
    { combo: 'Q', label: text('visits.back'), run: () => open(null) },
  ]);
  return (
    <>
      <DeskColumns
        queue={<StepList view={view} steps={steps} chosen={chosen} onChoose={keep} onBack={() => open(null)} />}
        side={<VisitSide view={view} onStep={keep} />}
      >
        {step === undefined || step.line === null ? (
          <Page key={chosen} {...given} page={step?.key ?? 'signatures'} />
        ) : (
          <LineStep key={chosen} {...given} line={step.line} group={step.group} />
        )}
      </DeskColumns>
      {file === null ? null : (
        <FileDialog title={text('visits.reportTitle')} file={file} onClose={() => setFile(null)} />
      )}
    </>
  );
}

function Page({ page, ...props }: StepProps & { readonly page: VisitPage }) {
  switch (page) {
    case 'traceability':
    case 'risk-control':
      return <LevelStep {...props} kind={page} />;
    case 'lines':
      return <LinesStep {...props} />;
    case 'site-test':
      return <SiteTestStep {...props} />;
    case 'place':
      return <PlaceStep {...props} />;
    case 'photos':
      return <PhotosStep {...props} />;
    case 'corrective':
      return <CorrectiveStep {...props} />;
    case 'signatures':
      return <SignaturesStep {...props} />;
  }
}
