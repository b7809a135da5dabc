import { z } from 'zod';
import type { CaseId } from '#shared/base/ids.ts';
import { command, query } from './entry.ts';
import { caseId, cursor, id, limit, type Page } from './fields.ts';

/** A case that waits for a draw. */
export interface DrawCandidate {
  readonly caseId: CaseId;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  readonly dueOn: string;
}

/** A draw in the list. */
export interface DrawRow {
  readonly id: string;
  /** `SC-2026-01-0001`. */
  readonly number: string;
  /** What somebody contributed, then what the program made: `6-k7m2hq9xw4ac`. */
  readonly seed: string;
  readonly sharePercent: number;
  readonly cases: number;
  readonly selected: number;
  readonly by: string;
  readonly at: string;
}

/** One case of a draw. */
export interface DrawnCase {
  readonly caseId: CaseId;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly selected: boolean;
}

/** A draw with everything it was made from. */
export interface DrawView extends DrawRow {
  readonly algorithm: string;
  /** In the order the draw reads them. */
  readonly drawn: readonly DrawnCase[];
}

/** Whether a draw worked out again gives what was stored. */
export interface DrawCheck {
  readonly holds: boolean;
  readonly selected: readonly string[];
  readonly stored: readonly string[];
}

const drawId = id<string>();

export const drawsContract = {
  /** 1–2★ cases with an accepted sample that wait for a spot check, have no order for one and were never in a draw. */
  'draw.candidates': query<Page<DrawCandidate>>()('read', z.strictObject({ cursor, limit })),
  'draw.list': query<Page<DrawRow>>()('read', z.strictObject({ cursor, limit })),
  'draw.get': query<DrawView>()('read', z.strictObject({ drawId })),
  /** The draw a case was in; null when it was in none. */
  'draw.of-case': query<{ readonly drawId: string; readonly number: string; readonly selected: boolean } | null>()(
    'read',
    z.strictObject({ caseId }),
  ),
  /** Works a draw out again from its seed and list. */
  'draw.verify': query<DrawCheck>()('read', z.strictObject({ drawId })),
  /**
   * Draws among the cases that wait. Those drawn go to the laboratory; the others are recorded as not
   * selected. The share is the setting's. The seed is made when the list is fixed, so that nobody can try draws
   * beforehand; `contribution`, anything thrown or published in front of others, is put before it. `expected` is how
   * many cases the person saw waiting.
   */
  'draw.make': command<DrawView>()(
    'evidence.record',
    z.strictObject({
      contribution: z
        .string()
        .regex(/^[0-9A-Za-z-]{1,40}$/, { error: 'contribution.form' })
        .nullable()
        .default(null),
      expected: z.number().int().min(0).nullable().default(null),
    }),
  ),
};
