import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { parseClipboard } from '#shared/domain/lab/parse-clipboard.ts';
import { copied, pasted } from './entry-block.ts';
import { EntryBox } from './entry-box.tsx';
import {
  cellAt,
  chosenCells,
  firstEntry,
  goneTo,
  isChosen,
  placeIn,
  pressKey,
  typed,
  type EntryCell,
  type EntryOutcome,
  type EntryPlace,
  type EntryRow,
  type EntryWrite,
} from './entry-grid-model.ts';
import './entry-grid.css';

/** A row of an {@link EntryGrid}: what stands before its cells, and its name to a screen reader. */
export interface EntryLine extends Omit<EntryRow, 'section'> {
  readonly name: string;
  readonly head: ReactNode;
  /** What cells that are worked out show in place of their text, by key. */
  readonly shown?: Readonly<Record<string, ReactNode>>;
}

/** Rows with the same columns, under a heading of their own. */
export interface EntrySection {
  readonly key: string;
  readonly title: string;
  /** Titles of the head column and of every cell's. */
  readonly columns: readonly string[];
  /** Widths as `grid-template-columns`. */
  readonly widths: string;
  readonly lines: readonly EntryLine[];
}

/** Props of {@link EntryGrid}. */
export interface EntryGridProps {
  readonly label: string;
  readonly sections: readonly EntrySection[];
  /** New texts of one key press, one paste: to be kept together. */
  readonly onWrite: (writes: readonly EntryWrite[]) => void;
  /** How many pasted texts found no cell. */
  readonly onLeft?: (count: number) => void;
  /** The cell a person stands in, for a line that explains it. */
  readonly onActive?: (cell: EntryCell) => void;
  readonly autoFocus?: boolean;
}

/**
 * A sheet for entering figures without a mouse: arrows, Tab and Enter move, typing replaces, F2 edits,
 * Esc takes the typing back, Shift and arrows choose, Ctrl C and Ctrl V trade blocks with a spreadsheet,
 * Ctrl D takes the cell above. Esc once more leaves it to the screen's own keys; Enter comes back.
 */
export function EntryGrid(props: EntryGridProps) {
  const { sections, onWrite, onLeft, onActive, autoFocus = false } = props;
  const id = useId();
  const rows = sections.flatMap(({ key, lines }) => lines.map((line): EntryRow => ({ ...line, section: key })));
  const [kept, setState] = useState(() => firstEntry(rows));
  const state = { ...kept, at: placeIn(rows, kept.at), from: placeIn(rows, kept.from) };
  const sheet = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(autoFocus);
  const cell = cellAt(rows, state.at);

  const settle = ({ state: next, writes, leaves }: EntryOutcome): void => {
    takesFocus.current = leaves !== true;
    setState(next);
    if (writes.length > 0) onWrite(writes);
    if (leaves) sheet.current?.focus();
  };
  const goTo = (place: EntryPlace): void => settle(goneTo(rows, state, place));
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    if (event.target === sheet.current) {
      const back = ['Enter', 'F2', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].includes(event.key);
      if (!back || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      activeControl(sheet.current)?.focus();
      return;
    }
    const { key } = event;
    const outcome = pressKey(rows, state, { key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey });
    if (outcome.handled) event.preventDefault();
    if (outcome.handled || outcome.state !== state) settle(outcome);
    else if (cell?.standing === 'computed' && key.length === 1 && key !== '?' && !event.ctrlKey) event.preventDefault();
  };
  const paste = (event: ClipboardEvent): void => {
    const block = parseClipboard(event.clipboardData.getData('text/plain'));
    const one = block.length === 1 && block[0]?.length === 1;
    if (block.length === 0 || (one && state.draft !== null)) return;
    event.preventDefault();
    const { writes, left } = pasted(rows, state, block);
    settle({ state: { ...state, draft: null, caret: false, pick: null }, writes, handled: true });
    onLeft?.(left);
  };
  const copy = (event: ClipboardEvent, cut: boolean): void => {
    if (state.draft !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied(rows, state));
    if (cut) settle(pressKey(rows, state, { key: 'Delete', ctrl: false, shift: false }));
  };

  const shown = `${state.at.row} ${state.at.column} ${state.draft === null} ${cell?.text ?? ''}`;
  const showed = useRef('');
  useLayoutEffect(() => {
    const control = activeControl(sheet.current);
    const focused = control === document.activeElement;
    if (control === null || showed.current === shown || !(takesFocus.current || focused)) return;
    showed.current = shown;
    takesFocus.current = false;
    if (!focused) control.focus();
    if (control instanceof HTMLInputElement) {
      if (state.draft === null) control.select();
      else if (state.caret) control.setSelectionRange(control.value.length, control.value.length);
    }
    control.closest('[role=row]')?.scrollIntoView({ block: 'nearest' });
  });
  const told = useRef<EntryCell>(undefined);
  useEffect(() => {
    if (cell === undefined || cell === told.current) return;
    told.current = cell;
    onActive?.(cell);
  });

  return (
    <div
      ref={sheet}
      className="entry-grid"
      role="grid"
      aria-label={props.label}
      aria-multiselectable="true"
      tabIndex={-1}
      onKeyDown={press}
      onPaste={paste}
      onCopy={(event) => copy(event, false)}
      onCut={(event) => copy(event, true)}
    >
      {numbered(sections).map(({ section, first }) => (
        <div key={section.key} role="rowgroup" aria-label={section.title} className="entry-section">
          <div role="row" className="entry-row entry-titles" style={{ gridTemplateColumns: section.widths }}>
            {section.columns.map((title, index) => (
              <div key={`${title}-${index}`} role="columnheader" className="entry-title">
                {title}
              </div>
            ))}
          </div>
          {section.lines.map((line, index) => {
            const at = first + index;
            return (
              <div
                key={line.key}
                role="row"
                className={at === state.at.row ? 'entry-row is-here' : 'entry-row'}
                style={{ gridTemplateColumns: section.widths }}
              >
                <div role="rowheader" className="entry-head">
                  {line.head}
                </div>
                {line.cells.map((one, column) => {
                  const place = { row: at, column };
                  const here = at === state.at.row && column === state.at.column;
                  const chosen = !here && isChosen(state, place) && chosenCells(rows, state).flat().length > 1;
                  return (
                    <EntryBox
                      key={one.key}
                      id={`${id}-${one.key}`}
                      cell={one}
                      name={`${line.name} ${one.name}`}
                      here={here}
                      chosen={chosen}
                      draft={here ? state.draft : null}
                      pick={here ? state.pick : null}
                      shown={line.shown?.[one.key]}
                      onGo={() => goTo(place)}
                      onType={(text) => setState(typed(state, text))}
                      onEdit={() => settle(pressKey(rows, state, { key: 'F2', ctrl: false, shift: false }))}
                      onPick={(text) => settle(goneTo(rows, typed(state, text), state.at))}
                    />
                  );
                })}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** What has the focus in the active cell: its field, or the cell itself where it is worked out. */
const activeControl = (sheet: HTMLElement | null): HTMLElement | null =>
  sheet?.querySelector<HTMLElement>('.is-active input, .is-active[tabindex]') ?? null;

/** The sections with how many lines stand before each. */
const numbered = (
  sections: readonly EntrySection[],
): readonly { readonly section: EntrySection; readonly first: number }[] =>
  sections.map((section, index) => ({
    section,
    first: sections.slice(0, index).reduce((sum, { lines }) => sum + lines.length, 0),
  }));
