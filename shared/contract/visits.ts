import { z } from 'zod';
import type { CaseId, PersonId, VisitId } from '#shared/base/ids.ts';
import { isSignature, runsForward, SIGNATURE_BOX, type Stroke } from '#shared/domain/visit/signature.ts';
import {
  ANSWERS,
  SEVERITIES,
  type AskedGroup,
  type ChecklistLine,
  type LineAnswer,
  type Severity,
} from '#shared/domain/visit/checklist.ts';
import type { ClosingGaps } from '#shared/domain/visit/closing.ts';
import type { LevelRecord, Means } from '#shared/domain/visit/level-evidence.ts';
import type { OutsideWarning, PhotoWarning } from '#shared/domain/visit/photo-warnings.ts';
import type { VisitDays } from '#shared/domain/visit/visit-days.ts';
import type { VisitState } from '#shared/domain/visit/visit-state.ts';
import { RISK_CONTROL_LEVELS, TRACEABILITY_LEVELS } from '#shared/domain/star/dossier.ts';
import { command, query } from './entry.ts';
import type { FailureCode } from './failures.ts';
import type { AttachmentView } from './evidence.ts';
import { caseId, cursor, id, limit, personId, plainDate, secret, text, type Page } from './fields.ts';
import type { FileReply } from './intake.ts';

/** Who did something, and when (ISO instant). */
export interface Deed {
  readonly by: string;
  readonly at: string;
}

/** A member of a visit's team. */
export interface MemberView {
  readonly personId: PersonId;
  readonly name: string;
  readonly lead: boolean;
}

/** A visit in a list. */
export interface VisitRow extends VisitDays {
  readonly id: VisitId;
  readonly caseId: CaseId;
  readonly applicationNo: string;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly star: number;
  readonly state: VisitState;
  readonly purpose: string;
  readonly team: readonly MemberView[];
  /** Corrective actions not yet done, and the day the next of them is due; null when none is. */
  readonly openActions: number;
  readonly nextDueOn: string | null;
}

/** A case that wants a visit and has none. */
export interface ToVisitRow {
  readonly caseId: CaseId;
  readonly applicationNo: string;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  readonly divisionName: string;
  readonly dueOn: string;
}

/** Somebody who could be on a team, and what stands against it; there is no override. */
export interface CandidateView {
  readonly personId: PersonId;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly bar: { readonly kind: 'conflict' | 'decided'; readonly reason: string | null } | null;
}

/** An answer somebody gave; the newest counts. */
export interface AnswerView extends Deed {
  readonly answer: LineAnswer;
  readonly note: string | null;
  readonly severity: Severity | null;
}

/** A photo of a visit; kept, arranged, moved between lines and struck out by the `attachment` entries. */
export interface VisitPhotoView extends AttachmentView {
  readonly warnings: readonly PhotoWarning[];
}

/** A line of the checklist with what became of it. */
export interface VisitLineView extends ChecklistLine {
  readonly current: AnswerView | null;
  /** Earlier answers, newest first. */
  readonly earlier: readonly AnswerView[];
  readonly photos: readonly VisitPhotoView[];
}

/** A part of the checklist with its lines. */
export interface VisitGroupView extends Omit<AskedGroup, 'lines'> {
  readonly lines: readonly VisitLineView[];
}

/** A recorded level with what it rests on. */
export type LevelView = LevelRecord & Deed & { readonly means: Means };

/** Something the enterprise has to put right. */
export interface CorrectiveView extends Deed {
  readonly id: string;
  readonly line: string;
  readonly what: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  /** What showed that it was done. */
  readonly closed: (Deed & { readonly evidence: string }) | null;
}

/** A signature; it covers what the visit said when it was given. */
export interface SignatureView {
  /** A person of the team, or `enterprise`. */
  readonly signer: string;
  readonly name: string;
  readonly position: string | null;
  readonly at: string;
  readonly strokes: readonly Stroke[];
  /** SHA-256 of the visit's facts at signing. */
  readonly factsHash: string;
  /** False when the facts changed since: it must be given again. */
  readonly stands: boolean;
}

/** Everything about a visit on one page. */
export interface VisitView extends VisitRow {
  /** Counts one up with each deed. */
  readonly version: number;
  readonly planned: Deed;
  readonly started: Deed | null;
  readonly closed: Deed | null;
  readonly cancelled: (Deed & { readonly reason: string }) | null;
  readonly checklist: { readonly id: string; readonly version: string };
  readonly groups: readonly VisitGroupView[];
  /** Photos of no line. */
  readonly photos: readonly VisitPhotoView[];
  readonly levels: readonly LevelView[];
  /** As the team recorded it, and what that comes to with open corrective actions. */
  readonly lines:
    | (Deed & {
        readonly inspected: boolean;
        readonly recordsViewed: boolean;
        readonly outcome: 'passed' | 'failed' | null;
        readonly comesTo: 'passed' | 'failed' | null;
      })
    | null;
  readonly siteTest: (Deed & { readonly outcome: 'passed' | 'failed'; readonly note: string | null }) | null;
  readonly place:
    | (Deed & {
        readonly latitude: number;
        readonly longitude: number;
        readonly warnings: readonly OutsideWarning[];
      })
    | null;
  readonly corrective: readonly CorrectiveView[];
  /** The last of each signer. */
  readonly signatures: readonly SignatureView[];
  /** SHA-256 of the facts as they stand: what a signature given now would cover. */
  readonly factsHash: string;
  readonly gaps: ClosingGaps;
  /** Why the person who asks may not record anything now, as a refusal; null when they may. */
  readonly mayNotRecord: {
    readonly code: FailureCode;
    readonly data?: Readonly<Record<string, string | number | null>>;
  } | null;
}

const visitId = id<VisitId>();
const line = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, { error: 'id.form' });
const reason = text(300);
const plan = {
  on: plainDate,
  team: z.array(personId).min(2, { error: 'team.two' }).max(8),
  lead: personId,
  purpose: text(300),
};
const outcome = z.enum(['passed', 'failed']);
const units = z.number().int().min(0).max(SIGNATURE_BOX.units);

/** A signature as the pen drew it. */
export const strokesSchema = z
  .array(
    z
      .array(z.tuple([units, units, z.number().int().min(0).max(SIGNATURE_BOX.maxMs)]))
      .min(1)
      .max(SIGNATURE_BOX.maxPoints),
  )
  .max(SIGNATURE_BOX.maxStrokes)
  .refine((strokes) => strokes.flat().length <= SIGNATURE_BOX.maxPoints, { error: 'strokes.too-many' })
  .refine(runsForward, { error: 'strokes.time' })
  .refine(isSignature, { error: 'strokes.empty' });

const evidence = {
  seen: text(1000),
  crossCheck: text(1000).nullable().default(null),
  drill: z
    .strictObject({ on: plainDate, participants: text(300), described: text(1000) })
    .nullable()
    .default(null),
};

export const visitsContract = {
  /** Everybody who could be on a team for a case, with what stands against it. */
  'visit.candidates': query<readonly CandidateView[]>()('read', z.strictObject({ caseId })),
  'visit.plan': command<VisitView>()('visits.plan', z.strictObject({ caseId, ...plan })),
  /** Changes a plan, or, once the visit is under way, its team. */
  'visit.change': command<VisitView>()('visits.plan', z.strictObject({ visitId, ...plan, reason })),
  'visit.cancel': command<VisitView>()('visits.plan', z.strictObject({ visitId, reason })),
  /** Begins, and today is its day; the checklist as it is then stays with the visit. */
  'visit.start': command<VisitView>()('evidence.record', z.strictObject({ visitId })),
  /** Answers a line; a later answer counts, the earlier ones stay as history. */
  'visit.answer': command<{ readonly visit: VisitView; readonly overtook: AnswerView | null }>()(
    'evidence.record',
    z.strictObject({
      visitId,
      /** Version of the visit the person saw; somebody else's newer answer is then told. */
      baseVersion: z.number().int().min(0).nullable().default(null),
      line,
      answer: z.enum(ANSWERS),
      note: text(1000).nullable().default(null),
      severity: z.enum(SEVERITIES).nullable().default(null),
    }),
  ),
  'visit.level': command<VisitView>()(
    'evidence.record',
    z.strictObject({
      visitId,
      record: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('traceability'), level: z.enum(TRACEABILITY_LEVELS), ...evidence }),
        z.strictObject({ kind: z.literal('risk-control'), level: z.enum(RISK_CONTROL_LEVELS), ...evidence }),
      ]),
    }),
  ),
  'visit.lines': command<VisitView>()(
    'evidence.record',
    z.strictObject({
      visitId,
      inspected: z.boolean(),
      recordsViewed: z.boolean(),
      outcome: outcome.nullable().default(null),
    }),
  ),
  /** The product test on site; null takes it back, such as when the laboratory's order says it. */
  'visit.site-test': command<VisitView>()(
    'evidence.record',
    z.strictObject({ visitId, outcome: outcome.nullable(), note: text(1000).nullable().default(null) }),
  ),
  /** Where the visit was, in decimal degrees. */
  'visit.place': command<VisitView>()(
    'evidence.record',
    z.strictObject({
      visitId,
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    }),
  ),
  'visit.corrective-add': command<VisitView>()(
    'evidence.record',
    z.strictObject({ visitId, line, what: text(600), dueOn: plainDate }),
  ),
  /** Closes a corrective action, also long after the visit; the lines' outcome is then worked out anew. */
  'visit.corrective-close': command<VisitView>()(
    'evidence.record',
    z.strictObject({ visitId, correctiveId: id<string>(), evidence: text(1000) }),
  ),
  /** Signs for a member of the team: oneself, or another at the same machine by their login. */
  'visit.sign': command<VisitView>()(
    'evidence.record',
    z.strictObject({
      visitId,
      login: z.string().max(64).nullable().default(null),
      password: z.string().max(128),
      strokes: strokesSchema,
    }),
  ),
  'visit.sign-enterprise': command<VisitView>()(
    'evidence.record',
    z.strictObject({ visitId, name: text(60), position: text(60), strokes: strokesSchema }),
  ),
  /** Ends the visit: its results become facts of the case. */
  'visit.close': command<VisitView>()('evidence.record', z.strictObject({ visitId, password: secret })),
  'visit.get': query<VisitView>()('read', z.strictObject({ visitId })),
  'visit.list': query<Page<VisitRow>>()(
    'read',
    z.strictObject({ list: z.enum(['planned', 'under-way', 'corrective', 'closed']), cursor, limit }),
  ),
  /** Visits of a case, cancelled ones too, newest first. */
  'visit.of-case': query<readonly VisitRow[]>()('read', z.strictObject({ caseId })),
  'visit.to-plan': query<Page<ToVisitRow>>()('read', z.strictObject({ cursor, limit })),
  /** The visit on paper, as it stands. */
  'visit.report': query<FileReply>()('read', z.strictObject({ visitId })),
};
