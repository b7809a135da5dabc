import { useState } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { CommissionView } from '#shared/contract/external.ts';
import { CommissionPanel, ReportPanel } from './commission-panel.tsx';
import { CancelCommission } from './cancel-commission.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { EarlierWork, ExternalHead, type Work } from './work-parts.tsx';

/** A commission that waits for its report. */
export function CommissionWork({
  commission,
  earlier,
  ...work
}: Work & { readonly commission: CommissionView; readonly earlier: readonly CommissionView[] }) {
  const text = useText();
  const [asking, setAsking] = useState<'report' | 'cancel' | null>(null);
  const { mayNot } = work;
  const cancel = (): void => {
    if (mayNot === null) setAsking('cancel');
  };
  useKeys([{ combo: 'D', label: text('external.cancel'), run: cancel }]);
  return (
    <>
      <DeskLayout
        queue={work.queue}
        bar={
          <ActionBar
            info={text('external.waiting', { due: commission.dueOn })}
            primary={{
              label: text('external.reportRecord'),
              disabledReason: mayNot,
              onPress: () => setAsking('report'),
            }}
          >
            <ActionButton combo="D" disabledReason={mayNot} onPress={cancel}>
              {text('external.cancel')}
            </ActionButton>
          </ActionBar>
        }
      >
        <ExternalHead view={work.view} />
        {work.said}
        <CommissionPanel commission={commission} />
        {commission.reports.map((report) => (
          <ReportPanel key={report.id} report={report} />
        ))}
        <EarlierWork commissions={earlier} />
      </DeskLayout>
      {asking === 'report' ? (
        <ReportDialog
          commission={commission}
          today={work.today}
          onDone={({ number }) => {
            setAsking(null);
            work.onSaid(text('external.recorded', { number }));
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'cancel' ? (
        <CancelCommission
          commission={commission}
          onDone={() => {
            setAsking(null);
            work.onSaid(text('external.cancelled'));
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}
