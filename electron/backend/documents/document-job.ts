import type { BadgeLabel } from './badge-layout.ts';
import type { DecisionReportSheet } from './decision-report-sheet.ts';
import type { LabReportSheet } from './lab-report-sheet.ts';
import type { PaperFault } from './paper-fault.ts';
import type { PaperInfo, RenderedPaper } from './pdf-file.ts';
import type { PhotoCopies, PhotoFault } from './photo-copies.ts';
import type { FileFault, FileKind, FileRead } from './read-file.ts';
import type { BadgeSheetOptions } from './render-badge-sheets.ts';
import type { CertificateSheet } from './render-certificates.ts';
import type { PrintedList } from './render-list.ts';
import type { PlaceLabel } from './render-place-labels.ts';
import type { SampleLabel, SampleLabelOptions } from './render-sample-labels.ts';
import type { VisitReportSheet } from './visit-report-sheet.ts';
import type { MissingGlyph } from './typeface.ts';
import type { Result } from '#shared/base/result.ts';

/** A paper to render: plain data that can be sent to a worker. */
export type DocumentJob =
  | { readonly kind: 'certificates'; readonly certificates: readonly CertificateSheet[]; readonly info: PaperInfo }
  | { readonly kind: 'badges'; readonly labels: readonly BadgeLabel[]; readonly options: BadgeSheetOptions }
  | { readonly kind: 'places'; readonly labels: readonly PlaceLabel[]; readonly options: SampleLabelOptions }
  | { readonly kind: 'list'; readonly list: PrintedList; readonly info: PaperInfo }
  | { readonly kind: 'visit-report'; readonly sheet: VisitReportSheet; readonly info: PaperInfo }
  | { readonly kind: 'lab-report'; readonly sheet: LabReportSheet; readonly info: PaperInfo }
  | { readonly kind: 'decision'; readonly sheet: DecisionReportSheet; readonly info: PaperInfo }
  | { readonly kind: 'labels'; readonly labels: readonly SampleLabel[]; readonly options: SampleLabelOptions };

/** What the pool sends: a paper to render, texts to check for characters without a glyph, a photo to copy, or a file to read through. */
export type WorkerRequest =
  | { readonly id: number; readonly task: 'render'; readonly job: DocumentJob }
  | { readonly id: number; readonly task: 'check'; readonly texts: readonly string[] }
  | { readonly id: number; readonly task: 'photo'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly task: 'file'; readonly bytes: Uint8Array; readonly kind: FileKind };

/** What the worker answers; `fault` is a bug or a broken file, in the error's own words. */
export type WorkerReply =
  | { readonly id: number; readonly task: 'render'; readonly result: Result<RenderedPaper, PaperFault> }
  | { readonly id: number; readonly task: 'check'; readonly missing: readonly MissingGlyph[] }
  | { readonly id: number; readonly task: 'photo'; readonly result: Result<PhotoCopies, PhotoFault> }
  | { readonly id: number; readonly task: 'file'; readonly result: Result<FileRead, FileFault> }
  | { readonly id: number; readonly task: 'fault'; readonly message: string };
