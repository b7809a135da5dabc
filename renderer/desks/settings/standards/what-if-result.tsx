import { useState } from 'react';
import type { WhatIfReport } from '#shared/contract/standards.ts';
import { hasMoved, moveKey, type MoveCount } from '#shared/domain/star/what-if.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { standingText } from './standard-words.ts';
import { WhatIfRows } from './what-if-rows.tsx';

/** What a trial found: every way cases would stand with its count, and the cases behind one. */
export function WhatIfResult({ report }: { readonly report: WhatIfReport }) {
  const text = useText();
  const [move, setMove] = useState<MoveCount | null>(null);
  const { cases, counts, endedAt, moved, runId, stopped, tookMs } = report;
  if (cases === 0) return <p>{text('standards.noDecided')}</p>;
  const columns: readonly Column<MoveCount>[] = [
    { key: 'from', title: text('standards.from'), render: ({ from }) => standingText(from, text) },
    { key: 'to', title: text('standards.to'), render: ({ to }) => standingText(to, text) },
    {
      key: 'moves',
      title: '',
      render: ({ from, to }) =>
        hasMoved(from, to) ? (
          <Tag tone="wait">{text('standards.moves')}</Tag>
        ) : (
          <Tag tone="plain">{text('standards.stays')}</Tag>
        ),
    },
    { key: 'cases', title: text('standards.cases'), number: true, render: (count) => count.cases },
    {
      key: 'show',
      title: '',
      render: (count) =>
        hasMoved(count.from, count.to) ? (
          <ActionButton tone="quiet" onPress={() => setMove(count)}>
            {text('standards.show')}
          </ActionButton>
        ) : null,
    },
  ];
  return (
    <div className="stack">
      <p role="status">
        <b>
          {stopped
            ? text('standards.stopped', { cases, moved })
            : text('standards.ran', { cases, moved, seconds: (tookMs / 1000).toFixed(1) })}
        </b>{' '}
        <span className="dim">{text('standards.ranAt', { at: showMoment(endedAt) })}</span>
      </p>
      <DataTable label={text('standards.counts')} columns={columns} rows={counts} rowKey={moveKey} />
      {moved === 0 ? (
        <p className="dim">{text('standards.noneMove')}</p>
      ) : (
        <WhatIfRows
          key={move === null ? '' : moveKey(move)}
          runId={runId}
          move={move === null ? null : moveKey(move)}
          title={
            move === null
              ? text('standards.shownAll')
              : text('standards.shown', { from: standingText(move.from, text), to: standingText(move.to, text) })
          }
          onAll={move === null ? null : () => setMove(null)}
        />
      )}
    </div>
  );
}
