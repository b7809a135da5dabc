import { useRef, useState } from 'react';
import { ActionButton } from './action-button.tsx';
import { chosenFile, type ChosenFile } from './base64-file.ts';
import { useText } from './language.tsx';

/** What an attached file may be. */
const ACCEPT = '.pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp';

/** Takes files from the disk, one after the other; those that are refused are named, the others are kept. */
export function AttachButton({
  label,
  combo,
  disabledReason,
  onFile,
  onDone,
  children,
}: {
  /** What the files are attached to. */
  readonly label: string;
  readonly combo?: string;
  readonly disabledReason: string | null;
  /** Keeps one; answers why it was not kept, or null. */
  readonly onFile: (file: ChosenFile) => Promise<string | null>;
  /** Sentences of those that were not kept; empty when all were. */
  readonly onDone: (problems: readonly string[]) => void;
  readonly children: string;
}) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [keeping, setKeeping] = useState<string | null>(null);
  const keep = async (files: readonly File[]): Promise<void> => {
    const problems: string[] = [];
    for (const file of files) {
      setKeeping(file.name);
      const problem = await onFile(chosenFile(file));
      if (problem !== null) problems.push(problem);
    }
    setKeeping(null);
    onDone(problems);
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
