import { z } from 'zod';
import type {
  ChainLink,
  DocumentKind,
  EvaluationMode,
  RiskControlLevel,
  TraceabilityLevel,
} from '#shared/domain/star/dossier.ts';
import { STARS } from '#shared/domain/star/star.ts';

/** The standard file's words for documents, and the dossier's. */
export const LICENCE_KINDS = {
  business_licence_with_uscc: 'business-licence',
  business_licence_legacy: 'business-licence-legacy',
  org_code_certificate: 'org-code-certificate',
  tax_registration_certificate: 'tax-registration',
} as const satisfies Record<string, DocumentKind>;

/** The standard file's words for traceability, and the dossier's. */
export const TRACEABILITY = {
  ENTERPRISE: 'enterprise',
  PRODUCT: 'product',
  PRODUCTION_ENVIRONMENT: 'production-environment',
  PRODUCTION_AND_CIRCULATION: 'production-and-circulation',
} as const satisfies Record<string, TraceabilityLevel>;

/** The standard file's words for risk control, and the dossier's. */
export const RISK_CONTROL = {
  DOCS_FILED: 'filed',
  VIEWED_ON_SITE: 'viewed-on-site',
  VERIFIED_ON_SITE: 'verified-on-site',
  EFFECTIVELY_TESTED: 'effectively-tested',
} as const satisfies Record<string, RiskControlLevel>;

/** The standard file's words for evaluation modes, and the dossier's. */
export const MODES = {
  ONLINE: 'online',
  THIRD_PARTY: 'third-party',
  EXPERT_ON_SITE: 'experts-on-site',
} as const satisfies Record<string, EvaluationMode>;

/** The standard file's words for test routes, and what the product test rule compares. */
export const ROUTES = {
  MAILED_SAMPLE_SPOT_CHECK: 'spot-check',
  ON_SITE: 'site-test',
} as const satisfies Record<string, 'spot-check' | 'site-test'>;

const LINKS = ['production', 'processing', 'storage', 'transport', 'sale'] as const satisfies readonly ChainLink[];

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => Object.keys(table) as Key[];
const named = { zh: z.string().min(1), en: z.string().min(1) };
const star = z.literal(STARS);

const notAsked = z.object({ required: z.literal(false) });

function cells<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const cell = z.discriminatedUnion('required', [
    notAsked,
    z.object({ required: z.literal(true), ...named, ...shape }),
  ]);
  return z.object({ 1: cell, 2: cell, 3: cell, 4: cell, 5: cell });
}

const row = <Id extends string, Kind extends string>(id: Id, kind: Kind) => ({
  id: z.literal(id),
  kind: z.literal(kind),
  group: z.string().min(1),
  ...named,
});

const ladder = <Id extends string>(ids: Readonly<Record<Id, unknown>>) => ({
  per_star: cells({ level: z.int() }),
  levels: z.array(z.object({ level: z.int(), id: z.enum(keys(ids)), ...named })).min(1),
});

const ticks = cells({});

/**
 * A standard file, `otop-star-criteria/1`: what the engine reads of it, each criterion with what its
 * rule needs. Fields the engine has no use for may stand beside it (they still count for the hash).
 */
export const standardFileSchema = z.object({
  schema: z.literal('otop-star-criteria/1'),
  criteria_set: z.object({ id: z.string().min(1), version: z.string().min(1) }),
  settings: z
    .strictObject({
      safety_photos_minimum: z.int().min(1).optional(),
      unbroken_record_from_star: star.optional(),
    })
    .optional(),
  categories: z.array(z.object({ id: z.string().min(1), ...named })),
  evaluation_modes: z.array(z.object({ id: z.enum(keys(MODES)), ...named })),
  stars: z.array(z.object({ star, zh: z.string().min(1), category: z.string(), certificate: z.boolean() })),
  criteria: z.array(
    z.discriminatedUnion('id', [
      z.object({
        ...row('BASIC.LICENCE', 'document_set'),
        per_star: ticks,
        satisfy_any_of: z.array(z.array(z.enum(keys(LICENCE_KINDS))).min(1)).min(1),
      }),
      z.object({
        ...row('BASIC.COMPLIANCE_CERTS', 'document_set'),
        per_star: ticks,
        links_zh: z.array(z.string().min(1)).min(1),
        links_en: z.array(z.enum(LINKS)).min(1),
      }),
      z.object({ ...row('BASIC.SAFETY_PHOTOS', 'photo_set'), per_star: ticks }),
      z.object({ ...row('RISK.CLEAN_RECORD', 'clean_period'), per_star: cells({ months: z.int().min(1) }) }),
      z.object({ ...row('RISK.TRACEABILITY', 'ordered_level'), ...ladder(TRACEABILITY) }),
      z.object({ ...row('RISK.RISK_CONTROL', 'ordered_level'), ...ladder(RISK_CONTROL) }),
      z.object({ ...row('RISK.QUALITY_INSURANCE', 'document_set'), per_star: ticks }),
      z.object({ ...row('TEST.PRODUCT', 'test_route'), per_star: cells({ route: z.enum(keys(ROUTES)) }) }),
      z.object({ ...row('TEST.LINES', 'on_site_checklist'), per_star: ticks }),
      z.object({ ...row('MODE.EVALUATION', 'evaluation_mode'), per_star: cells({ mode: z.enum(keys(MODES)) }) }),
      z.object({ ...row('GATE.SAMPLE_SENT', 'gate'), per_star: ticks }),
    ]),
  ),
  ambiguities: z.array(z.object({ id: z.string().min(1) })),
});

/** A standard file whose shape is right. */
export type StandardFile = z.output<typeof standardFileSchema>;
