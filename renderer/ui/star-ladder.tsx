import { useRef, useState, type KeyboardEvent } from 'react';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { useText } from './language.tsx';
import { CellMarkSign } from './star-ladder-signs.tsx';
import { StarRow } from './star-row.tsx';
import { columnState, factOf } from './star-ladder-facts.ts';
import {
  criterionKey,
  firstCell,
  isSameCell,
  ladderOf,
  LADDER_GROUPS,
  moveCell,
  type Ladder,
  type LadderCell,
  type LadderColumn,
  type LadderRow,
} from './star-ladder-model.ts';
import './star-ladder.css';

/** What the ladder is drawn from, and what happens when a cell is opened. */
export interface StarLadderProps {
  readonly verdict: Verdict;
  readonly dossier: Dossier;
  readonly standard?: Standard | undefined;
  /** The cell whose evidence is shown beside the ladder. */
  readonly opened: LadderCell | null;
  readonly onOpen: (cell: LadderCell) => void;
}

const columnClass = ({ requested, status }: LadderColumn): string =>
  ['star-ladder-cell', requested && 'is-requested', status === 'satisfied' && 'is-gold'].filter(Boolean).join(' ');

const cellName = ({ criterion, star }: LadderCell): string => `${criterion} ${star}`;

/**
 * The signature picture: the criteria as a matrix over the five stars.
 *
 * Requested star outlined, satisfied stars gold; arrow keys walk the cells, Enter opens the
 * evidence. Every mark has a shape and a name besides its colour.
 */
export function StarLadder({ verdict, dossier, standard, opened, onOpen }: StarLadderProps) {
  const text = useText();
  const ladder = ladderOf(verdict);
  const [walked, setWalked] = useState<LadderCell | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const current = walked ?? opened ?? firstCell(verdict);

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = moveCell(ladder, current, event.key);
    const opens = event.key === 'Enter' || event.key === ' ';
    if (next === undefined && !opens) return;
    event.preventDefault();
    event.stopPropagation();
    if (opens) onOpen(current);
    if (next === undefined) return;
    setWalked(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${cellName(next)}"]`)?.focus();
  };

  const { reviewOn } = dossier.case;
  const version = verdict.standard.version;
  return (
    <table className="star-ladder" role="grid" ref={table} aria-label={text('ladder.title')} onKeyDown={press}>
      <colgroup>
        <col className="star-ladder-groups" />
        <col />
        {ladder.columns.map(({ star }) => (
          <col key={star} className="star-ladder-column" />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2} className="star-ladder-title" title={text('ladder.hint')}>
            {text('ladder.title')}
            <span>
              {reviewOn
                ? text('ladder.captionReviewed', { version, date: reviewOn })
                : text('ladder.caption', { version })}
            </span>
          </th>
          {ladder.columns.map((column) => (
            <LadderHead key={column.star} column={column} />
          ))}
        </tr>
      </thead>
      {LADDER_GROUPS.map((group) => {
        const rows = ladder.rows.filter((row) => row.group === group);
        return (
          <tbody key={group}>
            {rows.map((row, index) => (
              <tr key={row.id}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={rows.length} className="star-ladder-group">
                    {text(`ladder.group-${group}`)}
                  </th>
                )}
                <LadderName row={row} fact={factOf(row.id, { dossier, verdict, standard }, text)} />
                <LadderMarks
                  row={row}
                  ladder={ladder}
                  current={current}
                  opened={opened}
                  onWalk={setWalked}
                  onOpen={(cell) => {
                    setWalked(cell);
                    onOpen(cell);
                  }}
                />
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function LadderHead({ column }: { readonly column: LadderColumn }) {
  const text = useText();
  const state = columnState(column, text);
  const star = text(`ladder.star${column.star}`);
  const name = text(column.requested ? 'ladder.requestedColumn' : 'ladder.columnName', { star, state });
  return (
    <th scope="col" className={columnClass(column)} aria-label={name}>
      <StarRow star={column.star} />
      <span>{state}</span>
    </th>
  );
}

function LadderName({ row, fact }: { readonly row: LadderRow; readonly fact: string }) {
  const text = useText();
  const name = text(`ladder.${criterionKey(row.id)}`);
  return (
    <th scope="row" className="star-ladder-name" title={`${name} ${fact}`}>
      {name}
      <span>{fact}</span>
    </th>
  );
}

interface LadderMarksProps {
  readonly row: LadderRow;
  readonly ladder: Ladder;
  readonly current: LadderCell;
  readonly opened: LadderCell | null;
  readonly onWalk: (cell: LadderCell) => void;
  readonly onOpen: (cell: LadderCell) => void;
}

function LadderMarks({ row, ladder, current, opened, onWalk, onOpen }: LadderMarksProps) {
  const text = useText();
  return ladder.columns.map((column) => {
    const cell: LadderCell = { criterion: row.id, star: column.star };
    const mark = row.marks[column.star - 1] ?? 'not-asked';
    return (
      <td
        key={column.star}
        role="gridcell"
        data-cell={cellName(cell)}
        className={columnClass(column)}
        tabIndex={isSameCell(current, cell) ? 0 : -1}
        aria-selected={isSameCell(opened, cell)}
        aria-label={text('ladder.cell', {
          criterion: text(`ladder.${criterionKey(row.id)}`),
          star: text(`ladder.star${column.star}`),
          mark: text(`ladder.mark-${mark}`),
        })}
        onFocus={() => onWalk(cell)}
        onClick={() => onOpen(cell)}
      >
        <CellMarkSign mark={mark} />
      </td>
    );
  });
}
