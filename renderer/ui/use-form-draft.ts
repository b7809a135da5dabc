import { useEffect, useState } from 'react';
import { useDraftKey } from './draft-owner.tsx';

/** What a person has typed into a form and not yet sent. */
export interface FormDraft<T> {
  readonly value: T;
  /** Changes some of it. */
  change(part: Partial<T>): void;
  /** Back to how it began, with nothing kept. */
  clear(): void;
}

/**
 * Keeps what a person types until it is sent, through a closed window too, and for nobody else. Nothing secret goes in.
 * @param key one per thing that is filled in, `receive.P-7`; give the component the same `key`
 */
export function useFormDraft<T extends object>(key: string, initial: T): FormDraft<T> {
  const stored = useDraftKey(key);
  const [changed, setChanged] = useState<Partial<T>>(() => read<T>(stored));
  useEffect(() => {
    if (Object.keys(changed).length === 0) localStorage.removeItem(stored);
    else localStorage.setItem(stored, JSON.stringify(changed));
  }, [stored, changed]);
  return {
    value: { ...initial, ...changed },
    change: (part) => setChanged((now) => ({ ...now, ...part })),
    clear: () => setChanged({}),
  };
}

function read<T extends object>(stored: string): Partial<T> {
  const text = localStorage.getItem(stored);
  if (text === null) return {};
  try {
    return JSON.parse(text) as Partial<T>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    localStorage.removeItem(stored);
    return {};
  }
}
