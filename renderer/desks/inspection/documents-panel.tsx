import { useId, type KeyboardEvent, type ReactNode } from 'react';
import type { DocumentView } from '#shared/contract/cases.ts';
import type { CheckPoint } from '#shared/domain/document-checklist.ts';
import { DOCUMENT_KINDS } from '#shared/domain/star/dossier.ts';
import { CHAIN_LINKS } from '#shared/domain/star/dossier.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLanguage, useText, type TextOf } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag, type Tone } from '#renderer/ui/tag.tsx';

const TONES: Readonly<Record<DocumentView['check'], Tone>> = { accepted: 'good', rejected: 'bad', pending: 'wait' };

/** A document's kind with its link: 国标证书 · 运输. */
export function documentKind({ kind, link }: DocumentView, text: TextOf): string {
  const known = DOCUMENT_KINDS.find((one) => one === kind);
  const name = known === undefined ? kind : text(`ladder.document-${known}`);
  const part = CHAIN_LINKS.find((one) => one === link);
  return part === undefined ? name : text('ladder.linked', { kind: name, link: text(`ladder.link-${part}`) });
}

/** When a document is valid, as the list shows it. */
export function documentValidity({ validFrom, validUntil }: DocumentView, text: TextOf): string {
  if (validUntil === null) {
    return validFrom === null ? text('ladder.validAlways') : text('ladder.validFrom', { from: validFrom });
  }
  return validFrom === null
    ? text('ladder.validUntil', { until: validUntil })
    : text('ladder.validBetween', { from: validFrom, until: validUntil });
}

/** The documents of a case as a list walked with the arrow keys; the keys of the screen check the chosen one. */
export function DocumentsPanel({
  documents,
  points,
  chosen,
  disabledReason,
  onChoose,
  onAccept,
  onReject,
  scansOf,
  scanTools,
}: {
  readonly documents: readonly DocumentView[];
  /** What accepting the chosen document says of it. */
  readonly points: readonly CheckPoint[];
  readonly chosen: number;
  readonly disabledReason: string | null;
  readonly onChoose: (index: number) => void;
  readonly onAccept: () => void;
  readonly onReject: () => void;
  /** How many scans a paper has. */
  readonly scansOf: (document: DocumentView) => number;
  /** Attaching and opening scans of the chosen paper. */
  readonly scanTools: ReactNode;
}) {
  const text = useText();
  const id = useId();
  const { language } = useLanguage();
  const answers = documents[chosen]?.answers ?? {};
  const left = documents.filter(({ check }) => check === 'pending').length;
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.ctrlKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(chosen + step, 0), documents.length - 1);
    onChoose(next);
    event.currentTarget.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Panel
      title={text('inspection.documents')}
      extra={
        <span className="documents-tools">
          <span className="dim small">
            {left > 0
              ? text('inspection.documentsLeft', { count: left })
              : documents.length > 0 && text('inspection.documentsDone')}
          </span>
          {documents.length === 0 ? null : (
            <>
              {scanTools}
              <ActionButton combo="A" disabledReason={disabledReason} onPress={onAccept}>
                {text('inspection.accept')}
              </ActionButton>
              <ActionButton combo="R" disabledReason={disabledReason} onPress={onReject}>
                {text('inspection.reject')}
              </ActionButton>
            </>
          )}
        </span>
      }
    >
      {documents.length === 0 ? <p className="dim">{text('inspection.noDocuments')}</p> : null}
      {documents.length === 0 ? null : (
        <div
          className="documents"
          role="listbox"
          tabIndex={0}
          aria-label={text('inspection.documents')}
          aria-activedescendant={`${id}-${chosen}`}
          onKeyDown={press}
        >
          {documents.map((document, index) => (
            <div
              key={document.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className={index === chosen ? 'document is-chosen' : 'document'}
              onClick={() => onChoose(index)}
            >
              <DocumentLine document={document} scans={scansOf(document)} />
            </div>
          ))}
        </div>
      )}
      {points.length === 0 ? null : (
        <p className="document-points dim small">
          {text('inspection.points')}
          {points.map((point) => (
            <span key={point.id}>
              {answers[point.id] === undefined ? '' : answers[point.id] === 'yes' ? '✓ ' : '× '}
              {point[language]}
            </span>
          ))}
        </p>
      )}
    </Panel>
  );
}

function DocumentLine({ document, scans }: { readonly document: DocumentView; readonly scans: number }) {
  const text = useText();
  const { title, number, issuer, reportedCheck, check, checkedBy, checkedAt, reason } = document;
  const kind = documentKind(document, text);
  const when = checkedAt === null ? null : showMoment(checkedAt);
  return (
    <>
      <span className="document-title" title={[title, number, issuer].filter(Boolean).join(' · ')}>
        {kind}
        <span className="dim small">{[title === kind ? null : title, number, issuer].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="document-validity small">{documentValidity(document, text)}</span>
      <span className="dim small">
        {scans === 0 ? text('evidence.noScanShort') : text('evidence.scanCount', { count: scans })}
      </span>
      <span className="dim small">{text(`inspection.reported-${reportedCheck}`)}</span>
      <span className="document-check">
        <Tag tone={TONES[check]}>{text(`ladder.check-${check}`)}</Tag>
        <span className="dim small" title={[reason, checkedBy, when].filter(Boolean).join(' · ')}>
          {reason ?? [checkedBy, when?.slice(5, 10)].filter(Boolean).join(' ')}
        </span>
      </span>
    </>
  );
}
