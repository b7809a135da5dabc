import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { useLanguage, useText, type Language } from '#renderer/ui/language.tsx';
import type { VisitView } from '#shared/contract/visits.ts';
import { photosAt, stepState, walkStep, type StepState, type VisitStep } from './visit-steps.ts';

const SIGNS: Readonly<Record<StepState, ReactNode>> = {
  todo: <i className="step-open" />,
  open: <i className="step-dash" />,
  done: <Icon name="tick" size={14} />,
  finding: <Icon name="warning" size={14} />,
};

/** The checklist by criterion, then the results and signatures; one is worked on, walked with the arrow keys. */
export function StepList({
  view,
  steps,
  chosen,
  onChoose,
  onBack,
}: {
  readonly view: VisitView;
  readonly steps: readonly VisitStep[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
  readonly onBack: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.focus();
  }, []);
  useEffect(() => {
    document.querySelector(`#${CSS.escape(`${id}-${chosen}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.ctrlKey) return;
    event.preventDefault();
    onChoose(walkStep(view, chosen, step));
  };
  return (
    <section className="queue visit-steps" aria-label={text('visits.steps')}>
      <div className="visit-back">
        <ActionButton tone="quiet" combo="Q" onPress={onBack}>
          {text('visits.back')}
        </ActionButton>
      </div>
      <div
        ref={list}
        className="visit-step-list"
        role="listbox"
        tabIndex={0}
        aria-label={text('visits.steps')}
        aria-activedescendant={`${id}-${chosen}`}
        onKeyDown={press}
      >
        {partsOf(view, steps, language).map(({ key, steps: part, title }) => (
          <div key={key} role="group" aria-label={title ?? text('visits.results')} className="visit-part">
            <div className="visit-part-title" aria-hidden="true">
              {title ?? text('visits.results')}
            </div>
            {part.map((step) => (
              <div
                key={step.key}
                id={`${id}-${step.key}`}
                role="option"
                aria-selected={step.key === chosen}
                className={step.key === chosen ? 'visit-step is-chosen' : 'visit-step'}
                onClick={() => onChoose(step.key)}
              >
                <StepLine step={step} view={view} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

interface Part {
  readonly key: string;
  /** Null for the pages after the checklist. */
  readonly title: string | null;
  readonly steps: readonly VisitStep[];
}

const partsOf = (view: VisitView, steps: readonly VisitStep[], language: Language): readonly Part[] => [
  ...view.groups.map((group) => ({
    key: group.id,
    title: group[language],
    steps: steps.filter((step) => step.group?.id === group.id),
  })),
  { key: 'pages', title: null, steps: steps.filter(({ line }) => line === null) },
];

function StepLine({ step, view }: { readonly step: VisitStep; readonly view: VisitView }) {
  const text = useText();
  const { language } = useLanguage();
  const state = stepState(step, view);
  const photos = photosAt(step, view).filter(({ struck }) => struck === null).length;
  return (
    <>
      <span className={`step-sign step-${state}`} title={text(`visits.stepState-${state}`)}>
        {SIGNS[state]}
      </span>
      <span className="step-name">
        {step.line === null ? text(`visits.step-${step.key}`) : step.line[language]}
        <span className="unseen"> {text(`visits.stepState-${state}`)}</span>
      </span>
      <span className="dim small">{photos === 0 ? null : text('visits.photoCount', { count: photos })}</span>
    </>
  );
}
