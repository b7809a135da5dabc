import type { PrintRow } from '#shared/contract/papers.ts';
import { useInfinite } from '#renderer/client/use-query.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';

/** The print book: every sheet that was made, newest first, so that every serial is accounted for. */
export function PrintBook() {
  const text = useText();
  const { rows, pending, failure, hasMore, more } = useInfinite('print.list', {});
  if (failure !== null) return <Notice kind="error">{failure.text}</Notice>;
  if (pending) return <p role="status">{text('common.loading')}</p>;
  if (rows.length === 0) {
    return <EmptyState title={text('printing.emptyBook')} detail={text('printing.emptyBookDetail')} />;
  }
  const columns: readonly Column<PrintRow>[] = [
    { key: 'at', title: text('printing.columnAt'), render: ({ at }) => showMoment(at) },
    { key: 'kind', title: text('printing.columnKind'), render: ({ kind }) => text(`printing.kind-${kind}`) },
    { key: 'subject', title: text('printing.columnSubject'), render: ({ subject }) => monospaced(subject) },
    {
      key: 'copy',
      title: text('printing.columnCopy'),
      render: ({ copy }) => (copy === 1 ? text('printing.firstCopy') : text('printing.copy', { copy })),
    },
    { key: 'reason', title: text('printing.columnReason'), render: ({ reason }) => reason ?? '' },
    { key: 'by', title: text('printing.columnBy'), render: ({ by }) => by },
  ];
  return (
    <DataTable
      label={text('printing.book')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      onMore={hasMore ? more : undefined}
    />
  );
}

/** A number in the face that numbers are read in. */
export const monospaced = (code: string) => <span className="mono">{code}</span>;
