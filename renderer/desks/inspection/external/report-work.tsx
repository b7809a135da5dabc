import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useAttachmentFile } from '#renderer/client/attachment-file.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ActionBar, DeskLayout, type PrimaryAction } from '#renderer/ui/desk-layout.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Viewer } from '#renderer/ui/viewer/viewer.tsx';
import type { CommissionView, ExternalReportView } from '#shared/contract/external.ts';
import type { ReportAnswers } from '#shared/domain/external/report-checklist.ts';
import { AttachReport } from './attach-report.tsx';
import { ChecklistPanel, type Answer } from './checklist-panel.tsx';
import { CommissionPanel, ReportPanel } from './commission-panel.tsx';
import { nextOpen, whyNotAccept } from './report-steps.ts';
import { ReportDialogs, type Asking } from './report-dialogs.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { ExternalHead, type Work } from './work-parts.tsx';

/** A report under check, its PDF beside it; or one that is concluded. */
export function ReportWork({
  commission,
  report,
  ...work
}: Work & { readonly commission: CommissionView; readonly report: ExternalReportView }) {
  const text = useText();
  const load = useAttachmentFile();
  const check = useCommand('external.check-report');
  const { checklist, files, judgement } = report;
  const [reads, setReads] = useState(true);
  const [place, setPlace] = useState({ fileId: '', page: 1 });
  const [chosen, setChosen] = useState(() => nextOpen(report, -1));
  const [asking, setAsking] = useState<Asking | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const file = files.find(({ id }) => id === place.fileId) ?? files[0];
  const page = file?.id === place.fileId ? place.page : 1;
  const isOpen = report.state === 'checking';
  const mayNot = work.mayNot;
  const mayNotCheck = isOpen ? (mayNot ?? (file === undefined ? text('external.noFile') : null)) : '';
  const keep = async (answers: ReportAnswers, at: number): Promise<void> => {
    const reply = await check.run({ reportId: report.id, answers });
    if (!reply.ok) return;
    setAsking(null);
    setChosen(nextOpen(reply.value, at));
  };
  const answer = (at: number, given: Answer): void => {
    const point = checklist.points[at];
    setChosen(at);
    if (point === undefined || point.workedOut !== null || mayNotCheck !== null) return;
    if (given === 'not-applicable' && !point.mayNotApply) return setProblem(text('external.mustApply'));
    setProblem(null);
    if (given === 'no') return setAsking('no');
    const found = { answer: given, page: given === 'yes' ? page : null, note: null };
    return void keep({ ...report.answers, [point.id]: found }, at);
  };
  const turn = (by: number): void => {
    if (file === undefined) return;
    setPlace({ fileId: file.id, page: Math.min(Math.max(page + by, 1), file.pages) });
  };
  const move = (by: number): void => setChosen(Math.min(Math.max(chosen + by, 0), checklist.points.length - 1));
  const ask = (what: Asking, why: string | null): void => {
    if (isOpen && why === null) setAsking(what);
  };
  const mayNotAccept = mayNot ?? whyNotAccept(report, text);
  useKeys([
    { combo: 'Y', label: text('external.answer-yes'), run: () => answer(chosen, 'yes') },
    { combo: 'N', label: text('external.answer-no'), run: () => answer(chosen, 'no') },
    { combo: 'X', label: text('external.answer-not-applicable'), run: () => answer(chosen, 'not-applicable') },
    { combo: 'J', label: text('external.nextPoint'), run: () => move(1) },
    { combo: 'K', label: text('external.previousPoint'), run: () => move(-1) },
    { combo: 'PageDown', label: text('external.nextPage'), run: () => turn(1) },
    { combo: 'PageUp', label: text('external.previousPage'), run: () => turn(-1) },
    { combo: 'O', label: text('external.read'), run: () => setReads(!reads) },
    { combo: 'E', label: text('external.resultsEnter'), run: () => ask('results', mayNotCheck) },
    { combo: 'Z', label: text('external.return'), run: () => ask('return', mayNot) },
    { combo: 'D', label: text('external.cancel'), run: () => ask('cancel', mayNot) },
    ...(report.state === 'accepted'
      ? [{ combo: 'R', label: text('external.reportRecord'), run: () => mayNot === null && setAsking('report') }]
      : []),
  ]);
  const primary = ((): PrimaryAction | undefined => {
    if (!isOpen || file === undefined) return undefined;
    if (judgement.failing.length > 0 && judgement.open.length === 0)
      return { label: text('external.return'), disabledReason: mayNot, onPress: () => setAsking('return') };
    if (judgement.open.length > 0) {
      const label = text('external.yesOnPage', { page });
      const { pending } = check;
      return { label, pending, disabledReason: mayNotCheck, onPress: () => answer(chosen, 'yes') };
    }
    if (report.results.length === 0)
      return { label: text('external.resultsEnter'), disabledReason: mayNot, onPress: () => setAsking('results') };
    return { label: text('external.accept'), disabledReason: mayNotAccept, onPress: () => setAsking('accept') };
  })();
  return (
    <>
      <DeskLayout
        queue={work.queue}
        reader={
          reads && file !== undefined ? (
            <Viewer
              files={files.map(({ id, mediaType, name, pages }) => ({ id, mediaType, name, pages }))}
              load={load}
              openId={file.id}
              page={page}
              onPlace={(fileId, to) => setPlace({ fileId, page: to })}
              onClose={() => setReads(false)}
            />
          ) : null
        }
        bar={
          <ActionBar info={isOpen ? (whyNotAccept(report, text) ?? '') : ''} primary={primary}>
            {isOpen && primary?.label !== text('external.return') ? (
              <ActionButton combo="Z" disabledReason={mayNot} onPress={() => ask('return', mayNot)}>
                {text('external.return')}
              </ActionButton>
            ) : null}
            {report.state === 'accepted' ? (
              <ActionButton combo="R" disabledReason={mayNot} onPress={() => setAsking('report')}>
                {text('external.reportRecord')}
              </ActionButton>
            ) : null}
          </ActionBar>
        }
      >
        <ExternalHead view={work.view} />
        {work.said}
        {[problem, check.failure?.text, ...Object.values(check.fieldErrors)].map((words) =>
          words === undefined || words === null ? null : (
            <Notice key={words} kind="error">
              {words}
            </Notice>
          ),
        )}
        {file === undefined ? (
          isOpen ? (
            <AttachReport reportId={report.id} disabledReason={mayNot} onKept={work.onSaid} />
          ) : null
        ) : (
          <div className="external-file">
            <span className="dim">{file.name}</span>
            <ActionButton tone="quiet" combo="O" onPress={() => setReads(!reads)}>
              {text('external.read')}
            </ActionButton>
            {isOpen ? (
              <ActionButton tone="quiet" disabledReason={mayNot} onPress={() => setAsking('strike')}>
                {text('external.strike')}
              </ActionButton>
            ) : null}
          </div>
        )}
        <ChecklistPanel
          report={report}
          chosen={chosen}
          page={page}
          disabledReason={mayNotCheck}
          onChoose={setChosen}
          onAnswer={answer}
        />
        <ResultsPanel
          report={report}
          extra={
            isOpen ? (
              <ActionButton combo="E" disabledReason={mayNotCheck} onPress={() => setAsking('results')}>
                {text('external.resultsEnter')}
              </ActionButton>
            ) : null
          }
        />
        <ReportPanel report={report} />
        {commission.reports
          .filter(({ id }) => id !== report.id)
          .map((one) => (
            <ReportPanel key={one.id} report={one} />
          ))}
        <CommissionPanel commission={commission} />
      </DeskLayout>
      <ReportDialogs
        asking={asking}
        commission={commission}
        report={report}
        file={file}
        work={work}
        point={checklist.points[chosen]}
        pending={check.pending}
        problem={check.failure?.text ?? null}
        onNo={(note) =>
          void keep(
            { ...report.answers, [checklist.points[chosen]?.id ?? '']: { answer: 'no', page: null, note } },
            chosen,
          )
        }
        onClose={() => setAsking(null)}
      />
    </>
  );
}
