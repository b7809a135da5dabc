import { useState } from 'react';
import { useInfinite } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import type { BenchProps } from '#renderer/desks/inspection/inspection-tabs.ts';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { dueText } from '#renderer/ui/due-text.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { QueueLine } from '#renderer/ui/queue-line.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import { useDraft } from '#renderer/ui/use-draft.ts';
import type { ToVisitRow, VisitRow } from '#shared/contract/visits.ts';
import { CaseToVisit } from './case-to-visit.tsx';
import { OpenVisit } from './open-visit.tsx';
import { VISIT_LISTS, VisitLists, type VisitList } from './visit-lists.tsx';
import './visit.css';

type Row = ToVisitRow | VisitRow;

const isVisit = (row: Row): row is VisitRow => 'id' in row;
/** A case that wants a visit is opened by its own id, behind this. */
const CASE = 'case.';
const keyOf = (row: Row): string => (isVisit(row) ? row.id : `${CASE}${row.caseId}`);

/** On-site inspection: what is to be planned, planned, under way, to be put right, closed. */
export function VisitBench({ onOpen, openId, tabs }: BenchProps) {
  const text = useText();
  const today = useSession().data?.today ?? '';
  const [kept, keep] = useDraft('visits.list');
  const list = VISIT_LISTS.find((one) => one === kept) ?? 'to-plan';
  const [said, setSaid] = useState<string | null>(null);
  const rows = useVisitRows(list);
  const show = (next: VisitList): void => keep(next);
  const opened = (id: string): void => {
    setSaid(null);
    onOpen(id);
  };
  const queue = (
    <Queue<Row, (typeof tabs)['tab']>
      label={text('visits.queue')}
      {...tabs}
      tools={<VisitLists list={list} onList={show} />}
      rows={rows.rows}
      rowKey={keyOf}
      openKey={openId}
      onOpen={(row) => opened(keyOf(row))}
      line={(row) => visitLine(row, list, today, text)}
      pending={rows.pending}
      hasMore={rows.hasMore}
      onMore={rows.more}
      empty={
        rows.failure === null ? (
          <EmptyState title={text(`visits.empty-${list}`)} detail={text(`visits.emptyDetail-${list}`)} />
        ) : (
          <Notice kind="error">{rows.failure.text}</Notice>
        )
      }
    />
  );
  if (openId === null) {
    return (
      <DeskLayout queue={queue}>
        {said === null ? null : <Notice kind="saved">{said}</Notice>}
        <EmptyState title={text('visits.choose')} detail={text('visits.chooseDetail')} />
      </DeskLayout>
    );
  }
  const moved = (next: VisitList, id: string, message: string): void => {
    show(next);
    setSaid(message);
    onOpen(id);
  };
  return openId.startsWith(CASE) ? (
    <CaseToVisit
      key={openId}
      caseId={openId.slice(CASE.length)}
      queue={queue}
      onPlanned={(visit, message) => moved('planned', visit.id, message)}
      onOpen={opened}
    />
  ) : (
    <OpenVisit
      key={openId}
      visitId={openId}
      queue={queue}
      said={said}
      onSaid={setSaid}
      onCancelled={(caseId, message) => moved('to-plan', `${CASE}${caseId}`, message)}
      onList={show}
    />
  );
}

function useVisitRows(list: VisitList) {
  const toPlan = useInfinite('visit.to-plan', {}, { enabled: list === 'to-plan' });
  const visits = useInfinite(
    'visit.list',
    { list: list === 'to-plan' ? 'planned' : list },
    { enabled: list !== 'to-plan' },
  );
  return list === 'to-plan' ? toPlan : visits;
}

function visitLine(row: Row, list: VisitList, today: string, text: TextOf) {
  if (!isVisit(row)) {
    const due = dueText(row.dueOn, today, text);
    return (
      <QueueLine
        title={row.productName}
        star={row.requestedStar}
        detail={row.enterpriseName}
        due={due.text}
        tone={due.tone}
      />
    );
  }
  const day = list === 'corrective' && row.nextDueOn !== null ? row.nextDueOn : row.on;
  const due = dueText(day, today, text);
  const past = list === 'closed' || list === 'under-way';
  return (
    <QueueLine
      title={row.productName}
      star={row.star}
      detail={row.enterpriseName}
      due={past ? row.on : due.text}
      tone={past ? 'plain' : due.tone}
    />
  );
}
