import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { SampleView } from '#shared/contract/intake.ts';

/** The samples of a parcel, each with its label. */
export function SampleTable({
  samples,
  onLabel,
}: {
  readonly samples: readonly SampleView[];
  readonly onLabel: (sample: SampleView) => void;
}) {
  const text = useText();
  const mayLabel = useRight('labels.print');
  return (
    <Panel title={text('receiving.samples')}>
      <DataTable
        label={text('receiving.samples')}
        rows={samples}
        rowKey={(sample) => sample.id}
        columns={[
          {
            key: 'barcode',
            title: text('receiving.barcode'),
            render: ({ barcode }) => <b className="mono">{barcode}</b>,
          },
          {
            key: 'batch',
            title: text('receiving.batch'),
            render: ({ batch }) => <span className="mono">{batch}</span>,
          },
          { key: 'quantity', title: text('receiving.quantity'), render: ({ quantity, unit }) => `${quantity} ${unit}` },
          { key: 'location', title: text('receiving.location'), render: ({ location }) => location || '—' },
          {
            key: 'state',
            title: text('common.state'),
            render: ({ state, refusal }) => (
              <span title={refusal ?? undefined}>
                <Tag tone={state === 'refused' ? 'bad' : 'plain'}>{text(`receiving.state.${state}`)}</Tag>
              </span>
            ),
          },
          {
            key: 'received',
            title: text('common.time'),
            wraps: true,
            render: ({ receivedAt, receivedBy }) => `${showMoment(receivedAt).slice(5)} ${receivedBy}`,
          },
          {
            key: 'label',
            title: text('common.actions'),
            render: (sample) => (
              <ActionButton
                tone="quiet"
                label={`${text('receiving.labelAgain')} ${sample.barcode}`}
                disabledReason={mayLabel ? null : text('receiving.needClerk')}
                onPress={() => onLabel(sample)}
              >
                {text('receiving.labelAgain')}
              </ActionButton>
            ),
          },
        ]}
      />
    </Panel>
  );
}
