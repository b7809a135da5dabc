import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { useText } from '#renderer/ui/language.tsx';
import { paintFound } from './find-marks.ts';
import { findText, type TextMatch } from './find-text.ts';
import { pdfScale } from './open-file.ts';
import type { Rotation } from './viewer-model.ts';

/** Most pixels of one page's canvas; beyond it a page is drawn coarser and stretched. */
const CANVAS_PIXELS = 16_000_000;

/** What is looked for on a page; `index` is the match that is stood at, or null. */
export interface PageFind {
  readonly wanted: string;
  readonly index: number | null;
}

/** One page of a paper: the picture, and its text over it to be selected and searched. */
export function PdfPage({
  document,
  page,
  scale,
  rotation,
  find,
}: {
  readonly document: PDFDocumentProxy;
  readonly page: number;
  readonly scale: number;
  readonly rotation: Rotation;
  readonly find: PageFind;
}) {
  const text = useText();
  const picture = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState<readonly HTMLElement[]>([]);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    const stops: (() => void)[] = [];
    let stopped = false;
    const draw = async (): Promise<void> => {
      const proxy = await document.getPage(page);
      if (stopped) return;
      const viewport = proxy.getViewport({
        scale: pdfScale(scale),
        rotation: (proxy.rotate + rotation) % 360,
      });
      const canvas = globalThis.document.createElement('canvas');
      const fine = Math.min(
        window.devicePixelRatio,
        Math.sqrt(CANVAS_PIXELS / Math.max(1, viewport.width * viewport.height)),
      );
      canvas.width = Math.floor(viewport.width * fine);
      canvas.height = Math.floor(viewport.height * fine);
      const task = proxy.render({ canvas, viewport, transform: [fine, 0, 0, fine, 0, 0] });
      stops.push(() => task.cancel());
      await task.promise;
      if (stopped) return;
      picture.current?.replaceChildren(canvas);
      stops.push(await layText(proxy, viewport, layer.current, setWords));
    };
    draw().then(
      () => setBroken(false),
      () => {
        if (!stopped) setBroken(true);
      },
    );
    return () => {
      stopped = true;
      for (const stop of stops) stop();
    };
  }, [document, page, scale, rotation]);

  useEffect(() => {
    if (words.length === 0 || find.wanted === '') return undefined;
    const key = {};
    const all = findText(
      words.map(({ textContent }) => textContent),
      find.wanted,
    ).flatMap((match) => rangeOf(words, match) ?? []);
    const current = find.index === null ? undefined : all[find.index];
    paintFound(key, { all, current });
    if (current !== undefined) bringIntoView(current);
    return () => paintFound(key, undefined);
  }, [words, find.wanted, find.index]);

  return (
    <>
      <div ref={picture} className="viewer-canvas" />
      <div
        ref={layer}
        className="viewer-text"
        style={
          {
            '--total-scale-factor': pdfScale(scale),
            '--scale-round-x': '1px',
            '--scale-round-y': '1px',
          } as CSSProperties
        }
      />
      {broken ? <p className="viewer-broken">{text('evidence.pageBroken', { page })}</p> : null}
    </>
  );
}

async function layText(
  page: PDFPageProxy,
  viewport: ReturnType<PDFPageProxy['getViewport']>,
  container: HTMLDivElement | null,
  onWords: (words: readonly HTMLElement[]) => void,
): Promise<() => void> {
  if (container === null) return () => undefined;
  const { TextLayer } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  container.replaceChildren();
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
  await layer.render();
  onWords(layer.textDivs);
  return () => layer.cancel();
}

/** Scrolls the pages, and nothing around them, until a match stands in the upper half. */
function bringIntoView(range: Range): void {
  const scroller = range.startContainer.parentElement?.closest('.viewer-scroll');
  if (!scroller) return;
  const [match, view] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (match.top >= view.top && match.bottom <= view.bottom) return;
  scroller.scrollBy({ top: match.top - view.top - view.height / 3 });
}

function rangeOf(words: readonly HTMLElement[], { end, start }: TextMatch): Range | undefined {
  const from = words[start.piece]?.firstChild;
  const to = words[end.piece]?.firstChild;
  if (!from || !to) return undefined;
  const range = new Range();
  range.setStart(from, start.offset);
  range.setEnd(to, end.offset);
  return range;
}
