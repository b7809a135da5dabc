import type { ReactNode } from 'react';
import type { PagesState } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import { QueueLine } from '#renderer/ui/queue-line.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import { groupCode } from '#renderer/ui/group-code.ts';
import { showClock } from '#renderer/ui/show-time.ts';
import type { ParcelRow } from '#shared/contract/intake.ts';
import { receivingTabs, type ParcelTab, type ReceivingTab } from './receiving-tabs.ts';

/** Parcels by state, with what each holds. */
export function ParcelQueue({
  tab,
  onTab,
  pages,
  counts,
  openId,
  onOpen,
  tools,
}: {
  readonly tab: ParcelTab;
  readonly onTab: (tab: ReceivingTab) => void;
  readonly pages: PagesState<ParcelRow>;
  readonly counts: Readonly<Record<string, number>>;
  readonly openId: string | null;
  readonly onOpen: (row: ParcelRow) => void;
  readonly tools: ReactNode;
}) {
  const text = useText();
  const empties = {
    announced: [text('receiving.emptyAnnounced'), text('receiving.emptyAnnouncedDetail')],
    received: [text('receiving.emptyToday'), text('receiving.emptyTodayDetail')],
    orphan: [text('receiving.emptyOrphan'), text('receiving.emptyOrphanDetail')],
  } as const;
  const [title, detail] = empties[tab];
  return (
    <Queue
      label={text('receiving.queue')}
      tabs={receivingTabs(counts, text)}
      tab={tab as ReceivingTab}
      onTab={onTab}
      rows={pages.rows}
      rowKey={(row) => row.id}
      openKey={openId}
      onOpen={onOpen}
      pending={pages.pending}
      hasMore={pages.hasMore}
      onMore={pages.more}
      tools={tools}
      empty={<EmptyState title={pages.failure === null ? title : ''} detail={pages.failure?.text ?? detail} />}
      line={(row) => parcelLine(row, text)}
    />
  );
}

function parcelLine(row: ParcelRow, text: TextOf): ReactNode {
  return (
    <QueueLine
      code
      title={groupCode(row.waybill)}
      star={row.requestedStar}
      detail={
        row.productName === null ? text('receiving.noCase') : [row.productName, row.enterpriseName ?? ''].join(' · ')
      }
      due={parcelWhen(row, text)}
    />
  );
}

function parcelWhen(row: ParcelRow, text: TextOf): string {
  if (row.receivedAt !== null && row.state !== 'announced') {
    return text('receiving.receivedAt', { time: showClock(row.receivedAt) });
  }
  return row.sentOn === null ? '' : text('receiving.sentOn', { date: row.sentOn.slice(5) });
}
