import { useState } from 'react';
import { useText } from '#renderer/ui/language.tsx';
import type { OpenFile } from './open-file.ts';
import type { PageFind } from './pdf-page.tsx';
import { useFind } from './use-find.ts';

/** A search in the file a pane reads. */
export interface PaneFind {
  /** What is looked for; null while nobody searches. */
  readonly wanted: string | null;
  /** How it stands, in words. */
  readonly said: string;
  want(wanted: string | null): void;
  /** Goes to the next or the last match; answers its page. */
  step(by: 1 | -1): number | undefined;
  onPage(page: number): PageFind;
}

/** Looks for a text in the open file and remembers the match that is stood at. */
export function usePaneFind(file: OpenFile | undefined): PaneFind {
  const text = useText();
  const [wanted, setWanted] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  const { done, found, textless } = useFind(file, wanted ?? '');
  const stood = found[at];
  const said = (): string => {
    if (textless) return text('evidence.noText');
    if ((wanted ?? '').trim() === '') return '';
    if (found.length > 0) {
      return stood === undefined
        ? text('evidence.foundCount', { count: found.length })
        : text('evidence.foundAt', { at: at + 1, count: found.length });
    }
    return text(done ? 'evidence.notFound' : 'evidence.finding');
  };
  return {
    wanted,
    said: said(),
    want: (next) => {
      setWanted(next);
      setAt(-1);
    },
    step: (by) => {
      if (found.length === 0) return undefined;
      const next = at === -1 && by === -1 ? found.length - 1 : (at + by + found.length) % found.length;
      setAt(next);
      return found[next]?.page;
    },
    onPage: (page) => ({ wanted: wanted ?? '', index: stood?.page === page ? stood.index : null }),
  };
}
