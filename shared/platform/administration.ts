import { z } from 'zod';
import { applicationSchema } from './application.ts';
import { deskCodeSchema, enrolmentCodeSchema } from './enrolment.ts';
import { UPLOAD_MAX_APPLICATIONS } from './limits.ts';

/** Answer to the administrator who asks for a code that lets one more desk in, once. */
export const enrolmentCodeReplySchema = z.object({ code: enrolmentCodeSchema, expiresAt: z.string() });

export type EnrolmentCodeReply = z.infer<typeof enrolmentCodeReplySchema>;

/** What the platform keeps of a desk: the anchor of its ledger, seen from outside. */
export const deskListReplySchema = z.object({
  desks: z.array(
    z.object({
      desk: deskCodeSchema,
      name: z.string(),
      enrolledAt: z.string(),
      /** Last seq held, and its hash. */
      ack: z.int(),
      head: z.string(),
      /** When another history was seen under this code; a restored or cloned disk. */
      forkedAt: z.string().optional(),
    }),
  ),
});

export type DeskListReply = z.infer<typeof deskListReplySchema>;

/**
 * Applications handed over by the national platform: all or none.
 *
 * The same application twice changes nothing; one with another content replaces the former and
 * goes to the desks again.
 */
export const applicationUploadSchema = z.strictObject({
  applications: z.array(applicationSchema).min(1).max(UPLOAD_MAX_APPLICATIONS),
});

export type ApplicationUpload = z.infer<typeof applicationUploadSchema>;

export const applicationUploadReplySchema = z.object({
  added: z.int(),
  replaced: z.int(),
  unchanged: z.int(),
});

export type ApplicationUploadReply = z.infer<typeof applicationUploadReplySchema>;

/** Whether the platform can do its work now. */
export const healthReplySchema = z.object({ ok: z.literal(true), epoch: z.string() });

export type HealthReply = z.infer<typeof healthReplySchema>;
