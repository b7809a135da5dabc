import { useEffect, useState } from 'react';
import type { OpenFile } from './open-file.ts';
import { findText } from './find-text.ts';

/** Where a text was found: the page, and which of its matches. */
export interface Found {
  readonly page: number;
  readonly index: number;
}

/** How a search stands. */
export interface FindState {
  readonly found: readonly Found[];
  /** All pages have been read. */
  readonly done: boolean;
  /** No page of the file holds text: a scan. */
  readonly textless: boolean;
}

const NOTHING: FindState = { found: [], done: true, textless: false };
/** Pages read between two counts on screen. */
const SHOW_EVERY = 10;

/** Reads a paper page by page for a text; an empty text finds nothing. */
export function useFind(file: OpenFile | undefined, wanted: string): FindState {
  const [shown, setShown] = useState<{ readonly wanted: string; readonly state: FindState }>({
    wanted: '',
    state: NOTHING,
  });
  useEffect(() => {
    if (file?.kind !== 'pdf' || wanted.trim() === '') return undefined;
    let left = false;
    const search = async (): Promise<void> => {
      const found: Found[] = [];
      let units = 0;
      for (let page = 1; page <= file.pages; page++) {
        if (left) return;
        const { items } = await (await file.document.getPage(page)).getTextContent();
        const pieces = items.flatMap((item) => ('str' in item ? [item.str] : []));
        units += pieces.reduce((sum, piece) => sum + piece.trim().length, 0);
        findText(pieces, wanted).forEach((_, index) => found.push({ page, index }));
        const done = page === file.pages;
        if (left || (!done && page % SHOW_EVERY !== 0)) continue;
        setShown({ wanted, state: { found: [...found], done, textless: done && units === 0 } });
      }
    };
    search().catch((error: unknown) => {
      // The file was let go in the middle of a page; anything else shows on the page itself.
      if (!left) setShown({ wanted, state: { ...NOTHING, textless: error instanceof Error } });
    });
    return () => {
      left = true;
    };
  }, [file, wanted]);
  if (wanted.trim() === '') return NOTHING;
  return shown.wanted === wanted ? shown.state : { ...NOTHING, done: false };
}
