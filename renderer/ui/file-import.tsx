import { useRef, type ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { chosenFile, type ChosenFile } from './base64-file.ts';
import { useKeys } from './keys.tsx';
import { WorkProgress } from './work-progress.tsx';
import './file-import.css';

/** Props of {@link FileImport}. */
export interface FileImportProps {
  /** The button's words; it is pressed with I as well. */
  readonly label: string;
  /** Names the field behind the button. */
  readonly fileLabel: string;
  /** Extensions the chooser shows: `.xlsx,.json`. */
  readonly accept: string;
  /** The file on its way in and what to call the work; null when there is none. */
  readonly running: {
    readonly label: string;
    readonly done: number;
    readonly total: number;
    readonly startedMs: number;
    readonly nowMs: number;
  } | null;
  readonly onFile: (file: ChosenFile) => void;
  /** Buttons beside it. */
  readonly beside?: ReactNode;
  /** What stands below: refusals and the result. */
  readonly children?: ReactNode;
}

/** Chooses a file to take in, and shows how far it is. */
export function FileImport({ label, fileLabel, accept, running, onFile, beside, children }: FileImportProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (): void => {
    if (running === null) input.current?.click();
  };
  useKeys([{ combo: 'I', label, run: choose }]);
  return (
    <div className="file-import">
      <div className="file-import-buttons">
        <ActionButton combo="I" pending={running !== null} onPress={choose}>
          {label}
        </ActionButton>
        {beside}
      </div>
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        aria-label={fileLabel}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) onFile(chosenFile(file));
        }}
      />
      {running === null ? null : <WorkProgress {...running} />}
      {children}
    </div>
  );
}
