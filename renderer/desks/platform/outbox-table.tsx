import { useInfinite, useQuery } from '#renderer/client/use-query.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag, type Tone } from '#renderer/ui/tag.tsx';
import type { OutboxRow } from '#shared/contract/platform.ts';
import { deedWord } from './deed-word.ts';
import { Subject } from './subject.tsx';

const TONES: Readonly<Record<OutboxRow['state'], Tone>> = {
  waiting: 'wait',
  accepted: 'good',
  conflict: 'bad',
  quarantined: 'bad',
  parked: 'wait',
  settled: 'plain',
};

/** Every deed of this desk with what the platform said of it, the newest first. */
export function OutboxTable() {
  const text = useText();
  const { language } = useLanguage();
  const { data: people } = useQuery('person.list', {});
  const names = new Map<string, string>(people?.map(({ id, name }) => [id, name])).set(
    'system',
    text('platform.system'),
  );
  const { rows, failure, pending, hasMore, more } = useInfinite('outbox.list', {});
  return (
    <Panel title={text('platform.outbox')}>
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      {rows.length === 0 && !pending ? (
        <EmptyState title={text('platform.outboxEmpty')} detail={text('platform.outboxEmptyDetail')} />
      ) : (
        <DataTable
          label={text('platform.outbox')}
          rows={rows}
          rowKey={(row) => row.seq}
          onMore={hasMore ? more : undefined}
          columns={[
            { key: 'seq', title: text('platform.seq'), number: true, render: ({ seq }) => seq },
            { key: 'what', title: text('platform.what'), render: ({ type }) => deedWord(type, language) },
            {
              key: 'subject',
              title: text('platform.subject'),
              render: ({ entityId }) => names.get(entityId) ?? <Subject id={entityId} />,
            },
            { key: 'who', title: text('platform.who'), render: ({ actor }) => names.get(actor) ?? actor },
            { key: 'at', title: text('common.time'), render: ({ at }) => showMoment(at) },
            {
              key: 'state',
              title: text('common.state'),
              render: ({ state }) => <Tag tone={TONES[state]}>{text(`platform.entry.${state}`)}</Tag>,
            },
          ]}
        />
      )}
    </Panel>
  );
}
