import { useInfinite, useQuery } from '#renderer/client/use-query.ts';
import type { BenchProps } from '#renderer/desks/inspection/inspection-tabs.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { QueueLine } from '#renderer/ui/queue-line.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import { dayOf } from '#renderer/ui/show-time.ts';
import type { DrawRow } from '#shared/contract/draws.ts';
import { DrawMake } from './draw-make.tsx';
import { DrawOpen } from './draw-open.tsx';

/** Address of the form that makes a draw. */
const NEW = 'new';

/** Spot checks: a new draw over the cases that wait, and every draw made so far. */
export function DrawBench({ tabs, openId, onOpen }: BenchProps) {
  const text = useText();
  const list = useInfinite('draw.list', {});
  const waiting = useQuery('desk.counts', {}).data?.['draws.waiting'];
  useKeys([{ combo: 'N', label: text('external.drawNew'), run: () => onOpen(NEW) }]);
  const line = ({ at, cases, number, seed, selected }: DrawRow) => (
    <QueueLine
      code
      title={number}
      star={null}
      detail={seed}
      due={`${text('external.drawOf', { selected, cases })} · ${dayOf(at).slice(5)}`}
    />
  );
  const queue = (
    <Queue
      label={text('external.drawQueue')}
      {...tabs}
      tools={
        <ActionButton combo="N" onPress={() => onOpen(NEW)}>
          {text('external.drawNew')}
        </ActionButton>
      }
      rows={list.rows}
      rowKey={({ id }) => id}
      openKey={openId}
      onOpen={({ id }) => onOpen(id)}
      line={line}
      pending={list.pending}
      hasMore={list.hasMore}
      onMore={list.more}
      empty={
        list.failure === null ? (
          <EmptyState title={text('external.drawEmpty')} detail={text('external.drawEmptyDetail')} />
        ) : (
          <Notice kind="error">{list.failure.text}</Notice>
        )
      }
    />
  );
  return openId === null || openId === NEW ? (
    <DrawMake key={waiting ?? 0} queue={queue} waiting={waiting ?? 0} onMade={(id) => onOpen(id)} />
  ) : (
    <DrawOpen key={openId} drawId={openId} queue={queue} />
  );
}
