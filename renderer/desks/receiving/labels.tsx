import { useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { FileDialog } from '#renderer/ui/file-dialog.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { FileReply, SampleView } from '#shared/contract/intake.ts';

/** A label that was made as a file and is on screen. */
export interface ShownLabel {
  readonly sample: SampleView;
  readonly file: FileReply;
}

/** A label that was asked for and did not come. */
export interface FailedLabel {
  readonly sample: SampleView;
  readonly reason: string | null;
  readonly problem: string;
}

/** Prints sample labels: straight to the printer of the settings, else as a file on screen. */
export interface Labels {
  readonly shown: ShownLabel | null;
  readonly failed: FailedLabel | null;
  /** Printer the last label went to; null while none did. */
  readonly sentTo: string | null;
  /** A label printed before needs a reason. */
  print(sample: SampleView, reason: string | null): Promise<void>;
  /** As a file, whatever the settings say. */
  toPdf(sample: SampleView, reason: string | null): Promise<void>;
  close(): void;
}

type Outcome =
  | { readonly kind: 'shown'; readonly sample: SampleView; readonly file: FileReply }
  | { readonly kind: 'sent'; readonly printer: string }
  | { readonly kind: 'failed'; readonly sample: SampleView; readonly reason: string | null };

/** Keeps what became of the last label. */
export function useLabels(): Labels {
  const asFile = useCommand('paper.print-labels');
  const send = useCommand('paper.send-labels');
  const { data: settings } = useQuery('settings.get', {});
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const toPdf = async (sample: SampleView, reason: string | null): Promise<void> => {
    send.reset();
    const reply = await asFile.run({ sampleIds: [sample.id], reason });
    setOutcome(reply.ok ? { kind: 'shown', sample, file: reply.value } : { kind: 'failed', sample, reason });
  };
  const toPrinter = async (sample: SampleView, reason: string | null): Promise<void> => {
    asFile.reset();
    const reply = await send.run({ sampleIds: [sample.id], reason });
    setOutcome(reply.ok ? { kind: 'sent', printer: reply.value.printer } : { kind: 'failed', sample, reason });
  };
  const problem = send.failure?.text ?? asFile.failure?.text ?? '';
  return {
    shown: outcome?.kind === 'shown' ? outcome : null,
    sentTo: outcome?.kind === 'sent' ? outcome.printer : null,
    failed: outcome?.kind === 'failed' ? { ...outcome, problem } : null,
    print: settings === undefined || settings.labels.printer === null ? toPdf : toPrinter,
    toPdf,
    close: () => setOutcome(null),
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
