import type { TestPlan } from './test-item.ts';

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
