import { z } from 'zod';
import type {
  ChainLink,
  DocumentKind,
  EvaluationMode,
  RiskControlLevel,
  TraceabilityLevel,
} from '#shared/domain/star/dossier.ts';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';
import { STARS } from '#shared/domain/star/star.ts';

/** The standard file's words for documents, and the dossier's. */
export const LICENCE_KINDS = {
  business_licence_with_uscc: 'business-licence',
  business_licence_legacy: 'business-licence-legacy',
  org_code_certificate: 'org-code-certificate',
  tax_registration_certificate: 'tax-registration',
} as const satisfies Record<string, DocumentKind>;

/** The standard file's words for traceability, lowest first, and the dossier's. */
export const TRACEABILITY = {
  ENTERPRISE: 'enterprise',
  PRODUCT: 'product',
  PRODUCTION_ENVIRONMENT: 'production-environment',
  PRODUCTION_AND_CIRCULATION: 'production-and-circulation',
} as const satisfies Record<string, TraceabilityLevel>;

/** The standard file's words for risk control, lowest first, and the dossier's. */
export const RISK_CONTROL = {
  DOCS_FILED: 'filed',
  VIEWED_ON_SITE: 'viewed-on-site',
  VERIFIED_ON_SITE: 'verified-on-site',
  EFFECTIVELY_TESTED: 'effectively-tested',
} as const satisfies Record<string, RiskControlLevel>;

/** The standard file's words for evaluation modes, lowest first, and the dossier's. */
export const MODES = {
  ONLINE: 'online',
  THIRD_PARTY: 'third-party',
  EXPERT_ON_SITE: 'experts-on-site',
} as const satisfies Record<string, EvaluationMode>;

/** The standard file's words for test routes, the stricter one last, and what the product test rule compares. */
export const ROUTES = {
  MAILED_SAMPLE_SPOT_CHECK: 'spot-check',
  ON_SITE: 'site-test',
} as const satisfies Record<string, 'spot-check' | 'site-test'>;

const LINKS = ['production', 'processing', 'storage', 'transport', 'sale'] as const satisfies readonly ChainLink[];

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => Object.keys(table) as Key[];
/** Longest clean period: fifty years. */
const MOST_MONTHS = 600;
const MOST_PHOTOS = 100;
/** A name or wording: not blank, and no longer than the table and the papers can show. */
const words = z.string().regex(/\S/, { error: 'text.empty' }).max(500);
/** Text that only describes: it decides nothing, but counts for the hash. */
const remark = z.string().max(4000);
const named = { zh: words, en: words };
const star = z.literal(STARS);
const starList = z.array(star);
const version = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u, { error: 'version.form' });

const notAsked = z.strictObject({ required: z.literal(false) });

function cells<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const cell = z.discriminatedUnion('required', [
    notAsked,
    z.strictObject({ required: z.literal(true), ...named, ...shape }),
  ]);
  return z.strictObject({ 1: cell, 2: cell, 3: cell, 4: cell, 5: cell });
}

const row = <Id extends string, Kind extends string>(id: Id, kind: Kind) => ({
  id: z.literal(id),
  kind: z.literal(kind),
  group: words,
  ...named,
  row: z.int().nullable().optional(),
  source: remark.optional(),
  cell_basis: remark.optional(),
  ambiguities: z.array(words).optional(),
});

const ladder = <Id extends string>(ids: Readonly<Record<Id, unknown>>) => ({
  per_star: cells({ level: z.int() }),
  levels: z.array(z.strictObject({ level: z.int(), id: z.enum(keys(ids)), ...named })).min(1),
});

const ticks = cells({ level: z.int().optional() });

const criterion = z.discriminatedUnion('id', [
  z.strictObject({
    ...row('BASIC.LICENCE', 'document_set'),
    per_star: ticks,
    satisfy_any_of: z.array(z.array(z.enum(keys(LICENCE_KINDS))).min(1)).min(1),
  }),
  z.strictObject({
    ...row('BASIC.COMPLIANCE_CERTS', 'document_set'),
    per_star: ticks,
    links_zh: z.array(words).min(1),
    links_en: z.array(z.enum(LINKS)).min(1),
  }),
  z.strictObject({ ...row('BASIC.SAFETY_PHOTOS', 'photo_set'), per_star: ticks }),
  z.strictObject({
    ...row('RISK.CLEAN_RECORD', 'clean_period'),
    per_star: cells({ months: z.int().min(1).max(MOST_MONTHS) }),
    unit: z.literal('months').optional(),
    higher_is_stricter: z.literal(true).optional(),
  }),
  z.strictObject({ ...row('RISK.TRACEABILITY', 'ordered_level'), ...ladder(TRACEABILITY) }),
  z.strictObject({ ...row('RISK.RISK_CONTROL', 'ordered_level'), ...ladder(RISK_CONTROL) }),
  z.strictObject({
    ...row('RISK.QUALITY_INSURANCE', 'document_set'),
    per_star: ticks,
    suggested_fields: z.array(words).optional(),
  }),
  z.strictObject({
    ...row('TEST.PRODUCT', 'test_route'),
    per_star: cells({ route: z.enum(keys(ROUTES)) }),
    routes: z.array(z.strictObject({ id: z.enum(keys(ROUTES)), ...named })).optional(),
  }),
  z.strictObject({ ...row('TEST.LINES', 'on_site_checklist'), per_star: ticks }),
  z.strictObject({
    ...row('MODE.EVALUATION', 'evaluation_mode'),
    per_star: cells({ mode: z.enum(keys(MODES)) }),
  }),
  z.strictObject({ ...row('GATE.SAMPLE_SENT', 'gate'), per_star: ticks }),
]);

/**
 * A standard file, `otop-star-criteria/1`: what the engine reads of it, each criterion with what its
 * rule needs, and by name what only describes it. A field with any other name is a slip of the pen
 * and refused: ignored, it would let a draft ask for less than its author wrote.
 */
export const standardFileSchema = z.strictObject({
  schema: z.literal('otop-star-criteria/1'),
  criteria_set: z.strictObject({
    id: words,
    version,
    standard_code: remark.optional(),
    source: remark.optional(),
    effective_from: remark.nullable().optional(),
    note: remark.optional(),
  }),
  settings: z
    .strictObject({
      safety_photos_minimum: z.int().min(1).max(MOST_PHOTOS).optional(),
      unbroken_record_from_star: star.optional(),
    })
    .optional(),
  categories: z.array(z.strictObject({ id: words, ...named, stars: starList.optional() })),
  evaluation_modes: z.array(
    z.strictObject({ id: z.enum(keys(MODES)), ...named, stars: starList.optional(), on_site: z.boolean().optional() }),
  ),
  stars: z.array(
    z.strictObject({
      star,
      zh: words,
      category: words,
      certificate: z.boolean(),
      mode: z.enum(keys(MODES)).optional(),
      badge: z.boolean().optional(),
      qr: z.boolean().optional(),
    }),
  ),
  groups: z.array(z.strictObject({ id: words, ...named })).optional(),
  criteria: z.array(criterion),
  step_up: z.record(z.string(), z.array(z.enum(CRITERION_IDS))).optional(),
  warnings: z.array(z.strictObject({ id: words, ...named, trigger_zh: remark, window: remark.optional() })).optional(),
  process: z.array(z.strictObject({ step: z.int(), zh: words })).optional(),
  ambiguities: z.array(
    z.strictObject({
      id: words,
      about: remark.optional(),
      text: remark.optional(),
      readings: z.array(remark).optional(),
      /** The reading taken, as decisions print it. */
      recommended: remark.regex(/\S/, { error: 'text.empty' }),
      recommended_zh: remark.optional(),
      confidence: remark.optional(),
    }),
  ),
});

/** A standard file whose shape is right. */
export type StandardFile = z.output<typeof standardFileSchema>;
