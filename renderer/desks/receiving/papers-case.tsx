import { useState, type ReactNode } from 'react';
import { attachmentPicture } from '#renderer/client/attachment-picture.tsx';
import { scansOf, useAttach } from '#renderer/client/use-attach.ts';
import { useCaseEvidence } from '#renderer/client/use-case-evidence.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { CaseHead } from '#renderer/ui/case-head.tsx';
import { impartialityText, needsRole } from '#renderer/ui/case-refusals.ts';
import { CasePending } from '#renderer/ui/case-pending.tsx';
import { clockText } from '#renderer/ui/clock-text.ts';
import { AttachNotice, type AttachEnd } from '#renderer/ui/attach-notice.tsx';
import { ActionBar, DeskLayout, type PrimaryAction } from '#renderer/ui/desk-layout.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Reader, useReader } from '#renderer/ui/reader.tsx';
import { ScanTools } from '#renderer/ui/scan-tools.tsx';
import { showClock, showMoment } from '#renderer/ui/show-time.ts';
import type { CaseView, DocumentView } from '#shared/contract/cases.ts';
import { isOpen } from '#shared/domain/case-stage.ts';
import {
  allPointsMet,
  checklistOf,
  openPoints,
  type PointAnswers,
  type ReviewRules,
} from '#shared/domain/document-checklist.ts';
import { MessageDialog } from './message-dialog.tsx';
import { PapersChecklist } from './papers-checklist.tsx';
import { PapersList } from './papers-list.tsx';
import { PapersRejectDialog } from './papers-reject-dialog.tsx';
import { PapersReturnDialog } from './papers-return-dialog.tsx';
import { PapersSide } from './papers-side.tsx';
import { answered, nextPaper, standing } from './papers-words.ts';
import './papers.css';

/** The papers of one case: what to look at on each, the clock, and what the applicant was told. */
export function PapersCase({ caseId, queue }: { readonly caseId: string; readonly queue: ReactNode }) {
  const { data: view, failure, refetch } = useQuery('case.get', { caseId });
  const rules = useQuery('document.rules', {});
  if (view === undefined || rules.data === undefined) {
    return <CasePending queue={queue} problem={(failure ?? rules.failure)?.text ?? null} />;
  }
  return <OpenPapers view={view} rules={rules.data} queue={queue} onChanged={refetch} />;
}

interface OpenPapersProps {
  readonly view: CaseView;
  readonly rules: ReviewRules;
  readonly queue: ReactNode;
  readonly onChanged: () => void;
}

const clockNow = (): string => showClock(new Date().toISOString());
const firstPending = (papers: readonly DocumentView[]): number =>
  Math.max(
    papers.findIndex(({ check }) => check === 'pending'),
    0,
  );

function OpenPapers({ view, rules, queue, onChanged }: OpenPapersProps) {
  const text = useText();
  const { language } = useLanguage();
  const checks = useRight('documents.check');
  const check = useCommand('document.check');
  const papers = standing(view);
  const [chosen, setChosen] = useState(() => firstPending(papers));
  const [given, setGiven] = useState<Readonly<Record<string, PointAnswers>>>({});
  const [asking, setAsking] = useState<'reject' | 'return' | 'message' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const at = Math.min(chosen, papers.length - 1);
  const paper = papers[at];
  const [attached, setAttached] = useState<AttachEnd | null>(null);
  const reader = useReader();
  const evidence = useCaseEvidence(view.id, null);
  const scans = paper === undefined ? [] : scansOf(evidence.files, paper.id);
  const readScans = (): void => reader.open({ kind: 'files', ids: scans.map(({ id }) => id) });
  const attaches = useRight('evidence.attach');
  const attach = useAttach();
  const points = paper === undefined ? [] : checklistOf(rules, paper.kind);
  const answers = paper === undefined ? {} : (given[paper.id] ?? paper.answers);
  const open = openPoints(points, answers).length;
  const right = checks ? null : needsRole('documents.check', text);
  const closed = isOpen(view.stage) ? impartialityText(view.mayNotEvaluate, text) : text('case.decided');
  const mayNot = right ?? closed;
  const mayNotAccept = mayNot ?? (open > 0 ? text('papers.pointsOpen', { count: open }) : null);
  const awaiting = view.returns.some(({ resubmittedAt }) => resubmittedAt === null);
  const mayNotReturn = mayNot ?? (awaiting ? text('papers.giveBackAlready') : null);
  const answer = (next: PointAnswers): void => {
    if (paper !== undefined && mayNot === null) setGiven({ ...given, [paper.id]: next });
  };
  const saved = (message: string): void => {
    setAsking(null);
    setSaid(message);
    onChanged();
  };
  const checked = (done: DocumentView): void => {
    const values = { title: done.title, by: done.checkedBy ?? '', at: showMoment(done.checkedAt ?? '') };
    setChosen(nextPaper(papers, at));
    saved(text(done.check === 'accepted' ? 'papers.accepted' : 'papers.rejected', values));
  };
  const accept = async (): Promise<void> => {
    if (paper === undefined || mayNotAccept !== null) return;
    const reply = await check.run({ documentId: paper.id, check: 'accepted', answers });
    if (reply.ok) checked(reply.value);
  };
  const ask = (what: 'reject' | 'return' | 'message', mayNotAsk: string | null): void => {
    if (mayNotAsk === null) setAsking(what);
  };
  const mayNotReject = paper === undefined ? text('inspection.noDocuments') : mayNot;
  useKeys([
    { combo: 'A', label: text('papers.accept'), run: () => void accept() },
    { combo: 'R', label: text('papers.reject'), run: () => ask('reject', mayNotReject) },
    { combo: 'O', label: text('evidence.seeScan'), run: readScans },
    { combo: 'Y', label: text('papers.answerAll'), run: () => answer(allPointsMet(points)) },
    { combo: 'B', label: text('papers.giveBack'), run: () => ask('return', mayNotReturn) },
    { combo: 'M', label: text('papers.write'), run: () => ask('message', right) },
    { combo: 'J', label: text('papers.nextPaper'), run: () => setChosen(Math.min(at + 1, papers.length - 1)) },
    { combo: 'K', label: text('papers.previousPaper'), run: () => setChosen(Math.max(at - 1, 0)) },
    ...points.map((point, index) => ({
      combo: String(index + 1),
      label: text('papers.point', { number: index + 1, words: point[language] }),
      run: () => answer(answered(answers, point.id)),
    })),
  ]);
  const primary = ((): PrimaryAction | undefined => {
    if (!isOpen(view.stage)) return undefined;
    if (paper?.check === 'pending') {
      const label = text('papers.accept');
      return { label, pending: check.pending, disabledReason: mayNotAccept, onPress: () => void accept() };
    }
    if (awaiting || !papers.some((one) => one.check === 'rejected')) return undefined;
    const label = text('papers.giveBack');
    return { label, disabledReason: mayNotReturn, onPress: () => ask('return', mayNotReturn) };
  })();
  const info = view.clock === null ? text('papers.noneWaiting') : clockText(view.clock, text).text;
  return (
    <>
      <DeskLayout
        queue={queue}
        reader={
          reader.reading === null ? null : (
            <Reader state={reader} evidence={evidence} isBlind={!view.panel.complete} thumb={attachmentPicture} />
          )
        }
        side={
          <PapersSide
            view={view}
            rules={rules}
            disabledReason={right}
            onWithdrawn={() => saved(text('papers.withdrawn', { at: clockNow() }))}
          />
        }
        bar={
          <ActionBar info={<b className="papers-clock">{info}</b>} primary={primary}>
            <ActionButton combo="M" disabledReason={right} onPress={() => ask('message', right)}>
              {text('papers.write')}
            </ActionButton>
            {primary?.label === text('papers.giveBack') ? null : (
              <ActionButton combo="B" disabledReason={mayNotReturn} onPress={() => ask('return', mayNotReturn)}>
                {text('papers.giveBack')}
              </ActionButton>
            )}
            <ActionButton combo="R" disabledReason={mayNotReject} onPress={() => ask('reject', mayNotReject)}>
              {text('papers.reject')}
            </ActionButton>
          </ActionBar>
        }
      >
        <CaseHead
          id={view.id}
          productName={view.productName}
          category={view.product.category}
          specification={view.product.specification}
          enterpriseName={view.enterprise.name}
          uscc={view.enterprise.uscc}
          place={view.enterprise.divisionName}
          requestedStar={view.requestedStar}
          stage={view.stage}
        />
        {said === null ? null : (
          <Notice kind="saved" onClose={() => setSaid(null)}>
            {said}
          </Notice>
        )}
        {check.failure === null ? null : <Notice kind="error">{check.failure.text}</Notice>}
        <AttachNotice end={attached} onClose={() => setAttached(null)} />
        <PapersList
          papers={papers}
          all={view.documents}
          chosen={at}
          onChoose={setChosen}
          scansOf={(one) => scansOf(evidence.files, one.id).length}
          scanTools={
            paper === undefined ? null : (
              <ScanTools
                title={paper.title}
                count={scans.length}
                disabledReason={attaches ? null : needsRole('evidence.attach', text)}
                onFile={(file) => attach({ kind: 'document', id: paper.id }, file)}
                onDone={setAttached}
                onOpen={readScans}
              />
            )
          }
        />
        {paper === undefined ? null : (
          <PapersChecklist
            view={view}
            paper={paper}
            points={points}
            answers={answers}
            disabledReason={mayNot}
            onAnswer={(point, value) => answer({ ...answers, [point]: value })}
            onAll={() => answer(allPointsMet(points))}
          />
        )}
      </DeskLayout>
      {asking === 'reject' && paper !== undefined ? (
        <PapersRejectDialog
          paper={paper}
          points={points}
          answers={answers}
          reasons={rules.reasons}
          onDone={checked}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'return' ? (
        <PapersReturnDialog
          view={view}
          rules={rules}
          onDone={() => saved(text('papers.returned', { at: clockNow() }))}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'message' ? (
        <MessageDialog
          caseId={view.id}
          onDone={() => saved(text('papers.prepared', { at: clockNow() }))}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}
