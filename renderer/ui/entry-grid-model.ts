/** How a cell stands: nothing in it, kept, typed and on its way, not taken, or worked out by the program. */
export type EntryStanding = 'empty' | 'saved' | 'changed' | 'refused' | 'computed';

/** One cell of a sheet; `key` is its own in the whole sheet. */
export interface EntryCell {
  readonly key: string;
  /** What it is, said after its row's name: 读数. */
  readonly name: string;
  readonly text: string;
  readonly standing: EntryStanding;
  /** Why it was not taken, or what was worked out; shown under the sheet while the cell is active. */
  readonly note?: string;
  /** Words to choose from; others may be typed all the same. */
  readonly options?: readonly string[];
  /** Cells of one series are filled one after the other by a pasted column. */
  readonly series?: string;
}

/** A row of cells; rows of one section have the same columns. */
export interface EntryRow {
  readonly key: string;
  readonly section: string;
  readonly cells: readonly EntryCell[];
}

/** A cell by its row and column. */
export interface EntryPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a person is in a sheet, and what is being typed there. */
export interface EntryState {
  readonly at: EntryPlace;
  /** The other corner of what is chosen; `at` itself unless Shift was held. */
  readonly from: EntryPlace;
  /** What is being typed; null while walking. */
  readonly draft: string | null;
  /** The arrows move inside the text (F2) rather than between cells. */
  readonly caret: boolean;
  /** Which of the cell's options is pointed at. */
  readonly pick: number | null;
  /** The column a run of Tabs began in: Enter goes back to it, one row down. */
  readonly runFrom: number;
}

/** A cell's new text. */
export interface EntryWrite {
  readonly key: string;
  readonly text: string;
}

/** What of a key press the sheet looks at. */
export interface EntryPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** What a key did; `handled` is false where the browser or the screen has the key. */
export interface EntryOutcome {
  readonly state: EntryState;
  readonly writes: readonly EntryWrite[];
  readonly handled: boolean;
  /** The person is done with the sheet for now: the screen's letters act again. */
  readonly leaves?: true;
}

/** The rows of a sheet, all sections one after the other. */
export type Rows = readonly EntryRow[];

/** The cell of a place; undefined outside the sheet. */
export const cellAt = (rows: Rows, { row, column }: EntryPlace): EntryCell | undefined => rows[row]?.cells[column];

/** Whether a cell can be typed into. */
export const isOpen = (cell: EntryCell | undefined): cell is EntryCell =>
  cell !== undefined && cell.standing !== 'computed';

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), Math.max(most, 0));

/** The nearest place that is there: sheets grow and shrink under a person's hands. */
export function placeIn(rows: Rows, { row, column }: EntryPlace): EntryPlace {
  const at = clamp(row, rows.length - 1);
  return { row: at, column: clamp(column, (rows[at]?.cells.length ?? 1) - 1) };
}

/** Walking, at a place. */
export const walkingAt = (at: EntryPlace, runFrom: number = at.column): EntryState => ({
  at,
  from: at,
  draft: null,
  caret: false,
  pick: null,
  runFrom,
});

/** Where a sheet is entered: its first cell that can be typed into. */
export const firstEntry = (rows: Rows): EntryState => walkingAt(nextEntry(rows, { row: 0, column: -1 }, 1) ?? ORIGIN);

const ORIGIN: EntryPlace = { row: 0, column: 0 };

/** The next cell that can be typed into, in reading order; undefined past either end. */
export function nextEntry(rows: Rows, { row, column }: EntryPlace, step: 1 | -1): EntryPlace | undefined {
  for (let at = row, cell = column + step; at >= 0 && at < rows.length;) {
    const { length } = rows[at]?.cells ?? [];
    if (cell < 0 || cell >= length) {
      at += step;
      cell = step > 0 ? 0 : (rows[at]?.cells.length ?? 0) - 1;
    } else if (isOpen(cellAt(rows, { row: at, column: cell }))) return { row: at, column: cell };
    else cell += step;
  }
  return undefined;
}

/**
 * The cell under another in a column that can be typed into. A section with other columns is entered
 * at its first one: a reading's uncertainty has nothing to do with a fourth unit's count.
 */
export function entryBelow(rows: Rows, { row, column }: EntryPlace, step: 1 | -1): EntryPlace | undefined {
  const section = rows[row]?.section;
  for (let at = row + step; at >= 0 && at < rows.length; at += step) {
    if (rows[at]?.section === section) {
      const place = { row: at, column };
      if (isOpen(cellAt(rows, place))) return place;
    } else {
      const place = nextEntry(rows, { row: at, column: -1 }, 1);
      if (place?.row === at) return place;
    }
  }
  return undefined;
}

/** Where the next section is entered, or the one before. */
function nextSection(rows: Rows, row: number, step: 1 | -1): EntryPlace | undefined {
  const sections = [...new Set(rows.map(({ section }) => section))];
  const wanted = sections[sections.indexOf(rows[row]?.section ?? '') + step];
  const first = rows.findIndex(({ section }) => section === wanted);
  return first < 0 ? undefined : nextEntry(rows, { row: first, column: -1 }, 1);
}

const draftText = ({ draft, pick }: EntryState, cell: EntryCell | undefined): string | null =>
  draft !== null && pick !== null ? (optionsFor(cell, draft)[pick] ?? draft) : draft;

/** The options that begin with or hold what is typed; all of them while nothing is. */
export function optionsFor(cell: EntryCell | undefined, draft: string | null): readonly string[] {
  const options = cell?.options ?? [];
  const typed = (draft ?? '').trim().toLowerCase();
  return typed === '' || options.includes(draft ?? '')
    ? options
    : options.filter((one) => one.toLowerCase().includes(typed));
}

/** What stands in a draft, as a write; nothing when it changes nothing. */
function writesOf(rows: Rows, state: EntryState): readonly EntryWrite[] {
  const cell = cellAt(rows, state.at);
  const text = draftText(state, cell);
  return isOpen(cell) && text !== null && text !== cell.text ? [{ key: cell.key, text }] : [];
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cells between the two corners of what is chosen, row by row. */
export function chosenCells(rows: Rows, { at, from }: EntryState): readonly (readonly EntryCell[])[] {
  const [left, right] = [Math.min(at.column, from.column), Math.max(at.column, from.column)];
  return rows
    .slice(Math.min(at.row, from.row), Math.max(at.row, from.row) + 1)
    .map(({ cells }) => cells.slice(left, right + 1));
}

/** Whether a place lies in what is chosen. */
export const isChosen = ({ at, from }: EntryState, { row, column }: EntryPlace): boolean =>
  row >= Math.min(at.row, from.row) &&
  row <= Math.max(at.row, from.row) &&
  column >= Math.min(at.column, from.column) &&
  column <= Math.max(at.column, from.column);

/** Says what a key does in a sheet. Typing itself is the browser's: it arrives by {@link typed}. */
export function pressKey(rows: Rows, state: EntryState, press: EntryPress): EntryOutcome {
  const stay = { state, writes: [], handled: false } as const;
  const writes = writesOf(rows, state);
  const goTo = (place: EntryPlace | undefined, runFrom?: number): EntryOutcome => ({
    state: place === undefined ? walkingAt(state.at, state.runFrom) : walkingAt(place, runFrom),
    writes,
    handled: true,
  });
  const step = STEPS[press.key];
  if (step !== undefined) return press.ctrl ? stay : arrow(rows, state, press, step, goTo);
  switch (press.key) {
    case 'Tab': {
      const place = nextEntry(rows, state.at, press.shift ? -1 : 1);
      const left = { state: walkingAt(state.at), writes, handled: false };
      return press.ctrl ? stay : place === undefined ? left : goTo(place, state.runFrom);
    }
    case 'Enter': {
      // The screen's own deed, on a sheet in which what was being typed is written.
      if (press.ctrl) return state.draft === null ? stay : { ...goTo(state.at, state.runFrom), handled: false };
      return goTo(entryBelow(rows, { ...state.at, column: state.runFrom }, press.shift ? -1 : 1));
    }
    case 'F2':
      return openedDraft(rows, state) ?? { ...stay, handled: true };
    case 'Escape': {
      if (state.draft !== null || state.from.row !== state.at.row || state.from.column !== state.at.column)
        return { state: walkingAt(state.at), writes: [], handled: true };
      return { ...stay, handled: true, leaves: true };
    }
    case 'Delete':
    case 'Backspace': {
      if (state.draft !== null || press.ctrl) return stay;
      const cleared = chosenCells(rows, state).flat();
      return { state, writes: filled(cleared.map((cell) => [cell, ''])), handled: true };
    }
    case 'Home':
    case 'End': {
      if (state.draft !== null) return stay;
      const end = press.key === 'End';
      const row = press.ctrl ? (end ? rows.length - 1 : 0) : state.at.row;
      const column = end ? (rows[row]?.cells.length ?? 0) : -1;
      return goTo(nextEntry(rows, { row, column }, end ? -1 : 1));
    }
    case 'PageDown':
    case 'PageUp': {
      if (state.draft !== null || press.ctrl) return stay;
      return goTo(nextSection(rows, state.at.row, press.key === 'PageDown' ? 1 : -1));
    }
    case 'd':
    case 'D': {
      if (!press.ctrl || state.draft !== null) return stay;
      const above = entryBelow(rows, state.at, -1);
      const source = above?.column === state.at.column ? cellAt(rows, above) : undefined;
      const cell = cellAt(rows, state.at);
      const copied = source === undefined || cell === undefined ? [] : filled([[cell, source.text]]);
      return { state, writes: copied, handled: true };
    }
    default:
      return stay;
  }
}

function arrow(
  rows: Rows,
  state: EntryState,
  press: EntryPress,
  [down, right]: readonly [number, number],
  goTo: (place: EntryPlace) => EntryOutcome,
): EntryOutcome {
  const options = optionsFor(cellAt(rows, state.at), state.draft);
  if (state.draft !== null && down !== 0 && options.length > 0) {
    const pick = state.pick === null ? (down > 0 ? 0 : options.length - 1) : state.pick + down;
    return {
      state: { ...state, pick: pick < 0 || pick >= options.length ? null : pick },
      writes: [],
      handled: true,
    };
  }
  if (state.caret) return { state, writes: [], handled: false };
  const { row, column } = state.at;
  const place = placeIn(rows, { row: row + down, column: clamp(column + right, (rows[row]?.cells.length ?? 1) - 1) });
  if (press.shift && state.draft === null) {
    return { state: { ...walkingAt(place), from: state.from }, writes: [], handled: true };
  }
  return goTo(place);
}

function openedDraft(rows: Rows, state: EntryState): EntryOutcome | undefined {
  const cell = cellAt(rows, state.at);
  if (!isOpen(cell)) return undefined;
  const draft = state.draft ?? cell.text;
  return { state: { ...walkingAt(state.at, state.runFrom), draft, caret: true }, writes: [], handled: true };
}

/** Texts for cells, as writes: what is worked out is left alone, what says the same is no write. */
export const filled = (pairs: readonly (readonly [EntryCell, string])[]): readonly EntryWrite[] =>
  pairs.flatMap(([cell, text]) => (isOpen(cell) && cell.text !== text ? [{ key: cell.key, text }] : []));

/** What is typed into the active cell. */
export const typed = (state: EntryState, draft: string): EntryState => ({
  ...state,
  from: state.at,
  draft,
  pick: null,
});

/** Goes to a cell; what was being typed before is written. */
export const goneTo = (rows: Rows, state: EntryState, place: EntryPlace): EntryOutcome => ({
  state: walkingAt(placeIn(rows, place)),
  writes: writesOf(rows, state),
  handled: true,
});
