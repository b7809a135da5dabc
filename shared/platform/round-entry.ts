import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';

const opened = {
  caseId: z.string().min(1),
  round: z.int().min(2).max(1000),
  /** The decision that the round goes against. */
  decisionId: z.string().min(1),
  /** Who opened it, by name; an entry without is from before rounds travelled. */
  actorName: z.string(),
};

/** Payload of `appeal.filed`. */
export const appealFiledSchema = z.object({
  ...opened,
  grounds: z.string(),
  receivedOn: z.string().refine((value): value is PlainDate => isPlainDate(value)),
});

/** Payload of `correction.opened`. */
export const correctionOpenedSchema = z.object({ ...opened, fact: z.string().nullable(), reason: z.string() });

/** Payload of `appeal.dismissed`. */
export const appealDismissedSchema = z.object({ caseId: z.string().min(1), reason: z.string(), actorName: z.string() });
