import { z } from 'zod';
import { applicationSchema } from './application.ts';
import { consentAnswerSchema } from './consent.ts';
import { acceptedEntrySchema } from './push.ts';
import { PULL_PAGE_EVENTS } from './limits.ts';

/** Where a desk stands in the platform's stream; without an epoch it starts from the beginning. */
export const pullQuerySchema = z.strictObject({
  epoch: z.string().max(64).optional(),
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(PULL_PAGE_EVENTS).default(PULL_PAGE_EVENTS),
});

export type PullQuery = z.infer<typeof pullQuerySchema>;

const cursorSchema = z.int().min(1);

/** Another desk's accepted entry, coming down. */
export const entryEventSchema = acceptedEntrySchema.extend({ cursor: cursorSchema, kind: z.literal('entry') });

/** An application that the national platform handed over; a later one with the same number replaces it. */
export const applicationEventSchema = z.object({
  cursor: cursorSchema,
  kind: z.literal('application.submitted'),
  application: applicationSchema,
});

/** An applicant's answer to a proposed lower star. */
export const consentEventSchema = z.object({
  cursor: cursorSchema,
  kind: z.literal('consent.answered'),
  consent: consentAnswerSchema,
});

/** A kind this program does not know yet: kept raw, the cursor moves on, the user is told to update. */
export const unknownEventSchema = z.looseObject({ cursor: cursorSchema, kind: z.string() });

export type EntryEvent = z.infer<typeof entryEventSchema>;
export type ApplicationEvent = z.infer<typeof applicationEventSchema>;
export type ConsentEvent = z.infer<typeof consentEventSchema>;
export type KnownEvent = EntryEvent | ApplicationEvent | ConsentEvent;
export type UnknownEvent = z.infer<typeof unknownEventSchema>;

/** One event of the stream as a desk handles it. */
export type PullEvent =
  | { readonly known: true; readonly event: KnownEvent }
  | { readonly known: false; readonly event: UnknownEvent };

/**
 * A page of the stream: others' accepted entries and applications, in the platform's order.
 *
 * `cursor` is where to go on, also when the page holds nothing for this desk.
 */
export const pullReplySchema = z.object({
  epoch: z.string(),
  cursor: z.int().min(0),
  more: z.boolean(),
  events: z.array(unknownEventSchema),
});

export type PullReply = z.infer<typeof pullReplySchema>;

const KNOWN_EVENTS = z.discriminatedUnion('kind', [entryEventSchema, applicationEventSchema, consentEventSchema]);

/** Reads one event: known when its kind and shape are, raw otherwise. */
export function readPullEvent(event: UnknownEvent): PullEvent {
  const known = KNOWN_EVENTS.safeParse(event);
  return known.success ? { known: true, event: known.data } : { known: false, event };
}
