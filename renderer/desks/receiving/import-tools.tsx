import { useCommand } from '#renderer/client/use-command.ts';
import { useFileImport, type ImportEnd } from '#renderer/client/use-file-import.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { saveFile } from '#renderer/ui/base64-file.ts';
import { FileImport } from '#renderer/ui/file-import.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { RowFaultList } from '#renderer/ui/row-faults.tsx';
import type { ImportReport } from '#shared/contract/intake.ts';

/** Imports applications from the platform's workbook or JSON, with progress and a report; the desk stays usable meanwhile. */
export function ImportTools() {
  const mayImport = useRight('applications.import');
  return mayImport ? <Applications /> : null;
}

function Applications() {
  const text = useText();
  const { start, running, end, dismiss } = useFileImport(useCommand('application.import'));
  const template = useCommand('application.template');
  const saveTemplate = async (): Promise<void> => {
    const reply = await template.run({});
    if (reply.ok) saveFile(reply.value);
  };
  return (
    <FileImport
      label={text('receiving.import')}
      fileLabel={text('receiving.importFile')}
      accept=".xlsx,.json"
      running={running === null ? null : { ...running, label: text('receiving.importing', { name: running.name }) }}
      onFile={(file) => void start(file)}
      beside={
        <ActionButton tone="quiet" pending={template.pending} onPress={() => void saveTemplate()}>
          {text('receiving.template')}
        </ActionButton>
      }
    >
      {template.failure === null ? null : <Notice kind="error">{template.failure.text}</Notice>}
      {end === null ? null : <ImportResult {...end} onClose={dismiss} />}
    </FileImport>
  );
}

function ImportResult({ name, result, problem, onClose }: ImportEnd<ImportReport> & { readonly onClose: () => void }) {
  const text = useText();
  if (result === null) {
    return (
      <Notice kind="error" onClose={onClose}>
        {problem ?? text('receiving.importRefused', { name })}
      </Notice>
    );
  }
  const { added, unchanged, resubmitted, bad, differing, faults, badRows } = result;
  return (
    <Notice kind={bad + differing === 0 ? 'saved' : 'warning'} onClose={onClose}>
      <div>{text('receiving.importDone', { name, added, unchanged })}</div>
      {resubmitted === 0 ? null : <div>{text('receiving.importResubmitted', { count: resubmitted })}</div>}
      {bad + differing === 0 ? null : <div>{text('receiving.importBad', { bad, differing })}</div>}
      <RowFaultList faults={faults} />
      {badRows === null ? null : (
        <ActionButton onPress={() => saveFile(badRows)}>{text('receiving.badRows')}</ActionButton>
      )}
    </Notice>
  );
}
