import type { VisitGroupView, VisitLineView, VisitPhotoView, VisitView } from '#shared/contract/visits.ts';
import { isComplete } from '#shared/domain/visit/closing.ts';

/** What there is to do at a visit besides the lines of its checklist, in the order it is done. */
export const PAGES = [
  'traceability',
  'risk-control',
  'lines',
  'site-test',
  'place',
  'photos',
  'corrective',
  'signatures',
] as const;
export type VisitPage = (typeof PAGES)[number];

/** One thing that is worked on at a time: a line of the checklist, or one of the pages. */
export type VisitStep =
  | { readonly key: string; readonly line: VisitLineView; readonly group: VisitGroupView }
  | { readonly key: VisitPage; readonly line: null; readonly group: null };

/** `todo` bars the closing, `open` does not. */
export type StepState = 'todo' | 'open' | 'done' | 'finding';

/** Every step: the lines in the checklist's order, then the pages. */
export const stepsOf = ({ groups }: Pick<VisitView, 'groups'>): readonly VisitStep[] => [
  ...groups.flatMap((group) => group.lines.map((line) => ({ key: `line:${line.id}`, line, group }))),
  ...PAGES.map((key) => ({ key, line: null, group: null })),
];

/** The key of a line's step. */
export const lineKey = (line: string): string => `line:${line}`;

/** Where a step stands. */
export function stepState(step: VisitStep, view: VisitView): StepState {
  if (step.line !== null) {
    const { current, required } = step.line;
    if (current === null) return required ? 'todo' : 'open';
    return current.answer === 'no' || current.answer === 'partly' ? 'finding' : 'done';
  }
  const { gaps } = view;
  switch (step.key) {
    case 'traceability':
    case 'risk-control':
      return gaps.levels.includes(step.key) ? 'todo' : 'done';
    case 'lines':
      return gaps.outcome ? 'todo' : view.lines?.comesTo === 'failed' ? 'finding' : 'done';
    case 'site-test':
      return view.siteTest === null ? 'open' : view.siteTest.outcome === 'failed' ? 'finding' : 'done';
    case 'place':
      return view.place === null ? 'open' : 'done';
    case 'photos':
      return view.photos.length === 0 ? 'open' : 'done';
    case 'corrective':
      return view.corrective.length === 0 ? 'open' : view.openActions > 0 ? 'finding' : 'done';
    case 'signatures':
      return view.state === 'closed' ? 'done' : isComplete(gaps) ? 'open' : 'todo';
  }
}

/** Where a person goes from a step: the next that bars the closing, then any before it, else the step after. */
export function nextStep(view: VisitView, from: string): string {
  const steps = stepsOf(view);
  const at = steps.findIndex(({ key }) => key === from);
  const around = [...steps.slice(at + 1), ...steps.slice(0, Math.max(at, 0))];
  const waiting = around.find((step) => step.key !== 'signatures' && stepState(step, view) === 'todo');
  return waiting?.key ?? 'signatures';
}

/** Where work goes on when a visit is opened. */
export const firstStep = (view: VisitView): string => nextStep(view, '');

/** The step before or after one, kept inside the list. */
export function walkStep(view: VisitView, from: string, step: number): string {
  const steps = stepsOf(view);
  const at = steps.findIndex(({ key }) => key === from);
  return steps[Math.min(Math.max(at + step, 0), steps.length - 1)]?.key ?? from;
}

/** Figures of how far a visit has come. */
export interface VisitProgress {
  readonly answered: number;
  readonly lines: number;
  readonly requiredLeft: number;
  readonly findings: number;
  readonly photos: number;
  readonly warnings: number;
}

/** How far a visit has come; photos that were struck out count no more. */
export function progressOf(view: Pick<VisitView, 'groups' | 'gaps' | 'photos'>): VisitProgress {
  const lines = view.groups.flatMap((group) => group.lines);
  const photos = [...view.photos, ...lines.flatMap((line) => line.photos)];
  const counting = photos.filter(({ struck }) => struck === null);
  const answers = lines.flatMap(({ current }) => (current === null ? [] : [current.answer]));
  return {
    answered: answers.length,
    lines: lines.length,
    requiredLeft: view.gaps.lines.length,
    findings: answers.filter((answer) => answer === 'no' || answer === 'partly').length,
    photos: counting.length,
    warnings: counting.filter(({ warnings }) => warnings.length > 0).length,
  };
}

/** Photos of a step: a line's own, those of no line on their page, none elsewhere. */
export const photosAt = (step: VisitStep, view: VisitView): readonly VisitPhotoView[] =>
  step.line === null ? (step.key === 'photos' ? view.photos : []) : step.line.photos;
