import { useState, type ReactNode } from 'react';
import type { CaseView, DocumentView } from '#shared/contract/cases.ts';
import type { EvidenceSource } from '#shared/contract/evidence.ts';
import { isOpen } from '#shared/domain/case-stage.ts';
import { allPointsMet, checklistOf, type ReviewRules } from '#shared/domain/document-checklist.ts';
import { attachmentPicture } from '#renderer/client/attachment-picture.tsx';
import { useCaseEvidence } from '#renderer/client/use-case-evidence.ts';
import { scansOf, useAttach } from '#renderer/client/use-attach.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { CaseHead } from '#renderer/ui/case-head.tsx';
import { impartialityText, needsRole } from '#renderer/ui/case-refusals.ts';
import { AttachNotice, type AttachEnd } from '#renderer/ui/attach-notice.tsx';
import { ActionBar, DeskLayout, type PrimaryAction } from '#renderer/ui/desk-layout.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { CasePending } from '#renderer/ui/case-pending.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Reader, useReader } from '#renderer/ui/reader.tsx';
import { ScanTools } from '#renderer/ui/scan-tools.tsx';
import { showClock, showMoment } from '#renderer/ui/show-time.ts';
import { StarStrip } from '#renderer/ui/star-ladder-signs.tsx';
import { verdictWords } from '#renderer/ui/verdict-words.ts';
import { CaseSide } from './case-side.tsx';
import { DocumentsPanel } from './documents-panel.tsx';
import { FindingDialog } from './finding-dialog.tsx';
import { currentFindings, unconfirmedReports, type FindingKind } from './finding-words.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { nextFinding } from './next-finding.ts';
import { RejectDialog } from './reject-dialog.tsx';

/** One case under inspection: its papers, what was found, and what the verdict says meanwhile. */
export function InspectionCase({ caseId, queue }: { readonly caseId: string; readonly queue: ReactNode }) {
  const { data: view, failure, refetch } = useQuery('case.get', { caseId });
  const rules = useQuery('document.rules', {});
  if (view === undefined || rules.data === undefined) {
    return <CasePending queue={queue} problem={(failure ?? rules.failure)?.text ?? null} />;
  }
  return <OpenCase view={view} rules={rules.data} queue={queue} onChanged={refetch} />;
}

/** The time of day now, for what was just saved. */
const clockNow = (): string => showClock(new Date().toISOString());

const firstPending = (documents: readonly DocumentView[]): number =>
  Math.max(
    documents.findIndex(({ check }) => check === 'pending'),
    0,
  );

/** The next document to check after one was checked, itself left out; the same one when none waits. */
function afterChecking(documents: readonly DocumentView[], index: number): number {
  const waiting = documents.flatMap(({ check }, at) => (check === 'pending' && at !== index ? [at] : []));
  return waiting.find((at) => at > index) ?? waiting[0] ?? index;
}

interface OpenCaseProps {
  readonly view: CaseView;
  readonly rules: ReviewRules;
  readonly queue: ReactNode;
  readonly onChanged: () => void;
}

function OpenCase({ view, rules, queue, onChanged }: OpenCaseProps) {
  const text = useText();
  const today = useSession().data?.today ?? '';
  const checks = useRight('documents.check');
  const records = useRight('evidence.record');
  const check = useCommand('document.check');
  const confirm = useCommand('finding.confirm-reported');
  const me = useSession().data?.person?.name ?? '';
  const [chosen, setChosen] = useState(() =>
    firstPending(view.documents.filter(({ replacedBy }) => replacedBy === null)),
  );
  const [asking, setAsking] = useState<FindingKind | 'reject' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [attached, setAttached] = useState<AttachEnd | null>(null);
  const attaches = useRight('evidence.attach');
  const reader = useReader();
  const evidence = useCaseEvidence(view.id, (reader.reading?.sheet ?? null) as EvidenceSource | null);
  const { verdict, enterprise, product } = view;
  const documents = view.documents.filter(({ replacedBy }) => replacedBy === null);
  const document = documents[Math.min(chosen, documents.length - 1)];
  const attach = useAttach();
  const scans = document === undefined ? [] : scansOf(evidence.files, document.id);
  const readScans = (): void => reader.open({ kind: 'files', ids: scans.map(({ id }) => id) });
  const closed = isOpen(view.stage) ? impartialityText(view.mayNotEvaluate, text) : text('case.decided');
  const mayNotCheck = (checks ? null : needsRole('documents.check', text)) ?? closed;
  const mayNotRecord = (records ? null : needsRole('evidence.record', text)) ?? closed;
  const saved = (message: string): void => {
    setAsking(null);
    setSaid(message);
    onChanged();
  };
  const checked = (done: DocumentView): void => {
    const values = { title: done.title, by: done.checkedBy ?? '', at: showMoment(done.checkedAt ?? '') };
    setChosen(afterChecking(documents, chosen));
    saved(text(done.check === 'accepted' ? 'inspection.accepted' : 'inspection.rejected', values));
  };
  const accept = async (): Promise<void> => {
    if (document === undefined || mayNotCheck !== null) return;
    const answers = allPointsMet(checklistOf(rules, document.kind));
    const reply = await check.run({ documentId: document.id, check: 'accepted', answers });
    if (reply.ok) checked(reply.value);
  };
  const reject = (): void => {
    if (document !== undefined && mayNotCheck === null) setAsking('reject');
  };
  const confirmReported = async (): Promise<void> => {
    const reply = await confirm.run({ caseId: view.id });
    if (!reply.ok) return;
    const at = `${today} ${clockNow()}`;
    saved(text('inspection.confirmed', { count: reply.value.recorded, by: me, at }));
  };
  useKeys([
    { combo: 'A', label: text('inspection.accept'), run: () => void accept() },
    { combo: 'R', label: text('inspection.reject'), run: reject },
    { combo: 'O', label: text('evidence.seeScan'), run: readScans },
    {
      combo: 'J',
      label: text('inspection.nextDocument'),
      run: () => setChosen(Math.min(chosen + 1, Math.max(documents.length - 1, 0))),
    },
    { combo: 'K', label: text('inspection.previousDocument'), run: () => setChosen(Math.max(chosen - 1, 0)) },
  ]);

  const primary = ((): PrimaryAction | undefined => {
    if (!isOpen(view.stage)) return undefined;
    const reported = unconfirmedReports(view).length;
    if (reported > 0) {
      const label = text('inspection.confirm', { count: reported });
      return { label, pending: confirm.pending, disabledReason: mayNotRecord, onPress: () => void confirmReported() };
    }
    if (document?.check === 'pending') {
      const label = text('inspection.acceptOne', { title: document.title });
      return { label, pending: check.pending, disabledReason: mayNotCheck, onPress: () => void accept() };
    }
    const kind = nextFinding(view);
    if (kind === null) return undefined;
    const label = text('inspection.recordKind', { kind: text(`inspection.kind-${kind}`) });
    return { label, disabledReason: mayNotRecord, onPress: () => setAsking(kind) };
  })();
  const words = verdictWords(verdict, text);
  const problem = check.failure ?? confirm.failure;
  const from = asking === null || asking === 'reject' ? undefined : currentFindings(view.findings, asking)[0]?.value;
  return (
    <>
      <DeskLayout
        queue={queue}
        side={<CaseSide view={view} files={evidence.files} onOpen={reader.open} />}
        reader={
          reader.reading === null ? null : (
            <Reader state={reader} evidence={evidence} isBlind={!view.panel.complete} thumb={attachmentPicture} />
          )
        }
        bar={
          <ActionBar
            primary={primary}
            info={
              <>
                <b>{words.head}</b>{' '}
                <span className="dim">{isOpen(view.stage) ? words.tail : text('case.decided')}</span>
              </>
            }
          />
        }
      >
        <CaseHead
          id={view.id}
          productName={view.productName}
          category={product.category}
          specification={product.specification}
          enterpriseName={enterprise.name}
          uscc={enterprise.uscc}
          place={enterprise.divisionName}
          requestedStar={view.requestedStar}
          stage={view.stage}
        />
        {said === null ? null : (
          <Notice kind="saved" onClose={() => setSaid(null)}>
            {said}
          </Notice>
        )}
        {problem === null ? null : <Notice kind="error">{problem.text}</Notice>}
        <AttachNotice end={attached} onClose={() => setAttached(null)} />
        <StarStrip verdict={verdict} />
        <DocumentsPanel
          documents={documents}
          points={document === undefined ? [] : checklistOf(rules, document.kind)}
          chosen={chosen}
          disabledReason={mayNotCheck}
          onChoose={setChosen}
          onAccept={() => void accept()}
          onReject={reject}
          scansOf={(one) => scansOf(evidence.files, one.id).length}
          scanTools={
            document === undefined ? null : (
              <ScanTools
                title={document.title}
                count={scans.length}
                disabledReason={attaches ? null : needsRole('evidence.attach', text)}
                onFile={(file) => attach({ kind: 'document', id: document.id }, file)}
                onDone={setAttached}
                onOpen={readScans}
              />
            )
          }
        />
        <FindingsPanel view={view} disabledReason={mayNotRecord} onRecord={setAsking} />
      </DeskLayout>
      {asking === 'reject' && document !== undefined ? (
        <RejectDialog document={document} onDone={checked} onClose={() => setAsking(null)} />
      ) : null}
      {asking !== null && asking !== 'reject' ? (
        <FindingDialog
          key={asking}
          view={view}
          kind={asking}
          from={from ?? view.reported.find(({ kind }) => kind === asking)}
          today={today}
          onDone={saved}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}
