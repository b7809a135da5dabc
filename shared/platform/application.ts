import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { CodeFailure } from '#shared/domain/codes/code-failure.ts';
import { type CodeKind, explainCode } from '#shared/domain/codes/code-sentences.ts';
import { checkFoodLicence } from '#shared/domain/codes/food-licence.ts';
import { checkGtin } from '#shared/domain/codes/gtin.ts';
import { checkMobile } from '#shared/domain/codes/mobile.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import { checkUscc } from '#shared/domain/codes/uscc.ts';
import {
  DOCUMENT_CHECKS,
  INCIDENT_GRADES,
  INCIDENT_KINDS,
  INCIDENT_STATUSES,
  PRODUCT_CATEGORIES,
  SPOT_CHECK_OUTCOMES,
  TEST_OUTCOMES,
} from '#shared/domain/codes/vocabulary.ts';
import { CARRIERS } from '#shared/domain/codes/waybill.ts';
import { CONDITIONS, STORAGE_CLASSES } from '#shared/domain/sample-life.ts';
import {
  CHAIN_LINKS,
  DOCUMENT_KINDS,
  EVALUATION_MODES,
  RISK_CONTROL_LEVELS,
  TRACEABILITY_LEVELS,
} from '#shared/domain/star/dossier.ts';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** Most entries of each list in one application; more is a mistake or an attack. */
export const LIST_LIMITS = { documents: 200, notApplicable: 20, incidents: 200, parcels: 50 } as const;

/** Longest texts, in UTF-16 units. */
export const TEXT_LIMITS = { unit: 12, batch: 40, name: 120, line: 200, reason: 500, summary: 1000 } as const;

/** Control characters, direction overrides and lone surrogates: never part of a name, often part of an attack. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u;

type Sentence = Bilingual;

const refusal = (
  zh: string,
  en: string,
): { readonly message: string; readonly params: { readonly reason: Sentence } } => ({
  message: en,
  params: { reason: sentence(zh, en) },
});

function text(limit: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(limit)
    .refine((value) => !FORBIDDEN.test(value), refusal('含有控制字符', 'holds control characters'))
    .refine((value) => value.trim() === value, refusal('首尾有空白', 'begins or ends with white space'));
}

const date = z
  .string()
  .refine(isPlainDate, refusal('不是存在的日期（应为 YYYY-MM-DD）', 'is not a date that exists (YYYY-MM-DD)'))
  .transform((value) => value as PlainDate);

/** A code kept in its plain form: what a door read tired must be tidied before it comes here. */
function code<T>(
  kind: CodeKind,
  check: (raw: string) => Result<T, CodeFailure>,
  plain: (value: T) => string,
): z.ZodString {
  return z.string().superRefine((value, context) => {
    const read = check(value.slice(0, 64));
    const found = read.ok ? undefined : explainCode(kind, read.failure);
    const reason =
      found ??
      (read.ok && plain(read.value) !== value
        ? sentence(`应写作 ${plain(read.value)}`, `is written ${plain(read.value)}`)
        : undefined);
    if (reason) context.addIssue({ code: 'custom', message: reason.en, params: { reason } });
  });
}

const uscc = code('uscc', checkUscc, (value) => value.code);
const gtin = code('gtin', checkGtin, (value) => value.code);
const foodLicence = code('food-licence', checkFoodLicence, (value) => value.code);
const mobile = code('mobile', checkMobile, (value) => value.number);

const matching = (pattern: RegExp, zh: string, en: string): z.ZodString =>
  z.string().refine((value) => pattern.test(value), refusal(zh, en));

/** The form of an application number: `A-2026-00001`. */
export const APPLICATION_NO = /^[A-Z0-9-]{4,32}$/;

const optional = <T extends z.ZodType>(schema: T): z.ZodDefault<z.ZodNullable<T>> =>
  z.nullable(schema).default(null as never);

const ordered = (
  from: string | null,
  until: string | null,
  path: string,
  zh: string,
  en: string,
  context: z.RefinementCtx,
): void => {
  if (from !== null && until !== null && until < from)
    context.addIssue({ code: 'custom', path: [path], ...refusal(zh, en) });
};

const document = z
  .strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    link: optional(z.enum(CHAIN_LINKS)),
    title: text(TEXT_LIMITS.line),
    number: optional(text(TEXT_LIMITS.name)),
    issuer: optional(text(TEXT_LIMITS.line)),
    check: z.enum(DOCUMENT_CHECKS),
    validFrom: optional(date),
    validUntil: optional(date),
  })
  .superRefine((value, context) => {
    ordered(value.validFrom, value.validUntil, 'validUntil', '有效期止早于有效期起', 'lies before validFrom', context);
    const certificate = value.kind === 'compliance-certificate';
    if (certificate && value.link === null)
      context.addIssue({
        code: 'custom',
        path: ['link'],
        ...refusal('符合性证明要写明环节', 'is needed: a compliance certificate names its link'),
      });
    if (!certificate && value.link !== null)
      context.addIssue({
        code: 'custom',
        path: ['link'],
        ...refusal('只有符合性证明才有环节', 'is only for compliance certificates'),
      });
  });

const person = text(TEXT_LIMITS.name);
const reason = text(TEXT_LIMITS.reason);

const spotCheck = z
  .strictObject({ outcome: z.enum(SPOT_CHECK_OUTCOMES), by: optional(person), reason: optional(reason) })
  .superRefine((value, context) => {
    if (value.outcome !== 'not-selected') return;
    for (const field of ['by', 'reason'] as const)
      if (value[field] === null)
        context.addIssue({
          code: 'custom',
          path: [field],
          ...refusal('未抽中时要写明认定人和理由', 'is needed: "not selected" has a named person and a reason'),
        });
  });

const parcel = z
  .strictObject({
    waybill: matching(/^[A-Z0-9]{6,40}$/, '运单号应为 6–40 位大写字母和数字', 'is 6 to 40 capital letters and digits'),
    carrier: optional(z.enum(CARRIERS)),
    sentOn: date,
    batch: text(TEXT_LIMITS.batch),
    producedOn: date,
    quantity: matching(
      /^(?!0+(\.0+)?$)(0|[1-9]\d{0,8})(\.\d{1,4})?$/,
      '数量应为大于 0 的小数（至多 4 位小数）',
      'is a decimal above 0 with at most 4 decimals, as text',
    ),
    unit: text(TEXT_LIMITS.unit),
    arrivedOn: optional(date),
    condition: z.enum(CONDITIONS),
    accepted: optional(z.boolean()),
  })
  .superRefine((value, context) => {
    ordered(value.sentOn, value.arrivedOn, 'arrivedOn', '到达日期早于寄出日期', 'lies before sentOn', context);
    ordered(value.producedOn, value.sentOn, 'sentOn', '寄出日期早于生产日期', 'lies before producedOn', context);
    if (value.accepted !== null && value.arrivedOn === null)
      context.addIssue({
        code: 'custom',
        path: ['arrivedOn'],
        ...refusal('已判定接收与否的样品要有到达日期', 'is needed: a sample accepted or refused has arrived'),
      });
  });

const inspection = z.strictObject({
  reviewOn: optional(date),
  traceability: optional(z.enum(TRACEABILITY_LEVELS)),
  riskControl: optional(z.enum(RISK_CONTROL_LEVELS)),
  spotCheck: optional(spotCheck),
  siteTest: optional(z.strictObject({ outcome: z.enum(TEST_OUTCOMES) })),
  lines: optional(
    z.strictObject({ inspected: z.boolean(), recordsViewed: z.boolean(), outcome: z.enum(TEST_OUTCOMES) }),
  ),
  evaluation: optional(z.strictObject({ mode: z.enum(EVALUATION_MODES), completedOn: optional(date) })),
  youngEnterpriseWaiver: optional(z.strictObject({ by: person, reason })),
});

/**
 * One application as the platform exports it: enterprise, product, documents and what is known of it so far.
 *
 * Unknown fields are refused, so that a newer export is noticed and nothing is dropped in silence.
 * Fields that may be null may also be absent. Codes stand in their plain form. What needs data or a
 * clock is asked elsewhere: that the division exists, that the submission is not in the future.
 */
export const applicationSchema = z
  .strictObject({
    applicationNo: matching(
      APPLICATION_NO,
      '应为 4–32 位大写字母、数字和连字符，如 A-2026-00001',
      'is 4 to 32 capital letters, digits and hyphens, like A-2026-00001',
    ),
    submittedOn: date,
    requestedStar: z.literal([1, 2, 3, 4, 5]),
    referrerMobile: optional(mobile),
    enterprise: z.strictObject({
      name: text(TEXT_LIMITS.name),
      uscc,
      foundedOn: optional(date),
      divisionCode: matching(/^\d{9}$/, '应为 9 位乡镇级行政区划代码', 'is the nine digits of a town'),
      address: text(TEXT_LIMITS.line),
      contact: text(60),
      mobile,
    }),
    product: z.strictObject({
      name: text(TEXT_LIMITS.name),
      category: z.enum(PRODUCT_CATEGORIES),
      specification: text(TEXT_LIMITS.line),
      gtin: optional(gtin),
      foodLicence: optional(foodLicence),
      storage: z.enum(STORAGE_CLASSES),
      shelfLifeDays: optional(z.int().min(1).max(36_500)),
    }),
    documents: z.array(document).max(LIST_LIMITS.documents).default([]),
    notApplicable: z
      .array(
        z.strictObject({
          criterion: z.enum(CRITERION_IDS),
          link: optional(z.enum(CHAIN_LINKS)),
          by: person,
          reason,
        }),
      )
      .max(LIST_LIMITS.notApplicable)
      .default([]),
    incidents: z
      .array(
        z.strictObject({
          kind: z.enum(INCIDENT_KINDS),
          occurredOn: date,
          status: z.enum(INCIDENT_STATUSES),
          grade: optional(z.enum(INCIDENT_GRADES)),
          summary: text(TEXT_LIMITS.summary),
        }),
      )
      .max(LIST_LIMITS.incidents)
      .default([]),
    parcels: z.array(parcel).max(LIST_LIMITS.parcels).default([]),
    inspection: optional(inspection),
  })
  .superRefine((value, context) => {
    ordered(
      value.enterprise.foundedOn,
      value.submittedOn,
      'submittedOn',
      '申报日期早于企业成立日期',
      'lies before the enterprise was founded',
      context,
    );
    const waybills = new Set<string>();
    for (const [index, { waybill }] of value.parcels.entries()) {
      if (waybills.has(waybill))
        context.addIssue({
          code: 'custom',
          path: ['parcels', index, 'waybill'],
          ...refusal('运单号在本申报中重复', 'appears twice in this application'),
        });
      waybills.add(waybill);
    }
  });

/** An application as the platform exports it, checked. */
export type Application = z.output<typeof applicationSchema>;

/** One thing wrong with an application. */
export interface ApplicationFault {
  /** Path of the field, `documents[2].validUntil`; empty for the whole. */
  readonly path: string;
  /** Why, without naming the field: for a table that already shows it. */
  readonly reason: Bilingual;
  /** Why, with the field's path in front: for everywhere else. */
  readonly message: Bilingual;
}

/** Deepest nesting that an application has, list entries counted; deeper input is refused unread. */
const DEEPEST = 4;

/** Checks an unknown value against {@link applicationSchema}; every fault names its field. */
export function parseApplication(input: unknown): Result<Application, readonly ApplicationFault[]> {
  if (isNestedDeeper(input, DEEPEST))
    return fail([applicationFault('', sentence('嵌套层次过深', 'is nested too deeply'))]);
  const parsed = applicationSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.flatMap(faultsOf));
}

/** Builds a fault from a path and a reason. */
export function applicationFault(path: string, reason: Bilingual): ApplicationFault {
  if (path === '') return { path, reason, message: reason };
  return { path, reason, message: sentence(`${path}：${reason.zh}`, `${path}: ${reason.en}`) };
}

function isNestedDeeper(input: unknown, levels: number): boolean {
  if (typeof input !== 'object' || input === null) return false;
  return levels === 0 || Object.values(input).some((value) => isNestedDeeper(value, levels - 1));
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (written, step) =>
      typeof step === 'number' ? `${written}[${step}]` : `${written}${written === '' ? '' : '.'}${String(step)}`,
    '',
  );

function faultsOf(issue: z.core.$ZodIssue): readonly ApplicationFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      applicationFault(
        pathText([...issue.path, key.slice(0, 60)]),
        sentence('没有这个字段', 'is not a field of the export'),
      ),
    );
  return [applicationFault(pathText(issue.path), reasonOf(issue))];
}

function reasonOf(issue: z.core.$ZodIssue): Bilingual {
  const given = issue.code === 'custom' ? (issue.params?.['reason'] as Bilingual | undefined) : undefined;
  if (given) return given;
  switch (issue.code) {
    case 'invalid_type':
      return /received (?:undefined|null)$/.test(issue.message)
        ? sentence('必须填写', 'is required')
        : sentence(`类型不对，应为 ${issue.expected}`, `has the wrong type, ${issue.expected} expected`);
    case 'invalid_value':
      return sentence(
        `不是允许的值（${issue.values.map(String).join('、')}）`,
        `is not one of ${issue.values.map(String).join(', ')}`,
      );
    case 'too_big':
      return sentence(`超出上限 ${issue.maximum}`, `is beyond the limit of ${issue.maximum}`);
    case 'too_small':
      return issue.origin === 'string'
        ? sentence('必须填写', 'is required')
        : sentence(`低于下限 ${issue.minimum}`, `is below the limit of ${issue.minimum}`);
    default:
      return sentence('不符合要求', issue.message);
  }
}
