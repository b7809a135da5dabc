import { z } from 'zod';
import { deskCodeSchema } from './enrolment.ts';

const name = z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/);
const identifier = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);

/** Lower-case hex of a SHA-256. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Number of an entry in its desk's chain. */
export const seqSchema = z.int().min(1);

/**
 * The fields of an entry the platform reads.
 *
 * Fields it does not know are left alone in the body, so a newer desk can add some.
 */
export const ledgerEntrySchema = z.object({
  v: z.int().min(1),
  id: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  desk: deskCodeSchema,
  seq: seqSchema,
  at: z.iso.datetime(),
  actor: identifier,
  type: name,
  entity: name,
  entityId: identifier,
  baseVersion: z.int().min(0),
  payload: z.record(z.string(), z.unknown()),
  blobs: z.array(hashSchema),
});

/** An entry as it travels: the exact text that was hashed and its place in the chain. */
export const sealedEntrySchema = z.strictObject({
  seq: seqSchema,
  prev: hashSchema,
  hash: hashSchema,
  body: z.string().refine((text) => text.isWellFormed() && !text.includes('\0'), 'text with a NUL or a lone surrogate'),
});

/**
 * An entry whose body the desk keeps back because the platform failed on it again and again.
 *
 * Its hash keeps the chain whole, so one poisoned entry never blocks the ones after it. The body
 * may follow later under the same seq and hash.
 */
export const withheldEntrySchema = z.strictObject({
  seq: seqSchema,
  prev: hashSchema,
  hash: hashSchema,
  withheld: z.string().min(1).max(200),
});

export type WithheldEntry = z.infer<typeof withheldEntrySchema>;
