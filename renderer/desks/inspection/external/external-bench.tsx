import { useState } from 'react';
import { useInfinite, useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import type { BenchProps } from '#renderer/desks/inspection/inspection-tabs.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { dueText } from '#renderer/ui/due-text.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { QueueLine } from '#renderer/ui/queue-line.tsx';
import { QueueStates } from '#renderer/ui/queue-states.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import type { ExternalRow } from '#shared/contract/external.ts';
import { BodiesDialog } from './bodies-dialog.tsx';
import { ExternalCase } from './external-case.tsx';

const QUEUES = ['to-commission', 'open', 'concluded'] as const;

/** Delegated evaluation: 2★ cases to commission, commissions under way, concluded ones. */
export function ExternalBench({ tabs, openId, onOpen }: BenchProps) {
  const text = useText();
  const [state, setState] = useState<(typeof QUEUES)[number]>('to-commission');
  const [showsBodies, setShowsBodies] = useState(false);
  const list = useInfinite('external.list', { queue: state });
  const counts = useQuery('desk.counts', {}).data ?? {};
  const today = useSession().data?.today ?? '';
  useKeys([{ combo: 'B', label: text('external.bodies'), run: () => setShowsBodies(true) }]);
  const line = (row: ExternalRow) => {
    const due =
      state === 'concluded' ? { text: row.dueOn.slice(5), tone: 'plain' as const } : dueText(row.dueOn, today, text);
    return (
      <QueueLine
        title={row.productName}
        star={row.requestedStar}
        detail={`${text(`external.state-${row.state}`)} · ${row.bodyName ?? row.enterpriseName}`}
        due={due.text}
        tone={due.tone}
      />
    );
  };
  const queue = (
    <Queue
      label={text('external.queue')}
      {...tabs}
      tools={
        <div className="external-tools">
          <QueueStates
            label={text('external.states')}
            states={QUEUES.map((key) => ({
              key,
              label: text(`external.queue-${key}`),
              count: counts[`external.${key}`],
            }))}
            value={state}
            onChange={setState}
          />
          <ActionButton combo="B" onPress={() => setShowsBodies(true)}>
            {text('external.bodies')}
          </ActionButton>
        </div>
      }
      rows={list.rows}
      rowKey={(row) => row.caseId}
      openKey={openId}
      onOpen={(row) => onOpen(row.caseId)}
      line={line}
      pending={list.pending}
      hasMore={list.hasMore}
      onMore={list.more}
      empty={
        list.failure === null ? (
          <EmptyState title={text(`external.empty-${state}`)} detail={text(`external.emptyDetail-${state}`)} />
        ) : (
          <Notice kind="error">{list.failure.text}</Notice>
        )
      }
    />
  );
  return (
    <>
      {openId === null ? (
        <DeskLayout queue={queue}>
          <EmptyState title={text('external.choose')} detail={text('external.chooseDetail')} />
        </DeskLayout>
      ) : (
        <ExternalCase key={openId} caseId={openId} queue={queue} onMoved={setState} />
      )}
      {showsBodies ? <BodiesDialog onClose={() => setShowsBodies(false)} /> : null}
    </>
  );
}
