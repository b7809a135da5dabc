/** An opening or closing tag of the names wanted, whatever its prefix: slash, name, attributes, empty. */
const tags = (names: string): RegExp =>
  new RegExp(`<(/?)(?:[^\\s<>/:]+:)?(${names})((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*(/?)>`, 'g');

const STYLE_TAGS = tags('numFmt|cellXfs|xf');
const CELL_TAGS = tags('row|c');
const VALUE = /(<(?:[^\s<>/:]+:)?v(?:\s[^<>]*)?>)([^<]*)</;

function attribute(attributes: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  return double ?? single;
}

/** A sign in quotes, behind a backslash or in brackets is only drawn; any other shows a hundred times the number. */
const isPercent = (format: string): boolean =>
  format
    .replaceAll('&quot;', '"')
    .replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, '')
    .includes('%');

/** Which cell formats of a workbook show a number as a percentage, by their place among its styles. */
export function percentStyles(styles: string): ReadonlySet<number> {
  // `0%` and `0.00%` are built in (ECMA-376, 18.8.30).
  const percents = new Set(['9', '10']);
  const found = new Set<number>();
  let place = -1;
  let ofCells = false;
  for (const [, closing, name = '', attributes = '', empty] of styles.matchAll(STYLE_TAGS)) {
    if (name === 'cellXfs') ofCells = closing === '' && empty === '';
    else if (closing !== '') continue;
    else if (name === 'numFmt') {
      if (isPercent(attribute(attributes, 'formatCode') ?? '')) percents.add(attribute(attributes, 'numFmtId') ?? '');
    } else if (ofCells) {
      place += 1;
      if (percents.has(attribute(attributes, 'numFmtId') ?? '')) found.add(place);
    }
  }
  return found;
}

/**
 * Makes texts of a sheet's numbers that are shown as percentages, because the reader gives away what is stored,
 * 0.125, and not that the sheet shows 12.5%.
 *
 * @param shown what a stored number is shown as
 */
export function withPercents(sheet: string, styles: ReadonlySet<number>, shown: (written: string) => string): string {
  if (styles.size === 0) return sheet;
  const cells = [...sheet.matchAll(CELL_TAGS)];
  let written = '';
  let from = 0;
  for (const [index, cell] of cells.entries()) {
    const [tag, closing, name, attributes = '', empty] = cell;
    if (name !== 'c' || closing !== '' || empty !== '') continue;
    const [type = 'n', style = ''] = [attribute(attributes, 't'), attribute(attributes, 's')];
    if (type !== 'n' || !/^\d+$/.test(style) || !styles.has(Number(style))) continue;
    const start = cell.index + tag.length;
    const content = sheet.slice(start, cells[index + 1]?.index ?? sheet.length);
    const value = VALUE.exec(content);
    if (value === null) continue;
    const [, opening = '', number = ''] = value;
    const at = start + value.index + opening.length;
    written += sheet.slice(from, cell.index) + asText(tag) + sheet.slice(start, at) + shown(number.trim());
    from = at + number.length;
  }
  return written + sheet.slice(from);
}

/** A number's cell as one whose value is a text. */
const asText = (tag: string): string => `${tag.replace(/\st\s*=\s*["']n["']/, '').replace(/\s*>$/, '')} t="str">`;
