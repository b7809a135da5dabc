import { useState } from 'react';
import type { DecisionView } from '#shared/contract/decisions.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import type { Base64File } from '#renderer/ui/base64-file.ts';
import { FileDialog } from '#renderer/ui/file-dialog.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';

/** The decision on paper: made when it is asked for, from what the decision keeps. */
export function DecisionReport({ decision }: { readonly decision: Pick<DecisionView, 'id' | 'round'> }) {
  const text = useText();
  const { failure, pending, run } = useCommand('decision.report');
  const [file, setFile] = useState<Base64File | null>(null);
  const make = async (): Promise<void> => {
    const reply = await run({ decisionId: decision.id });
    if (reply.ok) setFile(reply.value);
  };
  return (
    <>
      <ActionButton tone="quiet" pending={pending} onPress={() => void make()}>
        {text('panel.report')}
      </ActionButton>
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      {file === null ? null : (
        <FileDialog
          title={text('panel.reportOf', { round: decision.round })}
          file={file}
          onClose={() => setFile(null)}
        />
      )}
    </>
  );
}
