import { useState } from 'react';
import type { CaseRow } from '#shared/contract/cases.ts';
import type { AwardRow } from '#shared/contract/papers.ts';
import { useInfinite } from '#renderer/client/use-query.ts';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import type { Column } from '#renderer/ui/data-table.tsx';
import { ActionBar } from '#renderer/ui/desk-layout.tsx';
import { dueText } from '#renderer/ui/due-text.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { SelectTable } from '#renderer/ui/select-table.tsx';
import { starCell } from './award-columns.tsx';
import { ChosenSummary } from './chosen-summary.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { PrintingLayout, type PrintingFrame } from './printing-layout.tsx';

const NONE: ReadonlySet<string> = new Set();

const columnsOf = (text: TextOf, today: string): readonly Column<CaseRow>[] => [
  { key: 'product', title: text('printing.columnProduct'), render: ({ productName }) => productName },
  { key: 'star', title: text('printing.columnStar'), render: ({ grantedStar }) => starCell(grantedStar ?? 0) },
  { key: 'enterprise', title: text('printing.columnEnterprise'), render: ({ enterpriseName }) => enterpriseName },
  { key: 'case', title: text('printing.columnCase'), render: ({ id }) => id },
  { key: 'due', title: text('printing.columnDue'), render: ({ dueOn }) => dueText(dueOn, today, text).text },
];

/** Granted cases that wait for their number. */
export function CasesToIssue({
  frame,
  onIssued,
}: {
  readonly frame: PrintingFrame;
  readonly onIssued: (awards: readonly AwardRow[]) => void;
}) {
  const text = useText();
  const list = useInfinite('case.list', { queue: 'grantable' });
  const today = useSession().data?.today ?? '';
  const prints = useRight('papers.print');
  const [selected, setSelected] = useState(NONE);
  const [asking, setAsking] = useState(false);
  const chosen = list.rows.filter(({ id }) => selected.has(id));
  const disabledReason =
    (prints ? null : needsRole('papers.print', text)) ?? (chosen.length === 0 ? text('printing.chooseFirst') : null);
  return (
    <>
      <PrintingLayout
        frame={frame}
        side={<ChosenSummary count={chosen.length} />}
        bar={
          <ActionBar
            info={text('printing.selected', { count: chosen.length })}
            primary={{
              label: text('printing.issue', { count: chosen.length }),
              disabledReason,
              onPress: () => setAsking(true),
            }}
          />
        }
      >
        {list.failure === null ? null : <Notice kind="error">{list.failure.text}</Notice>}
        {list.pending ? <p role="status">{text('common.loading')}</p> : null}
        {!list.pending && list.failure === null && list.rows.length === 0 ? (
          <EmptyState title={text('printing.emptyGrantable')} detail={text('printing.emptyGrantableDetail')} />
        ) : null}
        {list.rows.length === 0 ? null : (
          <SelectTable
            label={text('printing.tabGrantable')}
            columns={columnsOf(text, today)}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowName={({ productName, id }) => text('printing.select', { product: productName, number: id })}
            selected={selected}
            onSelect={setSelected}
            onMore={list.hasMore ? list.more : undefined}
          />
        )}
      </PrintingLayout>
      {asking ? (
        <IssueDialog
          cases={chosen}
          onClose={() => setAsking(false)}
          onIssued={(awards) => {
            setAsking(false);
            onIssued(awards);
          }}
        />
      ) : null}
    </>
  );
}
