import type { ChainLink, DocumentKind, EvaluationMode, RiskControlLevel, TraceabilityLevel } from './dossier.ts';
import type { Bilingual, Star } from './star.ts';

/** The eleven criteria the engine knows, in the order of the handbook's table. */
export const CRITERION_IDS = [
  'BASIC.LICENCE',
  'BASIC.COMPLIANCE_CERTS',
  'BASIC.SAFETY_PHOTOS',
  'RISK.CLEAN_RECORD',
  'RISK.TRACEABILITY',
  'RISK.RISK_CONTROL',
  'RISK.QUALITY_INSURANCE',
  'TEST.PRODUCT',
  'TEST.LINES',
  'MODE.EVALUATION',
  'GATE.SAMPLE_SENT',
] as const;
export type CriterionId = (typeof CRITERION_IDS)[number];

/** What one star asks of a criterion: the table's own words, and the value the rule compares with. */
export interface Ask<Value> extends Bilingual {
  readonly star: Star;
  readonly value: Value;
}

interface CriterionOf<Id extends CriterionId, Value> extends Bilingual {
  readonly id: Id;
  readonly group: string;
  /** Only the stars that ask for the criterion, lowest first. */
  readonly asks: readonly Ask<Value>[];
}

/** A level or mode with its name; lists of them run from the lowest to the highest. */
export interface Rung<Id> extends Bilingual {
  readonly id: Id;
}

/** One way to prove the licence: all of the kinds, and a right unified code where `uscc` says so. */
export interface LicenceSet {
  readonly kinds: readonly DocumentKind[];
  readonly uscc: boolean;
}

export interface LicenceCriterion extends CriterionOf<'BASIC.LICENCE', true> {
  readonly anyOf: readonly LicenceSet[];
}
export interface CertificatesCriterion extends CriterionOf<'BASIC.COMPLIANCE_CERTS', true> {
  readonly links: readonly Rung<ChainLink>[];
}
export interface PhotosCriterion extends CriterionOf<'BASIC.SAFETY_PHOTOS', true> {
  /** Photos that must hold. */
  readonly minimum: number;
}
/** The value is the length of the clean period in months. */
export interface CleanRecordCriterion extends CriterionOf<'RISK.CLEAN_RECORD', number> {
  /** Lowest star whose period must be unbroken: a younger enterprise does not meet it. */
  readonly unbrokenFromStar: number;
}
export interface TraceabilityCriterion extends CriterionOf<'RISK.TRACEABILITY', TraceabilityLevel> {
  readonly levels: readonly Rung<TraceabilityLevel>[];
}
export interface RiskControlCriterion extends CriterionOf<'RISK.RISK_CONTROL', RiskControlLevel> {
  readonly levels: readonly Rung<RiskControlLevel>[];
}
export type InsuranceCriterion = CriterionOf<'RISK.QUALITY_INSURANCE', true>;
/** The value is the least a star accepts as a passed test. */
export type ProductTestCriterion = CriterionOf<'TEST.PRODUCT', 'spot-check' | 'site-test'>;
export type LinesCriterion = CriterionOf<'TEST.LINES', true>;
export interface ModeCriterion extends CriterionOf<'MODE.EVALUATION', EvaluationMode> {
  readonly modes: readonly Rung<EvaluationMode>[];
}
export type SampleCriterion = CriterionOf<'GATE.SAMPLE_SENT', true>;

/** One row of the star standard, with what its rule needs. */
export type Criterion =
  | LicenceCriterion
  | CertificatesCriterion
  | PhotosCriterion
  | CleanRecordCriterion
  | TraceabilityCriterion
  | RiskControlCriterion
  | InsuranceCriterion
  | ProductTestCriterion
  | LinesCriterion
  | ModeCriterion
  | SampleCriterion;

/** A star's name and category, and whether it carries a certificate. */
export interface StarRank {
  readonly star: Star;
  readonly zh: string;
  readonly category: Bilingual;
  readonly certificate: boolean;
}

/** How the standard is read where its text leaves a question open, as a sentence. */
export interface StandardReading {
  /** `A01`. */
  readonly id: string;
  readonly en: string;
  /** Null where the file has the sentence in English only. */
  readonly zh: string | null;
}

/**
 * The star standard as the engine reads it: versioned data, never constants in code (A21).
 *
 * Made from a standard file by the contract's `parseStandard`; plain JSON.
 */
export interface Standard {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the file's canonical JSON, lower-case hex; stored with every decision. */
  readonly sha256: string;
  readonly ranks: readonly StarRank[];
  /** In the file's order. */
  readonly criteria: readonly Criterion[];
  /** In the file's order. */
  readonly readings: readonly StandardReading[];
}
