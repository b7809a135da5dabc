import { ActionButton } from './action-button.tsx';
import { AttachButton, type FileEnd } from './attach-button.tsx';
import type { AttachEnd } from './attach-notice.tsx';
import type { ChosenFile } from './base64-file.ts';
import { useText } from './language.tsx';

/** Attaches scans to a paper and opens them beside the case (the screen binds O). */
export function ScanTools({
  title,
  count,
  disabledReason,
  onFile,
  onDone,
  onOpen,
}: {
  readonly title: string;
  /** Scans it has. */
  readonly count: number;
  /** Why nothing may be attached; null when it may. */
  readonly disabledReason: string | null;
  readonly onFile: (file: ChosenFile) => Promise<FileEnd>;
  readonly onDone: (end: AttachEnd) => void;
  readonly onOpen: () => void;
}) {
  const text = useText();
  return (
    <>
      <AttachButton
        label={text('evidence.attachNamed', { what: text('evidence.attach'), title })}
        title={title}
        disabledReason={disabledReason}
        onFile={onFile}
        onDone={onDone}
      >
        {text('evidence.attach')}
      </AttachButton>
      <ActionButton combo="O" disabledReason={count === 0 ? text('evidence.noScanYet') : null} onPress={onOpen}>
        {text('evidence.seeScan')}
      </ActionButton>
    </>
  );
}
