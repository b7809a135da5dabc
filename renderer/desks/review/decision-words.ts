import type { CaseView } from '#shared/contract/cases.ts';
import type { TextOf } from '#renderer/ui/language.tsx';
import { criterionKey } from '#renderer/ui/star-ladder-model.ts';
import { starName } from '#renderer/ui/verdict-words.ts';

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
