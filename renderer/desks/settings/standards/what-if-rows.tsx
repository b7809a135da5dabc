import { useState } from 'react';
import type { WhatIfRow } from '#shared/contract/standards.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { criterionKey } from '#renderer/ui/star-ladder-model.ts';
import { standingText } from './standard-words.ts';

const PAGE = 50;

/** The cases that would move, some at a time, each with the criteria it comes of. */
export function WhatIfRows({
  runId,
  move,
  title,
  onAll,
}: {
  readonly runId: string;
  readonly move: string | null;
  readonly title: string;
  /** Shows all again; null when all are shown. */
  readonly onAll: (() => void) | null;
}) {
  const text = useText();
  const [from, setFrom] = useState(0);
  const { data, failure } = useQuery('what-if.rows', { runId, from, limit: PAGE, move }, { keepPrevious: true });
  const columns: readonly Column<WhatIfRow>[] = [
    { key: 'case', title: text('standards.case'), render: ({ caseId }) => <span className="mono">{caseId}</span> },
    { key: 'product', title: text('standards.product'), render: ({ productName }) => productName },
    { key: 'enterprise', title: text('standards.enterprise'), render: ({ enterpriseName }) => enterpriseName },
    { key: 'from', title: text('standards.from'), render: (row) => standingText(row.from, text) },
    { key: 'to', title: text('standards.to'), render: (row) => standingText(row.to, text) },
    {
      key: 'because',
      title: text('standards.because'),
      wraps: true,
      render: ({ because }) => because.map((id) => text(`ladder.${criterionKey(id)}`)).join(text('ladder.listJoin')),
    },
  ];
  if (failure !== null) return <Notice kind="error">{failure.text}</Notice>;
  return (
    <section aria-label={text('standards.who')}>
      <h3>
        {title}{' '}
        {onAll === null ? null : (
          <ActionButton tone="quiet" onPress={onAll}>
            {text('standards.shownAll')}
          </ActionButton>
        )}
      </h3>
      <DataTable
        label={text('standards.who')}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={({ caseId }) => caseId}
      />
      <div className="row-end">
        {from === 0 ? null : (
          <ActionButton onPress={() => setFrom(Math.max(from - PAGE, 0))}>{text('common.previousPage')}</ActionButton>
        )}
        {data?.next == null ? null : (
          <ActionButton onPress={() => setFrom(data.next ?? 0)}>{text('common.nextPage')}</ActionButton>
        )}
      </div>
    </section>
  );
}
