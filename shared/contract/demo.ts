import { z } from 'zod';
import { command } from './entry.ts';
import type { SessionView } from './people.ts';

export const demoContract = {
  /** Fills an empty workspace with sample people, and the sample workbook's applications when asked. */
  'demo.start': command<SessionView>()('anyone', z.strictObject({ applications: z.boolean().default(true) })),
};
