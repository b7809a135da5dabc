import { z } from 'zod';
import type { CaseId, ParcelId, SampleId } from '#shared/base/ids.ts';
import {
  CONDITIONS,
  STORAGE_CLASSES,
  type Condition,
  type SampleState,
  type StorageClass,
} from '#shared/domain/sample-life.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { command, query } from './entry.ts';
import {
  caseId,
  cursor,
  decimal,
  fileContent,
  limit,
  parcelId,
  photoId,
  plainDate,
  sampleId,
  text,
  type Page,
} from './fields.ts';

/** One thing wrong in a file: where it stands, which field, and why. */
export interface RowFault {
  /** `第 3 行`, `“资料”第 3 行`. */
  readonly place: Bilingual;
  /** The column's header; null when it concerns the row. */
  readonly field: Bilingual | null;
  readonly message: Bilingual;
}

/** What is wrong in a file: the first faults, and how many more the workbook of bad rows tells of. */
export interface RowFaults {
  readonly first: readonly RowFault[];
  readonly more: number;
}

/** What an import did. Importing the same file again finds all of it `unchanged`. */
export interface ImportReport {
  readonly added: number;
  readonly unchanged: number;
  /** Cases returned to the applicant for which newer papers came. */
  readonly resubmitted: number;
  /** Applications already here whose content differs in the file; kept as they are, listed among the bad rows. */
  readonly differing: number;
  readonly bad: number;
  readonly faults: RowFaults;
  /** A workbook of the bad rows with the reason beside each cell; null when every row was good. */
  readonly badRows: FileReply | null;
}

/** A file handed to the caller: contents in base64. */
export interface FileReply {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

/** A parcel in the receiving queue. `caseId` is null for an orphan. */
export interface ParcelRow {
  readonly id: ParcelId;
  readonly waybill: string;
  readonly carrier: string | null;
  readonly state: 'announced' | 'received' | 'orphan';
  readonly caseId: CaseId | null;
  readonly applicationNo: string | null;
  readonly productName: string | null;
  readonly enterpriseName: string | null;
  readonly requestedStar: number | null;
  readonly sentOn: string | null;
  readonly receivedAt: string | null;
  /** When it was sent back unopened; null when it was not. */
  readonly returnedAt: string | null;
  /** Cases it holds samples of besides `caseId`. */
  readonly moreCases: number;
}

/** A sample as the centre keeps it. */
export interface SampleView {
  readonly id: SampleId;
  readonly barcode: string;
  readonly caseId: CaseId;
  readonly parcelId: ParcelId | null;
  readonly productName: string;
  readonly batch: string;
  readonly producedOn: string | null;
  readonly shelfLifeDays: number | null;
  readonly quantity: string;
  readonly unit: string;
  readonly condition: Condition;
  readonly storage: StorageClass;
  readonly location: string;
  readonly state: SampleState;
  readonly refusal: string | null;
  /** Last day it is good; null when production day or shelf life is not known. */
  readonly goodUntil: string | null;
  /** Why it was taken in although it had lapsed; null when it had not. */
  readonly lapsedReason: string | null;
  readonly receivedBy: string;
  readonly receivedAt: string;
  /** How often its label was printed. */
  readonly labelPrints: number;
}

/** What an applicant announced of one product, as the form begins. */
export interface ExpectedSample {
  readonly batch: string;
  readonly producedOn: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly storage: StorageClass;
  readonly shelfLifeDays: number | null;
  readonly specification: string;
}

/** One of the cases a parcel holds samples of. */
export interface ParcelCaseView extends ExpectedSample {
  readonly caseId: CaseId;
  readonly applicationNo: string;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  /** The case is decided: no sample of it is taken in any more. */
  readonly decided: boolean;
}

/** A parcel opened at the desk, with what its cases expect and what it already held. */
export interface ParcelView extends ParcelRow {
  /** What its first case expects; null for an orphan. */
  readonly expected: ExpectedSample | null;
  /** Every case it holds samples of, the first announced on top. */
  readonly cases: readonly ParcelCaseView[];
  /** Day the test of a sample that arrives today should be done. */
  readonly testDueOn: string;
  readonly returnReason: string | null;
  readonly samples: readonly SampleView[];
}

/** What a scanned code names. */
export interface ScanHit {
  readonly kind: 'parcel' | 'sample' | 'case' | 'award' | 'location';
  /** Id of the thing; the number of an award, the code of a place. */
  readonly id: string;
  readonly parcelId: ParcelId | null;
  readonly caseId: CaseId | null;
}

export const intakeContract = {
  'application.import': command<ImportReport>()(
    'applications.import',
    z.strictObject({ fileName: text(200), content: fileContent }),
  ),
  'application.template': query<FileReply>()('read', z.strictObject({})),
  'parcel.list': query<Page<ParcelRow>>()(
    'read',
    z.strictObject({ state: z.enum(['announced', 'received', 'orphan']), cursor, limit }),
  ),
  'parcel.get': query<ParcelView>()('read', z.strictObject({ parcelId })),
  /** Finds the parcel behind a waybill or application number, or tells that none is known. */
  'parcel.find': query<ParcelView | null>()('read', z.strictObject({ code: text(64) })),
  /** What a scanned code names: our own labels, numbers and links, a case, a waybill; null for none of them. */
  'scan.find': query<ScanHit | null>()('read', z.strictObject({ code: text(200) })),
  /** Keeps a parcel that nothing announces, so that it can be matched later. */
  'parcel.keep-orphan': command<ParcelRow>()('samples.receive', z.strictObject({ waybill: text(64) })),
  'parcel.match': command<ParcelRow>()('samples.receive', z.strictObject({ parcelId, caseId })),
  /** Puts aside a parcel that cannot be received: kept as an orphan, or sent back to its sender. */
  'parcel.set-aside': command<ParcelRow>()(
    'samples.receive',
    z.strictObject({ parcelId, how: z.enum(['orphan', 'return']), reason: text(300) }),
  ),
  'sample.receive': command<SampleView>()(
    'samples.receive',
    z.strictObject({
      parcelId,
      /** Which of the parcel's cases it is of; may be left out when there is one. */
      caseId: caseId.nullable().default(null),
      batch: text(40),
      producedOn: plainDate.nullable().default(null),
      shelfLifeDays: z.number().int().min(1).max(36_500).nullable().default(null),
      quantity: decimal,
      unit: text(12),
      storage: z.enum(STORAGE_CLASSES),
      condition: z.enum(CONDITIONS),
      location: text(24).nullable().default(null),
      /** Day it arrived when written up later; today when absent. */
      arrivedOn: plainDate.nullable().default(null),
      /** Set when the sample is refused; tells the applicant what to send again. */
      refusal: text(300).nullable().default(null),
      /** Needed to take in what has lapsed. */
      lapsedReason: text(300).nullable().default(null),
      /** Photos of its condition, kept before with the parcel. */
      photoIds: z.array(photoId).max(20).default([]),
    }),
  ),
  'sample.move': command<SampleView>()(
    'samples.receive',
    z.strictObject({
      sampleId,
      to: z.enum(['in-test', 'tested', 'waiting', 'retained', 'on-display', 'returned']),
      location: text(24).nullable().default(null),
      purpose: text(200),
    }),
  ),
  'sample.list': query<Page<SampleView>>()('read', z.strictObject({ cursor, limit })),
};
