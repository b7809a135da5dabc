import type { Bilingual } from '#shared/domain/star/star.ts';
import { linesHeightMm, MEASURE_MM, SHEET, type ReportFlow, type TextSetting } from './report-flow.ts';
import type { Labelled } from './visit-report-sheet.ts';

export const TITLE: TextSetting = { sizeMm: 7.4, role: 'title', colour: [0.1] };
export const TEXT: TextSetting = { sizeMm: 3.2, role: 'sans', colour: [0.1] };
export const SMALL: TextSetting = { sizeMm: 2.5, role: 'sans', colour: [0.4] };
export const WARNING: TextSetting = { sizeMm: 3.2, role: 'sans', colour: [0.68, 0.1, 0.08] };
export const RULE = [0.72] as const;

const LABEL_MM = 40;
const NUMBER_MM = 9;

/** A part's heading with a rule under it; never alone at the foot of a page. */
export function heading(flow: ReportFlow, { en, zh }: Bilingual): void {
  flow.skip(5);
  flow.keep(30);
  flow.paragraph(`${zh}　${en}`, { ...TEXT, sizeMm: 4.4 }, 'heading');
  flow.canvas.stroke([0.25], 0.3).line(SHEET.leftMm, flow.y + 0.6, SHEET.widthMm - SHEET.rightMm, flow.y + 0.6);
  flow.advance(2.6);
}

/** Names on the left in both languages, what is written on the right; a long value runs on over pages. */
export function facts(flow: ReportFlow, rows: readonly Labelled[]): void {
  for (const [label, value] of rows) {
    const name = flow.lines(label.zh, { ...TEXT, sizeMm: 3 }, LABEL_MM - 2, 'label');
    const english = flow.lines(label.en, { ...SMALL, sizeMm: 2.2 }, LABEL_MM - 2, 'label');
    const labelMm = linesHeightMm(name.length, { sizeMm: 3 }) + linesHeightMm(english.length, { sizeMm: 2.2 });
    flow.keep(labelMm + 1.4);
    const top = flow.y;
    const page = flow.canvas;
    flow.put(name, { ...TEXT, sizeMm: 3, colour: [0.3] }, SHEET.leftMm, top);
    flow.put(english, { ...SMALL, sizeMm: 2.2 }, SHEET.leftMm, top + linesHeightMm(name.length, { sizeMm: 3 }));
    const x = SHEET.leftMm + LABEL_MM;
    const widthMm = MEASURE_MM - LABEL_MM;
    if (typeof value === 'string') flow.paragraph(value, TEXT, label.zh, x, widthMm);
    else {
      flow.paragraph(value.zh, TEXT, label.zh, x, widthMm);
      if (value.en !== value.zh) flow.paragraph(value.en, SMALL, label.zh, x, widthMm);
    }
    const missing = top + labelMm - flow.y;
    if (page === flow.canvas && missing > 0) flow.advance(missing);
    flow.skip(1.4);
  }
}

/** A numbered row: texts one below the other, a word at the right edge of the first. */
export function numbered(
  flow: ReportFlow,
  number: string,
  word: string,
  texts: readonly (readonly [text: string, setting: TextSetting])[],
  stress = false,
  wordMm = 44,
): void {
  const setting = { ...SMALL, sizeMm: 2.9, colour: stress ? WARNING.colour : TEXT.colour };
  const words = flow.lines(word, setting, wordMm - 3, 'answer');
  flow.keep(Math.max(linesHeightMm(words.length, setting), 10) + 2);
  const top = flow.y;
  const page = flow.canvas;
  flow.put([number], { ...SMALL, sizeMm: 2.8 }, SHEET.leftMm, top);
  flow.put(words, setting, SHEET.widthMm - SHEET.rightMm - wordMm + 3, top);
  for (const [text, style] of texts)
    flow.paragraph(text, style, number, SHEET.leftMm + NUMBER_MM, MEASURE_MM - NUMBER_MM - wordMm);
  const missing = top + linesHeightMm(words.length, setting) - flow.y;
  if (page === flow.canvas && missing > 0) flow.advance(missing);
  flow.advance(0.8);
  flow.canvas.stroke([0.86], 0.1).line(SHEET.leftMm, flow.y, SHEET.widthMm - SHEET.rightMm, flow.y);
  flow.advance(1.4);
}
