import { breakLines } from './break-lines.ts';
import { PageCanvas, type Colour } from './page-canvas.ts';
import type { FaceId } from './paper-face.ts';
import { hasNumber, reportText } from './report-text.ts';
import { widthInEm, type FaceSet } from './typeface.ts';

/** How a stretch of text is set. */
export interface TextSetting {
  readonly sizeMm: number;
  readonly role: FaceId;
  readonly colour: Colour;
}

/** An A4 sheet with room for a running head and foot. */
export const SHEET = { widthMm: 210, heightMm: 297, leftMm: 18, rightMm: 18, topMm: 20, bottomMm: 22 } as const;
/** Width of what is written. */
export const MEASURE_MM = SHEET.widthMm - SHEET.leftMm - SHEET.rightMm;
const LEADING = 1.5;
const FLOOR_MM = SHEET.heightMm - SHEET.bottomMm;

/** Height of a number of lines of a setting. */
export const linesHeightMm = (lines: number, { sizeMm }: Pick<TextSetting, 'sizeMm'>): number =>
  lines * sizeMm * LEADING;

/**
 * Text and pictures set one below the other on as many pages as they need.
 *
 * Nothing is clipped or shrunk: text wraps by the house's rules, and what does not fit goes to the next
 * page. A character without a glyph is printed by its number.
 */
export class ReportFlow {
  readonly pages: PageCanvas[] = [];
  readonly #faces: FaceSet;
  /** Where the page's own things begin: below a head that is repeated, if there is one. */
  #top: number = SHEET.topMm;
  #y: number = SHEET.topMm;
  #head: (() => void) | null = null;
  #numbered = false;

  constructor(faces: FaceSet) {
    this.#faces = faces;
    this.pages.push(new PageCanvas(faces));
  }

  /** The page that is written on. */
  get canvas(): PageCanvas {
    return this.pages.at(-1) as PageCanvas;
  }

  /** Where the next thing begins, from the top edge. */
  get y(): number {
    return this.#y;
  }

  /** Whether a character was printed by its number. */
  get hasNumbers(): boolean {
    return this.#numbered;
  }

  /** What is left of the page. */
  get leftMm(): number {
    return FLOOR_MM - this.#y;
  }

  /** Leaves a gap; at a page's top none is needed. */
  skip(mm: number): void {
    if (this.#y > this.#top) this.#y = Math.min(this.#y + mm, FLOOR_MM);
  }

  /** Goes to the next page when less than this is left; what is taller than a page starts on a fresh one. */
  keep(heightMm: number): void {
    if (this.#y + heightMm > FLOOR_MM && this.#y !== this.#top) this.turn();
  }

  /** Goes to the next page. */
  turn(): void {
    this.pages.push(new PageCanvas(this.#faces));
    this.#y = SHEET.topMm;
    this.#head?.();
    this.#top = this.#y;
  }

  /** Draws `head` at {@link y} now, and at the top of every page that `body` goes on to. */
  underHead(head: () => void, body: () => void): void {
    head();
    this.#head = head;
    body();
    this.#head = null;
  }

  /** Moves on by what was drawn from {@link y} downwards. */
  advance(heightMm: number): void {
    this.#y += heightMm;
  }

  /** Lines of a text in a width, at the breaks its author made and where it is too long. */
  lines(text: string, setting: TextSetting, widthMm: number): readonly string[] {
    const advance = (part: string): number => widthInEm(this.#faces, setting.role, part);
    return text
      .replaceAll('\t', ' ')
      .split(/\r\n|\r|\n/)
      .flatMap((part) => {
        const printed = reportText(this.#faces, setting.role, part);
        this.#numbered ||= hasNumber(printed);
        return printed === '' ? [''] : breakLines(printed, widthMm / setting.sizeMm, advance);
      });
  }

  /** Writes lines at a place of the page without moving on; `y` is the top of the first. */
  put(lines: readonly string[], setting: TextSetting, x: number, y: number): void {
    lines.forEach((text, at) =>
      this.canvas.text({ ...setting, text, x, y: y + linesHeightMm(at, setting) + setting.sizeMm * 1.15 }),
    );
  }

  /** Writes lines one below the other, over pages where they must. */
  write(lines: readonly string[], setting: TextSetting, x: number = SHEET.leftMm): void {
    for (const line of lines) {
      const height = linesHeightMm(1, setting);
      this.keep(height);
      this.put([line], setting, x, this.#y);
      this.#y += height;
    }
  }

  /** Breaks a text and writes it. */
  paragraph(text: string, setting: TextSetting, x: number = SHEET.leftMm, widthMm: number = MEASURE_MM): void {
    this.write(this.lines(text, setting, widthMm), setting, x);
  }
}
