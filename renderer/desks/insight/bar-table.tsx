import type { ReactNode } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { saveBlob } from '#renderer/ui/base64-file.ts';
import { useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { csv } from './csv.ts';
import './insight.css';

/** One line of a counted table. */
export interface BarRow {
  readonly key: string;
  readonly name: string;
  /** In place of the name on screen; the name is exported and read aloud. */
  readonly picture?: ReactNode;
  readonly count: number;
}

/** A table of counts whose bars are drawn in its cells, and its export; table and chart are one. */
export function BarTable({
  title,
  heading,
  exportLabel,
  fileName,
  rows,
  tone = 'ink',
  total = false,
  note,
}: {
  readonly title: string;
  readonly heading: string;
  readonly exportLabel: string;
  readonly fileName: string;
  readonly rows: readonly BarRow[];
  readonly tone?: 'ink' | 'gold';
  /** Whether the counts are parts of one whole: adds shares and a sum. */
  readonly total?: boolean;
  readonly note?: string | undefined;
}) {
  const text = useText();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const sum = rows.reduce((all, { count }) => all + count, 0);
  const share = (count: number): string => (sum === 0 ? '—' : `${((count / sum) * 100).toFixed(1)} %`);
  const save = (): void => {
    const lines = [[heading, text('insight.count')], ...rows.map(({ name, count }) => [name, count])];
    saveBlob(new Blob([csv(lines)], { type: 'text/csv;charset=utf-8' }), fileName);
  };
  return (
    <Panel title={title} extra={<ActionButton onPress={save}>{exportLabel}</ActionButton>}>
      <table className="data-table bar-table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className="number">
              {text('insight.count')}
            </th>
            {total ? (
              <th scope="col" className="number">
                {text('insight.share')}
              </th>
            ) : null}
            <th aria-hidden="true" className="bar-cell" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, picture, count }) => (
            <tr key={key}>
              <th scope="row">{picture ?? name}</th>
              <td className="number">{count}</td>
              {total ? <td className="number">{share(count)}</td> : null}
              <td aria-hidden="true" className="bar-cell">
                <div className={`bar bar-${tone}`} style={{ width: `${(count / most) * 100}%` }} />
              </td>
            </tr>
          ))}
          {total ? (
            <tr className="bar-sum">
              <th scope="row">{text('insight.total')}</th>
              <td className="number">{sum}</td>
              <td className="number">{sum === 0 ? '—' : '100 %'}</td>
              <td aria-hidden="true" />
            </tr>
          ) : null}
        </tbody>
      </table>
      {note === undefined ? null : (
        <p className="dim small" role="status">
          {note}
        </p>
      )}
    </Panel>
  );
}
