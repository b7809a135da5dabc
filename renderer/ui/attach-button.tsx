import { useRef, useState } from 'react';
import { ActionButton } from './action-button.tsx';
import type { AttachEnd } from './attach-notice.tsx';
import { chosenFile, type ChosenFile } from './base64-file.ts';
import { useText } from './language.tsx';

/** What an attached file may be. */
const ACCEPT = '.pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp';

/** What became of one file: kept, or why not. */
export interface FileEnd {
  readonly kept: AttachEnd['kept'][number] | null;
  readonly problem: string | null;
}

/** Takes files from the disk, one after the other; those that are refused are named, the others are kept. */
export function AttachButton({
  label,
  title,
  combo,
  disabledReason,
  onFile,
  onDone,
  children,
}: {
  /** The button's name in full. */
  readonly label: string;
  /** What the files are attached to. */
  readonly title: string;
  readonly combo?: string;
  readonly disabledReason: string | null;
  /** Keeps one. */
  readonly onFile: (file: ChosenFile) => Promise<FileEnd>;
  /** What became of them all. */
  readonly onDone: (end: AttachEnd) => void;
  readonly children: string;
}) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [keeping, setKeeping] = useState<string | null>(null);
  const keep = async (files: readonly File[]): Promise<void> => {
    const ends: FileEnd[] = [];
    for (const file of files) {
      setKeeping(file.name);
      ends.push(await onFile(chosenFile(file)));
    }
    setKeeping(null);
    onDone({
      title,
      kept: ends.flatMap(({ kept }) => kept ?? []),
      problems: ends.flatMap(({ problem }) => problem ?? []),
    });
  };
  return (
    <>
      <ActionButton
        {...(combo === undefined ? {} : { combo })}
        label={label}
        disabledReason={disabledReason}
        pending={keeping !== null}
        onPress={() => input.current?.click()}
      >
        {keeping === null ? children : text('evidence.attaching', { name: keeping })}
      </ActionButton>
      <input
        ref={input}
        hidden
        multiple
        type="file"
        accept={ACCEPT}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void keep(files);
        }}
      />
    </>
  );
}
