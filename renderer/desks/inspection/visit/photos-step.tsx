import { useText } from '#renderer/ui/language.tsx';
import { StepFrame } from './step-frame.tsx';
import { VisitPhotos } from './visit-photos.tsx';
import type { StepProps } from './visit-screen.tsx';
import { nextStep } from './visit-steps.ts';

/** Photos of no line, to be looked through and moved where they belong. */
export function PhotosStep(step: StepProps) {
  const { view, mayNot, onRefresh, onStep } = step;
  const text = useText();
  return (
    <StepFrame
      step={step}
      problem={null}
      primary={{ label: text('visits.next'), onPress: () => onStep(nextStep(view, 'photos')) }}
    >
      <VisitPhotos view={view} line="" photos={view.photos} disabledReason={mayNot} onChanged={onRefresh} />
    </StepFrame>
  );
}
