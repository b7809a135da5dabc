import type { Star } from '#shared/domain/star/star.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import type { TextOf } from './language.tsx';
import { blockersOf, criterionKey } from './star-ladder-model.ts';

/** What the verdict says, in the two parts of the bar: the finding, and what follows from it. */
export interface VerdictWords {
  readonly head: string;
  readonly tail: string;
}

/** A star's name, 四星. */
export const starName = (star: Star, text: TextOf): string => text(`ladder.star${star}`);

/** The criteria that stand in a star's way with one answer, named and counted. */
function wanting(verdict: Verdict, star: Star, answer: 'unknown' | 'not-met', text: TextOf) {
  const ids = blockersOf(verdict, star).filter((blocker) => blocker.answer === answer);
  return {
    star: starName(star, text),
    count: ids.length,
    what: ids.map(({ id }) => text(`ladder.${criterionKey(id)}`)).join(text('ladder.listJoin')),
  };
}

const failedHead = (verdict: Verdict, star: Star, text: TextOf): string =>
  text('verdict.failedHead', wanting(verdict, star, 'not-met', text));

/** Puts a verdict into the sentence a decider reads before the button. */
export function verdictWords(verdict: Verdict, text: TextOf): VerdictWords {
  const { outcome, star, requestedStar, highestSatisfied } = verdict;
  if (outcome === 'grant') {
    const name = starName(requestedStar, text);
    return { head: text('verdict.grantHead', { star: name }), tail: text('verdict.grantTail', { star: name }) };
  }
  if (star === null) return { head: failedHead(verdict, requestedStar, text), tail: text('verdict.refuseTail') };
  if (outcome === 'propose') {
    const tail = text('verdict.proposeTail', { star: starName(star, text) });
    return { head: failedHead(verdict, requestedStar, text), tail };
  }
  const open = text('verdict.openHead', wanting(verdict, star, 'unknown', text));
  const head = star === requestedStar ? open : `${failedHead(verdict, requestedStar, text)} ${open}`;
  const tail =
    highestSatisfied === null
      ? text('verdict.undecidableTail')
      : text('verdict.undecidableWith', { star: starName(highestSatisfied, text) });
  return { head, tail };
}

/** The name of the decision a verdict leads to: 授予四星, 提议三星, 不予评定. */
export function decisionName(verdict: Verdict, text: TextOf): string {
  if (verdict.outcome === 'undecidable') return text('verdict.decide');
  if (verdict.star === null) return text('verdict.refuse');
  const star = starName(verdict.star, text);
  return verdict.outcome === 'grant' ? text('verdict.grant', { star }) : text('verdict.propose', { star });
}
