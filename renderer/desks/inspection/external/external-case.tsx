import { useState, type ReactNode } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { CasePending } from '#renderer/ui/case-pending.tsx';
import { impartialityText, needsRole } from '#renderer/ui/case-refusals.ts';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { CommissionView } from '#shared/contract/external.ts';
import { isOpen } from '#shared/domain/case-stage.ts';
import { CommissionDialog } from './commission-dialog.tsx';
import { CommissionWork } from './commission-work.tsx';
import { ReportWork } from './report-work.tsx';
import { EarlierWork, ExternalHead, type Work } from './work-parts.tsx';

/** The delegated evaluation of one case, at whatever step it is. */
export function ExternalCase({
  caseId,
  queue,
  onMoved,
}: {
  readonly caseId: string;
  readonly queue: ReactNode;
  readonly onMoved: Work['onMoved'];
}) {
  const text = useText();
  const today = useSession().data?.today ?? '';
  const records = useRight('evidence.record');
  const { data: view, failure, refetch } = useQuery('case.get', { caseId });
  const external = useQuery('external.get', { caseId });
  const [said, setSaid] = useState<string | null>(null);
  const problem = failure ?? external.failure;
  if (view === undefined || external.data === undefined)
    return <CasePending queue={queue} problem={problem?.text ?? null} />;
  const closed = isOpen(view.stage) ? impartialityText(view.mayNotEvaluate, text) : text('case.decided');
  const work: Work = {
    view,
    queue,
    today,
    mayNot: (records ? null : needsRole('evidence.record', text)) ?? closed,
    said:
      said === null ? null : (
        <Notice kind="saved" onClose={() => setSaid(null)}>
          {said}
        </Notice>
      ),
    onSaid: (words) => {
      setSaid(words);
      external.refetch();
      refetch();
    },
    onMoved,
  };
  const [current, ...earlier] = external.data.commissions;
  if (current === undefined || current.state === 'cancelled') {
    return <NotCommissioned {...work} earlier={external.data.commissions} />;
  }
  const [report] = current.reports;
  if (current.state === 'open' || report === undefined) {
    return <CommissionWork {...work} commission={current} earlier={earlier} />;
  }
  return <ReportWork key={report.id} {...work} commission={current} report={report} />;
}

/** A case nobody is commissioned for. */
function NotCommissioned({ earlier, ...work }: Work & { readonly earlier: readonly CommissionView[] }) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const { view } = work;
  const DELEGATED_STAR = 2;
  const disabledReason =
    work.mayNot ??
    (view.requestedStar === DELEGATED_STAR ? null : text('external.notTwoStar', { star: view.requestedStar }));
  return (
    <>
      <DeskLayout
        queue={work.queue}
        bar={
          <ActionBar
            info={text('external.commissionNone')}
            primary={{ label: text('external.commission'), disabledReason, onPress: () => setAsking(true) }}
          />
        }
      >
        <ExternalHead view={view} />
        {work.said}
        <p className="dim">{text('external.chooseDetail')}</p>
        <EarlierWork commissions={earlier} />
      </DeskLayout>
      {asking ? (
        <CommissionDialog
          caseId={view.id}
          today={work.today}
          onDone={({ body, dueOn }) => {
            setAsking(false);
            work.onSaid(text('external.commissioned', { name: body.name, due: dueOn }));
            work.onMoved('open');
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
