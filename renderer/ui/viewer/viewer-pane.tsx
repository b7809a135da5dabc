import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { isCombo } from '#renderer/ui/key-combo.ts';
import { useKeys, type KeyBinding } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { Size } from './open-file.ts';
import { Pages } from './pages.tsx';
import { PaneBar } from './pane-bar.tsx';
import { useOpenFile, type LoadFile } from './use-open-file.ts';
import { usePaneFind } from './use-pane-find.ts';
import { FindField } from './viewer-bar.tsx';
import * as model from './viewer-model.ts';
import type { PagePoint, Rotation, ViewerFile, ViewerNote, ViewerPlace, Zoom } from './viewer-model.ts';
import { NoteList, PinForm, Pins, type Pinning } from './viewer-pins.tsx';

/** Where a new note is put when the keyboard asks for one: a little above the middle. */
const FIRST_POINT: PagePoint = { x: 500, y: 300 };
const SCROLL_STEP = 80;
const TYPED_INTO = 'input,textarea,select';

/** What one pane of the viewer is given. */
export interface PaneProps {
  readonly files: readonly ViewerFile[];
  readonly load: LoadFile;
  readonly place: ViewerPlace;
  readonly onPlace: (place: ViewerPlace) => void;
  readonly notes: readonly ViewerNote[];
  readonly onPin: ((place: ViewerPlace, point: PagePoint, words: string) => Promise<string | null>) | undefined;
  readonly onStrike: ((id: string) => void) | undefined;
  readonly label: string;
  /** Takes the focus when it is put up. */
  readonly greedy: boolean;
  readonly comparing: boolean;
  readonly onCompare: () => void;
  readonly onClose: () => void;
}

/** One file being read: its bar, its pages, the notes pinned to it. */
export function ViewerPane(props: PaneProps) {
  const text = useText();
  const file = props.files.find(({ id }) => id === props.place.fileId) ?? props.files[0];
  if (file === undefined) return <Notice kind="info">{text('evidence.noFiles')}</Notice>;
  return <FilePane {...props} file={file} />;
}

function FilePane({ file, files, load, place, onPlace, onPin, ...props }: PaneProps & { readonly file: ViewerFile }) {
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState<Size>({ width: 600, height: 700 });
  const [zoomed, setZoomed] = useState<Zoom | null>(null);
  const [rotation, setRotation] = useState<Rotation>(0);
  const [inside, setInside] = useState(false);
  const [pinning, setPinning] = useState<Pinning | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const opened = useOpenFile(file, load);
  const open = opened.state === 'open' ? opened.file : undefined;
  const find = usePaneFind(open);
  const pages = open?.pages ?? file.pages;
  const page = Math.min(place.page, pages);
  const isPicture = open?.kind === 'picture';
  const zoom: Zoom = zoomed ?? (isPicture ? 'page' : 'width');
  const scale =
    open === undefined
      ? 1
      : model.scaleOf(zoom, model.turnedSize(open.first, rotation), box, isPicture ? 1 : undefined);
  const notes = props.notes.filter(({ fileId }) => fileId === file.id).toSorted((a, b) => a.page - b.page || a.y - b.y);
  const { greedy } = props;

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const resized = new ResizeObserver(() => setBox({ width: element.clientWidth, height: element.clientHeight }));
    resized.observe(element);
    if (greedy) element.focus({ preventScroll: true });
    return () => resized.disconnect();
  }, [greedy]);

  const back = (): void => scroller.current?.focus({ preventScroll: true });
  const goTo = (next: ViewerPlace): void => {
    if (next.fileId !== file.id) {
      setRotation(0);
      setZoomed(null);
      setPinning(null);
    }
    onPlace(next);
  };
  const turnTo = (wanted: number): void => goTo({ fileId: file.id, page: wanted });
  const step = (by: 1 | -1): void => goTo(model.steppedPlace(files, { fileId: file.id, page }, by, pages));
  const findStep = (by: 1 | -1): void => {
    const found = find.step(by);
    if (found !== undefined) turnTo(found);
  };
  const endFind = (): void => {
    find.want(null);
    back();
  };
  const endPinning = (): void => {
    setPinning(null);
    back();
  };
  const aim = (): void => (pinning === null ? setPinning({ ...FIRST_POINT, page, writing: false }) : endPinning());
  const zoomBy = (by: 1 | -1): void => setZoomed(model.steppedZoom(scale, by));
  const cycle = (): void => setZoomed(model.cycledZoom(zoom));
  const rotate = (): void => setRotation(model.turned(rotation));
  const escape = (): void => {
    if (pinning !== null) endPinning();
    else if (props.comparing) props.onCompare();
    else props.onClose();
  };
  const bindings: readonly KeyBinding[] = [
    { combo: 'PageDown', label: text('evidence.nextPage'), run: () => step(1) },
    { combo: 'PageUp', label: text('evidence.previousPage'), run: () => step(-1) },
    { combo: 'ArrowRight', label: text('evidence.nextPage'), run: () => step(1) },
    { combo: 'ArrowLeft', label: text('evidence.previousPage'), run: () => step(-1) },
    { combo: 'ArrowDown', label: text('evidence.scroll'), run: () => scroller.current?.scrollBy(0, SCROLL_STEP) },
    { combo: 'ArrowUp', label: text('evidence.scroll'), run: () => scroller.current?.scrollBy(0, -SCROLL_STEP) },
    { combo: 'Home', label: text('evidence.firstPage'), run: () => turnTo(1) },
    { combo: 'End', label: text('evidence.lastPage'), run: () => turnTo(pages) },
    { combo: 'Z', label: text('evidence.cycleZoom'), run: cycle },
    { combo: '+', label: text('evidence.zoomIn'), run: () => zoomBy(1) },
    { combo: '=', label: text('evidence.zoomIn'), run: () => zoomBy(1) },
    { combo: '-', label: text('evidence.zoomOut'), run: () => zoomBy(-1) },
    { combo: 'R', label: text('evidence.rotate'), run: rotate },
    { combo: '2', label: text('evidence.compare'), run: props.onCompare },
    { combo: 'Ctrl+F', label: text('evidence.find'), run: () => find.want(find.wanted ?? '') },
    ...(onPin === undefined ? [] : [{ combo: 'N', label: text('evidence.pinNote'), run: aim }]),
    { combo: 'Escape', label: text('evidence.close'), run: escape },
  ];
  // The pane hears its keys itself, before the desk does; here they are listed for the help.
  useKeys(inside ? bindings : []);

  const press = (event: KeyboardEvent): void => {
    const typing = event.target instanceof Element && event.target.matches(TYPED_INTO);
    if (typing && !event.ctrlKey && event.key !== 'Escape') return;
    if (pinning !== null && !pinning.writing) {
      const moved = model.nudged(pinning, event.key);
      if (moved !== undefined || event.key === 'Enter') {
        event.preventDefault();
        setPinning({ ...pinning, ...moved, writing: event.key === 'Enter' });
        return;
      }
    }
    const binding = bindings.find(({ combo }) => isCombo(event, combo));
    if (binding === undefined) return;
    event.preventDefault();
    binding.run();
  };

  return (
    <section
      className="viewer-pane"
      aria-label={props.label}
      onKeyDown={press}
      onFocus={() => setInside(true)}
      onBlur={(event) => setInside(event.currentTarget.contains(event.relatedTarget))}
    >
      <PaneBar
        files={files}
        fileId={file.id}
        page={page}
        pages={pages}
        onFile={(id) => goTo({ fileId: id, page: 1 })}
        onPage={turnTo}
        onStep={step}
        zoomName={typeof zoom === 'number' ? `${Math.round(scale * 100)}%` : text(`evidence.fit-${zoom}`)}
        finding={find.wanted !== null}
        pinning={pinning !== null}
        comparing={props.comparing}
        onZoomIn={() => zoomBy(1)}
        onZoomOut={() => zoomBy(-1)}
        onZoom={cycle}
        onRotate={rotate}
        onFind={isPicture ? undefined : () => (find.wanted === null ? find.want('') : endFind())}
        onPin={onPin === undefined ? undefined : aim}
        onCompare={props.onCompare}
        onClose={escape}
      />
      {find.wanted === null ? null : (
        <FindField wanted={find.wanted} said={find.said} onWanted={find.want} onStep={findStep} onClose={endFind} />
      )}
      <FileDetail file={file} />
      {pinning === null || pinning.writing ? null : (
        <p className="viewer-detail small" role="status">
          {text('evidence.aim')}
        </p>
      )}
      <div
        ref={scroller}
        className={isPicture ? 'viewer-scroll is-picture' : 'viewer-scroll'}
        tabIndex={0}
        role="region"
        aria-label={text('evidence.contents', { name: file.name, page, pages })}
        aria-busy={opened.state === 'loading'}
      >
        {opened.state === 'problem' ? (
          <div className="viewer-problem">
            <Notice kind="error">{text(`evidence.problem-${opened.problem}`, { name: file.name })}</Notice>
          </div>
        ) : null}
        {opened.state === 'loading' ? <p className="viewer-loading dim">{text('evidence.opening')}</p> : null}
        {open === undefined ? null : (
          <Pages
            key={file.id}
            file={open}
            name={file.name}
            scale={scale}
            rotation={rotation}
            page={page}
            onPage={turnTo}
            scroller={scroller}
            find={find.onPage}
            renderOver={(number) => (
              <Pins
                notes={notes.filter((note) => note.page === number)}
                numberOf={(note) => notes.indexOf(note) + 1}
                rotation={rotation}
                pinning={pinning}
                page={number}
                chosen={chosen}
                onChoose={setChosen}
                onPlace={(point) => setPinning({ ...point, page: number, writing: true })}
              />
            )}
          />
        )}
      </div>
      {pinning?.writing && onPin !== undefined ? (
        <PinForm
          page={pinning.page}
          onCancel={endPinning}
          onPin={async (words) => {
            const wrong = await onPin({ fileId: file.id, page: pinning.page }, { x: pinning.x, y: pinning.y }, words);
            if (wrong === null) endPinning();
            return wrong;
          }}
        />
      ) : null}
      <NoteList
        notes={notes}
        chosen={chosen}
        onChoose={(note) => {
          setChosen(note.id);
          turnTo(note.page);
        }}
        onStrike={props.onStrike}
      />
    </section>
  );
}

/** When and where a photo was taken, and what is odd about it. */
function FileDetail({ file: { detail = [], warnings = [] } }: { readonly file: ViewerFile }) {
  if (detail.length + warnings.length === 0) return null;
  return (
    <p className="viewer-detail small">
      {detail.join(' · ')}
      {warnings.map((warning) => (
        <span key={warning} className="viewer-warning">
          {warning}
        </span>
      ))}
    </p>
  );
}
