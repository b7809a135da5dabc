import { z } from 'zod';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import {
  CHAIN_LINKS,
  DOCUMENT_KINDS,
  EVALUATION_MODES,
  RISK_CONTROL_LEVELS,
  TRACEABILITY_LEVELS,
  type Dossier,
} from '#shared/domain/star/dossier.ts';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';
import { STARS } from '#shared/domain/star/star.ts';
import { plainDate } from './fields.ts';
import { wrongField } from './wrong-field.ts';

/** Text as it stands: nothing is trimmed, since the dossier is stored and replayed; only broken Unicode is refused. */
const words = z.string().refine((value) => value.isWellFormed(), { error: 'text.characters' });
const signed = { by: words.nullish(), reason: words.nullish() };
const passedOrFailed = z.enum(['passed', 'failed']);

const document = z
  .strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    link: z.enum(CHAIN_LINKS).nullish(),
    check: z.enum(['accepted', 'rejected', 'pending']).nullish(),
    validFrom: plainDate.nullish(),
    validUntil: plainDate.nullish(),
  })
  .check(({ value, issues }) => {
    const isCertificate = value.kind === 'compliance-certificate';
    if (isCertificate === (value.link != null)) return;
    const message = isCertificate ? 'link.needed' : 'link.only-certificate';
    issues.push({ code: 'custom', path: ['link'], message, input: value });
  });

/**
 * A dossier from outside, exactly as its specification writes it: unknown fields are refused at every
 * level; what is not known yet is null or absent.
 *
 * Required are the case's id, requested star and submission day, and what says which kind of thing an
 * entry is; everything else the engine can do without.
 */
export const dossierSchema = z.strictObject({
  case: z.strictObject({
    id: words.min(1, { error: 'text.empty' }),
    requestedStar: z.literal(STARS),
    submittedOn: plainDate,
    reviewOn: plainDate.nullish(),
    decisionOn: plainDate.nullish(),
  }),
  enterprise: z
    .strictObject({ name: words.nullish(), uscc: words.nullish(), foundedOn: plainDate.nullish() })
    .nullish(),
  product: z.strictObject({ name: words.nullish(), category: words.nullish() }).nullish(),
  documents: z.array(document).nullish(),
  notApplicable: z
    .array(z.strictObject({ criterion: z.enum(CRITERION_IDS), link: z.enum(CHAIN_LINKS).nullish(), ...signed }))
    .nullish(),
  incidents: z
    .array(
      z.strictObject({
        kind: z.enum(['complaint', 'accident']),
        occurredOn: plainDate.nullish(),
        status: z.enum(['open', 'upheld', 'dismissed']).nullish(),
        grade: z.enum(['important', 'minor']).nullish(),
      }),
    )
    .nullish(),
  traceability: z.enum(TRACEABILITY_LEVELS).nullish(),
  riskControl: z.enum(RISK_CONTROL_LEVELS).nullish(),
  sample: z.strictObject({ receivedOn: plainDate.nullish(), accepted: z.boolean().nullish() }).nullish(),
  spotCheck: z.strictObject({ outcome: z.enum(['passed', 'failed', 'not-selected']).nullish(), ...signed }).nullish(),
  siteTest: z.strictObject({ outcome: passedOrFailed.nullish() }).nullish(),
  lines: z
    .strictObject({
      inspected: z.boolean().nullish(),
      recordsViewed: z.boolean().nullish(),
      outcome: passedOrFailed.nullish(),
    })
    .nullish(),
  evaluation: z.strictObject({ mode: z.enum(EVALUATION_MODES).nullish(), completedOn: plainDate.nullish() }).nullish(),
  youngEnterpriseWaiver: z.strictObject(signed).nullish(),
}) satisfies z.ZodType<Dossier>;

/**
 * Reads a dossier from unknown data.
 *
 * A refusal carries the path of the first wrong field, and in its data the sentence in `zh` and `en`.
 */
export function parseDossier(input: unknown): Result<Dossier, Failure<'dossier.invalid'>> {
  const parsed = dossierSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const { field, zh, en } = wrongField(parsed.error, input);
  return fail({ code: 'dossier.invalid', ...(field === undefined ? {} : { field }), data: { zh, en } });
}
