import { useState } from 'react';
import type { StandardVersion, WhatIfReport } from '#shared/contract/standards.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useEvent } from '#renderer/client/use-event.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { WorkProgress } from '#renderer/ui/work-progress.tsx';
import { WhatIfResult } from './what-if-result.tsx';

interface Running {
  readonly runId: string;
  readonly startedMs: number;
  readonly nowMs: number;
  readonly done: number;
  readonly total: number;
}

/** Tries a version on every decided case: progress, stop, and who would move. */
export function WhatIf({ version }: { readonly version: StandardVersion }) {
  const text = useText();
  const trial = useCommand('what-if.run');
  const stop = useCommand('what-if.stop');
  const [running, setRunning] = useState<Running | null>(null);
  const [report, setReport] = useState<WhatIfReport | null>(null);
  useEvent('what-if.progress', ({ done, runId, total }) =>
    setRunning((now) => (now?.runId === runId ? { ...now, done, total, nowMs: Date.now() } : now)),
  );
  const start = async (): Promise<void> => {
    if (running !== null) return;
    const runId = crypto.randomUUID();
    setReport(null);
    setRunning({ runId, startedMs: Date.now(), nowMs: Date.now(), done: 0, total: 0 });
    const reply = await trial.run({ runId, sha256: version.sha256 });
    setRunning(null);
    if (reply.ok) setReport(reply.value);
  };
  const cancel = (): void => {
    if (running !== null) void stop.run({ runId: running.runId });
  };
  useKeys([{ combo: 'T', label: text('standards.run'), run: () => void start() }]);
  return (
    <Panel
      title={text('standards.whatIf')}
      extra={
        <ActionButton combo="T" pending={running !== null} onPress={() => void start()}>
          {text(report === null ? 'standards.run' : 'standards.again')}
        </ActionButton>
      }
    >
      <p className="dim">{text('standards.whatIfDetail', { version: version.version })}</p>
      {running === null ? null : (
        <WorkProgress
          label={text('standards.running', { version: version.version })}
          done={running.done}
          total={running.total}
          startedMs={running.startedMs}
          nowMs={running.nowMs}
          onCancel={cancel}
        />
      )}
      {trial.failure === null ? null : <Notice kind="error">{trial.failure.text}</Notice>}
      {report === null ? null : <WhatIfResult key={report.runId} report={report} />}
    </Panel>
  );
}
