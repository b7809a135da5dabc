import { useCommand } from '#renderer/client/use-command.ts';
import { ReasonForm } from '#renderer/desks/inspection/lab/reason-form.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import type { AttachmentView } from '#shared/contract/evidence.ts';
import type { CommissionView, ExternalReportView } from '#shared/contract/external.ts';
import type { ReportPoint } from '#shared/domain/external/report-checklist.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { CancelCommission } from './cancel-commission.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { ResultsDialog } from './results-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import type { Work } from './work-parts.tsx';

/** What a report's screen can ask. */
export type Asking = 'no' | 'results' | 'accept' | 'return' | 'cancel' | 'strike' | 'report';

/** The dialog that is open over a report; nothing when none is. */
export function ReportDialogs({
  asking,
  commission,
  report,
  file,
  work,
  point,
  pending,
  problem,
  onNo,
  onClose,
}: {
  readonly asking: Asking | null;
  readonly commission: CommissionView;
  readonly report: ExternalReportView;
  readonly file: AttachmentView | undefined;
  readonly work: Omit<Work, 'queue'>;
  /** The point that is answered. */
  readonly point: ReportPoint | undefined;
  readonly pending: boolean;
  readonly problem: string | null;
  readonly onNo: (note: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const done = (words: string): void => {
    onClose();
    work.onSaid(words);
  };
  switch (asking) {
    case null:
      return null;
    case 'no':
      return (
        <ReasonForm
          title={text('external.noTitle', { point: point?.[language] ?? '' })}
          submitLabel={text('external.answer-no')}
          hint={text('external.noHint')}
          pending={pending}
          problem={problem}
          error={undefined}
          onSubmit={onNo}
          onClose={onClose}
        >
          <p className="dim small">{point?.clause}</p>
        </ReasonForm>
      );
    case 'results':
      return (
        <ResultsDialog
          report={report}
          category={work.view.product.category}
          onDone={({ results }) => done(text('external.resultsSaved', { count: results.length }))}
          onClose={onClose}
        />
      );
    case 'accept':
      return (
        <AcceptDialog
          report={report}
          onDone={({ issuedOn, number }) => {
            done(text('external.accepted', { number, on: issuedOn }));
            work.onMoved('concluded');
          }}
          onClose={onClose}
        />
      );
    case 'return':
      return (
        <ReturnDialog
          report={report}
          onDone={({ number }) => done(text('external.returned', { number }))}
          onClose={onClose}
        />
      );
    case 'cancel':
      return (
        <CancelCommission commission={commission} onDone={() => done(text('external.cancelled'))} onClose={onClose} />
      );
    case 'report':
      return (
        <ReportDialog
          commission={commission}
          today={work.today}
          onDone={({ number }) => {
            done(text('external.recorded', { number }));
            work.onMoved('open');
          }}
          onClose={onClose}
        />
      );
    case 'strike':
      return file === undefined ? null : (
        <StrikeFile file={file} onDone={() => done(text('external.struck'))} onClose={onClose} />
      );
  }
}

/** Takes the wrong file off a report, with the reason. */
function StrikeFile({
  file,
  onDone,
  onClose,
}: {
  readonly file: AttachmentView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const strike = useCommand('attachment.strike');
  const send = async (reason: string): Promise<void> => {
    const reply = await strike.run({ attachmentId: file.id, reason });
    if (reply.ok) onDone();
  };
  return (
    <ReasonForm
      title={text('external.strikeTitle', { name: file.name })}
      submitLabel={text('external.strike')}
      hint={text('external.strikeHint')}
      pending={strike.pending}
      problem={strike.failure?.text ?? null}
      error={strike.fieldErrors['reason']}
      onSubmit={(reason) => void send(reason)}
      onClose={onClose}
    >
      <p>{text('external.strikeWill')}</p>
    </ReasonForm>
  );
}
