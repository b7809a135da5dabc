import { useState } from 'react';
import { ActionButton, type ActionButtonProps } from './action-button.tsx';
import type { Base64File } from './base64-file.ts';
import { FileDialog } from './file-dialog.tsx';
import { useKeys } from './keys.tsx';
import { Notice } from './notice.tsx';

/** A paper that is made when it is asked for. */
export interface PaperAsk {
  /** Null when it could not be made; `problem` says why. */
  readonly make: () => Promise<Base64File | null>;
  readonly pending: boolean;
  readonly problem: string | null;
}

/** Asks for a paper and shows it, to be saved and printed; says beside itself why there is none. */
export function PaperButton({
  ask,
  label,
  title,
  combo,
  tone,
}: {
  readonly ask: PaperAsk;
  readonly label: string;
  /** Of the dialog that shows the paper. */
  readonly title: string;
  readonly combo?: string;
  readonly tone: NonNullable<ActionButtonProps['tone']>;
}) {
  const [file, setFile] = useState<Base64File | null>(null);
  const make = (): void => void ask.make().then(setFile);
  useKeys(combo === undefined ? [] : [{ combo, label, run: make }]);
  return (
    <>
      {ask.problem === null ? null : <Notice kind="error">{ask.problem}</Notice>}
      <ActionButton tone={tone} {...(combo === undefined ? {} : { combo })} pending={ask.pending} onPress={make}>
        {label}
      </ActionButton>
      {file === null ? null : <FileDialog title={title} file={file} onClose={() => setFile(null)} />}
    </>
  );
}
