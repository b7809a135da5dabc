import { useInfinite } from '#renderer/client/use-query.ts';
import { caseLine } from '#renderer/ui/case-line.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import { receivingTabs, type PapersTab, type ReceivingTab } from './receiving-tabs.ts';

const EMPTY = { papers: 'Papers', 'awaiting-papers': 'Awaiting', 'papers-overdue': 'Overdue' } as const;

/** Cases whose papers are under review, the one due first on top, with what is left of the clock. */
export function PapersQueue({
  tab,
  onTab,
  counts,
  openId,
  today,
  onOpen,
}: {
  readonly tab: PapersTab;
  readonly onTab: (tab: ReceivingTab) => void;
  readonly counts: Readonly<Record<string, number>>;
  /** Case that is open; null when none is. */
  readonly openId: string | null;
  readonly today: string;
  readonly onOpen: (caseId: string) => void;
}) {
  const text = useText();
  const list = useInfinite('case.list', { queue: tab });
  const words = EMPTY[tab];
  return (
    <Queue
      label={text('papers.queue')}
      tabs={receivingTabs(counts, text)}
      tab={tab as ReceivingTab}
      onTab={onTab}
      rows={list.rows}
      rowKey={(row) => row.id}
      openKey={openId}
      onOpen={(row) => onOpen(row.id)}
      pending={list.pending}
      hasMore={list.hasMore}
      onMore={list.more}
      empty={
        <EmptyState
          title={list.failure === null ? text(`papers.empty${words}`) : ''}
          detail={list.failure?.text ?? text(`papers.empty${words}Detail`)}
        />
      }
      line={(row) => caseLine(row, today)}
    />
  );
}
