import { useState, type ReactNode } from 'react';
import type { CaseView } from '#shared/contract/cases.ts';
import type { EvidenceSource } from '#shared/contract/evidence.ts';
import { attachmentPicture } from '#renderer/client/attachment-picture.tsx';
import { useCaseEvidence } from '#renderer/client/use-case-evidence.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { CaseHead } from '#renderer/ui/case-head.tsx';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { Evidence, firstOpens, HigherStars } from '#renderer/ui/evidence.tsx';
import { CasePending } from '#renderer/ui/case-pending.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Reader, useReader } from '#renderer/ui/reader.tsx';
import { StarLadder } from '#renderer/ui/star-ladder.tsx';
import { firstCell, isSameCell, type LadderCell } from '#renderer/ui/star-ladder-model.ts';
import { DecisionLine } from './decision-line.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { IncidentsSection } from './incidents-section.tsx';
import { InterestsSection } from './interests-section.tsx';
import { PanelSection } from './panel-section.tsx';
import { RoundsSection } from './rounds-section.tsx';
import { ReviewBar } from './review-bar.tsx';

/** One case under review: everything about it on one page. */
export function ReviewCase({ caseId, queue }: { readonly caseId: string; readonly queue: ReactNode }) {
  const { data: view, failure, refetch } = useQuery('case.get', { caseId });
  if (view === undefined) return <CasePending queue={queue} problem={failure?.text ?? null} />;
  return <OpenCase view={view} queue={queue} onChanged={refetch} />;
}

interface OpenCaseProps {
  readonly view: CaseView;
  readonly queue: ReactNode;
  readonly onChanged: () => void;
}

function OpenCase({ view, queue, onChanged }: OpenCaseProps) {
  const standard = useQuery('standard.get', { sha256: view.verdict.standard.sha256 }).data;
  const [chosen, setChosen] = useState<LadderCell | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const text = useText();
  const reader = useReader();
  const evidence = useCaseEvidence(view.id, (reader.reading?.sheet ?? null) as EvidenceSource | null);
  const cell = chosen ?? firstCell(view.verdict);
  const saved = (message: string): void => {
    setSaid(message);
    onChanged();
  };
  const { verdict, dossier, enterprise, product } = view;
  const source = {
    dossier,
    papers: view.documents.filter(({ replacedBy }) => replacedBy === null),
    records: view.findings,
    samples: view.samples,
    files: evidence.files,
  };
  const openFirst = (of: LadderCell): void => {
    const opens = firstOpens(of, verdict, source, text);
    if (opens !== null) reader.open(opens);
  };
  useKeys([{ combo: 'O', label: text('evidence.openFirst'), run: () => openFirst(cell) }]);
  return (
    <DeskLayout
      queue={queue}
      reader={
        reader.reading === null ? null : (
          <Reader state={reader} evidence={evidence} isBlind={!view.panel.complete} thumb={attachmentPicture} />
        )
      }
      bar={<ReviewBar view={view} onSaved={saved} />}
      side={
        <div className="review-side">
          <Evidence cell={cell} verdict={verdict} standard={standard} onOpen={reader.open} {...source} />
          <HigherStars verdict={verdict} dossier={dossier} standard={standard} onOpen={setChosen} />
          <PanelSection view={view} onSaved={saved} />
          <InterestsSection interests={view.interests} />
          <RoundsSection view={view} onSaved={saved} />
          <IncidentsSection view={view} onSaved={saved} />
        </div>
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
      <ConflictNotice view={view} onSaved={saved} />
      <DecisionLine view={view} />
      <StarLadder
        verdict={verdict}
        dossier={dossier}
        standard={standard}
        opened={cell}
        onOpen={(next) => {
          setChosen(next);
          if (isSameCell(next, cell)) openFirst(next);
        }}
      />
    </DeskLayout>
  );
}
