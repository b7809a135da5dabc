import type { LabCode } from './lab-sentences.ts';
import type { Comparison } from './limit.ts';
import type { Rounded, RoundingRule } from './rounding.ts';
import type { ItemKind, TestItem } from './test-item.ts';

export type ItemVerdict = 'passed' | 'failed' | 'undecided';

/** Why a verdict is what it is: a code and what its sentence names; plain JSON. */
export interface LabReason {
  readonly code: LabCode;
  readonly data: Readonly<Record<string, string | number>>;
}

/** The figures of a net-content test, for the record; every text is a decimal in `unit`. */
export interface NetContentFigures {
  readonly unit: string;
  /** Tolerable shortage T of one package. */
  readonly shortage: string;
  readonly sampleSize: number;
  /** Packages short by more than T and at most 2T, and how many of them are allowed. */
  readonly shortOnce: number;
  readonly shortOnceAllowed: number;
  /** Packages short by more than 2T; none is allowed. */
  readonly shortTwice: number;
  /** Null for a lot of up to ten packages, whose mean is not judged. */
  readonly mean: {
    readonly value: string;
    readonly deviation: string;
    readonly correction: string;
    readonly least: string;
  } | null;
}

/** A worked-out result: never typed, always with the raw readings it came from. */
export interface ItemResult {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly verdict: ItemVerdict;
  /** At least one. */
  readonly reasons: readonly LabReason[];
  /** The readings as they were entered. */
  readonly raw: readonly string[];
  /** The unit of the requirement, in which everything below is written; null for words. */
  readonly unit: string | null;
  /** What the item asks, `≤ 0.2`. */
  readonly requirement: string;
  /** The value in `unit` with all its digits; null where there is no single number. */
  readonly full: string | null;
  /** The rounded value; null where there is no single number. */
  readonly rounded: Rounded | null;
  /** What stands in the report, `0.12`, `ND`, `<0.01`, `97.0(+)`. */
  readonly reported: string;
  readonly rounding: RoundingRule | null;
  /** Which of the two values met the limit; null where none was compared. */
  readonly comparison: Comparison | null;
  /** ISO/IEC 17025:2017, 7.8.6: acceptance without a guard band, as GB/T 8170—2008, 4.3 compares. */
  readonly decisionRule: 'simple-acceptance';
  /** Whether a limit lies within value ± uncertainty; null where no uncertainty was given. */
  readonly limitWithinUncertainty: boolean | null;
  readonly netContent?: NetContentFigures;
}

type Known = Pick<ItemResult, 'verdict' | 'reasons' | 'raw' | 'unit' | 'requirement' | 'reported'> &
  Partial<ItemResult>;

/** A result with everything it does not speak of left empty. */
export const resultOf = (item: TestItem, known: Known): ItemResult => ({
  itemId: item.id,
  kind: item.kind,
  full: null,
  rounded: null,
  rounding: null,
  comparison: null,
  decisionRule: 'simple-acceptance',
  limitWithinUncertainty: null,
  ...known,
});

export const because = (code: LabCode, data: LabReason['data'] = {}): LabReason => ({ code, data });
