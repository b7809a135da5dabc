import { z } from 'zod';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { command, query } from './entry.ts';

/** One version of a test plan, without its items. */
export interface TestPlanRow {
  readonly id: string;
  readonly version: string;
  readonly category: Bilingual;
  readonly effectiveOn: PlainDate;
  /** The version new orders take: the newest one whose effective day has come. One per plan at most. */
  readonly inForce: boolean;
  readonly items: number;
  /** Items whose figures nobody has yet held against the standard's text in force. */
  readonly verify: number;
  /** Who saved it, when; null for a version that came with the program. */
  readonly savedBy: string | null;
  readonly savedAt: string | null;
}

/** A version with all it says. */
export interface TestPlanView extends TestPlanRow {
  readonly plan: TestPlan;
}

export const testPlansContract = {
  /** Every version of every plan, shipped and own: plans by id, newest effective day on top. */
  'test-plan.list': query<readonly TestPlanRow[]>()('read', z.strictObject({})),
  /** A version with its items; without `version` the one in force. */
  'test-plan.get': query<TestPlanView>()(
    'read',
    z.strictObject({ planId: z.string().min(1).max(100), version: z.string().max(100).nullable().default(null) }),
  ),
  /**
   * Keeps a new plan, or a new version of one. `plan` is a plan file's content (`otop-test-plan/1`); what is wrong in
   * it is refused with the field's path under `plan`. A version is kept once and never changes; one that says what
   * another version of the plan says, or is to take effect before today, is refused.
   */
  'test-plan.save': command<TestPlanView>()('test-plans.manage', z.strictObject({ plan: z.unknown() })),
};
