import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Tag, type Tone } from '#renderer/ui/tag.tsx';
import type { DocumentView } from '#shared/contract/cases.ts';
import { paperName } from './papers-words.ts';

const TONES: Readonly<Record<DocumentView['check'], Tone>> = { accepted: 'good', rejected: 'bad', pending: 'wait' };

/** The papers of a case, walked with the arrow keys; it takes the focus when the case opens. */
export function PapersList({
  papers,
  all,
  chosen,
  onChoose,
  scansOf,
  scanTools,
}: {
  readonly papers: readonly DocumentView[];
  /** Replaced ones included, to name what a newer one stands in place of. */
  readonly all: readonly DocumentView[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  /** How many scans a paper has. */
  readonly scansOf: (paper: DocumentView) => number;
  /** Attaching and opening scans of the chosen paper. */
  readonly scanTools: ReactNode;
}) {
  const text = useText();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.focus();
  }, []);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.ctrlKey) return;
    event.preventDefault();
    onChoose(Math.min(Math.max(chosen + step, 0), papers.length - 1));
  };
  return (
    <Panel title={text('papers.documents')} extra={<span className="papers-tools">{scanTools}</span>}>
      {papers.length === 0 ? <p className="dim">{text('inspection.noDocuments')}</p> : null}
      <div
        ref={list}
        className="papers"
        role="listbox"
        tabIndex={0}
        aria-label={text('papers.documents')}
        aria-activedescendant={`${id}-${chosen}`}
        onKeyDown={press}
      >
        {papers.map((paper, index) => (
          <div
            key={paper.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={index === chosen ? 'paper is-chosen' : 'paper'}
            onClick={() => onChoose(index)}
          >
            <PaperLine paper={paper} scans={scansOf(paper)} replaced={all.find((one) => one.id === paper.replaces)} />
          </div>
        ))}
      </div>
    </Panel>
  );
}

function PaperLine({
  paper,
  scans,
  replaced,
}: {
  readonly paper: DocumentView;
  readonly scans: number;
  readonly replaced: DocumentView | undefined;
}) {
  const text = useText();
  const name = paperName(paper, text);
  const more = [
    paper.title === name ? null : paper.title,
    paper.number,
    replaced === undefined ? null : text('papers.replacesOne', { title: replaced.number ?? replaced.title }),
  ];
  const words = more.filter(Boolean).join(' · ');
  return (
    <>
      <span className="paper-name" title={[name, words].join(' · ')}>
        {name} <span className="dim small">{words}</span>
      </span>
      <span className="dim small">
        {scans === 0 ? text('evidence.noScanShort') : text('evidence.scanCount', { count: scans })}
      </span>
      <span className="dim small paper-why" title={paper.reason ?? undefined}>
        {paper.reason ?? paper.checkedBy}
      </span>
      <Tag tone={TONES[paper.check]}>{text(`ladder.check-${paper.check}`)}</Tag>
    </>
  );
}
