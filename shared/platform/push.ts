import { z } from 'zod';
import { deskCodeSchema } from './enrolment.ts';
import { sealedEntrySchema, seqSchema, withheldEntrySchema } from './ledger-entry-schema.ts';
import { PUSH_MAX_ENTRIES } from './limits.ts';

/** A run of a desk's ledger: ascending and gapless by `seq`. */
export const pushRequestSchema = z.strictObject({
  entries: z
    .array(z.union([sealedEntrySchema, withheldEntrySchema]))
    .min(1)
    .max(PUSH_MAX_ENTRIES)
    .refine(
      (entries) => entries.every((entry, index) => index === 0 || entry.seq === (entries[index - 1]?.seq ?? 0) + 1),
      'entries are not in gapless ascending order',
    ),
});

export type PushRequest = z.infer<typeof pushRequestSchema>;
export type PushEntry = PushRequest['entries'][number];

/** An entry as the platform holds it; `version` is the entity's version it made, where guarded. */
export const acceptedEntrySchema = sealedEntrySchema.extend({
  desk: deskCodeSchema,
  version: z.int().min(1).optional(),
});

export type AcceptedEntry = z.infer<typeof acceptedEntrySchema>;

/** Why an entry is kept but counts for nothing until a person looks at it. */
export const QUARANTINE_REASONS = [
  'withheld',
  'body-unreadable',
  'body-not-canonical',
  'fields-invalid',
  'desk-mismatch',
  'seq-mismatch',
  'id-taken',
  'payload-invalid',
  'number-taken',
] as const;

export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

/** What became of one entry; the same for ever, however often it is sent. */
export const verdictSchema = z.discriminatedUnion('verdict', [
  z.object({
    seq: seqSchema,
    verdict: z.literal('accepted'),
    version: z.int().min(1).optional(),
    /** Its place in the stream, which says what comes after what at every desk. */
    cursor: z.int().min(1).optional(),
  }),
  z.object({
    seq: seqSchema,
    verdict: z.literal('conflict'),
    /** The entry that won; absent when nothing stands there and the desk's `baseVersion` is from nowhere. */
    current: acceptedEntrySchema.optional(),
  }),
  z.object({ seq: seqSchema, verdict: z.literal('quarantined'), reason: z.string() }),
]);

export type Verdict = z.infer<typeof verdictSchema>;

/** Verdicts in the order of the request, and the last seq the platform holds of this desk. */
export const pushReplySchema = z.object({ ack: z.int().min(0), verdicts: z.array(verdictSchema) });

export type PushReply = z.infer<typeof pushReplySchema>;
