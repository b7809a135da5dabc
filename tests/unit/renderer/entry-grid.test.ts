import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copied, pasted } from '#renderer/ui/entry-block.ts';
import {
  cellAt,
  entryBelow,
  firstEntry,
  goneTo,
  nextEntry,
  placeIn,
  pressKey,
  typed,
  walkingAt,
  type EntryCell,
  type EntryPress,
  type EntryRow,
  type EntryState,
} from '#renderer/ui/entry-grid-model.ts';

const cell = (key: string, more: Partial<EntryCell> = {}): EntryCell => ({
  key,
  name: key,
  text: '',
  standing: 'empty',
  ...more,
});
const row = (key: string, section: string, cells: readonly EntryCell[]): EntryRow => ({ key, section, cells });
const result = (key: string): EntryCell => cell(key, { standing: 'computed', text: '0.12' });

/** Two figures with units and results, a plan of three counts, a finding. */
const SHEET: readonly EntryRow[] = [
  row('lead', 'figures', [cell('lead.value', { text: '0.12' }), cell('lead.unit', { text: 'mg/kg' }), result('lead')]),
  row('tin', 'figures', [cell('tin.value'), cell('tin.unit'), result('tin')]),
  row('coli', 'counts', [...[1, 2, 3].map((unit) => cell(`coli.${unit}`, { series: 'coli' })), result('coli')]),
  row('taste', 'words', [cell('taste.text', { options: ['无异味', '有霉味', '有酸味'] }), result('taste')]),
];

const press = (state: EntryState, key: string, more: Partial<EntryPress> = {}) =>
  pressKey(SHEET, state, { key, ctrl: false, shift: false, ...more });
const at = (rowAt: number, column: number): EntryState => walkingAt({ row: rowAt, column });
const keyOf = (state: EntryState): string | undefined => cellAt(SHEET, state.at)?.key;

describe('walking', () => {
  it('begins at the first cell that can be typed into', () => {
    expect(keyOf(firstEntry(SHEET))).toBe('lead.value');
    expect(firstEntry([]).at).toEqual({ row: 0, column: 0 });
  });

  it('goes every way by arrows, onto results too, and stops at the edges', () => {
    expect(keyOf(press(at(0, 1), 'ArrowRight').state)).toBe('lead');
    expect(keyOf(press(at(0, 2), 'ArrowRight').state)).toBe('lead');
    expect(keyOf(press(at(0, 0), 'ArrowUp').state)).toBe('lead.value');
    expect(keyOf(press(at(2, 3), 'ArrowDown').state)).toBe('taste');
  });

  it('goes by Tab from one cell to be filled to the next, and out at the end', () => {
    expect(keyOf(press(at(0, 1), 'Tab').state)).toBe('tin.value');
    expect(keyOf(press(at(1, 0), 'Tab', { shift: true }).state)).toBe('lead.unit');
    expect(press(at(3, 0), 'Tab').handled).toBe(false);
    expect(press(at(0, 0), 'Tab', { shift: true }).handled).toBe(false);
  });

  it('goes down by Enter, back to where a run of Tabs began, and into the next section at its beginning', () => {
    const tabbed = press(at(0, 0), 'Tab').state;
    expect(keyOf(press(tabbed, 'Enter').state)).toBe('tin.value');
    expect(keyOf(press(at(1, 1), 'Enter').state)).toBe('coli.1');
    expect(keyOf(press(at(2, 1), 'Enter', { shift: true }).state)).toBe('tin.value');
  });

  it('goes to the ends of a row and of the sheet', () => {
    expect(keyOf(press(at(2, 1), 'End').state)).toBe('coli.3');
    expect(keyOf(press(at(2, 1), 'Home').state)).toBe('coli.1');
    expect(keyOf(press(at(2, 1), 'End', { ctrl: true }).state)).toBe('taste.text');
    expect(keyOf(press(at(2, 1), 'Home', { ctrl: true }).state)).toBe('lead.value');
  });

  it('goes from section to section', () => {
    expect(keyOf(press(at(0, 1), 'PageDown').state)).toBe('coli.1');
    expect(keyOf(press(at(2, 2), 'PageUp').state)).toBe('lead.value');
    expect(keyOf(press(at(3, 0), 'PageDown').state)).toBe('taste.text');
  });

  it('comes back into a sheet that has shrunk', () => {
    expect(placeIn(SHEET, { row: 9, column: 9 })).toEqual({ row: 3, column: 1 });
    expect(placeIn([], { row: 3, column: 3 })).toEqual({ row: 0, column: 0 });
  });
});

describe('typing', () => {
  const typing = typed(at(1, 0), '0.3');

  it('is written when the person moves on, by whatever key', () => {
    const writes = [{ key: 'tin.value', text: '0.3' }];
    for (const key of ['Enter', 'Tab', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
      expect(press(typing, key).writes).toEqual(writes);
      expect(press(typing, key).state.draft).toBeNull();
    }
    expect(press(typing, 'Enter', { ctrl: true })).toMatchObject({ writes, handled: false, state: { draft: null } });
    expect(press(typed(at(3, 0), 'x'), 'Tab')).toMatchObject({ handled: false, writes: [{ key: 'taste.text' }] });
    expect(goneTo(SHEET, typing, { row: 0, column: 0 }).writes).toEqual(writes);
  });

  it('is taken back by Escape; another one leaves the sheet', () => {
    const back = press(typing, 'Escape');
    expect(back).toMatchObject({ writes: [], state: { draft: null, at: { row: 1, column: 0 } } });
    expect(press(back.state, 'Escape').leaves).toBe(true);
    const { at: place } = back.state;
    expect(press({ ...back.state, at: { ...place }, from: { ...place } }, 'Escape').leaves).toBe(true);
    const chosen = press(back.state, 'ArrowRight', { shift: true }).state;
    expect(press(chosen, 'Escape')).toMatchObject({ handled: true, state: { from: chosen.at } });
    expect(press(chosen, 'Escape').leaves).toBeUndefined();
  });

  it('is not written when it says the same', () => {
    expect(press(typed(at(0, 0), '0.12'), 'Enter').writes).toEqual([]);
  });

  it('by F2 changes what stands there, and the arrows stay in the text', () => {
    const editing = press(at(0, 0), 'F2').state;
    expect(editing.draft).toBe('0.12');
    expect(press(editing, 'ArrowLeft').handled).toBe(false);
    expect(press(at(0, 2), 'F2')).toMatchObject({ handled: true, state: { draft: null } });
  });

  it('leaves Backspace to the text, but clears what is chosen while walking', () => {
    expect(press(typing, 'Backspace').handled).toBe(false);
    const chosen = press(at(0, 0), 'ArrowRight', { shift: true }).state;
    expect(press(chosen, 'Delete').writes).toEqual([
      { key: 'lead.value', text: '' },
      { key: 'lead.unit', text: '' },
    ]);
  });

  it('never clears what is worked out', () => {
    const chosen = { ...at(0, 2), from: { row: 0, column: 1 } };
    expect(press(chosen, 'Delete').writes).toEqual([{ key: 'lead.unit', text: '' }]);
    expect(press(at(1, 2), 'd', { ctrl: true }).writes).toEqual([]);
  });

  it('takes the cell above by Ctrl D', () => {
    expect(press(at(1, 1), 'd', { ctrl: true }).writes).toEqual([{ key: 'tin.unit', text: 'mg/kg' }]);
    expect(press(at(2, 1), 'd', { ctrl: true }).writes).toEqual([]);
  });

  it('chooses words by the arrows, first the ones that hold what is typed', () => {
    const down = press(typed(at(3, 0), '味'), 'ArrowDown').state;
    const again = press(down, 'ArrowDown').state;
    expect(press(again, 'Enter').writes).toEqual([{ key: 'taste.text', text: '有霉味' }]);
    expect(press(press(down, 'ArrowUp').state, 'Enter').writes).toEqual([{ key: 'taste.text', text: '味' }]);
    const sour = press(typed(at(3, 0), '酸'), 'ArrowDown').state;
    expect(press(sour, 'Tab').writes).toEqual([{ key: 'taste.text', text: '有酸味' }]);
  });
});

describe('blocks', () => {
  it('are copied with tabs and line ends, as a spreadsheet takes them', () => {
    const chosen = { ...at(1, 1), from: { row: 0, column: 0 } };
    expect(copied(SHEET, chosen)).toBe('0.12\tmg/kg\n\t');
    const odd = [row('odd', 'odd', [cell('odd', { text: 'a "b"\tc' })])];
    expect(copied(odd, at(0, 0))).toBe('"a ""b""\tc"');
  });

  it('are laid over the sheet from the active cell; results are not overwritten, the rest is counted', () => {
    const { writes, left } = pasted(SHEET, at(0, 0), [
      ['0.5', 'g/kg', 'passed'],
      ['0.6', '', ''],
    ]);
    expect(writes).toEqual([
      { key: 'lead.value', text: '0.5' },
      { key: 'lead.unit', text: 'g/kg' },
      { key: 'tin.value', text: '0.6' },
    ]);
    expect(left).toBe(1);
  });

  it('fill a series when they are one column, and say what found no place', () => {
    const { writes, left } = pasted(SHEET, at(2, 1), [['10'], ['20'], ['30']]);
    expect(writes).toEqual([
      { key: 'coli.2', text: '10' },
      { key: 'coli.3', text: '20' },
    ]);
    expect(left).toBe(1);
  });

  it('of one cell fill everything chosen', () => {
    const chosen = { ...at(1, 1), from: { row: 0, column: 1 } };
    expect(pasted(SHEET, chosen, [['g/kg']]).writes.map(({ key }) => key)).toEqual(['lead.unit', 'tin.unit']);
  });
});

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
const KEYS = [...ARROWS, 'Tab', 'Enter', 'F2', 'Escape', 'Delete', 'Home', 'End', 'd', 'x', 'PageDown'];

describe('whatever is pressed', () => {
  const anyPress = fc.record({
    key: fc.constantFrom(...KEYS),
    ctrl: fc.boolean(),
    shift: fc.boolean(),
  });
  const anyAct = fc.oneof(anyPress, fc.string({ maxLength: 3 }));

  it('the person stands on a cell that is there, and no result is ever written', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
        let state = firstEntry(SHEET);
        for (const act of acts) {
          const open = cellAt(SHEET, state.at)?.standing !== 'computed';
          if (typeof act === 'string') state = open ? typed(state, act) : state;
          else {
            const outcome = pressKey(SHEET, state, act);
            for (const { key } of outcome.writes) {
              const written = SHEET.flatMap(({ cells }) => cells).find((one) => one.key === key);
              expect(written?.standing).not.toBe('computed');
            }
            state = outcome.state;
          }
          expect(cellAt(SHEET, state.at)).toBeDefined();
        }
      }),
    );
  });

  it('Tab reaches every cell to be filled, once, and Shift Tab goes the same way back', () => {
    const there: string[] = [];
    for (let place = nextEntry(SHEET, { row: 0, column: -1 }, 1); place; place = nextEntry(SHEET, place, 1)) {
      there.push(cellAt(SHEET, place)?.key ?? '');
    }
    expect(there).toEqual(
      SHEET.flatMap(({ cells }) => cells.filter(({ standing }) => standing !== 'computed').map(({ key }) => key)),
    );
    const back: string[] = [];
    for (let place = nextEntry(SHEET, { row: 3, column: 2 }, -1); place; place = nextEntry(SHEET, place, -1)) {
      back.push(cellAt(SHEET, place)?.key ?? '');
    }
    expect(back.reverse()).toEqual(there);
    expect(entryBelow(SHEET, { row: 3, column: 0 }, 1)).toBeUndefined();
  });
});
