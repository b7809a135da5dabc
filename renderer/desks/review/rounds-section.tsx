import { useState } from 'react';
import type { RoundView } from '#shared/contract/appeals.ts';
import type { CaseView } from '#shared/contract/cases.ts';
import type { DecisionView } from '#shared/contract/decisions.ts';
import { isOpen } from '#shared/domain/case-stage.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { interestText } from '#renderer/ui/case-refusals.ts';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { AppealDialog } from './appeal-dialog.tsx';
import { CaseFiles } from './case-files.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { decisionText } from './decision-line.tsx';
import { DecisionReport } from './decision-report.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';

/** Every review of the case with what came of it; from here an appeal, a correction and the reports begin. */
export function RoundsSection({
  view,
  onSaved,
}: {
  readonly view: CaseView;
  readonly onSaved: (message: string) => void;
}) {
  const text = useText();
  const [asking, setAsking] = useState<'appeal' | 'correction' | 'dismiss' | null>(null);
  const files = useRight('appeals.file');
  const corrects = useRight('corrections.open');
  const decides = useRight('cases.decide');
  const appeal = view.rounds.at(-1)?.appeal;
  const interest = interestText(view, text);
  const isAppealed = appeal?.outcome === 'open';
  const saved = (message: string): void => {
    setAsking(null);
    onSaved(message);
  };
  const close = (): void => setAsking(null);
  if (view.standing === null && view.rounds.length < 2) return null;
  return (
    <section className="rounds" aria-label={text('panel.rounds')}>
      <h2>{text('panel.rounds')}</h2>
      <ol>
        {view.rounds.map((round) => (
          <Round key={round.round} round={round} standing={view.standing} />
        ))}
      </ol>
      <div className="panel-deeds">
        {files && view.mayNotAppeal === null ? (
          <ActionButton disabledReason={interest} onPress={() => setAsking('appeal')}>
            {text('panel.appeal')}
          </ActionButton>
        ) : null}
        {corrects && view.standing !== null && !isOpen(view.stage) ? (
          <ActionButton disabledReason={interest} onPress={() => setAsking('correction')}>
            {text('panel.correction')}
          </ActionButton>
        ) : null}
        {decides && isAppealed && view.mayNotDecide === null ? (
          <ActionButton onPress={() => setAsking('dismiss')}>{text('panel.dismiss')}</ActionButton>
        ) : null}
      </div>
      {asking === 'appeal' ? <AppealDialog view={view} onDone={saved} onClose={close} /> : null}
      {asking === 'correction' ? <CorrectionDialog view={view} onDone={saved} onClose={close} /> : null}
      {asking === 'dismiss' && appeal != null ? (
        <DismissDialog view={view} appeal={appeal} onDone={saved} onClose={close} />
      ) : null}
    </section>
  );
}

function Round({ round, standing }: { readonly round: RoundView; readonly standing: DecisionView | null }) {
  const text = useText();
  const { appeal, decision, kind, openedAt, openedBy, reason, state } = round;
  return (
    <li className="round">
      <div>
        <b>{text(`panel.round-${kind}`)}</b>{' '}
        <Tag tone={state === 'open' ? 'wait' : 'plain'}>{text(`panel.round-${state}`)}</Tag>
        {decision !== null && decision.id !== standing?.id ? <Tag tone="plain">{text('panel.superseded')}</Tag> : null}
      </div>
      {openedBy === null ? null : (
        <div className="dim small">{text('panel.roundOpened', { by: openedBy, at: showMoment(openedAt) })}</div>
      )}
      {round.fact === null ? null : <div className="small">{text(`panel.fact-${round.fact}`)}</div>}
      {reason === '' ? null : <div className="small round-reason">{reason}</div>}
      {appeal === null ? null : (
        <>
          <div className="small">
            {text(`panel.appeal-${appeal.outcome}`)}
            {appeal.reason === null ? '' : ` · ${appeal.reason}`}
          </div>
          <CaseFiles owner={{ kind: 'appeal', id: appeal.id }} isOpen={appeal.outcome === 'open'} />
        </>
      )}
      {decision === null ? null : <div className="small">{decisionText(decision, text)}</div>}
      {decision === null ? null : <DecisionReport decision={decision} />}
      {round.void.map((given) => (
        <div key={given.id} className="dim small">
          <s>{decisionText(given, text)}</s> {text('panel.void', { desk: decision?.desk ?? '' })}
        </div>
      ))}
    </li>
  );
}
