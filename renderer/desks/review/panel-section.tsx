import { useState } from 'react';
import type { CaseView } from '#shared/contract/cases.ts';
import type { SeatView } from '#shared/contract/panels.ts';
import { isOpen } from '#shared/domain/case-stage.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { interestText, needsRole } from '#renderer/ui/case-refusals.ts';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { DisagreementList } from './disagreement-list.tsx';
import { Opinions } from './opinions.tsx';
import { ReleaseDialog, WithdrawDialog } from './seat-dialogs.tsx';

type Asking = 'assign' | 'withdraw' | SeatView | null;

const TITLES = {
  first: 'panel.title',
  appeal: 'panel.appealPanel',
  correction: 'panel.correctionPanel',
  lapsed: 'panel.lapsedPanel',
} as const;

/** Who reviews the case, how far the panel is, and once everybody has spoken what was said and where it differs. */
export function PanelSection({
  view,
  onSaved,
}: {
  readonly view: CaseView;
  readonly onSaved: (message: string) => void;
}) {
  const text = useText();
  const assigns = useRight('panels.assign');
  const gives = useRight('opinions.give');
  const take = useCommand('panel.take');
  const [asking, setAsking] = useState<Asking>(null);
  const { panel } = view;
  const open = isOpen(view.stage) && !panel.complete;
  const mine = panel.seats.find((seat) => seat.mine);
  const saved = (message: string): void => {
    setAsking(null);
    onSaved(message);
  };
  const sit = async (): Promise<void> => {
    const reply = await take.run({ caseId: view.id });
    if (reply.ok) saved(text('panel.taken'));
  };
  return (
    <section className="panel-section" aria-label={text(TITLES[panel.kind])}>
      <h2>
        {text(TITLES[panel.kind])}{' '}
        <span className="dim small">{text('panel.seats', { held: panel.seats.length, size: panel.size })}</span>
      </h2>
      {panel.seats.length === 0 ? <p className="dim">{text('panel.noSeats')}</p> : null}
      {panel.complete ? null : (
        <ul className="seats">
          {panel.seats.map((seat) => (
            <li key={seat.personId} className="seat">
              <span>
                {seat.name}
                {seat.mine ? <span className="dim small">（{text('panel.you')}）</span> : null}{' '}
                <span className="dim small">
                  {text(seat.given ? 'panel.spoken' : 'panel.silent')} ·{' '}
                  {seat.assignedBy === seat.name
                    ? text('panel.took', { at: showMoment(seat.assignedAt) })
                    : text('panel.assigned', { by: seat.assignedBy, at: showMoment(seat.assignedAt) })}
                </span>
              </span>
              {open && !seat.given && (seat.mine || assigns) ? (
                <ActionButton tone="quiet" disabledReason={interestText(view, text)} onPress={() => setAsking(seat)}>
                  {text('panel.release')}
                </ActionButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <Opinions view={view} />
      {panel.disagreement === null ? null : (
        <DisagreementList disagreement={panel.disagreement} count={view.opinions.length} />
      )}
      {open ? (
        <div className="panel-deeds">
          <ActionButton
            disabledReason={assigns ? interestText(view, text) : needsRole('panels.assign', text)}
            onPress={() => setAsking('assign')}
          >
            {text('panel.assign')}
          </ActionButton>
          {gives && mine === undefined && panel.free > 0 && panel.mayNotJudge === null ? (
            <ActionButton pending={take.pending} onPress={() => void sit()}>
              {text('panel.take')}
            </ActionButton>
          ) : null}
          {mine?.given === true ? (
            <ActionButton
              disabledReason={view.opinions.some((one) => one.mine && one.wasOpen) ? text('panel.wasOpen') : null}
              onPress={() => setAsking('withdraw')}
            >
              {text('panel.withdraw')}
            </ActionButton>
          ) : null}
        </div>
      ) : null}
      {take.failure === null ? null : <Notice kind="error">{take.failure.text}</Notice>}
      {asking === 'assign' ? <AssignDialog view={view} onDone={saved} onClose={() => setAsking(null)} /> : null}
      {asking === 'withdraw' ? <WithdrawDialog view={view} onDone={saved} onClose={() => setAsking(null)} /> : null}
      {asking === null || typeof asking === 'string' ? null : (
        <ReleaseDialog view={view} seat={asking} onDone={saved} onClose={() => setAsking(null)} />
      )}
    </section>
  );
}
