import { Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Field, FieldGrid } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showClock } from '#renderer/ui/show-time.ts';
import type { PrinterList, SettingsView } from '#shared/contract/settings.ts';

/** The scanner and the label printer of this desk; an administrator sets them once. */
export function Devices({ mayManage }: { readonly mayManage: boolean }) {
  const text = useText();
  const { data: settings } = useQuery('settings.get', {});
  const { data: printers } = useQuery('printer.list', {}, { enabled: mayManage });
  return (
    <Panel title={text('device.title')}>
      {mayManage ? null : <p className="dim small">{text('device.admin')}</p>}
      {settings === undefined || printers === undefined ? null : (
        <DevicesForm settings={settings} printers={printers} />
      )}
    </Panel>
  );
}

const NO_PRINTER = '';
const words = (typed: string): readonly string[] => typed.split(/\s+/u).filter((word) => word !== '');

function DevicesForm({ settings, printers }: { readonly settings: SettingsView; readonly printers: PrinterList }) {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('settings.set');
  const { labels, scanner, stocks } = settings;
  const [prefixes, setPrefixes] = useState(scanner.prefixes.join(' '));
  const [suffixes, setSuffixes] = useState(scanner.suffixes.join(' '));
  const [meanMs, setMeanMs] = useState(String(scanner.meanMs));
  const [stock, setStock] = useState(labels.stock);
  const [printer, setPrinter] = useState(labels.printer ?? NO_PRINTER);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setSavedAt(null);
    const reply = await run({
      scanner: { prefixes: [...words(prefixes)], suffixes: [...words(suffixes)], meanMs: Number(meanMs) },
      labels: { stock, printer: printer === NO_PRINTER ? null : printer },
    });
    if (reply.ok) setSavedAt(new Date().toISOString());
  };
  const missing = printer !== NO_PRINTER && !printers.printers.includes(printer);
  const errorOf = (name: string): string | undefined =>
    Object.entries(fieldErrors).find(([field]) => field.startsWith(name))?.[1];
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {failure === null || Object.keys(fieldErrors).length > 0 ? null : <Notice kind="error">{failure.text}</Notice>}
      {savedAt === null ? null : <Notice kind="saved">{text('device.saved', { at: showClock(savedAt) })}</Notice>}
      <FieldGrid columns={2}>
        <Field
          label={text('device.printer')}
          hint={printers.system ? undefined : text('device.noSystem')}
          error={errorOf('labels.printer')}
        >
          {({ status, ...control }) => (
            <Select
              {...control}
              status={status}
              value={printer}
              onChange={setPrinter}
              options={[
                { value: NO_PRINTER, label: text('device.noPrinter') },
                ...(missing ? [{ value: printer, label: text('device.missing', { printer }) }] : []),
                ...printers.printers.map((name) => ({ value: name, label: name })),
              ]}
            />
          )}
        </Field>
        <Field label={text('device.stock')} error={errorOf('labels.stock')}>
          {({ status, ...control }) => (
            <Select
              {...control}
              status={status}
              value={stock}
              onChange={setStock}
              options={stocks.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        <Field label={text('device.prefixes')} hint={text('device.addedHint')} error={errorOf('scanner.prefixes')}>
          {(control) => (
            <Input
              {...control}
              className="mono"
              value={prefixes}
              onChange={(event) => setPrefixes(event.target.value)}
            />
          )}
        </Field>
        <Field label={text('device.suffixes')} hint={text('device.addedHint')} error={errorOf('scanner.suffixes')}>
          {(control) => (
            <Input
              {...control}
              className="mono"
              value={suffixes}
              onChange={(event) => setSuffixes(event.target.value)}
            />
          )}
        </Field>
        <Field label={text('device.speed')} hint={text('device.speedHint')} error={errorOf('scanner.meanMs')}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={meanMs}
              onChange={(event) => setMeanMs(event.target.value)}
            />
          )}
        </Field>
      </FieldGrid>
      <div className="row-end">
        <ActionButton submit pending={pending}>
          {text('device.save')}
        </ActionButton>
      </div>
    </form>
  );
}
