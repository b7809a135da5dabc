import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Facts, Panel } from '#renderer/ui/panel.tsx';
import type { LedgerReport, SyncStatus } from '#shared/contract/platform.ts';

const inFours = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? hash;

/** Verifies the hash chain of everything recorded here, and shows its head for comparison with the printed one. */
export function LedgerCheck({ head }: { readonly head: SyncStatus['ledgerHead'] | null }) {
  const text = useText();
  const { run, pending, failure } = useCommand('ledger.verify');
  const [report, setReport] = useState<LedgerReport | null>(null);
  const verify = async (): Promise<void> => {
    const reply = await run({});
    setReport(reply.ok ? reply.value : null);
  };
  return (
    <Panel
      title={text('platform.ledger')}
      extra={
        <ActionButton pending={pending} onPress={() => void verify()}>
          {pending ? text('platform.verifying') : text('platform.verify')}
        </ActionButton>
      }
    >
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      {report === null ? null : report.fault === null ? (
        <Notice kind="saved">{text('platform.clean', { entries: report.entries })}</Notice>
      ) : (
        <Notice kind="error">{text('platform.fault', { seq: report.fault.seq, what: report.fault.what })}</Notice>
      )}
      {head === null ? null : (
        <Facts
          rows={[
            [text('platform.seq'), head.seq],
            [
              text('platform.head'),
              <span key="head" className="mono">
                {inFours(report?.head ?? head.hash)}
              </span>,
            ],
          ]}
        />
      )}
      <p className="dim small">{text('platform.headHint')}</p>
    </Panel>
  );
}
