import { useRef, useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useEvent } from '#renderer/client/use-event.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { readBase64, saveFile } from '#renderer/ui/base64-file.ts';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { WorkProgress } from '#renderer/ui/work-progress.tsx';
import type { ImportReport } from '#shared/contract/intake.ts';

interface Running {
  readonly name: string;
  readonly startedMs: number;
  readonly done: number;
  readonly total: number;
}

/** Imports applications from the platform's workbook or JSON, with progress and a report; the desk stays usable meanwhile. */
export function ImportTools() {
  const text = useText();
  const mayImport = useRight('applications.import');
  const { run, failure } = useCommand('application.import');
  const template = useCommand('application.template');
  const input = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const [report, setReport] = useState<{ readonly name: string; readonly result: ImportReport | null } | null>(null);
  useEvent('import.progress', ({ done, total }) =>
    setRunning((now) => (now === null ? null : { ...now, done, total })),
  );

  const importFile = async (file: File): Promise<void> => {
    setReport(null);
    setRunning({ name: file.name, startedMs: Date.now(), done: 0, total: 0 });
    const reply = await run({ fileName: file.name, content: await readBase64(file) });
    setRunning(null);
    setReport({ name: file.name, result: reply.ok ? reply.value : null });
  };
  const choose = (): void => {
    if (running === null) input.current?.click();
  };
  useKeys(mayImport ? [{ combo: 'I', label: text('receiving.import'), run: choose }] : []);
  const saveTemplate = async (): Promise<void> => {
    const reply = await template.run({});
    if (reply.ok) saveFile(reply.value);
  };
  if (!mayImport) return null;
  return (
    <div className="import-tools">
      <div className="import-buttons">
        <ActionButton combo="I" pending={running !== null} onPress={choose}>
          {text('receiving.import')}
        </ActionButton>
        <ActionButton tone="quiet" pending={template.pending} onPress={() => void saveTemplate()}>
          {text('receiving.template')}
        </ActionButton>
      </div>
      <input
        ref={input}
        hidden
        type="file"
        accept=".xlsx,.json"
        aria-label={text('receiving.importFile')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) void importFile(file);
        }}
      />
      {template.failure === null ? null : <Notice kind="error">{template.failure.text}</Notice>}
      {running === null ? null : <ImportProgress running={running} />}
      {report === null ? null : (
        <ImportResult
          name={report.name}
          result={report.result}
          problem={failure?.text ?? null}
          onClose={() => setReport(null)}
        />
      )}
    </div>
  );
}

function ImportProgress({ running: { name, startedMs, done, total } }: { readonly running: Running }) {
  const text = useText();
  const [nowMs, setNowMs] = useState(startedMs);
  useEvent('import.progress', () => setNowMs(Date.now()));
  const label = text('receiving.importing', { name });
  return <WorkProgress label={label} done={done} total={total} startedMs={startedMs} nowMs={nowMs} />;
}

function ImportResult({
  name,
  result,
  problem,
  onClose,
}: {
  readonly name: string;
  readonly result: ImportReport | null;
  readonly problem: string | null;
  readonly onClose: () => void;
}) {
  const text = useText();
  if (result === null) {
    return (
      <Notice kind="error" onClose={onClose}>
        {problem ?? text('receiving.importRefused', { name })}
      </Notice>
    );
  }
  const { added, unchanged, resubmitted, bad, differing, badRows } = result;
  return (
    <Notice kind={bad + differing === 0 ? 'saved' : 'warning'} onClose={onClose}>
      <div>{text('receiving.importDone', { name, added, unchanged })}</div>
      {resubmitted === 0 ? null : <div>{text('receiving.importResubmitted', { count: resubmitted })}</div>}
      {bad + differing === 0 ? null : <div>{text('receiving.importBad', { bad, differing })}</div>}
      {badRows === null ? null : (
        <ActionButton onPress={() => saveFile(badRows)}>{text('receiving.badRows')}</ActionButton>
      )}
    </Notice>
  );
}
