import { useInfinite, useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { dueText } from '#renderer/ui/due-text.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { QueueLine } from '#renderer/ui/queue-line.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import { dayOf } from '#renderer/ui/show-time.ts';
import type { CaseRow } from '#shared/contract/cases.ts';
import type { IncidentView } from '#shared/contract/incidents.ts';
import { incidentAddress, incidentOf } from './incident-words.ts';
import { CASE_QUEUES, type ReviewTab } from './review-tabs.ts';
import { waitedDays } from './waited-days.ts';

type Row = { readonly of: 'case'; readonly row: CaseRow } | { readonly of: 'incident'; readonly row: IncidentView };

/** How long a case has waited, who holds it, whose it is: 等了 3 天 · 沈工、鲁工 · 云台山茶业. */
function waitText(row: CaseRow, today: string, text: TextOf): string {
  const names = row.holders
    .filter(({ given }) => !given)
    .map(({ name }) => name)
    .join(text('ladder.listJoin'));
  const days = waitedDays(dayOf(row.waitingSince), today);
  const wait = days === 0 ? text('panel.waitedToday') : text('panel.waited', { days });
  return [wait, names, row.enterpriseName].filter((part) => part !== '').join(' · ');
}

/** The lists of the review desk: what waits, what is mine, what is late, today's decisions, complaints. */
export function ReviewQueue({ tab, onTab }: { readonly tab: ReviewTab; readonly onTab: (tab: ReviewTab) => void }) {
  const text = useText();
  const { openId, open } = useNavigation();
  const counts = useQuery('desk.counts', {}).data ?? {};
  const today = useSession().data?.today ?? '';
  const isCases = tab !== 'incidents';
  const cases = useInfinite('case.list', { queue: isCases ? CASE_QUEUES[tab] : 'review' }, { enabled: isCases });
  const incidents = useInfinite('incident.list', { state: 'open' }, { enabled: !isCases });
  const list = isCases ? cases : incidents;
  const rows: readonly Row[] = isCases
    ? cases.rows.map((row) => ({ of: 'case', row }))
    : incidents.rows.map((row) => ({ of: 'incident', row }));
  const words = {
    review: [text('review.emptyReview'), text('review.emptyReviewDetail')],
    mine: [text('panel.emptyMine'), text('panel.emptyMineDetail')],
    overdue: [text('review.emptyOverdue'), text('review.emptyOverdueDetail')],
    today: [text('panel.emptyToday'), text('panel.emptyTodayDetail')],
    incidents: [text('panel.emptyIncidents'), text('panel.emptyIncidentsDetail')],
    all: [text('review.emptyAll'), text('review.emptyAllDetail')],
  } as const;
  const [title, detail] = words[tab];
  const line = (one: Row) => {
    if (one.of === 'incident') {
      const { enterpriseName, grade, kind, occurredOn, productName } = one.row;
      return (
        <QueueLine
          title={`${text(`panel.kind-${kind}`)} · ${productName}`}
          star={null}
          detail={enterpriseName}
          due={grade === null ? text('panel.ungraded') : occurredOn}
        />
      );
    }
    const { row } = one;
    const due = dueText(row.dueOn, today, text);
    const isStaged = tab === 'today' || tab === 'all';
    return (
      <QueueLine
        title={row.productName}
        star={row.requestedStar}
        detail={isStaged ? row.enterpriseName : waitText(row, today, text)}
        due={isStaged ? text(`case.stage-${row.stage}`) : due.text}
        tone={isStaged ? 'plain' : due.tone}
      />
    );
  };
  return (
    <Queue<Row, ReviewTab>
      label={text('review.queue')}
      tabs={[
        { key: 'review', label: text('review.tabReview'), count: counts['cases.review'] },
        { key: 'mine', label: text('panel.tabMine'), count: counts['cases.review-mine'] },
        { key: 'overdue', label: text('review.tabOverdue'), count: counts['cases.review-overdue'] },
        { key: 'today', label: text('panel.tabToday'), count: counts['cases.review-today'] },
        { key: 'incidents', label: text('panel.tabIncidents'), count: counts['incidents.open'] },
        { key: 'all', label: text('review.tabAll') },
      ]}
      tab={tab}
      onTab={onTab}
      rows={rows}
      rowKey={({ row }) => row.id}
      openKey={incidentOf(openId) ?? openId}
      onOpen={(one) => open(one.of === 'incident' ? incidentAddress(one.row.id) : one.row.id)}
      line={line}
      pending={list.pending}
      hasMore={list.hasMore}
      onMore={list.more}
      empty={
        list.failure === null ? (
          <EmptyState title={title} detail={detail} />
        ) : (
          <Notice kind="error">{list.failure.text}</Notice>
        )
      }
    />
  );
}
