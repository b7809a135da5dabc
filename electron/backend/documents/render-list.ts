import { PageCanvas } from './page-canvas.ts';
import type { PaperKit } from './paper-kit.ts';
import { PdfFile, type PaperInfo, type RenderedPaper } from './pdf-file.ts';
import { reportText } from './report-text.ts';
import { subsetFonts } from './subset-font.ts';
import { widthInEm, type FaceSet } from './typeface.ts';

/** A list on paper: a title, a line under it, and a table. */
export interface PrintedList {
  readonly title: string;
  readonly detail: string;
  /** Widths in millimetres; together at most {@link LIST_WIDTH_MM}. */
  readonly columns: readonly { readonly title: string; readonly widthMm: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** What a list's columns may take of an A4 sheet. */
export const LIST_WIDTH_MM = 180;

const PAGE = { widthMm: 210, heightMm: 297, marginMm: 15 } as const;
const ROW_MM = 7;
const TEXT_MM = 3.2;
const FIRST_ROW_MM = 40;
const ROWS_A_PAGE = Math.floor((PAGE.heightMm - FIRST_ROW_MM - PAGE.marginMm - 6) / ROW_MM);
const BLACK = [0] as const;
const GREY = [0.45] as const;

/** Renders a list on A4 with its heading on every page; a text too long for its column ends in an ellipsis. */
export function renderList(kit: PaperKit, list: PrintedList, info: PaperInfo): RenderedPaper {
  const count = Math.max(1, Math.ceil(list.rows.length / ROWS_A_PAGE));
  const pages = Array.from({ length: count }, (_, page) =>
    drawPage(kit.faces, list, list.rows.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE), `${page + 1} / ${count}`),
  );
  const file = new PdfFile();
  const fonts = subsetFonts(kit.faces, pages);
  const resources = file.addResources({ Font: file.embedFonts(fonts) });
  for (const page of pages) file.addPage(PAGE.widthMm, PAGE.heightMm, page.content(fonts), resources);
  return file.finish(info);
}

function drawPage(faces: FaceSet, list: PrintedList, rows: PrintedList['rows'], pageOf: string): PageCanvas {
  const canvas = new PageCanvas(faces);
  const write = (x: number, y: number, text: string, sizeMm: number, widthMm: number): void => {
    const printed = reportText(faces, 'sans', text);
    canvas.text({ x, y, sizeMm, role: 'sans', text: shortened(faces, printed, widthMm / sizeMm), colour: BLACK });
  };
  write(PAGE.marginMm, 20, list.title, 6, LIST_WIDTH_MM);
  write(PAGE.marginMm, 27, list.detail, TEXT_MM, LIST_WIDTH_MM - 20);
  write(PAGE.widthMm - PAGE.marginMm - 15, 27, pageOf, TEXT_MM, 15);
  const line = (y: number, cells: readonly string[]): void => {
    let x = PAGE.marginMm;
    list.columns.forEach(({ widthMm }, at) => {
      write(x, y, cells[at] ?? '', TEXT_MM, widthMm - 2);
      x += widthMm;
    });
    canvas.stroke(GREY, 0.15).line(PAGE.marginMm, y + 2, PAGE.marginMm + LIST_WIDTH_MM, y + 2);
  };
  line(
    FIRST_ROW_MM - ROW_MM,
    list.columns.map(({ title }) => title),
  );
  rows.forEach((cells, at) => line(FIRST_ROW_MM + at * ROW_MM, cells));
  return canvas;
}

function shortened(faces: FaceSet, text: string, widthEm: number): string {
  if (widthInEm(faces, 'sans', text) <= widthEm) return text;
  const characters = [...text];
  while (characters.length > 0 && widthInEm(faces, 'sans', `${characters.join('')}…`) > widthEm) characters.pop();
  return `${characters.join('')}…`;
}
