import type { CaseView } from '#shared/contract/cases.ts';
import { isOpen } from '#shared/domain/case-stage.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { impartialityText, needsRole } from '#renderer/ui/case-refusals.ts';
import { useText } from '#renderer/ui/language.tsx';

/** Why the person who sits here may not give an opinion on a case now; null when they may. */
export function useOpinionState(view: CaseView): string | null {
  const text = useText();
  const mayGive = useRight('opinions.give');
  if (!mayGive) return needsRole('opinions.give', text);
  if (!isOpen(view.stage)) return text('case.decided');
  if (view.opinions.some(({ mine }) => mine)) return text('review.alreadyGiven');
  if (view.panel.mayNotJudge === 'panel.full') return text('panel.full');
  return impartialityText(view.panel.mayNotJudge, text);
}
