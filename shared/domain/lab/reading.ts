/**
 * One reading of a quantity, as it was typed: `0.12`, `<0.01`, `ND`, `未检出`. The detection limit (LOD),
 * the quantification limit (LOQ) and the expanded uncertainty are in the reading's own unit.
 */
export interface QuantityReading {
  readonly kind: 'quantity';
  readonly value: string;
  readonly unit: string;
  readonly lod?: string;
  readonly loq?: string;
  readonly uncertainty?: string;
}

/** A count or finding for each of the n units of a sampling plan. */
export interface UnitsReading {
  readonly kind: 'units';
  readonly values: readonly string[];
  readonly unit: string;
}

/** What was found, in words; `judgement` is a named person's where the words are not in the plan. */
export interface WordingReading {
  readonly kind: 'wording';
  readonly text: string;
  readonly judgement?: { readonly meets: boolean; readonly by: string };
}

/** The declared net content, the size of the lot, and the actual content of each package drawn, all in one unit. */
export interface PackagesReading {
  readonly kind: 'packages';
  readonly nominal: string;
  readonly unit: string;
  readonly lotSize: number;
  readonly contents: readonly string[];
}

/** What a laboratory writes down for one item. */
export type ItemReading = QuantityReading | UnitsReading | WordingReading | PackagesReading;
