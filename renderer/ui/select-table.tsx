import { useRef } from 'react';
import { ActionButton } from './action-button.tsx';
import type { Column } from './data-table.tsx';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';
import './select-table.css';

/** Props of {@link SelectTable}. */
export interface SelectTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What a row's checkbox is called: 选择 安化千两茶，C-2026-00418. */
  readonly rowName: (row: Row) => string;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** Given when there are more rows. */
  readonly onMore?: (() => void) | undefined;
}

/** A table whose rows are chosen: arrow keys walk, Space chooses, Ctrl A chooses all that are loaded. */
export function SelectTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  rowName,
  selected,
  onSelect,
  onMore,
}: SelectTableProps<Row>) {
  const text = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const all = rows.length > 0 && rows.every((row) => selected.has(rowKey(row)));
  const toggleAll = (): void => onSelect(new Set(all ? [] : rows.map(rowKey)));
  const toggle = (key: string): void => {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelect(next);
  };
  const walk = (step: number): void => {
    const boxes = [...(body.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const at = boxes.findIndex((box) => box === document.activeElement);
    boxes[at === -1 ? 0 : Math.min(Math.max(at + step, 0), boxes.length - 1)]?.focus();
  };
  useKeys([
    { combo: 'ArrowDown', label: text('frame.nextRow'), run: () => walk(1) },
    { combo: 'ArrowUp', label: text('frame.previousRow'), run: () => walk(-1) },
    { combo: 'Ctrl+A', label: text('printing.all'), run: toggleAll },
  ]);
  return (
    <div className="select-table">
      <table className="data-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className="select-box">
              <input
                type="checkbox"
                aria-label={text('printing.selectAll', { count: rows.length })}
                checked={all}
                onChange={toggleAll}
              />
            </th>
            {columns.map(({ key, title, number }) => (
              <th key={key} scope="col" className={number === true ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr key={key} className={selected.has(key) ? 'is-selected' : undefined}>
                <td className="select-box">
                  <input
                    type="checkbox"
                    aria-label={rowName(row)}
                    checked={selected.has(key)}
                    onChange={() => toggle(key)}
                  />
                </td>
                {columns.map(({ key: column, render, number, wraps }) => (
                  <td
                    key={column}
                    className={number === true ? 'number' : wraps === true ? 'wraps' : undefined}
                    onClick={() => toggle(key)}
                  >
                    {render(row)}
                  </td>
                ))}
              </tr>
            );
          })}
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
