import { useState } from 'react';
import { photoPicture } from '#renderer/client/photo-picture.tsx';
import { useQuery } from '#renderer/client/use-query.ts';
import { PhotoRow } from '#renderer/ui/photo-row.tsx';
import type { CaseView } from '#shared/contract/cases.ts';
import type { AttachmentView } from '#shared/contract/evidence.ts';
import { Evidence, HigherStars } from '#renderer/ui/evidence.tsx';
import type { EvidenceOpens } from '#renderer/ui/evidence-item.ts';
import type { LadderCell } from '#renderer/ui/star-ladder-model.ts';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { findingHistory, findingText, unconfirmedReports } from './finding-words.ts';

/** Beside the case: what was reported and waits, what is still missing, the samples, and who recorded what when. */
export function CaseSide({
  view,
  files,
  onOpen,
}: {
  readonly view: CaseView;
  readonly files: readonly AttachmentView[];
  readonly onOpen: (opens: EvidenceOpens) => void;
}) {
  const text = useText();
  const standard = useQuery('standard.get', {}).data;
  const [cell, setCell] = useState<LadderCell | null>(null);
  const { dossier, verdict } = view;
  const waiting = unconfirmedReports(view);
  return (
    <div className="inspection-side">
      {waiting.length === 0 ? null : (
        <section aria-label={text('inspection.reported')}>
          <h2>{text('inspection.reported')}</h2>
          <p className="dim small">{text('inspection.reportedHint')}</p>
          <ul>
            {waiting.map((value) => (
              <li key={JSON.stringify(value)}>
                <span className="dim">{text(`inspection.kind-${value.kind}`)}</span> {findingText(value, text)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {cell === null ? null : (
        <Evidence
          cell={cell}
          verdict={verdict}
          dossier={dossier}
          standard={standard}
          papers={view.documents.filter(({ replacedBy }) => replacedBy === null)}
          records={view.findings}
          files={files}
          onOpen={onOpen}
        />
      )}
      <HigherStars verdict={verdict} dossier={dossier} standard={standard} onOpen={setCell} />
      <section aria-label={text('inspection.samples')}>
        <h2>{text('inspection.samples')}</h2>
        {view.samples.length === 0 ? <p className="dim">{text('inspection.noSamples')}</p> : null}
        <ul>
          {view.samples.map((sample) => (
            <li key={sample.id}>
              {text('inspection.sample', {
                barcode: sample.barcode,
                quantity: sample.quantity,
                unit: sample.unit,
                batch: sample.batch,
              })}
              <div className="dim small">
                {sample.refusal ?? `${sample.receivedBy} · ${showMoment(sample.receivedAt)} · ${sample.location}`}
              </div>
            </li>
          ))}
        </ul>
        <CasePhotos caseId={view.id} />
      </section>
      <History view={view} onOpen={onOpen} />
    </div>
  );
}

/** How the samples looked when they arrived. */
function CasePhotos({ caseId }: { readonly caseId: string }) {
  const { data: photos = [] } = useQuery('photo.list', { caseId });
  return photos.length === 0 ? null : <PhotoRow photos={photos} picture={photoPicture} />;
}

function History({ view, onOpen }: { readonly view: CaseView; readonly onOpen: (opens: EvidenceOpens) => void }) {
  const text = useText();
  const history = findingHistory(view.findings);
  return (
    <section aria-label={text('inspection.history')}>
      <h2>{text('inspection.history')}</h2>
      {history.length === 0 ? <p className="dim">{text('inspection.noHistory')}</p> : null}
      <ol>
        {history.map(({ finding, superseded }, index) => (
          <li key={`${finding.at} ${index}`}>
            <span className="dim">{text(`inspection.kind-${finding.kind}`)}</span>{' '}
            {superseded ? (
              <s title={text('inspection.superseded')}>{findingText(finding.value, text)}</s>
            ) : (
              findingText(finding.value, text)
            )}
            <div className="dim small">
              {finding.by} · {showMoment(finding.at)}
              {` · ${text(`evidence.from-${finding.source.kind}`)}`}
              {superseded ? ` · ${text('inspection.superseded')}` : null}
              <SourceButton source={finding.source} onOpen={onOpen} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Opens what a fact was taken from, where that has a page. */
function SourceButton({
  source,
  onOpen,
}: {
  readonly source: CaseView['findings'][number]['source'];
  readonly onOpen: (opens: EvidenceOpens) => void;
}) {
  const text = useText();
  if (!('id' in source)) return null;
  return (
    <button type="button" className="source-link" onClick={() => onOpen({ kind: 'sheet', source })}>
      {text('evidence.openSheet')}
    </button>
  );
}
