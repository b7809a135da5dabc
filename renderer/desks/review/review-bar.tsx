import { useState } from 'react';
import type { CaseView } from '#shared/contract/cases.ts';
import { isOpen } from '#shared/domain/case-stage.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { impartialityText, needsRole } from '#renderer/ui/case-refusals.ts';
import { ActionBar, type PrimaryAction } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { useOpinionState } from './opinion-state.ts';
import { OpinionDialog } from './opinion-dialog.tsx';
import { decisionText } from './decision-line.tsx';
import { whyNotDecidable } from './decision-words.ts';
import { decisionName, verdictWords } from '#renderer/ui/verdict-words.ts';

type Asking = 'decide' | 'consent' | 'conflict' | 'opinion' | null;

/** Why no consent can be given to a proposal any more, so that it is decided anew. */
const ANEW: ReadonlySet<string | null> = new Set(['consent.lapsed', 'consent.fallen']);

/** The bar under a case: what the verdict says, and the one next deed of the person who sits here. */
export function ReviewBar({ view, onSaved }: { readonly view: CaseView; readonly onSaved: (message: string) => void }) {
  const text = useText();
  const [asking, setAsking] = useState<Asking>(null);
  const decides = useRight('cases.decide');
  const consents = useRight('consents.record');
  const gives = useRight('opinions.give');
  const opinion = useOpinionState(view);
  const words = verdictWords(view.verdict, text);
  const open = isOpen(view.stage);
  const awaitsConsent = view.stage === 'proposed';
  const anew = awaitsConsent && ANEW.has(view.mayNotConsent);
  const decide: PrimaryAction = {
    label: anew ? text('review.decideAnew') : decisionName(view.verdict, text),
    onPress: () => setAsking('decide'),
    disabledReason:
      (decides ? null : needsRole('cases.decide', text)) ??
      impartialityText(view.mayNotDecide, text) ??
      whyNotDecidable(view, text),
  };
  const give: PrimaryAction = {
    label: text('review.mine'),
    onPress: () => setAsking('opinion'),
    disabledReason: opinion,
  };
  const consent: PrimaryAction = {
    label: text('review.consent'),
    onPress: () => setAsking('consent'),
    disabledReason: consents ? null : needsRole('consents.record', text),
  };
  const opinionFirst = open && gives && !view.panel.complete && (!decides || opinion === null);
  const primary = anew ? decide : awaitsConsent ? consent : open ? (opinionFirst ? give : decide) : undefined;
  const done = (message: string): void => {
    setAsking(null);
    onSaved(message);
  };
  const close = (): void => setAsking(null);
  return (
    <>
      <ActionBar
        primary={primary}
        info={
          open || awaitsConsent || view.decision === null ? (
            <>
              <b>{words.head}</b> <span className="dim">{words.tail}</span>
            </>
          ) : (
            <b>{decisionText(view.decision, text)}</b>
          )
        }
      >
        <ActionButton onPress={() => setAsking('conflict')}>{text('case.conflict')}</ActionButton>
        {open && opinionFirst && decides ? (
          <ActionButton onPress={decide.onPress} disabledReason={decide.disabledReason ?? null}>
            {decide.label}
          </ActionButton>
        ) : null}
        {open && !opinionFirst && opinion === null ? (
          <ActionButton onPress={give.onPress}>{give.label}</ActionButton>
        ) : null}
      </ActionBar>
      {asking === 'decide' ? <DecideDialog view={view} onDone={done} onClose={close} /> : null}
      {asking === 'consent' ? <ConsentDialog view={view} onDone={done} onClose={close} /> : null}
      {asking === 'conflict' ? <ConflictDialog view={view} onDone={done} onClose={close} /> : null}
      {asking === 'opinion' ? <OpinionDialog view={view} onDone={done} onClose={close} /> : null}
    </>
  );
}
