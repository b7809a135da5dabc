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
import { InspectionCase } from './inspection-case.tsx';
import './inspection.css';

type Tab = 'documents' | 'inspection' | 'overdue';
const EMPTY = { documents: 'Documents', inspection: 'Inspection', overdue: 'Overdue' } as const;

/** The desk where papers are checked and what was tested and seen is recorded. */
export function InspectionDesk() {
  const text = useText();
  const { openId, open } = useNavigation();
  const [tab, setTab] = useState<Tab>('documents');
  const list = useInfinite('case.list', { queue: tab });
  const counts = useQuery('desk.counts', {}).data;
  const today = useSession().data?.today ?? '';
  const words = EMPTY[tab];
  const queue = (
    <Queue
      label={text('inspection.queue')}
      tabs={[
        { key: 'documents', label: text('inspection.tabDocuments'), count: counts?.['cases.documents'] },
        { key: 'inspection', label: text('inspection.tabInspection'), count: counts?.['cases.inspection'] },
        { key: 'overdue', label: text('inspection.tabOverdue'), count: counts?.['cases.overdue'] },
      ]}
      tab={tab}
      onTab={setTab}
      rows={list.rows}
      rowKey={(row) => row.id}
      openKey={openId}
      onOpen={(row) => open(row.id)}
      line={(row) => caseLine(row, today)}
      pending={list.pending}
      hasMore={list.hasMore}
      onMore={list.more}
      empty={
        list.failure === null ? (
          <EmptyState title={text(`inspection.empty${words}`)} detail={text(`inspection.empty${words}Detail`)} />
        ) : (
          <Notice kind="error">{list.failure.text}</Notice>
        )
      }
    />
  );
  if (openId === null) {
    return (
      <DeskLayout queue={queue}>
        <EmptyState title={text('inspection.choose')} detail={text('inspection.chooseDetail')} />
      </DeskLayout>
    );
  }
  return <InspectionCase key={openId} caseId={openId} queue={queue} />;
}
