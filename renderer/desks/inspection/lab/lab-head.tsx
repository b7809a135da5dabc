import { useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { dueText } from '#renderer/ui/due-text.ts';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { StarRow } from '#renderer/ui/star-row.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { LabOrderView } from '#shared/contract/lab.ts';
import { STATE_TONES } from './lab-words.ts';

/** The head of a test order: product, sample, plan and version, and the reports made of it. */
export function LabHead({
  order,
  onReport,
}: {
  readonly order: LabOrderView;
  readonly onReport: (reportId: string) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const today = useSession().data?.today ?? '';
  const plans = useQuery('test-plan.list', {}).data ?? [];
  const newer = plans.find(({ id, inForce }) => id === order.planId && inForce);
  const { amendment, cancelled } = order;
  return (
    <header className="lab-head">
      <div className="lab-title">
        <h1>
          {order.productName} <Tag>{order.number}</Tag>{' '}
          <Tag tone={STATE_TONES[order.state]}>{text(`lab.state-${order.state}`)}</Tag>
        </h1>
        <StarRow star={order.requestedStar} size={18} />
      </div>
      <div className="dim small">
        {order.enterpriseName} · {text('lab.sample')} <span className="mono">{order.barcode}</span> ·{' '}
        {text(`lab.purpose-${order.purpose}`)} · {order.planName[language]} {order.planVersion}
        {newer === undefined || newer.version === order.planVersion ? null : (
          <> ({text('lab.newerPlan', { version: newer.version })})</>
        )}
        {order.state === 'to-enter' || order.state === 'to-release' ? (
          <> · {text('lab.due', { day: dueText(order.dueOn, today, text).text })}</>
        ) : null}{' '}
        · {text('lab.orderedBy', { by: order.orderedBy, at: showMoment(order.orderedAt) })}
      </div>
      {order.reports.length === 0 ? null : (
        <div className="lab-reports small">
          {order.reports.map((report) => (
            <button key={report.id} type="button" className="lab-report-link" onClick={() => onReport(report.id)}>
              {report.number} {text(`lab.verdict-${report.verdict}`)}
              {report.amendedBy === null ? null : ` (${text('lab.amendedBy', { number: report.amendedBy })})`}
            </button>
          ))}
        </div>
      )}
      {order.retestReason === null ? null : (
        <Notice kind="info">{text('lab.retestOf', { reason: order.retestReason })}</Notice>
      )}
      {order.scope === null ? null : <Notice kind="warning">{order.scope[language]}</Notice>}
      {amendment === null ? null : (
        <Notice kind="warning">
          {text('lab.amendmentOpen', {
            number: amendment.number,
            by: amendment.by,
            at: showMoment(amendment.at),
            reason: amendment.reason,
          })}
        </Notice>
      )}
      {cancelled === null ? null : (
        <Notice kind="info">
          {text('lab.cancelledBy', { by: cancelled.by, at: showMoment(cancelled.at), reason: cancelled.reason })}
        </Notice>
      )}
    </header>
  );
}
