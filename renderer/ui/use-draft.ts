import { useState } from 'react';
import { useDraftKey } from './draft-owner.tsx';

/**
 * A text that keeps itself: what was typed is still there after the window was closed.
 *
 * Drafts hold what a person has not sent yet, on this machine only and for nobody else; an emptied draft is forgotten.
 */
export function useDraft(key: string): readonly [text: string, set: (text: string) => void] {
  const stored = useDraftKey(key);
  const [text, setText] = useState(() => localStorage.getItem(stored) ?? '');
  const set = (next: string): void => {
    setText(next);
    if (next === '') localStorage.removeItem(stored);
    else localStorage.setItem(stored, next);
  };
  return [text, set];
}
