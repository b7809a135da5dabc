import type { CaseView } from '#shared/contract/cases.ts';
import type { Star } from '#shared/domain/star/star.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import type { TextOf } from '#renderer/ui/language.tsx';
import { blockersOf, criterionKey } from '#renderer/ui/star-ladder-model.ts';

/** What the verdict says, in the two parts of the bar: the finding, and what follows from it. */
export interface VerdictWords {
  readonly head: string;
  readonly tail: string;
}

const starName = (star: Star, text: TextOf): string => text(`ladder.star${star}`);

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
  text('review.failedHead', wanting(verdict, star, 'not-met', text));

/** Puts a verdict into the sentence a decider reads before the button. */
export function verdictWords(verdict: Verdict, text: TextOf): VerdictWords {
  const { outcome, star, requestedStar, highestSatisfied } = verdict;
  if (outcome === 'grant') {
    const name = starName(requestedStar, text);
    return { head: text('review.grantHead', { star: name }), tail: text('review.grantTail', { star: name }) };
  }
  if (star === null) return { head: failedHead(verdict, requestedStar, text), tail: text('review.refuseTail') };
  if (outcome === 'propose') {
    const tail = text('review.proposeTail', { star: starName(star, text) });
    return { head: failedHead(verdict, requestedStar, text), tail };
  }
  const open = text('review.openHead', wanting(verdict, star, 'unknown', text));
  const head = star === requestedStar ? open : `${failedHead(verdict, requestedStar, text)} ${open}`;
  const tail =
    highestSatisfied === null
      ? text('review.undecidableTail')
      : text('review.undecidableWith', { star: starName(highestSatisfied, text) });
  return { head, tail };
}

/** The name of the decision a verdict leads to: 授予四星, 提议三星, 不予评定. */
export function decisionName(verdict: Verdict, text: TextOf): string {
  if (verdict.outcome === 'undecidable') return text('review.decide');
  if (verdict.star === null) return text('review.refuse');
  const star = starName(verdict.star, text);
  return verdict.outcome === 'grant' ? text('review.grant', { star }) : text('review.propose', { star });
}

/** Why a verdict cannot be decided on yet; null when it can. */
export function whyNotDecidable(
  view: Pick<CaseView, 'verdict' | 'opinions' | 'panelSize'>,
  text: TextOf,
): string | null {
  const { verdict, opinions, panelSize } = view;
  if (verdict.outcome === 'undecidable') {
    const what = verdict.missing.map((id) => text(`ladder.${criterionKey(id)}`)).join(text('ladder.listJoin'));
    return text('review.notDecidable', { what });
  }
  if (opinions.length >= panelSize) return null;
  const star = starName(verdict.requestedStar, text);
  return text('review.panelShort', { star, needed: panelSize, given: opinions.length });
}

/** Exactly what deciding now will do, as the dialog says it before it asks for the password. */
export function decisionConsequence(view: CaseView, text: TextOf): string {
  const { verdict, productName: product, enterpriseName: enterprise, id } = view;
  if (verdict.star === null) return text('review.willRefuse', { product, id });
  const star = starName(verdict.star, text);
  return verdict.outcome === 'grant'
    ? text('review.willGrant', { product, id, star, version: verdict.standard.version })
    : text('review.willPropose', { enterprise, star, requested: starName(verdict.requestedStar, text) });
}
