import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Store } from './database.ts';

/** A version of a test plan as stored; `body` is the plan as JSON. */
export interface TestPlanRecord {
  readonly id: string;
  readonly version: string;
  readonly effectiveOn: PlainDate;
  readonly body: string;
  /** Null for a version that came with the program. */
  readonly savedBy: string | null;
  readonly savedAt: string | null;
}

const SELECT =
  'SELECT id, version, effective_on AS effectiveOn, body, saved_by AS savedBy, saved_at AS savedAt FROM test_plan';

export const allTestPlans = (store: Store): readonly TestPlanRecord[] =>
  store.all<TestPlanRecord>(`${SELECT} ORDER BY id, effective_on DESC, rowid DESC`);

export const findTestPlan = (store: Store, id: string, version: string): TestPlanRecord | undefined =>
  store.find<TestPlanRecord>(`${SELECT} WHERE id = ? AND version = ?`, [id, version]);

/** Keeps a version; one that is kept already stays as it is. */
export function keepTestPlan(store: Store, plan: TestPlanRecord): void {
  store.run(
    `INSERT INTO test_plan (id, version, effective_on, body, saved_by, saved_at)
     VALUES (:id, :version, :effectiveOn, :body, :savedBy, :savedAt) ON CONFLICT DO NOTHING`,
    { ...plan },
  );
}
