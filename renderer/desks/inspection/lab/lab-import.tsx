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
import type { LabImportReport } from '#shared/contract/lab.ts';

interface Running {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly startedMs: number;
  readonly nowMs: number;
}

/** Takes in a laboratory's workbook, and hands one out to fill in for the orders on the list. */
export function LabImport({ orderIds }: { readonly orderIds: readonly string[] }) {
  const text = useText();
  const mayWork = useRight('lab.work');
  const { run, failure } = useCommand('lab.import');
  const template = useCommand('lab.template');
  const input = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const [report, setReport] = useState<{ readonly name: string; readonly result: LabImportReport | null } | null>(null);
  useEvent('import.progress', ({ done, total }) =>
    setRunning((now) => (now === null ? null : { ...now, done, total, nowMs: Date.now() })),
  );
  const importFile = async (file: File): Promise<void> => {
    setReport(null);
    const startedMs = Date.now();
    setRunning({ name: file.name, done: 0, total: 0, startedMs, nowMs: startedMs });
    const reply = await run({ fileName: file.name, content: await readBase64(file) });
    setRunning(null);
    setReport({ name: file.name, result: reply.ok ? reply.value : null });
  };
  const choose = (): void => {
    if (running === null) input.current?.click();
  };
  useKeys(mayWork ? [{ combo: 'I', label: text('lab.import'), run: choose }] : []);
  const saveTemplate = async (): Promise<void> => {
    const reply = await template.run({ orderIds: [...orderIds] });
    if (reply.ok) saveFile(reply.value);
  };
  if (!mayWork) return null;
  return (
    <div className="lab-import">
      <div className="lab-import-buttons">
        <ActionButton combo="I" pending={running !== null} onPress={choose}>
          {text('lab.import')}
        </ActionButton>
        {orderIds.length === 0 ? null : (
          <ActionButton tone="quiet" pending={template.pending} onPress={() => void saveTemplate()}>
            {text('lab.templateAll', { count: orderIds.length })}
          </ActionButton>
        )}
      </div>
      <input
        ref={input}
        hidden
        type="file"
        accept=".xlsx"
        aria-label={text('lab.importFile')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) void importFile(file);
        }}
      />
      {template.failure === null ? null : <Notice kind="error">{template.failure.text}</Notice>}
      {running === null ? null : (
        <WorkProgress
          label={text('lab.importing', { name: running.name })}
          done={running.done}
          total={running.total}
          startedMs={running.startedMs}
          nowMs={running.nowMs}
        />
      )}
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

function ImportResult({
  name,
  result,
  problem,
  onClose,
}: {
  readonly name: string;
  readonly result: LabImportReport | null;
  readonly problem: string | null;
  readonly onClose: () => void;
}) {
  const text = useText();
  if (result === null) {
    return (
      <Notice kind="error" onClose={onClose}>
        {problem ?? text('lab.importRefused', { name })}
      </Notice>
    );
  }
  const { bad, badRows, ignoredColumns, orders, saved, unchanged } = result;
  return (
    <Notice kind={bad === 0 ? 'saved' : 'warning'} onClose={onClose}>
      <div>{text('lab.importDone', { name, saved, orders: orders.length, unchanged })}</div>
      {bad === 0 ? null : <div>{text('lab.importBad', { count: bad })}</div>}
      {ignoredColumns.length === 0 ? null : (
        <div>{text('lab.importIgnored', { columns: ignoredColumns.join(text('ladder.listJoin')) })}</div>
      )}
      {badRows === null ? null : <ActionButton onPress={() => saveFile(badRows)}>{text('lab.badRows')}</ActionButton>}
    </Notice>
  );
}
