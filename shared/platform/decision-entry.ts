import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { TOUCHES } from '#shared/domain/impartiality.ts';
import { ROUND_KINDS } from '#shared/domain/panel.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const date = z.string().refine((value): value is PlainDate => isPlainDate(value));
const star = z.int().min(1).max(5);

/**
 * Payload of `decision.made`: all that another desk needs to show the decision, to hold it beside its
 * own, and to replay it. Dossier and verdict travel as the exact texts that were hashed.
 */
export const decisionEntrySchema = z.object({
  decisionId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  round: z.int().min(1).max(1000),
  kind: z.enum(ROUND_KINDS),
  /** Why the round was opened; empty for the first. */
  reason: z.string(),
  outcome: z.enum(['grant', 'propose', 'refuse']),
  star: star.nullable(),
  requestedStar: star,
  standard: z.string(),
  standardSha256: sha256,
  dossier: z.string(),
  verdict: z.string(),
  dossierSha256: sha256,
  verdictSha256: sha256,
  /** Canonical JSON of what the panel said and of who had to do with the case. */
  opinions: z.string(),
  people: z.string(),
  /** Who decided, by name; the ledger entry's actor is their id. */
  by: z.string(),
  decidedAt: z.string(),
  note: z.string().nullable(),
  appealUntil: date,
  consentUntil: date.nullable(),
});

export type DecisionEntry = z.infer<typeof decisionEntrySchema>;

/** Payload of `consent.given` and `consent.refused`. */
export const consentEntrySchema = z.object({
  decisionId: z.string(),
  how: z.string(),
  channel: z.enum(['paper', 'platform']),
});

/** One person in a decision's record. */
export const decisionPeopleSchema = z.array(
  z.object({
    personId: z.string().min(1),
    touches: z.array(z.enum(TOUCHES)),
  }),
);
