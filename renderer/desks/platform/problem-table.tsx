import { useState } from 'react';
import { useInfinite } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showClock, showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { ProblemRow } from '#shared/contract/platform.ts';
import { deedWord } from './deed-word.ts';
import { SettleDialog } from './settle-dialog.tsx';
import { Subject } from './subject.tsx';

/** What the platform did not take, for a person to send again or discard. */
export function ProblemTable() {
  const text = useText();
  const { language } = useLanguage();
  const maySettle = useRight('problems.settle');
  const { rows, failure, pending, hasMore, more } = useInfinite('problem.list', {});
  const [settling, setSettling] = useState<ProblemRow | null>(null);
  const [settled, setSettled] = useState<{ readonly seq: number; readonly at: string } | null>(null);
  return (
    <Panel title={text('platform.problemList')} extra={rows.length === 0 ? null : <Tag tone="bad">{rows.length}</Tag>}>
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      {settled === null ? null : (
        <Notice kind="saved" onClose={() => setSettled(null)}>
          {text('platform.settled', { seq: settled.seq, at: showClock(settled.at) })}
        </Notice>
      )}
      {rows.length === 0 && !pending ? (
        <p className="dim problem-none">
          {text('platform.problemsEmpty')} · {text('platform.problemsEmptyDetail')}
        </p>
      ) : (
        <DataTable
          label={text('platform.problemList')}
          rows={rows}
          rowKey={(row) => row.seq}
          onMore={hasMore ? more : undefined}
          columns={[
            { key: 'seq', title: text('platform.seq'), number: true, render: ({ seq }) => seq },
            { key: 'what', title: text('platform.what'), render: ({ type }) => deedWord(type, language) },
            { key: 'subject', title: text('platform.subject'), render: ({ entityId }) => <Subject id={entityId} /> },
            {
              key: 'state',
              title: text('common.state'),
              render: ({ state }) => <Tag tone="bad">{text(`platform.entry.${state}`)}</Tag>,
            },
            { key: 'reason', title: text('common.reason'), wraps: true, render: ({ reason }) => reason },
            { key: 'at', title: text('common.time'), render: ({ at }) => showMoment(at) },
            {
              key: 'settle',
              title: text('common.actions'),
              render: (row) => (
                <ActionButton
                  label={`${text('platform.settle')} ${row.seq}`}
                  disabledReason={maySettle ? null : text('platform.needSettle')}
                  onPress={() => setSettling(row)}
                >
                  {text('platform.settle')}
                </ActionButton>
              ),
            },
          ]}
        />
      )}
      {settling === null ? null : (
        <SettleDialog
          problem={settling}
          onClose={() => setSettling(null)}
          onSettled={() => {
            setSettled({ seq: settling.seq, at: new Date().toISOString() });
            setSettling(null);
          }}
        />
      )}
    </Panel>
  );
}
