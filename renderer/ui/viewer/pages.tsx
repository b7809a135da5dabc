import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { pageSize, type OpenFile, type Size } from './open-file.ts';
import { PdfPage, type PageFind } from './pdf-page.tsx';
import { PicturePage } from './picture-page.tsx';
import { pageInView, turnedSize, type Rotation } from './viewer-model.ts';

/** Free pixels above and below each page. */
const GAP = 12;

/** What the column of pages is drawn from. */
export interface PagesProps {
  readonly file: OpenFile;
  readonly name: string;
  readonly scale: number;
  readonly rotation: Rotation;
  /** The page stood at; another one is scrolled to. */
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly find: (page: number) => PageFind;
  /** What lies over a page, such as pinned notes. */
  readonly renderOver: (page: number) => ReactNode;
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/**
 * The pages of a file below each other. Only those in view, and one on either side, are drawn: a
 * paper of two hundred pages costs what three cost.
 */
export function Pages({ file, name, scale, rotation, page, onPage, find, renderOver, scroller }: PagesProps) {
  const [sizes, setSizes] = useState<ReadonlyMap<number, Size>>(new Map());
  const [near, setNear] = useState<readonly [number, number]>([page - 1, page + 1]);
  const stood = useRef(0);
  /** Where it was scrolled to for a page; while it lies there the page stays the one asked for. */
  const held = useRef(Number.NaN);
  const shaped = useRef('');
  const column = useRef<HTMLDivElement>(null);
  const boxes = Array.from({ length: file.pages }, (_, index) => {
    const { height, width } = turnedSize(sizes.get(index + 1) ?? file.first, rotation);
    return { width: Math.floor(width * scale), height: Math.floor(height * scale) };
  });
  const tops = topsOf(boxes.map(({ height }) => height));

  const look = useEffectEvent(() => {
    const element = scroller.current;
    if (element === null) return;
    const { clientHeight, scrollTop } = element;
    const first = tops.findLastIndex((top) => top <= scrollTop) + 1;
    const last = tops.findLastIndex((top) => top <= scrollTop + clientHeight) + 1;
    setNear((before) => (before[0] === first - 1 && before[1] === last + 1 ? before : [first - 1, last + 1]));
    if (Math.abs(scrollTop - held.current) < 2) return;
    held.current = Number.NaN;
    const atEnd = scrollTop > 0 && scrollTop + clientHeight >= element.scrollHeight - 2;
    const seen = atEnd ? file.pages : pageInView(tops, scrollTop, clientHeight);
    if (seen === stood.current) return;
    stood.current = seen;
    onPage(seen);
  });

  /** Keeps the page that is read where it is when everything grows or turns. */
  const stay = useEffectEvent(() => {
    const element = scroller.current;
    if (element === null || stood.current === 0) return;
    element.scrollTo({ top: (tops[stood.current - 1] ?? 0) - GAP / 2 });
    held.current = element.scrollTop;
  });

  const reshape = useEffectEvent((shape: string) => {
    if (shaped.current !== shape) stay();
    shaped.current = shape;
  });

  const goTo = useEffectEvent((wanted: number) => {
    const element = scroller.current;
    if (element === null || wanted === stood.current) return;
    stood.current = wanted;
    stay();
  });

  useLayoutEffect(() => goTo(page), [page]);
  useLayoutEffect(() => reshape(`${scale} ${rotation}`), [scale, rotation]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let frame = 0;
    const scrolled = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => look());
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    const resized = new ResizeObserver(scrolled);
    resized.observe(element);
    if (column.current !== null) resized.observe(column.current);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', scrolled);
      resized.disconnect();
    };
  }, [scroller]);

  const [from, to] = near;
  useEffect(() => {
    if (file.kind !== 'pdf') return undefined;
    let left = false;
    const measure = async (): Promise<void> => {
      for (let one = Math.max(1, from); one <= Math.min(file.pages, to); one++) {
        const size = await pageSize(file.document, one);
        if (left) return;
        setSizes((before) => (same(before.get(one) ?? file.first, size) ? before : new Map(before).set(one, size)));
      }
    };
    measure().catch((error: unknown) => {
      // A page that cannot be measured keeps the first one's size and says itself that it is broken.
      if (!(error instanceof Error)) throw error;
    });
    return () => {
      left = true;
    };
  }, [file, from, to]);

  const drawnPages = boxes.map((box, index) => {
    const number = index + 1;
    const drawn = number >= from && number <= to;
    return (
      <div key={number} className="viewer-page" data-page={number} style={box}>
        {drawn && file.kind === 'pdf' ? (
          <PdfPage document={file.document} page={number} scale={scale} rotation={rotation} find={find(number)} />
        ) : null}
        {drawn && file.kind === 'picture' ? (
          <PicturePage url={file.url} name={name} size={file.first} scale={scale} rotation={rotation} />
        ) : null}
        {drawn ? renderOver(number) : null}
      </div>
    );
  });
  return (
    <div ref={column} className="viewer-column">
      {drawnPages}
    </div>
  );
}

const same = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

/** Where each page begins in the column, from the heights before it. */
function topsOf(heights: readonly number[]): readonly number[] {
  let top = GAP;
  return heights.map((height) => {
    const own = top;
    top += height + GAP;
    return own;
  });
}
