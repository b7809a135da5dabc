import { because, type ItemResult, resultOf } from './item-result.ts';
import type { WordingReading } from './reading.ts';
import type { WordingItem } from './test-item.ts';

/** A finding's letters and digits alone, so that a comma or a space more is not another finding. */
export const plainFinding = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const isOneOf = (text: string, findings: readonly string[]): boolean =>
  findings.some((finding) => plainFinding(finding) === text);

/**
 * Judges words: a finding that the plan lists as meeting or failing the wording decides by itself,
 * whoever typed it; any other needs a named person's judgement, and is undecided until it has one.
 */
export function evaluateWording(item: WordingItem, reading: WordingReading): ItemResult {
  const found = reading.text.trim();
  const text = plainFinding(found);
  const { judgement } = reading;
  const named = judgement !== undefined && judgement.by.trim() !== '' && text !== '' ? judgement.meets : undefined;
  const meets = isOneOf(text, item.fails) ? false : isOneOf(text, item.meets) ? true : named;
  return resultOf(item, {
    verdict: meets === undefined ? 'undecided' : meets ? 'passed' : 'failed',
    reasons: [because(meets === undefined ? 'wording.unknown' : meets ? 'wording.met' : 'wording.not-met', { found })],
    raw: [reading.text],
    unit: null,
    requirement: item.wording.zh,
    reported: found,
  });
}
