import { z } from 'zod';
import type { CaseId, SampleId, TestOrderId, TestReportId } from '#shared/base/ids.ts';
import type { ItemResult, ItemVerdict } from '#shared/domain/lab/item-result.ts';
import type { ChangeKind } from '#shared/domain/lab/reading-change.ts';
import type { SampleVerdict } from '#shared/domain/lab/sample-verdict.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import type { TidiedField, TypedReading } from '#shared/domain/lab/typed-reading.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { Refusal } from './contract.ts';
import { command, query } from './entry.ts';
import { caseId, cursor, fileContent, id, limit, sampleId, text, type Page } from './fields.ts';
import type { FileReply, RowFaults } from './intake.ts';

export const testOrderId = id<TestOrderId>();
export const testReportId = id<TestReportId>();

/** What a test is made for: the fact its report becomes. */
export const TEST_PURPOSES = ['spot-check', 'site-test'] as const;
export type TestPurpose = (typeof TEST_PURPOSES)[number];

/** The tabs of the laboratory's bench. */
export const LAB_QUEUES = ['to-order', 'to-enter', 'to-release', 'released'] as const;
export type LabQueue = (typeof LAB_QUEUES)[number];

/** Where an order stands; worked out from its readings, never set by hand. `to-release`: every item is decided. */
export type TestOrderState = 'to-enter' | 'to-release' | 'released' | 'cancelled';

/** A line of a queue: a sample that waits for its order (`orderId` null, `state` null), or an order. */
export interface LabRow {
  readonly orderId: TestOrderId | null;
  /** `T-2026-00012`; null before the order. */
  readonly number: string | null;
  readonly state: TestOrderState | null;
  readonly caseId: CaseId;
  readonly sampleId: SampleId;
  readonly barcode: string;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  /** The product's category. */
  readonly category: string;
  /** Before the order: what the requested star asks for (1–2★ spot check, 3–5★ site test). */
  readonly purpose: TestPurpose;
  /** The order's plan; before the order the one in force for the product's category, null when there is none. */
  readonly planId: string | null;
  readonly planVersion: string | null;
  readonly planName: Bilingual | null;
  readonly items: number;
  /** Items with a reading; of these, decided ones; of these, failed ones. */
  readonly entered: number;
  readonly decided: number;
  readonly failed: number;
  /** Day the results should be out. */
  readonly dueOn: string;
  readonly overdue: boolean;
  /** Number of the report that is being amended; null outside an amendment. */
  readonly amending: string | null;
  /** Number and verdict of the newest report; null before the first. */
  readonly report: { readonly id: TestReportId; readonly number: string; readonly verdict: 'passed' | 'failed' } | null;
}

/** Where a reading was taken from. */
export type ReadingSource =
  | { readonly kind: 'typed' }
  | {
      readonly kind: 'import';
      readonly fileName: string;
      readonly sha256: string;
      /** The sheet, where the file has results in more than one. */
      readonly sheet?: string;
      readonly row: number;
    };

/** One reading of an item, as it was entered, with what it came to. */
export interface ReadingView {
  readonly reading: TypedReading;
  readonly result: ItemResult;
  /** Figures understood otherwise than they were typed. */
  readonly tidied: readonly TidiedField[];
  readonly source: ReadingSource;
  /** What it was to the one before it, and the reason given. */
  readonly change: ChangeKind;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

/** An ordered item: what is asked, what stands, and what stood before. */
export interface LabLine {
  readonly item: TestItem;
  /** The reading that counts; null before the first. */
  readonly current: ReadingView | null;
  /** Readings that were replaced, oldest first. */
  readonly history: readonly ReadingView[];
}

/** A report in a list. */
export interface LabReportRow {
  readonly id: TestReportId;
  readonly number: string;
  readonly issuedOn: string;
  readonly verdict: 'passed' | 'failed';
  readonly releasedBy: string;
  readonly releasedAt: string;
  /** The report it takes the place of, and why; null for a first one. */
  readonly amends: { readonly number: string; readonly reason: string } | null;
  /** The report that took its place; null while it stands. */
  readonly amendedBy: string | null;
}

/** An order with everything the grid shows. */
export interface LabOrderView extends LabRow {
  readonly orderId: TestOrderId;
  readonly number: string;
  readonly state: TestOrderState;
  readonly planId: string;
  readonly planVersion: string;
  readonly planName: Bilingual;
  /** Goes up with every change; send it back as `baseVersion`. */
  readonly version: number;
  readonly orderedBy: string;
  readonly orderedAt: string;
  /** Why a test is made again after a released report; null for a first one. */
  readonly retestReason: string | null;
  /** Which items of the plan are left out, that it is another category's, and why; null where neither is so. */
  readonly scope: Bilingual | null;
  readonly cancelled: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** The open amendment: which report, who began it, why; null outside one. */
  readonly amendment: {
    readonly number: string;
    readonly by: string;
    readonly at: string;
    readonly reason: string;
  } | null;
  /** In the order of the plan. */
  readonly lines: readonly LabLine[];
  /** Worked out from the lines. */
  readonly verdict: SampleVerdict;
  /** Newest last. */
  readonly reports: readonly LabReportRow[];
  /** Why the person who asks may not enter readings now, release now, or amend the newest report; null when they may. */
  readonly mayNotEnter: Refusal | null;
  readonly mayNotRelease: Refusal | null;
  readonly mayNotAmend: Refusal | null;
}

/** One item of a released report: the item as ordered, the reading as entered, the result as worked out. */
export interface ReportedLine {
  readonly item: TestItem;
  readonly reading: TypedReading;
  readonly result: ItemResult;
  readonly tidied: readonly TidiedField[];
  readonly source: ReadingSource;
  /** Ids of the people, for separation of duties; names are in the view. */
  readonly enteredBy: string;
  readonly enteredAt: string;
  /** Corrections and repeated tests before it, oldest first. */
  readonly before: readonly {
    readonly raw: readonly string[];
    readonly verdict: ItemVerdict;
    readonly by: string;
    readonly at: string;
    /** Why it was replaced. */
    readonly reason: string | null;
  }[];
}

/** A released report, whole; it never changes. */
export interface LabReportView extends LabReportRow {
  readonly orderId: TestOrderId;
  readonly orderNumber: string;
  readonly caseId: CaseId;
  readonly sampleId: SampleId;
  readonly barcode: string;
  readonly batch: string;
  readonly purpose: TestPurpose;
  readonly planId: string;
  readonly planVersion: string;
  readonly planName: Bilingual;
  /** As the order's. */
  readonly scope: Bilingual | null;
  readonly lines: readonly (ReportedLine & { readonly enteredByName: string })[];
}

/** What became of one reading of a set; the others are not touched by it. */
export interface EnteredLine {
  readonly itemId: string;
  /** `unchanged`: exactly this stands already. */
  readonly outcome: 'saved' | 'unchanged' | 'refused';
  /** What it came to; null when refused. An undecided result is saved and says in `reasons` what is in the way. */
  readonly result: ItemResult | null;
  readonly tidied: readonly TidiedField[];
  /** Which field of the reading (`value`, `unit`, `values[2]`, `contents[0]`, `change`), and the sentence; null unless refused. */
  readonly refusal: (Bilingual & { readonly code: string; readonly field: string }) | null;
}

/** What became of a set of readings, and the order as it stands now. */
export interface EnteredReadings {
  readonly lines: readonly EnteredLine[];
  readonly saved: number;
  readonly refused: number;
  readonly order: LabOrderView;
}

/** What a lab's workbook brought. */
export interface LabImportReport {
  readonly saved: number;
  /** Rows that say exactly what stands already. */
  readonly unchanged: number;
  readonly bad: number;
  readonly faults: RowFaults;
  /** The bad rows with the reason beside each cell, to correct and import again; null when every row was good. */
  readonly badRows: FileReply | null;
  /** Headers that no column knows; their cells were not read. */
  readonly ignoredColumns: readonly string[];
  /** Sheets with something in them and no header of results; nothing of them was read. */
  readonly unreadSheets: readonly string[];
  readonly orders: readonly { readonly orderId: TestOrderId; readonly number: string; readonly saved: number }[];
  /** Hash under which the file is kept; null when nothing was saved: then the same file may come again. */
  readonly sha256: string | null;
}

/** A figure to the letter; what it is, the item's rules say for each reading by itself. */
const figure = z.string().max(200);
const figures = z.array(figure).max(200);

/** A reading by the kind its item takes: numeric and not-detected `quantity`, microbiological `units`, wording `wording`, net content `packages`. */
export const typedReading = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quantity'),
    value: figure,
    unit: figure,
    lod: figure.exactOptional(),
    loq: figure.exactOptional(),
    uncertainty: figure.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('units'), values: figures, unit: figure }),
  z.strictObject({
    kind: z.literal('wording'),
    text: z.string().max(1000),
    judgement: z.strictObject({ meets: z.boolean() }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('packages'), nominal: figure, unit: figure, lotSize: figure, contents: figures }),
]) satisfies z.ZodType<TypedReading>;

const itemId = z.string().min(1).max(100);
const baseVersion = z.number().int().min(0);
const password = z.string().max(128);

export const labContract = {
  /** One tab. `to-order`: by the day they arrived; `to-enter`, `to-release`: due first; `released`: newest first. */
  'lab.list': query<Page<LabRow>>()('read', z.strictObject({ queue: z.enum(LAB_QUEUES), cursor, limit })),
  /** All orders of a case, oldest first, cancelled ones too. */
  'lab.of-case': query<readonly LabRow[]>()('read', z.strictObject({ caseId })),
  'lab.get': query<LabOrderView>()('read', z.strictObject({ orderId: testOrderId })),
  'lab.report': query<LabReportView>()('read', z.strictObject({ reportId: testReportId })),
  /** The report on paper; that another took its place is said on it. */
  'lab.report-paper': query<FileReply>()('read', z.strictObject({ reportId: testReportId })),

  /**
   * Orders tests of a sample by the version of the plan in force (or a named one). `items` null: all of the plan.
   * Refused: a sample refused, lapsed, returned or disposed of; an open order of the purpose on the case; a decided
   * case; an interest in the enterprise. After a released report of the purpose it is a repeated test: it takes a
   * `retestReason`, and a microbiological item that failed is refused. Items left out of the plan, or a plan for another
   * category than the product's, take a `scopeReason`, which the report tells. A waiting sample goes to in-test.
   */
  'lab.order': command<LabOrderView>()(
    'lab.work',
    z.strictObject({
      sampleId,
      planId: itemId,
      planVersion: z.string().max(100).nullable().default(null),
      items: z.array(itemId).min(1).max(200).nullable().default(null),
      purpose: z.enum(TEST_PURPOSES),
      retestReason: text(300).nullable().default(null),
      scopeReason: text(300).nullable().default(null),
    }),
  ),
  /**
   * Cancels an order that has no report, or takes an open amendment back: then the readings of the report stand again.
   * Refused while a failing microbiological reading stands in an order, which would be a way to a second test.
   */
  'lab.cancel': command<LabOrderView>()(
    'lab.work',
    z.strictObject({ orderId: testOrderId, baseVersion, reason: text(300) }),
  ),
  /**
   * Enters readings, one or many: each is saved or refused by itself, and its result is worked out at once.
   * `change` is needed where a deciding reading stands: a `correction` of a slip or a `retest`, with the reason.
   * Refused as a whole only when the order is not open or has changed since `baseVersion`.
   */
  'lab.enter': command<EnteredReadings>()(
    'lab.work',
    z.strictObject({
      orderId: testOrderId,
      baseVersion,
      readings: z
        .array(
          z.strictObject({
            itemId,
            reading: typedReading,
            change: z
              .strictObject({ kind: z.enum(['correction', 'retest']), reason: text(300) })
              .nullable()
              .default(null),
          }),
        )
        .min(1)
        .max(500),
    }),
  ),
  /**
   * Releases the report as a second person: not one who entered any reading of the order (or began the amendment).
   * Every item must be decided. Makes the finding of the order's purpose with the report as its source.
   */
  'lab.release': command<LabReportView>()(
    'lab.release',
    z.strictObject({ orderId: testOrderId, baseVersion, password }),
  ),
  /** Begins an amendment of the newest report: the order opens again with the readings of that report. */
  'lab.amend': command<LabOrderView>()(
    'lab.work',
    z.strictObject({ reportId: testReportId, baseVersion, reason: text(300) }),
  ),

  /** Takes a laboratory's workbook in: good rows are entered, bad ones come back; the same file is taken once. */
  'lab.import': command<LabImportReport>()('lab.work', z.strictObject({ fileName: text(200), content: fileContent })),
  /** A workbook to fill in for open orders, with barcodes and items in it. */
  'lab.template': query<FileReply>()('read', z.strictObject({ orderIds: z.array(testOrderId).min(1).max(500) })),
};
