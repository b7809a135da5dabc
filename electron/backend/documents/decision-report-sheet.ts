import type { Bilingual } from '#shared/domain/star/star.ts';
import type { Answer, StarStatus } from '#shared/domain/star/verdict.ts';
import type { Labelled } from './report-parts.ts';

/** What a cell of the ladder shows: an answer, or that the star does not ask for the criterion. */
export type LadderMark = Answer | 'not-asked';

/** A star's column of the ladder. */
export interface LadderColumnOnPaper {
  readonly status: StarStatus;
  readonly requested: boolean;
  /** The highest star whose every criterion is met, and those below it that are. */
  readonly gold: boolean;
  readonly words: Bilingual;
}

/** A criterion with its five marks, lowest star first, and the sentence a person signs. */
export interface LadderRowOnPaper extends Bilingual {
  readonly marks: readonly LadderMark[];
  readonly reason: Bilingual;
  /** What it rests on, each in a few words. */
  readonly evidence: readonly Bilingual[];
}

/** A reading of the standard: its id, `A08`, and its sentence; null where nobody here has it in that language. */
export interface ReadingOnPaper {
  readonly id: string;
  readonly zh: string | null;
  readonly en: string | null;
}

/** An expert's opinion on paper. */
export interface OpinionOnPaper {
  readonly name: string;
  readonly at: string;
  readonly star: Bilingual;
  readonly text: string;
  /** Criteria the expert did not agree with, each with the comment. */
  readonly differs: readonly { readonly criterion: Bilingual; readonly answer: Bilingual; readonly comment: string }[];
}

/** A decision as its report says it: words that are ready to be set. */
export interface DecisionReportSheet {
  /** Stands at the head of every page after the first. */
  readonly running: string;
  readonly outcome: Bilingual;
  /** Stars granted or proposed; 0 when refused. */
  readonly star: number;
  readonly tone: 'granted' | 'proposed' | 'refused';
  readonly facts: readonly Labelled[];
  readonly columns: readonly LadderColumnOnPaper[];
  readonly rows: readonly LadderRowOnPaper[];
  /** What the verdict rests on where the standard leaves a question open. */
  readonly readings: readonly ReadingOnPaper[];
  readonly note: string | null;
  readonly opinions: readonly OpinionOnPaper[];
  readonly people: readonly { readonly name: string; readonly part: Bilingual }[];
  /** Consent, appeal, what stands in its place. */
  readonly after: readonly Labelled[];
  /** Stand at the foot of every page. */
  readonly hashes: readonly string[];
}
