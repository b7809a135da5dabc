import type { TestItem, TestPlan } from './test-item.ts';

/** Whether a plan is for a product category. */
export const planFits = ({ categories, id }: Pick<TestPlan, 'categories' | 'id'>, category: string): boolean =>
  categories === undefined ? id === category : categories.some((one) => one === category);

/** The plan offered first for a product category: the only one that is for it; of several a person chooses. */
export function offeredPlan<Plan extends Pick<TestPlan, 'categories' | 'id'>>(
  plans: readonly Plan[],
  category: string,
): Plan | undefined {
  const [plan, other] = plans.filter((one) => planFits(one, category));
  return other === undefined ? plan : undefined;
}

/** What of a plan is ordered for a product. */
export interface OrderScope {
  readonly ordered: number;
  readonly leftOut: readonly TestItem[];
  /** The plan is for other products. */
  readonly otherCategory: boolean;
}

/** What of a plan is ordered by these item ids; null where all of it is, and it is for the product's category. */
export function orderScope(plan: TestPlan, items: ReadonlySet<string>, category: string): OrderScope | null {
  const leftOut = plan.items.filter(({ id }) => !items.has(id));
  const otherCategory = !planFits(plan, category);
  if (leftOut.length === 0 && !otherCategory) return null;
  return { ordered: plan.items.length - leftOut.length, leftOut, otherCategory };
}
