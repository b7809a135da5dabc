import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import type { Base64File } from '#renderer/ui/base64-file.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FileDialog } from '#renderer/ui/file-dialog.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Figures, Panel } from '#renderer/ui/panel.tsx';
import { useScanTaker } from '#renderer/ui/scan-inbox.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { StocktakeView } from '#shared/contract/custody.ts';
import { readScan } from '#shared/domain/scan-code.ts';
import { StocktakeDifferences } from './stocktake-differences.tsx';

/** Counts a shelf: scan what lies there, settle what differs, close; it can be left and taken up again. */
export function StocktakePane({ stocktakeId, queue }: { readonly stocktakeId: string; readonly queue: ReactNode }) {
  const text = useText();
  const { data, failure } = useQuery('stocktake.get', { stocktakeId });
  return data === undefined ? (
    <DeskLayout queue={queue}>
      {failure === null ? <p role="status">{text('common.loading')}</p> : <Notice kind="error">{failure.text}</Notice>}
    </DeskLayout>
  ) : (
    <Counting stocktake={data} queue={queue} />
  );
}

function Counting({ stocktake, queue }: { readonly stocktake: StocktakeView; readonly queue: ReactNode }) {
  const text = useText();
  const mayCount = useRight('samples.receive');
  const scan = useCommand('stocktake.scan');
  const close = useCommand('stocktake.close');
  const paper = useCommand('stocktake.paper');
  const [typed, setTyped] = useState('');
  const [newest, setNewest] = useState<StocktakeView | null>(null);
  const [file, setFile] = useState<Base64File | null>(null);
  const view = newest ?? stocktake;
  const stocktakeId = view.id;
  const isOpen = view.closedAt === null;

  const see = async (raw: string): Promise<void> => {
    setTyped('');
    if (raw.trim() === '') return;
    const reply = await scan.run({ stocktakeId, code: raw.trim() });
    if (reply.ok) setNewest(reply.value);
  };
  useScanTaker((code) => {
    if (!isOpen || !mayCount || readScan(code).kind === 'location') return false;
    void see(code);
    return true;
  });
  const finish = async (): Promise<void> => {
    const reply = await close.run({ stocktakeId });
    if (reply.ok) setNewest(reply.value);
  };
  const print = async (): Promise<void> => {
    const reply = await paper.run({ stocktakeId });
    if (reply.ok) setFile(reply.value);
  };
  const left = view.differences.length;
  const problem = scan.failure ?? close.failure ?? paper.failure;
  const noRight = mayCount ? null : text('shelf.needClerk');
  return (
    <DeskLayout
      queue={queue}
      bar={
        <ActionBar
          info={left === 0 ? null : text('shelf.unsettled', { count: left })}
          primary={
            isOpen
              ? {
                  label: text('shelf.close'),
                  pending: close.pending,
                  disabledReason: noRight ?? (left === 0 ? null : text('shelf.unsettled', { count: left })),
                  onPress: () => void finish(),
                }
              : undefined
          }
        >
          <ActionButton pending={paper.pending} onPress={() => void print()}>
            {text('shelf.paper')}
          </ActionButton>
        </ActionBar>
      }
    >
      <h1 className="shelf-title">
        {text('shelf.stocktakeOf', { place: view.location })}{' '}
        <Tag tone={isOpen ? 'wait' : 'good'}>{isOpen ? text('shelf.openStocktake') : text('shelf.closed')}</Tag>
      </h1>
      {problem === null ? null : <Notice kind="error">{problem.text}</Notice>}
      {isOpen ? (
        <Field label={text('shelf.stocktakeScan')} hint={text('shelf.stocktakeHint')}>
          {(control) => (
            <Input
              {...control}
              className="location"
              autoFocus
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onPressEnter={(event) => {
                if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
                event.preventDefault();
                void see(typed);
              }}
            />
          )}
        </Field>
      ) : null}
      <Figures
        rows={[
          [text('shelf.expected'), view.expected],
          [text('shelf.seen'), view.scanned.length],
          [text('shelf.differs'), left],
        ]}
      />
      {isOpen ? <StocktakeDifferences stocktake={view} mayCount={mayCount} onSettled={setNewest} /> : null}
      {view.settled.length === 0 ? null : (
        <Panel title={text('shelf.settled')}>
          <DataTable
            label={text('shelf.settled')}
            rows={view.settled}
            rowKey={({ code }) => code}
            columns={[
              { key: 'code', title: text('shelf.sample'), render: ({ code }) => <b className="mono">{code}</b> },
              {
                key: 'as',
                title: text('shelf.what'),
                render: ({ as, note }) => [text(`shelf.settle.${as}`), note].filter((part) => part !== '').join(' · '),
              },
              { key: 'by', title: text('shelf.who'), render: ({ by }) => by },
              { key: 'at', title: text('common.time'), render: ({ at }) => showMoment(at) },
            ]}
          />
        </Panel>
      )}
      {file === null ? null : (
        <FileDialog
          title={text('shelf.paperTitle', { place: view.location })}
          file={file}
          onClose={() => setFile(null)}
        />
      )}
    </DeskLayout>
  );
}
