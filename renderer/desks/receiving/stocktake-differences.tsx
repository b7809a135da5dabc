import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { StocktakeDifference, StocktakeView } from '#shared/contract/custody.ts';
import { settlementsFor, type Settlement } from '#shared/domain/stocktake.ts';
import { hasLeft, whereOf } from './shelf-words.ts';

/** What differs, each with the ways it can be settled. */
export function StocktakeDifferences({
  stocktake,
  mayCount,
  onSettled,
}: {
  readonly stocktake: StocktakeView;
  readonly mayCount: boolean;
  readonly onSettled: (stocktake: StocktakeView) => void;
}) {
  const text = useText();
  const { run, pending, failure } = useCommand('stocktake.settle');
  const settle = async ({ code, kind }: StocktakeDifference, as: Settlement): Promise<void> => {
    const reply = await run({ stocktakeId: stocktake.id, code, difference: kind, as });
    if (reply.ok) onSettled(reply.value);
  };
  if (stocktake.differences.length === 0) return <p className="dim">{text('shelf.noDifferences')}</p>;
  return (
    <Panel title={text('shelf.differences')}>
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      <DataTable
        label={text('shelf.differences')}
        rows={stocktake.differences}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'kind',
            title: text('shelf.what'),
            render: ({ kind }) => (
              <Tag tone={kind === 'missing' ? 'bad' : 'wait'}>{text(`shelf.difference.${kind}`)}</Tag>
            ),
          },
          { key: 'code', title: text('shelf.sample'), render: ({ code }) => <b className="mono">{code}</b> },
          { key: 'product', title: text('shelf.product'), render: ({ sample }) => sample?.productName ?? '—' },
          {
            key: 'book',
            title: text('shelf.bookSays'),
            render: ({ sample }) => (sample === null ? '—' : whereOf(sample, text)),
          },
          {
            key: 'settle',
            title: text('common.actions'),
            render: (row) => (
              <span className="shelf-settle">
                {settlementsFor(row.kind, row.sample !== null && !hasLeft(row.sample)).map((as) => (
                  <ActionButton
                    key={as}
                    pending={pending}
                    label={`${text(`shelf.settle.${as}`)} ${row.code}`}
                    disabledReason={mayCount ? null : text('shelf.needClerk')}
                    onPress={() => void settle(row, as)}
                  >
                    {text(`shelf.settle.${as}`)}
                  </ActionButton>
                ))}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}
