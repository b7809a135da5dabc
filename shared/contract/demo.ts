import { z } from 'zod';
import { command } from './entry.ts';
import type { SessionView } from './people.ts';

export const demoContract = {
  /**
   * Fills an empty workspace with sample people and the sample workbook's applications; with `job`
   * these are taken through samples, documents, inspection and opinions to their decisions.
   */
  'demo.start': command<SessionView>()(
    'anyone',
    z.strictObject({ applications: z.boolean().default(true), job: z.boolean().default(false) }),
  ),
};
