import type { PlainDate } from '#shared/base/plain-date.ts';
import type { ProductCategory } from '#shared/domain/codes/vocabulary.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { Comparison, Limit } from './limit.ts';
import type { RoundingRule } from './rounding.ts';

/** Where a requirement stands: `GB 2762—2022`, `表1`. */
export interface Citation {
  readonly standard: string;
  readonly clause: string;
}

interface ItemOf<Kind extends string> extends Bilingual {
  readonly id: string;
  readonly kind: Kind;
  /** The method the reading is taken by, `GB 5009.12`; null where none is prescribed. */
  readonly method: string | null;
  readonly source: Citation;
  /** The figures still have to be held against the standard by a person of the laboratory. */
  readonly verify?: true;
}

/** A number with an operator and a limit (数值). */
export interface NumericItem extends ItemOf<'numeric'> {
  readonly unit: string;
  readonly limit: Limit;
  /** The full value where the standard is silent (GB/T 8170—2008, 4.3.1). */
  readonly comparison?: Comparison;
  /** How the value is reported, and compared where the rounded value counts; the limit's digits when absent. */
  readonly rounding?: RoundingRule;
}

/** Something that must not be found (不得检出), judged at the detection limit of the method. */
export interface NotDetectedItem extends ItemOf<'not-detected'> {
  readonly unit: string;
  readonly detectionLimit: string;
}

/**
 * A sampling plan for micro-organisms (GB 4789.1, GB 29921): `n` units of the same lot, at most `c` of
 * them above `m`, none above `M`. Without `M` it is a two-class plan, and `m` is the highest safe value.
 */
export interface MicrobiologicalItem extends ItemOf<'microbiological'> {
  /** `CFU/g`, `CFU/mL`, `MPN/g`; `/25g` where presence alone is tested. */
  readonly unit: string;
  readonly n: number;
  readonly c: number;
  readonly m: string;
  readonly M: string | null;
}

/** Text or a sensory finding against a wording (文字、感官). */
export interface WordingItem extends ItemOf<'wording'> {
  /** What the standard asks for, in its words. */
  readonly wording: Bilingual;
  /** Findings that meet it. */
  readonly meets: readonly string[];
  /** Findings that do not. */
  readonly fails: readonly string[];
}

/** Net content of prepackaged goods by an edition of JJF 1070. */
export interface NetContentItem extends ItemOf<'net-content'> {
  readonly rules: 'JJF 1070—2005';
}

/** What is tested, and against what: data, never code. */
export type TestItem = NumericItem | NotDetectedItem | MicrobiologicalItem | WordingItem | NetContentItem;
export type ItemKind = TestItem['kind'];

/** The items a product category is tested for, versioned; a result names the version it was judged by. */
export interface TestPlan {
  readonly id: string;
  readonly version: string;
  /** First day it may be ordered by. */
  readonly effectiveOn: PlainDate;
  /** What the plan is called: the kind of product it is for, in words. */
  readonly category: Bilingual;
  /** Product categories it is for; without any, the one its id names. */
  readonly categories?: readonly ProductCategory[];
  /** What a person must know before using it. */
  readonly note: Bilingual;
  readonly items: readonly TestItem[];
}
