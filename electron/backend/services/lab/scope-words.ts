import { sentence } from '#shared/domain/codes/sentence.ts';
import { wordOf } from '#shared/domain/codes/vocabulary.ts';
import { orderScope } from '#shared/domain/lab/plan-fit.ts';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { TestOrderRecord } from '#electron/backend/store/lab-repository.ts';
import type { Room } from '#electron/backend/services/room.ts';
import { orderedPlan } from './test-plans.ts';

/** In how far an order of these items is not a whole plan for the product's category; null where it is. */
export function scopeWords(plan: TestPlan, items: readonly string[], category: string): Bilingual | null {
  const scope = orderScope(plan, new Set(items), category);
  if (scope === null) return null;
  const { leftOut, ordered, otherCategory } = scope;
  const total = plan.items.length;
  const word = wordOf('category', category);
  const parts = [
    ...(otherCategory
      ? [
          sentence(
            `采用其他类别的方案“${plan.category.zh}”，产品类别为“${word?.zh ?? category}”`,
            `by a plan for other products, “${plan.category.en}”; the product is “${word?.en ?? category}”`,
          ),
        ]
      : []),
    ...(leftOut.length === 0
      ? []
      : [
          sentence(
            `方案共 ${total} 项，本次 ${ordered} 项，未检：${leftOut.map(({ zh }) => zh).join('、')}`,
            `${ordered} of the plan’s ${total} items; not tested: ${leftOut.map(({ en }) => en).join(', ')}`,
          ),
        ]),
  ];
  return sentence(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
}

/** {@link scopeWords} of an order, with the reason that was given; orders from before it was asked for have none. */
export function scopeOf(room: Room, order: TestOrderRecord): Bilingual | null {
  const plan = orderedPlan(room, order.planId, order.planVersion);
  const words = scopeWords(plan, JSON.parse(order.items) as readonly string[], order.category);
  if (words === null) return null;
  const { scopeReason } = order;
  return sentence(
    `${words.zh}；原因：${scopeReason ?? '未记录'}`,
    `${words.en}; reason: ${scopeReason ?? 'none recorded'}`,
  );
}
