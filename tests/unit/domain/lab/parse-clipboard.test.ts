import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClipboard } from '#shared/domain/lab/parse-clipboard.ts';

describe('a block from a spreadsheet', () => {
  it.each([
    ['', []],
    ['0.12', [['0.12']]],
    ['0.12\r\n', [['0.12']]],
    [
      '0.12\tmg/kg\r\n<0.01\tmg/kg\r\n',
      [
        ['0.12', 'mg/kg'],
        ['<0.01', 'mg/kg'],
      ],
    ],
    ['a\rb', [['a'], ['b']]],
    [
      'a\t\r\n\tb\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a\t', [['a', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['a\tb\nc', [['a', 'b'], ['c']]],
    ['"two\nlines"\tb', [['two\nlines', 'b']]],
    ['"say ""so"""\t1', [['say "so"', '1']]],
    ['5" pipe\tb', [['5" pipe', 'b']]],
    ['"open\tb', [['"open', 'b']]],
  ])('%j is taken apart', (text, block) => {
    expect(parseClipboard(text)).toEqual(block);
  });

  it('comes back whole, whatever the cells hold', () => {
    const quoted = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '.', '"', '\t', '\n', '\r', ' ', '，') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        const text = rows.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('');
        expect(parseClipboard(text)).toEqual(rows);
      }),
    );
  });
});
