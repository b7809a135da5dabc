import { useEffect, useState } from 'react';
import { FileTrouble, openFile, type FileProblem, type OpenFile } from './open-file.ts';
import type { ViewerFile } from './viewer-model.ts';

/** Gives a file's bytes; rejects when they cannot be had. */
export type LoadFile = (id: string) => Promise<Uint8Array<ArrayBuffer>>;

/** A file on its way, open, or not to be shown. */
export type FileState =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly file: OpenFile }
  | { readonly state: 'problem'; readonly problem: FileProblem };

const LOADING: FileState = { state: 'loading' };

/** Loads and opens the file that is read, and lets the one before go. */
export function useOpenFile(file: ViewerFile | undefined, load: LoadFile): FileState {
  const [shown, setShown] = useState<{ readonly id: string; readonly state: FileState } | null>(null);
  const id = file?.id;
  const mediaType = file?.mediaType ?? '';
  useEffect(() => {
    if (id === undefined) return undefined;
    let left = false;
    let close = (): void => undefined;
    const open = async (): Promise<FileState> => {
      const bytes = await load(id).catch((error: unknown) => {
        throw new FileTrouble('gone', error);
      });
      if (left) return LOADING;
      const opened = await openFile(bytes, mediaType);
      if (left) opened.close();
      else close = opened.close;
      return { state: 'open', file: opened.file };
    };
    const show = (state: FileState): void => {
      if (!left) setShown({ id, state });
    };
    open().then(show, (error: unknown) =>
      show({ state: 'problem', problem: error instanceof FileTrouble ? error.problem : 'damaged' }),
    );
    return () => {
      left = true;
      close();
    };
  }, [id, mediaType, load]);
  return shown !== null && shown.id === id ? shown.state : LOADING;
}
