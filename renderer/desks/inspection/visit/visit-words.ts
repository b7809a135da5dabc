import { showRefusal } from '#renderer/client/refusal.ts';
import type { Language, TextOf } from '#renderer/ui/language.tsx';
import type { BoardPhoto } from '#renderer/ui/photo-board.tsx';
import type { LevelView, VisitPhotoView, VisitView } from '#shared/contract/visits.ts';
import { RISK_CONTROL_LEVELS, TRACEABILITY_LEVELS } from '#shared/domain/star/dossier.ts';
import { ENTERPRISE } from '#shared/domain/visit/closing.ts';
import type { PhotoWarning } from '#shared/domain/visit/photo-warnings.ts';
import { daysKind, type VisitDays } from '#shared/domain/visit/visit-days.ts';
import { warningKind } from '#shared/domain/visit/visit-words.ts';
import { stepsOf } from './visit-steps.ts';

/** A level's name on its ladder. */
export function levelName({ level }: { readonly level: LevelView['level'] }, text: TextOf): string {
  const trace = TRACEABILITY_LEVELS.find((one) => one === level);
  const risk = RISK_CONTROL_LEVELS.find((one) => one === level);
  return trace === undefined
    ? risk === undefined
      ? level
      : text(`ladder.risk-${risk}`)
    : text(`ladder.trace-${trace}`);
}

/** When a visit is, or took place. */
export const daysText = (days: VisitDays, text: TextOf): string =>
  text(`visits.days-${daysKind(days)}`, { on: days.on, planned: days.plannedOn, until: days.closedOn ?? days.on });

/** What does not fit about a photo, as a sentence. */
export const warningText = (warning: PhotoWarning, text: TextOf): string =>
  text(`visits.photo-${warningKind(warning)}`, { ...warning });

/** A visit's photo as the board shows it. */
export const boardPhoto = (photo: VisitPhotoView, text: TextOf): BoardPhoto => ({
  id: photo.id,
  name: photo.name,
  by: photo.by,
  at: photo.at,
  sha256: photo.sha256,
  takenAt: photo.takenAt,
  position: photo.position,
  warnings: photo.warnings.map((warning) => warningText(warning, text)),
  struck: photo.struck,
});

/** Something that still bars the closing, with the step that settles it. */
export interface GapLine {
  readonly step: string;
  readonly words: string;
}

/** Everything that still bars the closing, in the order of the work. */
export function gapLines(view: VisitView, text: TextOf, language: Language): readonly GapLine[] {
  const { gaps } = view;
  const nameOf = (signer: string): string =>
    signer === ENTERPRISE
      ? text('visits.enterprise')
      : (view.team.find(({ personId }) => personId === signer)?.name ?? signer);
  const line = (id: string): string => stepsOf(view).find((step) => step.line?.id === id)?.line?.[language] ?? id;
  return [
    ...gaps.lines.map((id) => ({ step: `line:${id}`, words: line(id) })),
    ...gaps.levels.map((kind) => ({
      step: kind,
      words: text('visits.gapLevel', { level: text(`visits.step-${kind}`) }),
    })),
    ...(gaps.outcome ? [{ step: 'lines', words: text('visits.gapOutcome') }] : []),
    ...gaps.signatures.map(({ signer, why }) => ({
      step: 'signatures',
      words: text(why === 'void' ? 'visits.gapVoid' : 'visits.gapSignature', { name: nameOf(signer) }),
    })),
  ];
}

/** Why this person may record nothing now, as a sentence; null when they may. */
export const barText = ({ mayNotRecord }: Pick<VisitView, 'mayNotRecord'>, language: Language): string | null =>
  mayNotRecord === null ? null : showRefusal(mayNotRecord, language).text;

/** The team's names, the lead marked. */
export const teamText = ({ team }: Pick<VisitView, 'team'>, text: TextOf): string =>
  team.map(({ name, lead }) => (lead ? text('visits.leadName', { name }) : name)).join(text('ladder.listJoin'));
