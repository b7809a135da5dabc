import { useCommand } from '#renderer/client/use-command.ts';
import { useText } from '#renderer/ui/language.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import type { VersionDialogProps } from './adopt-dialog.tsx';

/** Drops a version that does not decide yet, with the reason. */
export function DiscardDialog({ version, onDone, onClose }: VersionDialogProps) {
  const text = useText();
  const { failure, pending, run } = useCommand('standard.discard');
  const discard = async (reason: string): Promise<void> => {
    const reply = await run({ sha256: version.sha256, reason });
    if (reply.ok) onDone(text('standards.discarded', { version: version.version }));
  };
  return (
    <ReasonDialog
      title={text('standards.discardTitle', { version: version.version })}
      label={text('standards.discardReason')}
      hint={text('standards.discardHint')}
      submitLabel={text('standards.discard')}
      pending={pending}
      problem={failure?.text ?? null}
      onReason={(reason) => void discard(reason)}
      onClose={onClose}
    />
  );
}
