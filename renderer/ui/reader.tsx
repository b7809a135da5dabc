import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { EvidenceOpens, RecordSource } from './evidence-item.ts';
import { EvidenceSheetView, inLanguage, type Sheet } from './evidence-sheet.tsx';
import { useKeys } from './keys.tsx';
import { useLanguage, useText } from './language.tsx';
import { Notice } from './notice.tsx';
import { PaperButton, type PaperAsk } from './paper-button.tsx';
import { showMoment } from './show-time.ts';
import { viewerFile, type AttachedFile } from './viewer/file-words.ts';
import type { LoadFile } from './viewer/use-open-file.ts';
import type { PagePoint, ViewerNote, ViewerPlace } from './viewer/viewer-model.ts';
import { Tool } from './viewer/viewer-bar.tsx';
import { Viewer } from './viewer/viewer.tsx';

/** What is read beside a case: files, or the sheet of a record; files opened from a sheet lead back to it. */
interface Reading {
  readonly sheet: RecordSource | null;
  /** The criterion the sheet was opened for. */
  readonly about: string | null;
  readonly ids: readonly string[];
  readonly place: ViewerPlace | null;
}

/** The state of a case's reader. */
export interface ReaderState {
  readonly reading: Reading | null;
  /** Opens beside the case; the focus comes back to where it was when the reader closes. */
  open(opens: EvidenceOpens): void;
  openFile(id: string, ids: readonly string[]): void;
  turnTo(place: ViewerPlace): void;
  /** From a file to the sheet it was opened from, or out. */
  close(): void;
}

/** Keeps what is read beside a case. */
export function useReader(): ReaderState {
  const [reading, setReading] = useState<Reading | null>(null);
  const before = useRef<Element | null>(null);
  const show = (next: Reading): void => {
    if (reading === null) before.current = document.activeElement;
    setReading(next);
  };
  return {
    reading,
    open: (opens) => {
      if (opens.kind === 'sheet')
        return show({ sheet: opens.source, about: opens.about ?? null, ids: [], place: null });
      const [first] = opens.ids;
      return first === undefined
        ? undefined
        : show({ sheet: null, about: null, ids: opens.ids, place: { fileId: first, page: 1 } });
    },
    openFile: (id, ids) =>
      show({ sheet: reading?.sheet ?? null, about: reading?.about ?? null, ids, place: { fileId: id, page: 1 } }),
    turnTo: (place) => setReading((now) => (now === null ? null : { ...now, place })),
    close: () => {
      if (reading !== null && reading.sheet !== null && reading.place !== null) {
        return setReading({ ...reading, ids: [], place: null });
      }
      setReading(null);
      const { current } = before;
      if (current instanceof HTMLElement) current.focus();
      return undefined;
    },
  };
}

/** A note as the backend tells it. */
interface KeptNote extends PagePoint {
  readonly id: string;
  readonly attachmentId: string;
  readonly page: number;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly own: boolean;
  readonly sealed: boolean;
}

/** What the reader shows a case's evidence from. */
export interface ReaderEvidence {
  readonly files: readonly AttachedFile[];
  readonly load: LoadFile;
  readonly notes: readonly KeptNote[];
  /** Absent where the person may pin none. */
  readonly onPin: ((place: ViewerPlace, point: PagePoint, words: string) => Promise<string | null>) | undefined;
  readonly onStrike: (id: string) => void;
  readonly sheet: Sheet | undefined;
  /** The record as a paper; undefined where there is none to be had. */
  readonly paper: PaperAsk | undefined;
  /** Why the sheet cannot be shown. */
  readonly problem: string | null;
}

/** The reader beside a case: a sheet or the viewer. */
export function Reader({
  state,
  evidence,
  isBlind,
  thumb,
}: {
  readonly state: ReaderState;
  readonly evidence: ReaderEvidence;
  /** The panel's opinions are not all in: an expert's own notes are theirs alone. */
  readonly isBlind: boolean;
  readonly thumb: (file: AttachedFile) => ReactNode;
}) {
  const text = useText();
  const { reading } = state;
  if (reading === null) return null;
  if (reading.place === null) return <SheetReader state={state} evidence={evidence} thumb={thumb} />;
  const known = [...evidence.files, ...(evidence.sheet?.attachments ?? [])];
  const files = reading.ids.flatMap((id) => known.find((file) => file.id === id) ?? []);
  const notes = evidence.notes.map((note): ViewerNote => ({
    ...note,
    fileId: note.attachmentId,
    signature: text(isBlind && note.own && note.sealed ? 'evidence.sealedNote' : 'evidence.note-signature', {
      by: note.by,
      at: showMoment(note.at),
    }),
    removable: note.own,
  }));
  return (
    <Viewer
      greedy
      files={files.map((file) => viewerFile(file, text))}
      load={evidence.load}
      openId={reading.place.fileId}
      page={reading.place.page}
      onPlace={(fileId, page) => state.turnTo({ fileId, page })}
      notes={notes}
      onPin={evidence.onPin}
      onStrike={evidence.onStrike}
      onClose={state.close}
    />
  );
}

/** What stays in view above the rows a sheet was opened for. */
const ROOM_ABOVE_PX = 76;

function SheetReader({
  state,
  evidence,
  thumb,
}: {
  readonly state: ReaderState;
  readonly evidence: ReaderEvidence;
  readonly thumb: (file: AttachedFile) => ReactNode;
}) {
  const text = useText();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => body.current?.focus({ preventScroll: true }), []);
  useKeys([{ combo: 'Escape', label: text('evidence.close'), run: state.close }]);
  const { language } = useLanguage();
  const { paper, problem, sheet } = evidence;
  const about = state.reading?.about ?? null;
  const isThere = sheet !== undefined;
  useEffect(() => {
    const asked = about !== null && isThere ? body.current?.querySelector('.is-asked') : null;
    if (body.current === null || asked === null || asked === undefined) return;
    const below = asked.getBoundingClientRect().top - body.current.getBoundingClientRect().top;
    body.current.scrollTop += below - ROOM_ABOVE_PX;
  }, [about, isThere]);
  return (
    <section className="reader" aria-label={text('evidence.reader')}>
      <div className="reader-head">
        {paper === undefined || sheet === undefined ? null : (
          <PaperButton
            ask={paper}
            label={text('lab.paper')}
            title={inLanguage(sheet.title, language)}
            combo="P"
            tone="plain"
          />
        )}
        <Tool icon="cross" label={text('evidence.close')} combo="Escape" onPress={state.close} />
      </div>
      <div ref={body} className="reader-body" tabIndex={0} role="region" aria-label={text('evidence.reader')}>
        {problem === null ? null : <Notice kind="error">{problem}</Notice>}
        {sheet === undefined && problem === null ? <p role="status">{text('evidence.sheetLoading')}</p> : null}
        {sheet === undefined ? null : (
          <EvidenceSheetView
            sheet={sheet}
            about={about}
            thumb={thumb}
            onFile={(id) =>
              state.openFile(
                id,
                sheet.attachments.map((file) => file.id),
              )
            }
          />
        )}
      </div>
    </section>
  );
}
