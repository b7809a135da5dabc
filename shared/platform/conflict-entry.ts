import { z } from 'zod';

/** Payload of `conflict.declared`; one without the person's name is from before declarations travelled, and bars too. */
export const conflictDeclaredSchema = z.object({
  uscc: z.string().min(1),
  reason: z.string(),
  kind: z.enum(['interest', 'paid-services']).default('interest'),
  actorName: z.string().exactOptional(),
});
