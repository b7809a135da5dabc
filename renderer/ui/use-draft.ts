import { useState } from 'react';

const stored = (key: string): string | null => localStorage.getItem(`workstation.draft.${key}`);

/**
 * A text that keeps itself: what was typed is still there after the window was closed.
 *
 * Drafts hold what a person has not sent yet, on this machine only; an emptied draft is forgotten.
 */
export function useDraft(key: string): readonly [text: string, set: (text: string) => void] {
  const [text, setText] = useState(() => stored(key) ?? '');
  const set = (next: string): void => {
    setText(next);
    if (next === '') localStorage.removeItem(`workstation.draft.${key}`);
    else localStorage.setItem(`workstation.draft.${key}`, next);
  };
  return [text, set];
}
