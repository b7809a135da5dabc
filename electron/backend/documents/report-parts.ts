import type { Bilingual } from '#shared/domain/star/star.ts';
import type { Colour } from './page-canvas.ts';
import { linesHeightMm, MEASURE_MM, SHEET, type ReportFlow, type TextSetting } from './report-flow.ts';

/** A name with what is written behind it. */
export type Labelled = readonly [label: Bilingual, value: string | Bilingual];

/** The colours of every report. */
export const INK: Colour = [0.122, 0.165, 0.216];
export const DIM: Colour = [0.38, 0.41, 0.46];
export const RULE: Colour = [0.85, 0.84, 0.81];
export const JADE: Colour = [0.184, 0.49, 0.357];
export const CINNABAR: Colour = [0.702, 0.149, 0.118];
export const AMBER: Colour = [0.545, 0.376, 0];

const TITLE: TextSetting = { sizeMm: 7, role: 'title', colour: INK };
const OUTCOME: TextSetting = { sizeMm: 5.4, role: 'title', colour: INK };
const HEADING: TextSetting = { sizeMm: 4.4, role: 'title', colour: INK };
export const TEXT: TextSetting = { sizeMm: 3.2, role: 'sans', colour: INK };
export const STRONG: TextSetting = { ...TEXT, role: 'title' };
export const SMALL: TextSetting = { sizeMm: 2.6, role: 'sans', colour: DIM };
export const WARNING: TextSetting = { ...TEXT, colour: CINNABAR };

const LABEL: TextSetting = { sizeMm: 3, role: 'sans', colour: DIM };
const LABEL_EN: TextSetting = { ...SMALL, sizeMm: 2.3 };
const LABEL_MM = 46;
const NUMBER_MM = 9;
/** What is no taller stays on one page. */
export const WHOLE_MM = 70;
const RIGHT_MM = SHEET.widthMm - SHEET.rightMm;

/** What the paper is, at the head of its first page. */
export function title(flow: ReportFlow, { en, zh }: Bilingual): void {
  flow.paragraph(zh, TITLE);
  flow.paragraph(en, { ...SMALL, sizeMm: 3.4 });
}

/** What it came to, in large letters over a rule; the last `besideMm` are left for a picture. */
export function outcome(flow: ReportFlow, { en, zh }: Bilingual, colour: Colour, besideMm = 0): void {
  flow.skip(3);
  flow.paragraph(zh, { ...OUTCOME, colour }, SHEET.leftMm, MEASURE_MM - besideMm);
  flow.paragraph(en, { ...TEXT, colour }, SHEET.leftMm, MEASURE_MM - besideMm);
  flow.skip(2);
  flow.canvas.stroke(RULE, 0.2).line(SHEET.leftMm, flow.y, RIGHT_MM, flow.y);
  flow.skip(2);
}

/** Both languages on one line where they fit, the English small behind the Chinese; else one below the other. */
function named(
  flow: ReportFlow,
  { en, zh }: Bilingual,
  [setting, small]: readonly [TextSetting, TextSetting],
  x: number = SHEET.leftMm,
  widthMm: number = MEASURE_MM,
): void {
  const lines = flow.lines(zh, setting, widthMm);
  const english = en === zh ? [] : flow.lines(en, small, widthMm);
  const [[first = ''], [second = '']] = [lines, english];
  const usedMm = flow.canvas.widthMm({ ...setting, text: first }) + 2;
  const fits = usedMm + flow.canvas.widthMm({ ...small, text: second }) <= widthMm;
  if (lines.length > 1 || english.length > 1 || !fits) {
    flow.write(lines, setting, x);
    flow.write(english, small, x);
    return;
  }
  flow.keep(linesHeightMm(1, setting));
  const baseline = flow.y + setting.sizeMm * 1.15;
  flow.write(lines, setting, x);
  flow.canvas.text({ ...small, text: second, x: x + usedMm, y: baseline });
}

/** What a heading takes itself. */
const HEADING_MM = 10;
const SUBHEADING_MM = 8.2;
/** What follows a heading on its page where the caller does not say. */
const BEGINNING_MM = 17;

/** A part's heading over a rule; never alone at the foot of a page: `belowMm` of what follows go with it. */
export function heading(flow: ReportFlow, words: Bilingual, belowMm = BEGINNING_MM): void {
  flow.skip(5);
  flow.keep(HEADING_MM + belowMm);
  named(flow, words, [HEADING, { ...SMALL, sizeMm: 2.9 }]);
  flow.canvas.stroke(INK, 0.25).line(SHEET.leftMm, flow.y + 0.4, RIGHT_MM, flow.y + 0.4);
  flow.advance(2.4);
}

/** Height of a smaller heading with what follows it. */
export const subheadingMm = (belowMm = BEGINNING_MM): number => SUBHEADING_MM + belowMm;

/** A smaller heading within a part, on one page with `belowMm` of what follows. */
export function subheading(flow: ReportFlow, words: Bilingual, belowMm = BEGINNING_MM): void {
  flow.skip(1.8);
  flow.keep(subheadingMm(belowMm));
  named(flow, words, [{ ...STRONG, sizeMm: 3.6 }, SMALL]);
  flow.skip(0.8);
}

/** Names on the left, what is written on the right; both languages on one line where they fit, a long value over pages. */
export function facts(flow: ReportFlow, rows: readonly Labelled[]): void {
  const x = SHEET.leftMm + LABEL_MM;
  const widthMm = MEASURE_MM - LABEL_MM;
  for (const [label, value] of rows) {
    flow.keep(linesHeightMm(3, LABEL));
    const top = flow.y;
    const page = flow.canvas;
    named(flow, label, [LABEL, LABEL_EN], SHEET.leftMm, LABEL_MM - 2);
    const labelMm = flow.y - top;
    flow.advance(-labelMm);
    if (typeof value === 'string') flow.paragraph(value, TEXT, x, widthMm);
    else named(flow, value, [TEXT, SMALL], x, widthMm);
    const missing = top + labelMm - flow.y;
    if (page === flow.canvas && missing > 0) flow.advance(missing);
    flow.skip(0.8);
  }
}

/** Texts under their name, each indented by as much as `by` says; on one page where it is not very long. */
export function entry(
  flow: ReportFlow,
  name: string,
  texts: readonly (readonly [text: string, setting: TextSetting, by: number])[],
): void {
  const set = ([[name, STRONG, 0] as const, ...texts] as const).map(([text, setting, by]) => {
    const lines = flow.lines(text, setting, MEASURE_MM - by);
    return { lines, setting, x: SHEET.leftMm + by };
  });
  const heightMm = set.reduce((sum, { lines, setting }) => sum + linesHeightMm(lines.length, setting), 0);
  flow.keep(heightMm <= WHOLE_MM ? heightMm : linesHeightMm(3, STRONG));
  for (const { lines, setting, x } of set) flow.write(lines, setting, x);
  flow.skip(1.6);
}

/** Texts one below the other behind a number, with a word at the right edge of the first. */
export interface NumberedRow {
  readonly number: string;
  readonly word: string;
  readonly texts: readonly (readonly [text: string, setting: TextSetting])[];
  /** Sets the word in red. */
  readonly stress?: boolean;
  readonly wordMm?: number;
}

const WORD: TextSetting = { ...TEXT, sizeMm: 2.9 };
const WORD_MM = 44;
/** Between two texts of a row, and around the rule under it. */
const TEXT_GAP_MM = 0.9;
const ROW_GAP_MM = 0.9;
const AFTER_RULE_MM = 1.4;

/** A row's lines, ready to be put, and how much it takes. */
function setNumbered(flow: ReportFlow, { texts, word, wordMm = WORD_MM }: NumberedRow) {
  const words = flow.lines(word, WORD, wordMm - 3);
  const widthMm = MEASURE_MM - NUMBER_MM - wordMm;
  const blocks = texts.map(([text, setting]) => ({ lines: flow.lines(text, setting, widthMm), setting }));
  const textMm = blocks.reduce(
    (sum, { lines, setting }) => sum + linesHeightMm(lines.length, setting) + TEXT_GAP_MM,
    0,
  );
  const bodyMm = Math.max(textMm, linesHeightMm(words.length, WORD));
  return { words, blocks, wordsMm: linesHeightMm(words.length, WORD), heightMm: bodyMm + ROW_GAP_MM + AFTER_RULE_MM };
}

/** How much of a numbered row stays on one page: all of it with `belowMm` of what follows, unless its text is very long. */
export function numberedMm(flow: ReportFlow, row: NumberedRow, belowMm = 0): number {
  const { heightMm, wordsMm } = setNumbered(flow, row);
  return heightMm <= WHOLE_MM ? heightMm + belowMm : Math.max(wordsMm, 10) + 2;
}

/** A numbered row; see {@link numberedMm} for what stays together. */
export function numbered(flow: ReportFlow, row: NumberedRow, belowMm = 0): void {
  const { blocks, words, wordsMm } = setNumbered(flow, row);
  const { number, stress = false, wordMm = WORD_MM } = row;
  flow.keep(numberedMm(flow, row, belowMm));
  const top = flow.y;
  const page = flow.canvas;
  flow.put([number], { ...SMALL, sizeMm: 2.8 }, SHEET.leftMm, top);
  flow.put(words, { ...WORD, colour: stress ? CINNABAR : INK }, RIGHT_MM - wordMm + 3, top);
  blocks.forEach(({ lines, setting }, at) => {
    if (at > 0) flow.skip(TEXT_GAP_MM);
    flow.write(lines, setting, SHEET.leftMm + NUMBER_MM);
  });
  const missing = top + wordsMm - flow.y;
  if (page === flow.canvas && missing > 0) flow.advance(missing);
  flow.advance(ROW_GAP_MM);
  flow.canvas.stroke(RULE, 0.15).line(SHEET.leftMm, flow.y, RIGHT_MM, flow.y);
  flow.advance(AFTER_RULE_MM);
}
