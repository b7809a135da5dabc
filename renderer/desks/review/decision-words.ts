import type { CaseView } from '#shared/contract/cases.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import type { TextOf } from '#renderer/ui/language.tsx';
import { criterionKey } from '#renderer/ui/star-ladder-model.ts';
import { starName } from '#renderer/ui/verdict-words.ts';

/** Why a verdict cannot be decided on yet; null when it can. */
export function whyNotDecidable(
  view: Pick<CaseView, 'verdict' | 'opinions' | 'panelSize'>,
  text: TextOf,
): string | null {
  const { verdict, opinions, panelSize } = view;
  if (verdict.outcome === 'undecidable') return missingWords(verdict, text);
  if (opinions.length >= panelSize) return null;
  const star = starName(verdict.requestedStar, text);
  return text('review.panelShort', { star, needed: panelSize, given: opinions.length });
}

const missingWords = (verdict: Verdict, text: TextOf): string =>
  text('review.notDecidable', {
    what: verdict.missing.map((id) => text(`ladder.${criterionKey(id)}`)).join(text('ladder.listJoin')),
  });

/** Exactly what deciding now will do, as the dialog says it before it asks for the password. */
export function decisionConsequence(
  { productName: product, enterpriseName: enterprise, id }: Pick<CaseView, 'productName' | 'enterpriseName' | 'id'>,
  verdict: Verdict,
  text: TextOf,
): string {
  if (verdict.outcome === 'undecidable') return missingWords(verdict, text);
  if (verdict.star === null) return text('review.willRefuse', { product, id });
  const star = starName(verdict.star, text);
  return verdict.outcome === 'grant'
    ? text('review.willGrant', { product, id, star, version: verdict.standard.version })
    : text('review.willPropose', { enterprise, star, requested: starName(verdict.requestedStar, text) });
}
