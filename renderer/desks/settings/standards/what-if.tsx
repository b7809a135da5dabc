import type { StandardVersion } from '#shared/contract/standards.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { WorkProgress } from '#renderer/ui/work-progress.tsx';
import { WhatIfResult } from './what-if-result.tsx';

/** Tries a version on every decided case: progress, stop, and who would move; a window that comes back finds it as it is. */
export function WhatIf({ version: { sha256, version } }: { readonly version: StandardVersion }) {
  const text = useText();
  const trial = useCommand('what-if.run');
  const stop = useCommand('what-if.stop');
  const last = useQuery('what-if.last', { sha256 }).data ?? null;
  const underway = last?.report === null ? last : null;
  const running = trial.pending || underway !== null;
  const report = running ? null : (last?.report ?? null);
  const start = (): void => {
    if (!running) void trial.run({ runId: crypto.randomUUID(), sha256 });
  };
  useKeys([{ combo: 'T', label: text('standards.run'), run: start }]);
  return (
    <Panel
      title={text('standards.whatIf')}
      extra={
        <ActionButton combo="T" pending={running} onPress={start}>
          {text(report === null ? 'standards.run' : 'standards.again')}
        </ActionButton>
      }
    >
      <p className="dim">{text('standards.whatIfDetail', { version })}</p>
      {running ? (
        <WorkProgress
          label={text('standards.running', { version })}
          done={underway?.done ?? 0}
          total={underway?.total ?? 0}
          startedMs={0}
          nowMs={underway?.tookMs ?? 0}
          onCancel={underway === null ? undefined : () => void stop.run({ runId: underway.runId })}
        />
      ) : null}
      {trial.failure === null ? null : <Notice kind="error">{trial.failure.text}</Notice>}
      {report === null ? null : <WhatIfResult key={report.runId} report={report} />}
    </Panel>
  );
}
