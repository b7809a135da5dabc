import type { Bilingual } from '#shared/domain/star/star.ts';
import type { Stroke } from '#shared/domain/visit/signature.ts';
import type { Labelled } from './report-parts.ts';

/** A photo on paper: its print copy, and what stands under it. */
export interface ReportPhoto {
  readonly jpeg: Uint8Array;
  readonly name: string;
  /** As the camera says; null where it does not. */
  readonly takenAt: string | null;
  /** `28.38010, 111.21030`; null where the camera did not say. */
  readonly position: string | null;
  /** What in its data does not fit the visit. */
  readonly warnings: readonly Bilingual[];
  /** Of the original, lower-case hex. */
  readonly sha256: string;
}

/** A line of the checklist on paper. */
export interface ReportLine extends Bilingual {
  readonly number: string;
  /** Null while nobody answered. */
  readonly answer: Bilingual | null;
  readonly severity: Bilingual | null;
  readonly note: string | null;
  /** Who answered, and when. */
  readonly by: string;
  readonly photos: readonly ReportPhoto[];
}

/** A part of the checklist on paper. */
export interface ReportGroup extends Bilingual {
  /** What the standard asks there, in its own words. */
  readonly ask: Bilingual | null;
  readonly lines: readonly ReportLine[];
}

/** A corrective action on paper. */
export interface ReportAction {
  readonly number: string;
  readonly what: string;
  readonly dueOn: string;
  readonly state: Bilingual;
  /** What showed that it was done. */
  readonly evidence: string | null;
}

/** A signature on paper. */
export interface ReportSignature {
  readonly name: string;
  readonly part: Bilingual;
  readonly at: string;
  readonly strokes: readonly Stroke[];
  /** False when the facts changed after it was given. */
  readonly stands: boolean;
}

/** A visit as its report says it: words that are ready to be set. */
export interface VisitReportSheet {
  /** Stands at the head of every page after the first. */
  readonly running: string;
  /** Set when the visit is not closed: the paper is a draft. */
  readonly draft: boolean;
  readonly facts: readonly Labelled[];
  readonly levels: readonly { readonly title: Bilingual; readonly facts: readonly Labelled[] }[];
  readonly results: readonly Labelled[];
  readonly groups: readonly ReportGroup[];
  readonly findings: readonly {
    readonly number: string;
    readonly severity: Bilingual;
    readonly line: Bilingual;
    readonly note: string;
  }[];
  readonly actions: readonly ReportAction[];
  /** Photos of no line. */
  readonly photos: readonly ReportPhoto[];
  readonly signatures: readonly ReportSignature[];
  /** Stand at the foot of every page. */
  readonly hashes: readonly string[];
}
