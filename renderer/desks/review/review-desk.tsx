import { useState } from 'react';
import { useInfinite, useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { caseLine } from '#renderer/ui/case-line.tsx';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import { ReviewCase } from './review-case.tsx';
import './review.css';

type Tab = 'review' | 'overdue' | 'decided' | 'all';
const EMPTY = { review: 'Review', overdue: 'Overdue', decided: 'Decided', all: 'All' } as const;

/** The desk where experts read a case and a decider grants its star. */
export function ReviewDesk() {
  const text = useText();
  const { openId, open } = useNavigation();
  const [tab, setTab] = useState<Tab>('review');
  const list = useInfinite('case.list', { queue: tab });
  const counts = useQuery('desk.counts', {}).data;
  const today = useSession().data?.today ?? '';
  const words = EMPTY[tab];
  const staged = tab === 'decided' || tab === 'all';
  const queue = (
    <Queue
      label={text('review.queue')}
      tabs={[
        { key: 'review', label: text('review.tabReview'), count: counts?.['cases.review'] },
        { key: 'overdue', label: text('review.tabOverdue'), count: counts?.['cases.overdue'] },
        { key: 'decided', label: text('review.tabDecided') },
        { key: 'all', label: text('review.tabAll') },
      ]}
      tab={tab}
      onTab={setTab}
      rows={list.rows}
      rowKey={(row) => row.id}
      openKey={openId}
      onOpen={(row) => open(row.id)}
      line={(row) => caseLine(row, today, staged ? text(`case.stage-${row.stage}`) : undefined)}
      pending={list.pending}
      hasMore={list.hasMore}
      onMore={list.more}
      empty={
        list.failure === null ? (
          <EmptyState title={text(`review.empty${words}`)} detail={text(`review.empty${words}Detail`)} />
        ) : (
          <Notice kind="error">{list.failure.text}</Notice>
        )
      }
    />
  );
  if (openId === null) {
    return (
      <DeskLayout queue={queue}>
        <EmptyState title={text('review.choose')} detail={text('review.chooseDetail')} />
      </DeskLayout>
    );
  }
  return <ReviewCase key={openId} caseId={openId} queue={queue} />;
}
