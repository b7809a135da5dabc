/** The order with one thing moved by some places, kept inside the row; the same order when it cannot move. */
export function movedBy<Id>(order: readonly Id[], id: Id, step: number): readonly Id[] {
  const from = order.indexOf(id);
  if (from < 0) return order;
  const to = Math.min(Math.max(from + step, 0), order.length - 1);
  return to === from ? order : movedTo(order, id, to);
}

/** The order with one thing put at a place among the others. */
export function movedTo<Id>(order: readonly Id[], id: Id, to: number): readonly Id[] {
  const others = order.filter((one) => one !== id);
  return others.length === order.length ? order : [...others.slice(0, to), id, ...others.slice(to)];
}

/** Things in an order that was just asked for; those it does not name stay at the end as they were. */
export function inOrder<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  order: readonly string[],
): readonly Thing[] {
  const rank = new Map(order.map((id, index) => [id, index]));
  return things.toSorted((a, b) => (rank.get(a.id) ?? order.length) - (rank.get(b.id) ?? order.length));
}
