import type { Bilingual } from '#shared/domain/star/star.ts';
import type { Labelled } from './report-parts.ts';

/** A tested item on paper: what was asked, what was read, what it came to. Notes hold both languages in one line. */
export interface TestedItemOnPaper {
  readonly number: string;
  readonly item: Bilingual;
  /** The method; that its figures are still to be held against the standard. */
  readonly about: readonly string[];
  readonly requirement: Bilingual;
  /** The standard and its clause. */
  readonly source: string;
  /** To the letter, as it was entered. */
  readonly reading: string;
  /** Detection and quantification limit, uncertainty, how a figure was understood. */
  readonly readingNotes: readonly string[];
  readonly reported: string;
  /** How it was rounded and compared. */
  readonly reportedNotes: readonly string[];
  readonly verdict: Bilingual;
  readonly failed: boolean;
  /** Every result of a set, its figures, and why a verdict is what it is. */
  readonly below: readonly string[];
}

/** A reading that was replaced before the report was released. */
export interface ReplacedReadingOnPaper {
  readonly item: Bilingual;
  readonly raw: string;
  readonly verdict: Bilingual;
  readonly by: string;
  readonly reason: string;
}

/** A released test report as its paper says it: words that are ready to be set. */
export interface LabReportSheet {
  /** Stands at the head of every page after the first. */
  readonly running: string;
  /** Beside it: that another report took its place; null while it stands. */
  readonly flag: string | null;
  /** Which report it takes the place of, and why; null for a first one. */
  readonly replaces: Bilingual | null;
  /** Which report took its place; null while it stands. */
  readonly replacedBy: Bilingual | null;
  readonly outcome: Bilingual;
  readonly passed: boolean;
  readonly facts: readonly Labelled[];
  readonly items: readonly TestedItemOnPaper[];
  readonly replaced: readonly ReplacedReadingOnPaper[];
  readonly people: readonly Labelled[];
  readonly statements: readonly Bilingual[];
  /** Stand at the foot of every page. */
  readonly foot: readonly string[];
}
