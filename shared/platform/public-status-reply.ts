import { z } from 'zod';
import { isPlainDate } from '#shared/base/plain-date.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { MarkFact } from '#shared/domain/public-status.ts';

const text = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
const date = z.string().refine(isPlainDate, 'not a date that exists');
const number = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{3,63}$/);
const star = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** The unguessable end of a printed link `/v/TOKEN`: short, so that the code stays coarse enough to print small. */
export const markTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{8,32}$/);

/** Payload of `certificate.issued` and `badge.issued`; fields beside these are left alone. */
export const markPayloadSchema = z.object({
  number,
  token: markTokenSchema,
  caseId: text,
  star,
  productName: text,
  enterpriseName: text,
  issuedOn: date,
  validUntil: date,
});

const warningPayloadSchema = z.object({ number, level: z.enum(['yellow', 'red']) });
const numberPayloadSchema = z.object({ number });

/**
 * Reads an entry as a fact about a printed mark; nothing when it is of another type.
 *
 * Codes: `payload-invalid` when the type says it is one and the payload is not.
 */
export function readMarkFact(type: string, payload: unknown): Result<MarkFact | undefined> {
  switch (type) {
    case 'certificate.issued':
    case 'badge.issued': {
      const mark = markPayloadSchema.safeParse(payload);
      return mark.success ? ok({ type, mark: mark.data }) : fail({ code: 'payload-invalid' });
    }
    case 'warning.raised':
    case 'warning.lifted': {
      const warning = warningPayloadSchema.safeParse(payload);
      return warning.success ? ok({ type, ...warning.data }) : fail({ code: 'payload-invalid' });
    }
    case 'certificate.suspended':
    case 'certificate.restored':
    case 'certificate.withdrawn': {
      const named = numberPayloadSchema.safeParse(payload);
      return named.success ? ok({ type, number: named.data.number }) : fail({ code: 'payload-invalid' });
    }
    default:
      return ok(undefined);
  }
}

/** What `/v/TOKEN` answers to a program; the case and the token stay inside. */
export const publicStatusReplySchema = z.object({
  state: z.enum(['valid', 'yellow', 'red', 'suspended', 'withdrawn', 'expired', 'unknown']),
  /** A standing warning, told also where the state outranks it. */
  warning: z.enum(['yellow', 'red']).optional(),
  mark: z
    .object({
      number,
      star,
      productName: z.string(),
      enterpriseName: z.string(),
      issuedOn: z.string(),
      validUntil: z.string(),
    })
    .optional(),
  /** When the platform answered, ISO 8601 in UTC. */
  checkedAt: z.string(),
});

export type PublicStatusReply = z.infer<typeof publicStatusReplySchema>;
