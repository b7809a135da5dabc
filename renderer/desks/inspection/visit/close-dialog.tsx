import { useCommand } from '#renderer/client/use-command.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { ConfirmWithPin } from '#renderer/ui/confirm-with-pin.tsx';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import type { VisitView } from '#shared/contract/visits.ts';
import { PAGES, progressOf } from './visit-steps.ts';
import { levelName } from './visit-words.ts';

/** Shows exactly which facts the closing writes into the case, and asks for the lead's password. */
export function CloseDialog({
  view,
  onDone,
  onClose,
}: {
  readonly view: VisitView;
  readonly onDone: (view: VisitView, said: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const today = useSession().data?.today ?? '';
  const { failure, pending, run } = useCommand('visit.close');
  const close = async (password: string): Promise<void> => {
    const reply = await run({ visitId: view.id, password });
    if (reply.ok) onDone(reply.value, text('visits.closedSaved'));
  };
  const { photos } = progressOf(view);
  return (
    <ConfirmWithPin
      title={text('visits.closeTitle')}
      confirmLabel={text('visits.close')}
      pending={pending}
      problem={failure?.text ?? null}
      onConfirm={(password) => void close(password)}
      onCancel={onClose}
    >
      <p>{text('visits.closeWill')}</p>
      <ul className="visit-will">
        {closingFacts(view, today, text).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {view.openActions === 0 ? null : <p>{text('visits.closeOpen', { count: view.openActions })}</p>}
      <p>{text('visits.closePhotos', { photos, signatures: view.signatures.length })}</p>
    </ConfirmWithPin>
  );
}

/** The facts of the case that closing records, in words. */
function closingFacts(view: VisitView, today: string, text: TextOf): readonly string[] {
  const { lines, siteTest } = view;
  return [
    text('visits.closeEvaluation', { on: today }),
    ...view.levels
      .toSorted((a, b) => PAGES.indexOf(a.kind) - PAGES.indexOf(b.kind))
      .map((level) =>
        text('visits.closeLevel', { step: text(`visits.step-${level.kind}`), value: levelName(level, text) }),
      ),
    ...(lines === null
      ? []
      : [
          text('visits.closeLines', {
            inspected: text(lines.inspected ? 'inspection.linesInspected' : 'inspection.linesNotInspected'),
            records: text(lines.recordsViewed ? 'inspection.linesRecords' : 'inspection.linesNoRecords'),
            outcome: lines.comesTo === null ? text('visits.noOutcome') : text(`ladder.outcome-${lines.comesTo}`),
          }),
        ]),
    siteTest === null
      ? text('visits.closeNoSiteTest')
      : text('visits.closeSiteTest', { outcome: text(`ladder.outcome-${siteTest.outcome}`) }),
  ];
}
