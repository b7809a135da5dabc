import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { KeptSample } from '#shared/contract/custody.ts';
import { whereOf } from './shelf-words.ts';

/** Samples with where each is; a barcode opens its custody book. */
export function CustodyTable({
  label,
  samples,
  onRemove,
}: {
  readonly label: string;
  readonly samples: readonly KeptSample[];
  /** Given where samples can be taken off the list. */
  readonly onRemove?: (sampleId: string) => void;
}) {
  const text = useText();
  const { open } = useNavigation();
  const columns: readonly Column<KeptSample>[] = [
    {
      key: 'barcode',
      title: text('shelf.sample'),
      render: ({ barcode, id }) => (
        <button type="button" className="shelf-link mono" onClick={() => open(`kept:${id}`)}>
          {barcode}
        </button>
      ),
    },
    { key: 'product', title: text('shelf.product'), render: ({ productName }) => productName },
    { key: 'where', title: text('shelf.where'), render: (sample) => whereOf(sample, text) },
    {
      key: 'state',
      title: text('common.state'),
      render: ({ legalHold, state }) => (
        <>
          <Tag>{text(`receiving.state.${state}`)}</Tag> {legalHold ? <Tag tone="bad">{text('shelf.hold')}</Tag> : null}
        </>
      ),
    },
    { key: 'storage', title: text('shelf.storage'), render: ({ storage }) => text(`common.${storage}`) },
  ];
  const remove: Column<KeptSample> = {
    key: 'remove',
    title: text('common.actions'),
    render: ({ barcode, id }) => (
      <ActionButton tone="quiet" label={text('shelf.remove', { barcode })} onPress={() => onRemove?.(id)}>
        ×
      </ActionButton>
    ),
  };
  return (
    <Panel title={label}>
      <DataTable
        label={label}
        rows={samples}
        rowKey={({ id }) => id}
        columns={onRemove === undefined ? columns : [...columns, remove]}
      />
    </Panel>
  );
}
