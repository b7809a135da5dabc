import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { INCIDENT_SOURCES } from '#shared/domain/incident.ts';

const date = z.string().refine((value): value is PlainDate => isPlainDate(value));

/** What an entry on an incident says of itself, so that a desk knows what it waits for and who did it. */
const told = { caseId: z.string().min(1), uscc: z.string().min(1), actorName: z.string() };

/** Payload of `incident.recorded`; one without the person's name is from before incidents travelled. */
export const incidentRecordedSchema = z.object({
  ...told,
  productName: z.string(),
  scope: z.enum(['product', 'enterprise']),
  kind: z.enum(['complaint', 'accident']),
  occurredOn: date,
  receivedOn: date,
  source: z.enum(INCIDENT_SOURCES),
  summary: z.string(),
});

const judged = {
  ...told,
  reason: z.string(),
  /** Ledger id of the judgement that was in force; null where there was none. */
  follows: z.string().nullable(),
  /** The open cases whose evidence it is: who judged decides none of them. */
  cases: z.array(z.string()),
};

/** Payload of `incident.graded`. */
export const incidentGradedSchema = z.object({ ...judged, grade: z.enum(['important', 'minor']) });

/** Payload of `incident.closed`. */
export const incidentClosedSchema = z.object({ ...judged, outcome: z.enum(['upheld', 'dismissed']) });
