import { assertNever } from '#shared/base/assert-never.ts';
import { plainCharacters } from '#shared/base/plain-characters.ts';
import { isPlainDate } from '#shared/base/plain-date.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import { tidyCode } from '#shared/domain/codes/tired-input.ts';
import { findWord, VOCABULARY, type VocabularyName } from '#shared/domain/codes/vocabulary.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { CellValue } from './intake-fault.ts';
import type { Column } from './sheets.ts';

/** A cell read into what the application's schema takes; null for an empty cell. */
export type CellReading =
  | { readonly ok: true; readonly value: string | number | boolean | null }
  | { readonly ok: false; readonly reason: Bilingual };

const read = (value: string | number | boolean | null): CellReading => ({ ok: true, value });
const refuse = (zh: string, en: string): CellReading => ({ ok: false, reason: sentence(zh, en) });

/** What Excel puts into a cell whose formula failed. */
const FORMULA_ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;
/** Longest text looked at closely; the schema refuses longer ones by their length. */
const LONGEST = 32_767;

/**
 * Reads one cell the way its column says, forgiving what spreadsheets and people do to values.
 *
 * A value that can only be guessed at (a barcode turned into 6.9E+12, a date that is a bare number)
 * is refused with what to do about it.
 */
export function readCell(column: Column, cell: CellValue): CellReading {
  const plain = typeof cell === 'string' ? cell.trim() : cell;
  if (plain === null || plain === '') return read(null);
  if (typeof plain === 'string' && FORMULA_ERROR.test(plain))
    return refuse(`公式出错（${plain}），请填写值本身`, `the formula failed (${plain}); enter the value itself`);
  if (typeof plain === 'string' && plain.length > LONGEST)
    return refuse(`文字过长（${plain.length} 字）`, `the text is too long (${plain.length} characters)`);
  switch (column.cell.kind) {
    case 'text':
      return readText(plain);
    case 'code':
      return readCode(column, plain);
    case 'date':
      return readDate(plain);
    case 'star':
      return readStar(plain);
    case 'whole':
      return readWhole(plain);
    case 'decimal':
      return readDecimal(plain);
    case 'yes-no':
      return readYesNo(plain);
    case 'word':
      return readWord(column.cell.words, plain);
    default:
      return assertNever(column.cell);
  }
}

/** A number as a spreadsheet shows it: fifteen significant digits, no exponent. */
const shown = (value: number): string => {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text;
};

const dateText = (date: Date): string => (Number.isNaN(date.valueOf()) ? '' : date.toISOString().slice(0, 10));

function asText(cell: string | number | boolean | Date): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return shown(cell);
  return cell instanceof Date ? dateText(cell) : String(cell);
}

/** Line breaks and tabs inside a cell become a space: names and addresses are one line. */
const readText = (cell: string | number | boolean | Date): CellReading =>
  read(asText(cell).replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '));

const HYPHENATED = new Set(['applicationNo']);
const EXPONENT = /^\d(?:\.\d+)?E\+?\d+$/i;

function readCode(column: Column, cell: string | number | boolean | Date): CellReading {
  if (cell instanceof Date)
    return refuse('单元格被当成了日期，请设为文本后重填', 'the spreadsheet made a date of it; set the cell to text');
  if (typeof cell === 'number') {
    if (Number.isSafeInteger(cell) && Math.abs(cell) < 1e15) return read(String(cell));
    return refuse(
      '数字超过 15 位，表格软件已丢失末尾数字；请将单元格设为文本后重填',
      'a number of more than 15 digits has lost its last ones; set the cell to text and enter it again',
    );
  }
  const text = asText(cell);
  if (EXPONENT.test(text.normalize('NFKC').replace(/\s/g, '')))
    return refuse(
      `“${text}”是科学计数法，末尾数字已丢失；请将单元格设为文本后重填`,
      `"${text}" is in scientific notation and has lost digits; set the cell to text and enter it again`,
    );
  if (HYPHENATED.has(column.path))
    return read(
      text
        .normalize('NFKC')
        .replace(/[\p{Pd}\u2212]/gu, '-')
        .replace(/\s+/g, '')
        .toUpperCase(),
    );
  return read(tidyCode(text).text);
}

function readDate(cell: string | number | boolean | Date): CellReading {
  if (cell instanceof Date) {
    const text = dateText(cell);
    return isPlainDate(text) ? read(text) : refuse('日期超出范围', 'the date is out of range');
  }
  if (typeof cell === 'number' && (cell < 19_000_101 || cell > 99_991_231))
    return refuse(
      `是数字 ${shown(cell)}，请将单元格设为日期格式，或写成 2026-03-02`,
      `is the number ${shown(cell)}; format the cell as a date, or write 2026-03-02`,
    );
  const text = asText(cell).normalize('NFKC').replace(/\s+/g, '');
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})-(\d{2})-(\d{2})T00:00:00(?:\.0+)?Z?$/.exec(text);
  const [, year = '', month = '', day = ''] = match ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return match && isPlainDate(date)
    ? read(date)
    : refuse(`“${short(text)}”不是日期，应如 2026-03-02`, `"${short(text)}" is not a date; write 2026-03-02`);
}

const NUMERALS = '一二三四五';

function readStar(cell: string | number | boolean | Date): CellReading {
  const text = asText(cell)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?:星级?|stars?)$/i, '');
  const stars = /^(★|⭐){1,5}☆{0,4}$/u.test(text) ? [...text.replaceAll('☆', '')].length : 0;
  const star = stars > 0 ? stars : text.length === 1 ? NUMERALS.indexOf(text) + 1 : 0;
  if (star > 0) return read(star);
  if (/^[1-5]$/.test(text)) return read(Number(text));
  return refuse(`“${short(asText(cell))}”不是星级，应为 1–5`, `"${short(asText(cell))}" is not a star from 1 to 5`);
}

function readWhole(cell: string | number | boolean | Date): CellReading {
  const text = plainCharacters(asText(cell)).replace(/[\s,]+|天$/g, '');
  return /^\d{1,9}$/.test(text)
    ? read(Number(text))
    : refuse(`“${short(asText(cell))}”不是整数`, `"${short(asText(cell))}" is not a whole number`);
}

function readDecimal(cell: string | number | boolean | Date): CellReading {
  const text = plainCharacters(asText(cell)).replace(/[\s,]+/g, '');
  return /^\d+(?:\.\d+)?$/.test(text)
    ? read(text)
    : refuse(`“${short(asText(cell))}”不是数量`, `"${short(asText(cell))}" is not a quantity`);
}

const YES = new Set(['是', '有', '已', '接收', 'yes', 'y', 'true', '1', '√', '✓']);
const NO = new Set(['否', '无', '未', '拒收', 'no', 'n', 'false', '0', '×']);

function readYesNo(cell: string | number | boolean | Date): CellReading {
  const text = asText(cell).normalize('NFKC').trim().toLowerCase();
  if (YES.has(text)) return read(true);
  if (NO.has(text)) return read(false);
  return refuse(`“${short(text)}”应填 是 或 否`, `"${short(text)}" should be yes or no`);
}

function readWord(words: VocabularyName, cell: string | number | boolean | Date): CellReading {
  const text = asText(cell);
  const slug = text.length > 200 ? undefined : findWord(words, text);
  if (slug !== undefined) return read(slug);
  const allowed = VOCABULARY[words];
  return refuse(
    `“${short(text)}”不在可填的词里：${allowed.map(({ zh }) => zh).join('、')}`,
    `"${short(text)}" is not one of ${allowed.map((word) => word.slug).join(', ')}`,
  );
}

/** A value shortened for a sentence. */
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** A cell as text for a report, shortened. */
export const cellText = (cell: CellValue): string => (cell === null ? '' : short(asText(cell)));
