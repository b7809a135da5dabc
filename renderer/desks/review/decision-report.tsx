import type { DecisionView } from '#shared/contract/decisions.ts';
import { usePaper } from '#renderer/client/use-paper.ts';
import { useText } from '#renderer/ui/language.tsx';
import { PaperButton } from '#renderer/ui/paper-button.tsx';

/** The decision on paper: made when it is asked for, from what the decision keeps. */
export function DecisionReport({ decision }: { readonly decision: Pick<DecisionView, 'id' | 'round'> }) {
  const text = useText();
  const ask = usePaper('decision.report', { decisionId: decision.id });
  const title = text('panel.reportOf', { round: decision.round });
  return <PaperButton ask={ask} label={text('panel.report')} title={title} tone="quiet" />;
}
