import { useInfinite } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { caseLine } from '#renderer/ui/case-line.tsx';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import { InspectionCase } from './inspection-case.tsx';
import type { BenchProps, CaseTab } from './inspection-tabs.ts';

const EMPTY = { documents: 'Documents', inspection: 'Inspection', overdue: 'Overdue' } as const;

/** Cases whose papers are checked and whose findings are recorded. */
export function CaseBench({ list: tab, onOpen, openId, tabs }: BenchProps & { readonly list: CaseTab }) {
  const text = useText();
  const list = useInfinite('case.list', { queue: tab });
  const today = useSession().data?.today ?? '';
  const words = EMPTY[tab];
  const queue = (
    <Queue
      label={text('inspection.queue')}
      {...tabs}
      rows={list.rows}
      rowKey={(row) => row.id}
      openKey={openId}
      onOpen={(row) => onOpen(row.id)}
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
