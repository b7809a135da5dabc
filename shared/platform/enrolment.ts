import { z } from 'zod';

/** Two digits that name a desk in its ledger and in certificate numbers. */
export const deskCodeSchema = z.string().regex(/^\d{2}$/);

/** Shape of a one-time enrolment code as people read it out: three groups of four, no I, L, O or U. */
export const enrolmentCodeSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/);

/**
 * A desk's request to join.
 *
 * Signed with the key it announces, so that nobody enrols a key they do not hold. `desk` asks for
 * the code the desk already writes in its ledger after working alone; it is granted when free.
 * Sending the same code and key again gives the same answer, for an answer lost on the way.
 */
export const enrolRequestSchema = z.strictObject({
  code: enrolmentCodeSchema,
  /** Raw Ed25519 public key, 32 bytes in base64url. */
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** What people call the desk. */
  name: z
    .string()
    .min(1)
    .max(80)
    .refine((text) => text.isWellFormed() && !text.includes('\0')),
  desk: deskCodeSchema.optional(),
});

export type EnrolRequest = z.infer<typeof enrolRequestSchema>;

/** What a desk needs to know once it has joined. */
export const enrolReplySchema = z.object({
  desk: deskCodeSchema,
  epoch: z.string(),
  /** Where the pages behind printed QR codes live, without a trailing slash. */
  publicUrl: z.string(),
});

export type EnrolReply = z.infer<typeof enrolReplySchema>;
