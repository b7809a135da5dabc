import type { ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { useText } from './language.tsx';
import './panel.css';

/** A column of a {@link DataTable}. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly number?: boolean;
  /** Long words that may take several lines. */
  readonly wraps?: boolean;
}

/** A plain table that can be read aloud and copied, with “load more” where its list has more. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  onMore,
}: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** Given when there are more rows. */
  readonly onMore?: (() => void) | undefined;
}) {
  const text = useText();
  return (
    <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
      <table className="data-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, title, number }) => (
              <th key={key} scope="col" className={number === true ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, render, number, wraps }) => (
                <td key={key} className={number === true ? 'number' : wraps === true ? 'wraps' : undefined}>
                  {render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {onMore === undefined ? null : (
        <ActionButton tone="quiet" onPress={onMore}>
          {text('common.more')}
        </ActionButton>
      )}
    </div>
  );
}
