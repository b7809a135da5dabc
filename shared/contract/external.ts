import { z } from 'zod';
import type { CaseId } from '#shared/base/ids.ts';
import { ACCREDITATION_SCHEMES, type Accreditation } from '#shared/domain/external/accreditation.ts';
import type { BodyVerdict, CentreReading, ExternalResult } from '#shared/domain/external/external-result.ts';
import type { ReportAnswers, ReportChecklist, ReportJudgement } from '#shared/domain/external/report-checklist.ts';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';
import { command, query } from './entry.ts';
import type { AttachmentView } from './evidence.ts';
import { caseId, cursor, id, limit, plainDate, text, type Page } from './fields.ts';

/** One certificate of a body; the newest stands first. */
export interface AccreditationView extends Accreditation {
  readonly id: string;
  /** Covers today. */
  readonly holds: boolean;
  readonly by: string;
  readonly at: string;
}

/** An outside body that can be commissioned. */
export interface BodyView {
  readonly id: string;
  readonly name: string;
  readonly accreditations: readonly AccreditationView[];
  /** One of its certificates covers today. */
  readonly holds: boolean;
}

/** A figure from outside with the body's verdict and, apart from it, the centre's own reading. */
export interface ExternalResultView extends ExternalResult {
  readonly centre: CentreReading;
}

/** An outside report as it stands. */
export interface ExternalReportView {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly receivedOn: string;
  /** The report it takes the place of, and why; null for a first one. */
  readonly amends: { readonly id: string; readonly number: string; readonly reason: string } | null;
  /** The report that takes its place. */
  readonly amendedBy: { readonly id: string; readonly number: string } | null;
  readonly state: 'checking' | 'accepted' | 'returned';
  readonly verdict: BodyVerdict;
  readonly checklist: ReportChecklist;
  readonly answers: ReportAnswers;
  readonly judgement: ReportJudgement;
  /** The plan the figures were read by. */
  readonly plan: { readonly id: string; readonly version: string } | null;
  readonly results: readonly ExternalResultView[];
  readonly files: readonly AttachmentView[];
  readonly by: string;
  readonly at: string;
  /** Accepted with a word on what fails or differs, or returned with the reasons. */
  readonly concluded: { readonly by: string; readonly at: string; readonly text: string | null } | null;
}

/** A commission with its reports, the newest first. */
export interface CommissionView {
  readonly id: string;
  readonly caseId: CaseId;
  readonly body: BodyView;
  readonly what: string;
  readonly commissionedOn: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  /** `open` waits for a report, `reported` has one to check. */
  readonly state: 'open' | 'reported' | 'accepted' | 'cancelled';
  readonly by: string;
  readonly at: string;
  readonly cancelled: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly reports: readonly ExternalReportView[];
}

/** The delegated evaluation of one case, newest commission first. */
export interface ExternalCaseView {
  readonly caseId: CaseId;
  readonly commissions: readonly CommissionView[];
}

/** A line of the delegated-evaluation queue. */
export interface ExternalRow {
  readonly caseId: CaseId;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  /** Null while nobody is commissioned. */
  readonly bodyName: string | null;
  readonly state: CommissionView['state'] | 'to-commission';
  readonly dueOn: string;
}

const bilingual = { zh: z.string().min(1), en: z.string().min(1) };

/** Shape of `resources/templates/report-checklist.json`. */
export const reportChecklistSchema = z.strictObject({
  schema: z.literal('otop-report-checklist/1'),
  id: z.string().min(1),
  version: z.string().min(1),
  standard: z.string().min(1),
  points: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        clause: z.string().min(1),
        ...bilingual,
        mayNotApply: z.boolean(),
        workedOut: z.literal('accreditation').nullable(),
      }),
    )
    .min(1),
});

const certificate = {
  scheme: z.enum(ACCREDITATION_SCHEMES),
  number: text(60),
  scope: text(500),
  validFrom: plainDate,
  validUntil: plainDate,
};
const dated = <T extends { readonly validFrom: string; readonly validUntil: string }>(value: T): boolean =>
  value.validFrom <= value.validUntil;
const upsideDown = { path: ['validUntil'], error: 'date.before-start' };

const figure = text(60);
const unit = text(40);
const maybe = figure.exactOptional();
const externalReading = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quantity'), value: figure, unit, lod: maybe, loq: maybe, uncertainty: maybe }),
  z.strictObject({ kind: z.literal('units'), values: z.array(figure).min(1).max(100), unit }),
  z.strictObject({ kind: z.literal('wording'), text: text(300) }),
  z.strictObject({
    kind: z.literal('packages'),
    nominal: figure,
    unit,
    lotSize: z.number().int().min(1).max(100_000_000),
    contents: z.array(figure).min(1).max(200),
  }),
]);

const bodyVerdict = z.strictObject({
  outcome: z.enum(['passed', 'failed', 'none']),
  text: text(300).nullable().default(null),
});

const pointFound = z.strictObject({
  answer: z.enum(['yes', 'no', 'not-applicable']),
  page: z.number().int().min(1).max(10_000).nullable().default(null),
  note: text(300).nullable().default(null),
});

const reportId = id<string>();
const PLAN_ID = /^[a-z0-9-]{1,40}$/;

export const externalContract = {
  /** Outside bodies by name. */
  'external.bodies': query<Page<BodyView>>()('read', z.strictObject({ cursor, limit })),
  'external.add-body': command<BodyView>()(
    'bodies.manage',
    z.strictObject({ name: text(100), ...certificate }).refine(dated, upsideDown),
  ),
  /** Adds a certificate to a body; the ones before stay as they were. */
  'external.accredit': command<BodyView>()(
    'bodies.manage',
    z.strictObject({ bodyId: id<string>(), ...certificate }).refine(dated, upsideDown),
  ),
  'external.list': query<Page<ExternalRow>>()(
    'read',
    z.strictObject({ queue: z.enum(['to-commission', 'open', 'concluded']), cursor, limit }),
  ),
  'external.get': query<ExternalCaseView>()('read', z.strictObject({ caseId })),
  /** What a report is held against now, and the centre's plans that figures can be read by. */
  'external.rules': query<{ readonly checklist: ReportChecklist; readonly plans: readonly TestPlan[] }>()(
    'read',
    z.strictObject({}),
  ),
  /** Commissions a body whose accreditation covers the day. */
  'external.commission': command<CommissionView>()(
    'evidence.record',
    z.strictObject({ caseId, bodyId: id<string>(), what: text(500), commissionedOn: plainDate, dueOn: plainDate }),
  ),
  'external.cancel': command<CommissionView>()(
    'evidence.record',
    z.strictObject({ commissionId: id<string>(), reason: text(300) }),
  ),
  /** Registers a report that came; where one came before, it names that one and why. */
  'external.record-report': command<ExternalReportView>()(
    'evidence.record',
    z.strictObject({
      commissionId: id<string>(),
      number: text(60),
      issuedOn: plainDate,
      receivedOn: plainDate,
      verdict: bodyVerdict,
      amends: text(300).nullable().default(null),
    }),
  ),
  /** Keeps what was found for the points; points left out stay open. */
  'external.check-report': command<ExternalReportView>()(
    'evidence.record',
    z.strictObject({ reportId, answers: z.record(z.string().max(40), pointFound) }),
  ),
  /** Keeps the figures of a report as they stand there, in place of those kept before. */
  'external.set-results': command<ExternalReportView>()(
    'evidence.record',
    z.strictObject({
      reportId,
      planId: z.string().regex(PLAN_ID, { error: 'id.form' }).nullable().default(null),
      rows: z
        .array(
          z.strictObject({
            itemId: z.string().max(60).nullable().default(null),
            name: text(100),
            method: text(100).nullable().default(null),
            reading: externalReading,
            body: bodyVerdict,
          }),
        )
        .max(200),
    }),
  ),
  /** Accepts a report that carries everything; the evaluation by a third party is then complete. */
  'external.accept': command<ExternalReportView>()(
    'evidence.record',
    z.strictObject({ reportId, remark: text(500).nullable().default(null) }),
  ),
  /** Gives a report back to its body with the reasons; the commission waits for a better one. */
  'external.return': command<ExternalReportView>()(
    'evidence.record',
    z.strictObject({ reportId, reasons: text(1000) }),
  ),
};
