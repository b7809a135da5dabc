import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClipboard } from '#shared/domain/lab/parse-clipboard.ts';

describe('what a spreadsheet puts on the clipboard', () => {
  it.each<readonly [string, string, readonly (readonly string[])[]]>([
    ['nothing', '', []],
    ['one cell', '0.12', [['0.12']]],
    ['a row', '0.12\tmg/kg', [['0.12', 'mg/kg']]],
    [
      'rows of Windows',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['rows of old Macs', 'a\rb', [['a'], ['b']]],
    [
      'empty cells',
      '\t\t\n\tx',
      [
        ['', '', ''],
        ['', 'x'],
      ],
    ],
    ['an empty row between', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['a last cell left empty', 'a\t', [['a', '']]],
    ['lines in a cell', '"10\n20"\tb', [['10\n20', 'b']]],
    ['quotes in a cell', '"he said ""ND"""\tx', [['he said "ND"', 'x']]],
    ['a tab in a cell', '"a\tb"', [['a\tb']]],
    ['an inch', '5" pipe\t"6', [['5" pipe', '"6']]],
    ['a quote that ends too early', '"a"b\tc', [['"a"b', 'c']]],
    ['spaces, to the letter', ' 0,1 \t０．１', [[' 0,1 ', '０．１']]],
  ])('%s', (_, text, rows) => {
    expect(parseClipboard(text)).toEqual(rows);
  });

  it('comes back as it was written', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '0', '.', ',', '"', '\t', '\n', '\r', ' ', '值'),
      maxLength: 8,
    });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    const quoted = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(rows, (given) => {
        const text = given.map((row) => row.map(quoted).join('\t')).join('\r\n');
        expect(parseClipboard(`${text}\r\n`)).toEqual(given);
      }),
    );
  });
});
