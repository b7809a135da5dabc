import type { PlainDate } from '#shared/base/plain-date.ts';
import type { CriterionId } from './standard.ts';
import type { Star } from './star.ts';

/** A fact that may not be known yet: `null` or absent. */
export type Maybe<T> = T | null | undefined;

/** Kinds of document the star decision looks at. */
export const DOCUMENT_KINDS = [
  'business-licence',
  'business-licence-legacy',
  'org-code-certificate',
  'tax-registration',
  'compliance-certificate',
  'safety-photo',
  'insurance-policy',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Links of the chain that a compliance certificate speaks for. */
export const CHAIN_LINKS = ['production', 'processing', 'storage', 'transport', 'sale'] as const;
export type ChainLink = (typeof CHAIN_LINKS)[number];

/** How far a product can be traced; the standard orders them. */
export const TRACEABILITY_LEVELS = [
  'enterprise',
  'product',
  'production-environment',
  'production-and-circulation',
] as const;
export type TraceabilityLevel = (typeof TRACEABILITY_LEVELS)[number];

/** How well the risk-control system is proven; the standard orders them. */
export const RISK_CONTROL_LEVELS = ['filed', 'viewed-on-site', 'verified-on-site', 'effectively-tested'] as const;
export type RiskControlLevel = (typeof RISK_CONTROL_LEVELS)[number];

/** Ways a product is evaluated; the standard orders them. */
export const EVALUATION_MODES = ['online', 'third-party', 'experts-on-site'] as const;
export type EvaluationMode = (typeof EVALUATION_MODES)[number];

/** An uploaded paper and what its check came to; no check yet counts as pending. */
export interface DossierDocument {
  readonly kind: DocumentKind;
  /** Given for a compliance certificate, and only there. */
  readonly link?: Maybe<ChainLink>;
  readonly check?: Maybe<'accepted' | 'rejected' | 'pending'>;
  /** First and last day of validity; null means no bound. */
  readonly validFrom?: Maybe<PlainDate>;
  readonly validUntil?: Maybe<PlainDate>;
}

/** A named person's statement that something does not apply; without name and reason it has no effect. */
export interface NotApplicable {
  readonly criterion: CriterionId;
  readonly link?: Maybe<ChainLink>;
  readonly by?: Maybe<string>;
  readonly reason?: Maybe<string>;
}

/** A complaint or an accident; one without a status counts as open, one without a date as lying in every window. */
export interface Incident {
  readonly kind: 'complaint' | 'accident';
  readonly occurredOn?: Maybe<PlainDate>;
  readonly status?: Maybe<'open' | 'upheld' | 'dismissed'>;
  readonly grade?: Maybe<'important' | 'minor'>;
}

/**
 * Everything the star decision looks at, as one plain document: the portable snapshot of a case.
 *
 * Stored with the decision, so that it can be replayed years later. Only what the engine cannot do
 * without is required; the rest may be null or absent while it is not known.
 */
export interface Dossier {
  readonly case: {
    readonly id: string;
    readonly requestedStar: Star;
    readonly submittedOn: PlainDate;
    readonly reviewOn?: Maybe<PlainDate>;
    readonly decisionOn?: Maybe<PlainDate>;
  };
  readonly enterprise?: Maybe<{
    readonly name?: Maybe<string>;
    readonly uscc?: Maybe<string>;
    readonly foundedOn?: Maybe<PlainDate>;
  }>;
  readonly product?: Maybe<{ readonly name?: Maybe<string>; readonly category?: Maybe<string> }>;
  readonly documents?: Maybe<readonly DossierDocument[]>;
  readonly notApplicable?: Maybe<readonly NotApplicable[]>;
  readonly incidents?: Maybe<readonly Incident[]>;
  readonly traceability?: Maybe<TraceabilityLevel>;
  readonly riskControl?: Maybe<RiskControlLevel>;
  readonly sample?: Maybe<{ readonly receivedOn?: Maybe<PlainDate>; readonly accepted?: Maybe<boolean> }>;
  readonly spotCheck?: Maybe<{
    readonly outcome?: Maybe<'passed' | 'failed' | 'not-selected'>;
    readonly by?: Maybe<string>;
    readonly reason?: Maybe<string>;
  }>;
  readonly siteTest?: Maybe<{ readonly outcome?: Maybe<'passed' | 'failed'> }>;
  readonly lines?: Maybe<{
    readonly inspected?: Maybe<boolean>;
    readonly recordsViewed?: Maybe<boolean>;
    readonly outcome?: Maybe<'passed' | 'failed'>;
  }>;
  readonly evaluation?: Maybe<{ readonly mode?: Maybe<EvaluationMode>; readonly completedOn?: Maybe<PlainDate> }>;
  readonly youngEnterpriseWaiver?: Maybe<{ readonly by?: Maybe<string>; readonly reason?: Maybe<string> }>;
}
