import { useEffect, useEffectEvent } from 'react';
import { useInfinite, useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { StarRow } from '#renderer/ui/star-row.tsx';
import { BarTable } from './bar-table.tsx';

/** Numbers read for the distribution; far above what one centre grants. */
const MOST_READ = 100_000;
const STARS = [5, 4, 3, 2, 1] as const;
const STAGES = [
  ['parcels.announced', 'insight.announced'],
  ['parcels.orphan', 'insight.orphan'],
  ['parcels.received-today', 'insight.receivedToday'],
  ['cases.documents', 'insight.documents'],
  ['cases.inspection', 'insight.inspection'],
  ['cases.review', 'insight.review'],
  ['cases.overdue', 'insight.overdue'],
  ['cases.proposed', 'insight.proposed'],
  ['cases.grantable', 'insight.grantable'],
  ['awards.to-print', 'insight.toPrint'],
  ['awards.check-due', 'insight.checkDue'],
] as const;

/** Where the work stands and which stars were granted: two tables that are their own charts. */
export function InsightDesk() {
  const text = useText();
  const today = useSession().data?.today ?? '';
  const counts = useQuery('desk.counts', {});
  const awards = useInfinite('award.list', { state: 'all', limit: 200 });
  const { hasMore, rows } = awards;
  const readOn = useEffectEvent((read: number) => {
    if (read < MOST_READ) awards.more();
  });
  useEffect(() => {
    if (hasMore) readOn(rows.length);
  }, [hasMore, rows.length]);
  const problem = counts.failure ?? awards.failure;
  const note = awards.hasMore
    ? text('insight.counting', { count: awards.rows.length })
    : awards.rows.length === 0 && !awards.pending
      ? text('insight.noAwards')
      : undefined;
  return (
    <DeskLayout>
      {problem === null ? null : <Notice kind="error">{problem.text}</Notice>}
      <div className="insight">
        <BarTable
          title={text('insight.stages')}
          heading={text('insight.stage')}
          exportLabel={text('insight.exportStages')}
          fileName={`stages-${today}.csv`}
          rows={STAGES.map(([key, name]) => ({ key, name: text(name), count: counts.data?.[key] ?? 0 }))}
        />
        <BarTable
          title={text('insight.stars')}
          heading={text('insight.star')}
          exportLabel={text('insight.exportStars')}
          fileName={`stars-${today}.csv`}
          tone="gold"
          total
          note={note}
          rows={STARS.map((star) => ({
            key: String(star),
            name: text('common.star', { star }),
            picture: <StarRow star={star} />,
            count: awards.rows.filter((award) => award.star === star).length,
          }))}
        />
      </div>
    </DeskLayout>
  );
}
