import { z } from 'zod';
import type { CaseId, ParcelId, SampleId } from '#shared/base/ids.ts';
import type { CustodyKind } from '#shared/domain/custody.ts';
import type { LocationKind } from '#shared/domain/location.ts';
import type { DueKind } from '#shared/domain/retention.ts';
import { STORAGE_CLASSES, type SampleState, type StorageClass } from '#shared/domain/sample-life.ts';
import { DIFFERENCES, SETTLEMENTS, type Difference, type Settlement } from '#shared/domain/stocktake.ts';
import { command, query } from './entry.ts';
import { cursor, limit, personId, plainDate, sampleId, text, type Page } from './fields.ts';
import type { FileReply } from './intake.ts';

/** A place in the tree of rooms, shelves and boxes. */
export interface LocationView {
  readonly code: string;
  readonly kind: LocationKind;
  readonly name: string;
  /** How it keeps things: its own class, else that of what it stands in; null when none is set. */
  readonly storage: StorageClass | null;
  readonly retired: boolean;
  /** Samples in it and below it. */
  readonly samples: number;
}

/** A sample and where it is. */
export interface KeptSample {
  readonly id: SampleId;
  readonly barcode: string;
  readonly caseId: CaseId;
  readonly parcelId: ParcelId | null;
  readonly productName: string;
  readonly batch: string;
  readonly quantity: string;
  readonly unit: string;
  readonly storage: StorageClass;
  readonly state: SampleState;
  /** Empty while it lies nowhere. */
  readonly location: string;
  /** Who has it; null when nobody. */
  readonly holder: string | null;
  readonly missing: boolean;
  readonly keepUntil: string | null;
  readonly displayUntil: string | null;
  readonly dueKind: DueKind | null;
  readonly dueOn: string | null;
  /** An open complaint or appeal: it may be neither returned nor disposed of. */
  readonly legalHold: boolean;
}

/** A line of the custody book, for people. */
export interface CustodyLine {
  readonly id: string;
  readonly kind: CustodyKind;
  readonly from: SampleState | null;
  readonly to: SampleState;
  readonly fromLocation: string;
  readonly location: string;
  readonly holder: string | null;
  readonly until: string | null;
  readonly purpose: string;
  readonly method: string | null;
  readonly witness: string | null;
  readonly by: string;
  readonly at: string;
}

/** A sample with its whole book, oldest line first, and the day it would be kept until. */
export interface SampleStory {
  readonly sample: KeptSample;
  readonly lines: readonly CustodyLine[];
  readonly defaultKeepUntil: string;
}

/** A sample in somebody's hands. */
export interface HeldSample extends KeptSample {
  readonly since: string;
  readonly purpose: string;
}

/** What a custody deed did; `unsuitable` names samples whose storage class the place does not keep. */
export interface Moved {
  readonly samples: readonly KeptSample[];
  readonly unsuitable: readonly string[];
}

/** A place opened: where it stands, and what lies in it and below it. */
export interface ShelfView {
  readonly location: LocationView;
  readonly samples: readonly KeptSample[];
}

/** Something a stocktake found otherwise than the book has it. */
export interface StocktakeDifference {
  readonly kind: Difference;
  /** The sample's barcode, or what was scanned. */
  readonly code: string;
  readonly sample: KeptSample | null;
}

/** A stocktake in a list. */
export interface StocktakeRow {
  readonly id: string;
  readonly location: string;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly closedAt: string | null;
}

/** A stocktake with what was seen, what differs and what was settled. */
export interface StocktakeView extends StocktakeRow {
  readonly expected: number;
  readonly scanned: readonly { readonly code: string; readonly productName: string; readonly at: string }[];
  readonly differences: readonly StocktakeDifference[];
  readonly settled: readonly {
    readonly code: string;
    readonly as: Settlement;
    readonly note: string;
    readonly by: string;
    readonly at: string;
  }[];
}

const sampleIds = z.array(sampleId).min(1).max(200);
const place = text(24);
const purpose = text(200);
const stocktakeId = z.string().max(64);

export const custodyContract = {
  'location.list': query<readonly LocationView[]>()('read', z.strictObject({})),
  /** Adds places by code or pattern, `A-[01-06]-[1-4]`, with what they stand in; brings retired ones back. */
  'location.add': command<{ readonly added: number }>()(
    'locations.manage',
    z.strictObject({
      pattern: text(60),
      name: text(40, 0).default(''),
      storage: z.enum(STORAGE_CLASSES).nullable().default(null),
    }),
  ),
  /** Takes an empty place, and what stands in it, out of use. */
  'location.retire': command<{ readonly retired: number }>()('locations.manage', z.strictObject({ code: place })),
  /** Labels of places as PDF, one a page of the roll. */
  'location.labels': query<FileReply>()('read', z.strictObject({ codes: z.array(place).min(1).max(500) })),
  'shelf.get': query<ShelfView>()('read', z.strictObject({ code: place })),
  /** The sample behind a scanned barcode; null when there is none. */
  'sample.find': query<KeptSample | null>()('read', z.strictObject({ code: text(40) })),
  'sample.story': query<SampleStory>()('read', z.strictObject({ sampleId })),
  /** Puts samples on a shelf: moves them, or brings them back from whoever has them. */
  'sample.shelve': command<Moved>()(
    'samples.move',
    z.strictObject({
      sampleIds,
      location: place,
      purpose: text(200, 0).default(''),
      /** Whether a sample that comes back from the test has been tested. */
      tested: z.boolean().default(true),
    }),
  ),
  'sample.take-out': command<Moved>()(
    'samples.move',
    z.strictObject({
      sampleIds,
      purpose,
      backBy: plainDate,
      forTest: z.boolean().default(false),
      /** Who takes it; the person who asks when absent. */
      holder: personId.nullable().default(null),
    }),
  ),
  'sample.retain': command<Moved>()(
    'samples.receive',
    z.strictObject({
      sampleIds,
      location: place.nullable().default(null),
      /** The end of the shelf life, or the set number of months, when absent. */
      keepUntil: plainDate.nullable().default(null),
    }),
  ),
  'sample.display': command<Moved>()(
    'samples.receive',
    z.strictObject({ sampleIds, location: place, until: plainDate, purpose: text(200, 0).default('') }),
  ),
  'sample.return': command<Moved>()('samples.receive', z.strictObject({ sampleIds, how: purpose })),
  /** Cannot be undone: the password of the person who disposes, and login and password of another who may. */
  'sample.dispose': command<Moved>()(
    'samples.dispose',
    z.strictObject({
      sampleIds,
      method: z.enum(['destroyed', 'donated', 'composted', 'consumed-in-test', 'other']),
      reason: purpose,
      password: z.string().max(128),
      witnessLogin: text(32).transform((login) => login.toLowerCase()),
      witnessPassword: z.string().max(128),
    }),
  ),
  /** Who holds what now, the one held longest on top. */
  'custody.held': query<Page<HeldSample>>()('read', z.strictObject({ cursor, limit })),
  /** What is due: keep-until passed, display ended, out too long, missing; the oldest on top. */
  'custody.due': query<Page<KeptSample>>()('read', z.strictObject({ cursor, limit })),
  'retention.get': query<{ readonly months: number }>()('read', z.strictObject({})),
  'retention.set': command<{ readonly months: number }>()(
    'people.manage',
    z.strictObject({ months: z.number().int().min(1).max(120) }),
  ),
  'stocktake.list': query<Page<StocktakeRow>>()('read', z.strictObject({ cursor, limit })),
  'stocktake.get': query<StocktakeView>()('read', z.strictObject({ stocktakeId })),
  'stocktake.start': command<StocktakeView>()('samples.receive', z.strictObject({ location: place })),
  'stocktake.scan': command<StocktakeView>()('samples.receive', z.strictObject({ stocktakeId, code: text(64) })),
  'stocktake.settle': command<StocktakeView>()(
    'samples.receive',
    z.strictObject({
      stocktakeId,
      code: text(64),
      difference: z.enum(DIFFERENCES),
      as: z.enum(SETTLEMENTS),
      note: text(200, 0).default(''),
    }),
  ),
  'stocktake.close': command<StocktakeView>()('samples.receive', z.strictObject({ stocktakeId })),
  /** The stocktake as a list on paper. */
  'stocktake.paper': query<FileReply>()('read', z.strictObject({ stocktakeId })),
};
