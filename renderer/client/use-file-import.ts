import { useState } from 'react';
import type { Reply } from '#shared/contract/contract.ts';
import { readContent, type ReadableFile } from './readable-file.ts';
import type { ShownRefusal } from './refusal.ts';
import { useEvent } from './use-event.ts';
import { useWorkstation } from './workstation.tsx';

/** A file on its way in, and how far it is. */
export interface RunningImport {
  readonly name: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  /** When it began, and the moment of the newest count, both in milliseconds of one clock. */
  readonly startedMs: number;
  readonly nowMs: number;
}

/** What came of the last file; without a result it was refused as a whole. */
export interface ImportEnd<R> {
  readonly name: string;
  readonly result: R | null;
  /** Why it was refused, as a sentence. */
  readonly problem: string | null;
}

/** A command that takes a file in. */
interface ImportCommand<R> {
  run(input: { readonly fileName: string; readonly content: string }): Promise<Reply<R>>;
  readonly failure: ShownRefusal | null;
}

/** Takes files in one at a time, with the progress the backend announces: `useFileImport(useCommand('lab.import'))`. */
export function useFileImport<R>({ failure, run }: ImportCommand<R>) {
  const { language } = useWorkstation();
  const [running, setRunning] = useState<RunningImport | null>(null);
  const [ended, setEnded] = useState<ImportEnd<R> | null>(null);
  useEvent('import.progress', ({ done, total }) =>
    setRunning((now) => (now === null ? null : { ...now, done, total, nowMs: Date.now() })),
  );
  const takeIn = async (file: ReadableFile): Promise<ImportEnd<R>> => {
    const { name } = file;
    const { content, problem } = await readContent(file, language);
    if (content === null) return { name, result: null, problem };
    const reply = await run({ fileName: name, content });
    return { name, result: reply.ok ? reply.value : null, problem: null };
  };
  const start = async (file: ReadableFile): Promise<void> => {
    setEnded(null);
    const startedMs = Date.now();
    setRunning({ name: file.name, done: 0, total: 0, startedMs, nowMs: startedMs });
    const end = await takeIn(file);
    setRunning(null);
    setEnded(end);
  };
  const end = ended === null ? null : { ...ended, problem: ended.problem ?? failure?.text ?? null };
  return { start, running, end, dismiss: () => setEnded(null) };
}
