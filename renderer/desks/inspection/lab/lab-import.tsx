import { useCommand } from '#renderer/client/use-command.ts';
import { useFileImport, type ImportEnd } from '#renderer/client/use-file-import.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { saveFile } from '#renderer/ui/base64-file.ts';
import { FileImport } from '#renderer/ui/file-import.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { RowFaultList } from '#renderer/ui/row-faults.tsx';
import type { LabImportReport } from '#shared/contract/lab.ts';

/** Takes in a laboratory's workbook, and hands one out to fill in for the orders on the list. */
export function LabImport({ orderIds }: { readonly orderIds: readonly string[] }) {
  const mayWork = useRight('lab.work');
  return mayWork ? <Workbooks orderIds={orderIds} /> : null;
}

function Workbooks({ orderIds }: { readonly orderIds: readonly string[] }) {
  const text = useText();
  const { start, running, end, dismiss } = useFileImport(useCommand('lab.import'));
  const template = useCommand('lab.template');
  const saveTemplate = async (): Promise<void> => {
    const reply = await template.run({ orderIds: [...orderIds] });
    if (reply.ok) saveFile(reply.value);
  };
  return (
    <FileImport
      label={text('lab.import')}
      fileLabel={text('lab.importFile')}
      accept=".xlsx"
      running={running === null ? null : { ...running, label: text('lab.importing', { name: running.name }) }}
      onFile={(file) => void start(file)}
      beside={
        orderIds.length === 0 ? null : (
          <ActionButton tone="quiet" pending={template.pending} onPress={() => void saveTemplate()}>
            {text('lab.templateAll', { count: orderIds.length })}
          </ActionButton>
        )
      }
    >
      {template.failure === null ? null : <Notice kind="error">{template.failure.text}</Notice>}
      {end === null ? null : <ImportResult {...end} onClose={dismiss} />}
    </FileImport>
  );
}

function ImportResult({
  name,
  result,
  problem,
  onClose,
}: ImportEnd<LabImportReport> & { readonly onClose: () => void }) {
  const text = useText();
  if (result === null) {
    return (
      <Notice kind="error" onClose={onClose}>
        {problem ?? text('lab.importRefused', { name })}
      </Notice>
    );
  }
  const { bad, badRows, faults, ignoredColumns, orders, saved, unchanged, unreadSheets } = result;
  const join = text('ladder.listJoin');
  return (
    <Notice kind={bad === 0 && unreadSheets.length === 0 ? 'saved' : 'warning'} onClose={onClose}>
      <div>{text('lab.importDone', { name, saved, orders: orders.length, unchanged })}</div>
      {bad === 0 ? null : <div>{text('lab.importBad', { count: bad })}</div>}
      <RowFaultList faults={faults} />
      {unreadSheets.length === 0 ? null : <div>{text('lab.importUnread', { sheets: unreadSheets.join(join) })}</div>}
      {ignoredColumns.length === 0 ? null : (
        <div>{text('lab.importIgnored', { columns: ignoredColumns.join(join) })}</div>
      )}
      {badRows === null ? null : <ActionButton onPress={() => saveFile(badRows)}>{text('lab.badRows')}</ActionButton>}
    </Notice>
  );
}
