import { useState, type ReactNode } from 'react';
import { useInfinite, useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { dueText } from '#renderer/ui/due-text.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { QueueLine } from '#renderer/ui/queue-line.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import { QueueStates } from '#renderer/ui/queue-states.tsx';
import { LAB_QUEUES, type LabQueue, type LabRow } from '#shared/contract/lab.ts';
import type { BenchProps } from '#renderer/desks/inspection/inspection-tabs.ts';
import { LabImport } from './lab-import.tsx';
import { LabOrder } from './lab-order.tsx';
import { progressText } from './lab-words.ts';
import { OrderForm } from './order-form.tsx';
import './lab.css';

/** What is open at the bench: an order, a sample that waits for one, or a sample tested once more. */
const SAMPLE = 'sample.';
const AGAIN = 'again.';

const keyOf = (row: LabRow): string => row.orderId ?? `${SAMPLE}${row.sampleId}`;

/** The laboratory: samples to order tests of, orders to enter and to release, reports. */
export function LabBench({ tabs, openId, onOpen }: BenchProps) {
  const text = useText();
  const [state, setState] = useState<LabQueue>('to-enter');
  const list = useInfinite('lab.list', { queue: state });
  const counts = useQuery('desk.counts', {}).data ?? {};
  const today = useSession().data?.today ?? '';
  const line = (row: LabRow) => {
    const due =
      row.state === 'released' ? { text: row.dueOn.slice(5), tone: 'plain' as const } : dueText(row.dueOn, today, text);
    return (
      <QueueLine
        title={row.productName}
        star={row.requestedStar}
        detail={`${row.number ?? row.barcode} · ${progressText(row, text)}`}
        due={due.text}
        tone={due.tone}
      />
    );
  };
  const queue = (
    <Queue
      label={text('lab.queue')}
      {...tabs}
      tools={
        <>
          <QueueStates
            label={text('lab.states')}
            states={LAB_QUEUES.map((key) => ({ key, label: text(`lab.queue-${key}`), count: counts[`lab.${key}`] }))}
            value={state}
            onChange={setState}
          />
          <LabImport
            orderIds={list.rows.flatMap(({ orderId }) => (orderId === null || state !== 'to-enter' ? [] : [orderId]))}
          />
        </>
      }
      rows={list.rows}
      rowKey={keyOf}
      openKey={openId}
      onOpen={(row) => onOpen(keyOf(row))}
      line={line}
      pending={list.pending}
      hasMore={list.hasMore}
      onMore={list.more}
      empty={
        list.failure === null ? (
          <EmptyState title={text(`lab.empty-${state}`)} detail={text(`lab.emptyDetail-${state}`)} />
        ) : (
          <Notice kind="error">{list.failure.text}</Notice>
        )
      }
    />
  );
  const ordered = (orderId: string): void => {
    setState('to-enter');
    onOpen(orderId);
  };
  if (openId?.startsWith(SAMPLE)) {
    const row = list.rows.find(({ sampleId }) => openId === `${SAMPLE}${sampleId}`);
    if (row !== undefined) return <OrderForm key={openId} row={row} queue={queue} onOrdered={ordered} />;
    return (
      <DeskLayout queue={queue}>
        <EmptyState title={text('lab.sampleOrdered')} detail={text('lab.sampleOrderedDetail')} />
      </DeskLayout>
    );
  }
  if (openId?.startsWith(AGAIN)) {
    return <AgainForm key={openId} orderId={openId.slice(AGAIN.length)} queue={queue} onOrdered={ordered} />;
  }
  if (openId === null) {
    return (
      <DeskLayout queue={queue}>
        <EmptyState title={text('lab.choose')} detail={text('lab.chooseDetail')} />
      </DeskLayout>
    );
  }
  return (
    <LabOrder key={openId} orderId={openId} queue={queue} onAgain={({ orderId }) => onOpen(`${AGAIN}${orderId}`)} />
  );
}

/** A sample with a released report is tested once more. */
function AgainForm({
  orderId,
  queue,
  onOrdered,
}: {
  readonly orderId: string;
  readonly queue: ReactNode;
  readonly onOrdered: (orderId: string) => void;
}) {
  const { data: order, failure } = useQuery('lab.get', { orderId });
  if (order !== undefined) return <OrderForm row={order} queue={queue} onOrdered={onOrdered} />;
  return (
    <DeskLayout queue={queue}>{failure === null ? null : <Notice kind="error">{failure.text}</Notice>}</DeskLayout>
  );
}
