import { useState, type ReactNode } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { CaseHead } from '#renderer/ui/case-head.tsx';
import { CasePending } from '#renderer/ui/case-pending.tsx';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { StarStrip } from '#renderer/ui/star-ladder-signs.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import type { VisitRow, VisitView } from '#shared/contract/visits.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { teamText } from './visit-words.ts';

/** A case that wants a visit: what it is, its earlier visits, and the planning of the next. */
export function CaseToVisit({
  caseId,
  queue,
  onPlanned,
  onOpen,
}: {
  readonly caseId: string;
  readonly queue: ReactNode;
  readonly onPlanned: (visit: VisitView, message: string) => void;
  readonly onOpen: (visitId: string) => void;
}) {
  const text = useText();
  const { data: view, failure } = useQuery('case.get', { caseId });
  const visits = useQuery('visit.of-case', { caseId }).data ?? [];
  const plans = useRight('visits.plan');
  const [planning, setPlanning] = useState(false);
  if (view === undefined) return <CasePending queue={queue} problem={failure?.text ?? null} />;
  const { enterprise, product } = view;
  return (
    <>
      <DeskLayout
        queue={queue}
        bar={
          <ActionBar
            info={<span className="dim">{text('visits.chooseDetail')}</span>}
            primary={{
              label: text('visits.plan'),
              disabledReason: plans ? null : needsRole('visits.plan', text),
              onPress: () => setPlanning(true),
            }}
          />
        }
      >
        <CaseHead
          id={view.id}
          productName={view.productName}
          category={product.category}
          specification={product.specification}
          enterpriseName={enterprise.name}
          uscc={enterprise.uscc}
          place={enterprise.divisionName}
          requestedStar={view.requestedStar}
          stage={view.stage}
        />
        <StarStrip verdict={view.verdict} />
        <Panel title={text('visits.ofCase')}>
          {visits.length === 0 ? (
            <p className="dim">{text('visits.noneOfCase')}</p>
          ) : (
            <VisitsTable visits={visits} onOpen={onOpen} />
          )}
        </Panel>
      </DeskLayout>
      {planning ? (
        <PlanDialog
          caseId={view.id}
          product={view.productName}
          star={view.requestedStar}
          onDone={onPlanned}
          onClose={() => setPlanning(false)}
        />
      ) : null}
    </>
  );
}

function VisitsTable({
  visits,
  onOpen,
}: {
  readonly visits: readonly VisitRow[];
  readonly onOpen: (visitId: string) => void;
}) {
  const text = useText();
  return (
    <DataTable
      label={text('visits.ofCase')}
      rows={visits}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'on',
          title: text('visits.on'),
          render: ({ id, on }) => (
            <ActionButton tone="quiet" label={text('visits.visitOf', { on })} onPress={() => onOpen(id)}>
              {on}
            </ActionButton>
          ),
        },
        { key: 'state', title: text('common.state'), render: ({ state }) => text(`visits.state-${state}`) },
        { key: 'team', title: text('visits.teamTerm'), render: (row) => teamText(row, text), wraps: true },
        { key: 'purpose', title: text('visits.purpose'), render: ({ purpose }) => purpose, wraps: true },
      ]}
    />
  );
}
