import { z } from 'zod';
import type { CaseId, DocumentId, IncidentId } from '#shared/base/ids.ts';
import type { Stage } from '#shared/domain/case-stage.ts';
import type { PointAnswers } from '#shared/domain/document-checklist.ts';
import type { IncidentScope } from '#shared/domain/incident.ts';
import type { RoundKind } from '#shared/domain/panel.ts';
import type { ReviewClock } from '#shared/domain/review-clock.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import type { RoundView } from './appeals.ts';
import type { DecisionView } from './decisions.ts';
import { command, query } from './entry.ts';
import type { EvidenceSource } from './evidence.ts';
import { caseId, cursor, documentId, limit, plainDate, text, type Page } from './fields.ts';
import type { SampleView } from './intake.ts';
import type { ReturnView } from './messages.ts';
import type { OpinionView, PanelView } from './panels.ts';
import type { InterestView } from './people.ts';

/** A case in a queue. */
export interface CaseRow {
  readonly id: CaseId;
  readonly applicationNo: string;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  /** The star granted, or proposed and consented to; null before that. */
  readonly grantedStar: number | null;
  readonly stage: Stage;
  readonly submittedOn: string;
  /** Day the case should have left this desk. */
  readonly dueOn: string;
  readonly overdue: boolean;
  /** Where the document review stands; null when the case is past it. */
  readonly clock: ReviewClock | null;
  /** When it came to this stage. */
  readonly waitingSince: string;
  readonly roundKind: RoundKind;
  /** Who sits on its panel; empty before the review and after it. */
  readonly holders: readonly { readonly name: string; readonly given: boolean; readonly mine: boolean }[];
}

/** A document of a case with its check. */
export interface DocumentView {
  readonly id: DocumentId;
  readonly kind: string;
  readonly link: string | null;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** What the platform's own pre-review said; a suggestion. */
  readonly reportedCheck: 'pending' | 'accepted' | 'rejected';
  readonly check: 'pending' | 'accepted' | 'rejected';
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly reason: string | null;
  /** Common reason it was rejected for; null for one in a person's own words. */
  readonly reasonCode: string | null;
  /** What the last check answered, point by point. */
  readonly answers: PointAnswers;
  /** The paper it stands in place of. */
  readonly replaces: DocumentId | null;
  /** The newer paper that stands in its place; such a one is history. */
  readonly replacedBy: DocumentId | null;
  /** When it came after a return; null for what came with the application. */
  readonly arrivedAt: string | null;
}

/** One fact somebody recorded; the newest of a kind counts, the others stay as history. */
export interface FindingView {
  readonly kind: FindingValue['kind'];
  readonly value: FindingValue;
  readonly by: string;
  readonly at: string;
  readonly source: EvidenceSource;
}

/** Everything about a case on one page. */
export interface CaseView extends CaseRow {
  readonly version: number;
  readonly enterprise: {
    readonly name: string;
    readonly uscc: string;
    readonly foundedOn: string | null;
    readonly divisionCode: string;
    readonly divisionName: string;
    readonly address: string;
  };
  readonly product: {
    readonly name: string;
    readonly category: string;
    readonly specification: string;
    readonly gtin: string | null;
    readonly foodLicence: string | null;
  };
  /** Replaced ones included, in the order they came. */
  readonly documents: readonly DocumentView[];
  /** Returns to the applicant, oldest first. */
  readonly returns: readonly ReturnView[];
  /** Of the case, its product and its enterprise, in the dossier's order. */
  readonly incidents: readonly {
    readonly id: IncidentId;
    readonly scope: IncidentScope;
    readonly kind: string;
    readonly occurredOn: string;
    readonly status: string;
    readonly grade: string | null;
    readonly summary: string;
  }[];
  readonly samples: readonly SampleView[];
  /** The last of a kind (and link) is the one that counts; those before it are history, oldest first. */
  readonly findings: readonly FindingView[];
  /** Results that came with the application and wait for an inspector's confirmation. */
  readonly reported: readonly FindingValue[];
  /** Of the present round. */
  readonly opinions: readonly OpinionView[];
  readonly panelSize: number;
  readonly panel: PanelView;
  /** Who declared an interest in the enterprise, at whichever desk, and so takes no part; the oldest first. */
  readonly interests: readonly InterestView[];
  /** What came of the present round; null while it is open. */
  readonly decision: DecisionView | null;
  /** The decision that stands, while a later round is open too; null before the first. */
  readonly standing: DecisionView | null;
  /** Every review, the first one first. */
  readonly rounds: readonly RoundView[];
  /** Two desks decided the same round: both, until a person settles it. */
  readonly conflict: { readonly mine: DecisionView; readonly theirs: DecisionView } | null;
  /** Why no appeal can be filed now: a refusal's code; null when one can. */
  readonly mayNotAppeal: string | null;
  /** Why the applicant's consent cannot be recorded now: a refusal's code; null when it can. */
  readonly mayNotConsent: string | null;
  /** A closed appeal or complaint no longer holds samples back; an open one does. */
  readonly legalHold: boolean;
  /** What deciding today would rest on and come to while the round is open, else what the decision rests on and says. */
  readonly dossier: Dossier;
  readonly verdict: Verdict;
  /** Why the person who asks may not decide or evaluate; null when they may. */
  readonly mayNotDecide: string | null;
  readonly mayNotEvaluate: string | null;
  readonly award: {
    readonly number: string;
    readonly star: number;
    readonly issuedOn: string;
    /** The decision that stands now grants another star, or none. */
    readonly differs: boolean;
  } | null;
}

const outcome = z.enum(['passed', 'failed']);

/** A fact an inspector or expert records, by kind. */
export const findingValue = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('traceability'),
    level: z.enum(['enterprise', 'product', 'production-environment', 'production-and-circulation']),
  }),
  z.strictObject({
    kind: z.literal('risk-control'),
    level: z.enum(['filed', 'viewed-on-site', 'verified-on-site', 'effectively-tested']),
  }),
  z.strictObject({
    kind: z.literal('spot-check'),
    outcome: z.enum(['passed', 'failed', 'not-selected']),
    reason: text(300).nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('site-test'), outcome }),
  z.strictObject({
    kind: z.literal('lines'),
    inspected: z.boolean(),
    recordsViewed: z.boolean(),
    outcome: outcome.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('evaluation'),
    mode: z.enum(['online', 'third-party', 'experts-on-site']),
    completedOn: plainDate.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('review-date'), on: plainDate }),
  z.strictObject({ kind: z.literal('young-enterprise-waiver'), reason: text(300) }),
  z.strictObject({
    kind: z.literal('not-applicable'),
    link: z.enum(['production', 'processing', 'storage', 'transport', 'sale']),
    reason: text(300),
  }),
]);
export type FindingValue = z.infer<typeof findingValue>;

export const casesContract = {
  'case.list': query<Page<CaseRow>>()(
    'read',
    z.strictObject({
      queue: z.enum([
        'documents',
        'papers',
        'awaiting-papers',
        'papers-overdue',
        'inspection',
        'review',
        'review-mine',
        'review-overdue',
        'review-today',
        'overdue',
        'decided',
        'grantable',
        'all',
      ]),
      cursor,
      limit,
    }),
  ),
  'case.get': query<CaseView>()('read', z.strictObject({ caseId })),
  'desk.counts': query<Readonly<Record<string, number>>>()('read', z.strictObject({})),
  /** Finds cases, parcels, samples and certificates by any part of a name, pinyin initials, number or code. */
  'search.find': query<readonly SearchHit[]>()('read', z.strictObject({ text: text(100), limit })),
  /** Accepts a paper with every required point of its checklist answered yes, or rejects it with the reason. */
  'document.check': command<DocumentView>()(
    'documents.check',
    z
      .strictObject({
        documentId,
        check: z.enum(['accepted', 'rejected']),
        answers: z.record(z.string().max(40), z.enum(['yes', 'no'])).default({}),
        reason: text(300).nullable().default(null),
        reasonCode: text(40).nullable().default(null),
      })
      .refine((value) => value.check === 'accepted' || value.reason !== null, {
        path: ['reason'],
        error: 'reason.needed',
      }),
  ),
  /** Records a fact; a newer one of the same kind supersedes it. */
  'finding.record': command<FindingView>()('evidence.record', z.strictObject({ caseId, finding: findingValue })),
  /** Takes over every result that came with the application, under the inspector's name. */
  'finding.confirm-reported': command<{ readonly recorded: number }>()('evidence.record', z.strictObject({ caseId })),
};

/** Something the one search field found. */
export interface SearchHit {
  readonly kind: 'case' | 'parcel' | 'sample' | 'award';
  readonly id: string;
  readonly caseId: CaseId | null;
  readonly title: string;
  readonly detail: string;
}
