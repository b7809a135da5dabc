import { useState, type ReactNode } from 'react';
import type { ShownRefusal } from '#renderer/client/refusal.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FileDialog } from '#renderer/ui/file-dialog.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { FileReply, SampleView } from '#shared/contract/intake.ts';

/** A label that was printed and is on screen. */
export interface ShownLabel {
  readonly sample: SampleView;
  readonly file: FileReply;
}

/** Prints sample labels and keeps the one that is on screen. */
export function useLabels(): {
  readonly shown: ShownLabel | null;
  readonly failure: ShownRefusal | null;
  /** A label printed before needs a reason. */
  print(sample: SampleView, reason: string | null): Promise<void>;
  close(): void;
} {
  const { run, failure } = useCommand('paper.print-labels');
  const [shown, setShown] = useState<ShownLabel | null>(null);
  return {
    shown,
    failure,
    print: async (sample, reason) => {
      const reply = await run({ sampleIds: [sample.id], reason });
      if (reply.ok) setShown({ sample, file: reply.value });
    },
    close: () => setShown(null),
  };
}

/** The label on screen, to print or keep. */
export function LabelDialog({
  shown: { sample, file },
  onClose,
  children,
}: {
  readonly shown: ShownLabel;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const text = useText();
  return (
    <FileDialog title={text('receiving.labelTitle', { barcode: sample.barcode })} file={file} onClose={onClose}>
      {children}
    </FileDialog>
  );
}
