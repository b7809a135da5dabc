import type { ItemResult, ItemVerdict } from './item-result.ts';

/** A sample's verdict and the items it rests on. */
export interface SampleVerdict {
  readonly verdict: ItemVerdict;
  readonly failed: readonly string[];
  readonly undecided: readonly string[];
  /** Items that the order asks for and nobody has read yet. */
  readonly missing: readonly string[];
}

/**
 * Works out a sample's verdict from its items: one failure fails it at once; it passes only when every
 * item ordered has passed, and something was ordered at all.
 *
 * @param ordered ids of the items that the test order asks for
 * @throws RangeError when a result belongs to no ordered item, or two to one: the caller mixed up samples.
 */
export function sampleVerdict(ordered: readonly string[], results: readonly ItemResult[]): SampleVerdict {
  const open = new Set(ordered);
  for (const { itemId } of results) {
    if (!open.delete(itemId)) throw new RangeError(`no open item ${itemId} in this order`);
  }
  const having = (verdict: ItemVerdict): readonly string[] =>
    results.filter((result) => result.verdict === verdict).map(({ itemId }) => itemId);
  const [failed, undecided, missing] = [having('failed'), having('undecided'), [...open]];
  const complete = ordered.length > 0 && undecided.length === 0 && missing.length === 0;
  return { verdict: failed.length > 0 ? 'failed' : complete ? 'passed' : 'undecided', failed, undecided, missing };
}
