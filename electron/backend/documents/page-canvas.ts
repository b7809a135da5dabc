import type { FaceId } from './paper-face.ts';
import type { SubsetFont } from './subset-font.ts';
import { faceRuns, widthInEm, type FaceSet } from './typeface.ts';

/** Where the text stands against its x. */
export type Anchor = 'start' | 'middle' | 'end';

/** A line of text: baseline at `y`, millimetres from the top left corner. */
export interface TextLine {
  readonly x: number;
  readonly y: number;
  readonly sizeMm: number;
  readonly role: FaceId;
  readonly text: string;
  readonly colour: Colour;
  readonly anchor?: Anchor;
  /** Extra space after each character. */
  readonly trackingMm?: number;
}

/** Red, green, blue from 0 to 1, or grey. */
export type Colour = readonly [number, number, number] | readonly [number];

interface ShownText {
  readonly face: FaceId;
  readonly text: string;
}

/** A number as PDF writes it: thousandths, no exponent. */
export const pdfNumber = (value: number): string => String(Math.round(value * 1000) / 1000 || 0);

const operands = (...values: readonly number[]): string => values.map(pdfNumber).join(' ');

/**
 * Collects the marks of one page or form in millimetres, y downwards.
 *
 * Text waits as characters until the fonts of the whole file are cut, then becomes glyph codes.
 */
export class PageCanvas {
  readonly #faces: FaceSet;
  readonly #parts: (string | ShownText)[] = [];

  constructor(faces: FaceSet) {
    this.#faces = faces;
  }

  /** Writes operators as they are. */
  draw(operators: string): this {
    this.#parts.push(operators);
    return this;
  }

  inkWith(colour: Colour): this {
    return this.draw(`${operands(...colour)} ${colour.length === 1 ? 'g' : 'rg'}`);
  }

  stroke(colour: Colour, widthMm: number): this {
    return this.draw(`${operands(...colour)} ${colour.length === 1 ? 'G' : 'RG'} ${pdfNumber(widthMm)} w`);
  }

  line(x1: number, y1: number, x2: number, y2: number): this {
    return this.draw(`${operands(x1, y1)} m ${operands(x2, y2)} l S`);
  }

  rectangle(x: number, y: number, width: number, height: number, paint: 'f' | 'S'): this {
    return this.draw(`${operands(x, y, width, height)} re ${paint}`);
  }

  /** Places a form of the page's resources at a point, scaled. */
  place(form: string, x: number, y: number, scale = 1): this {
    return this.draw(`q ${operands(scale, 0, 0, scale, x, y)} cm /${form} Do Q`);
  }

  /** Sets a line of normalised, covered text. */
  text(line: TextLine): this {
    if (line.text === '') return this;
    const tracking = line.trackingMm ?? 0;
    const width = this.widthMm(line);
    const shift = line.anchor === 'middle' ? width / 2 : line.anchor === 'end' ? width : 0;
    this.inkWith(line.colour);
    this.draw(
      `BT ${operands(1, 0, 0, -1, line.x - shift, line.y)} Tm${tracking === 0 ? '' : ` ${pdfNumber(tracking)} Tc`}`,
    );
    for (const run of faceRuns(this.#faces, line.role, line.text)) {
      this.draw(`/${run.face} ${pdfNumber(line.sizeMm)} Tf`);
      this.#parts.push(run);
    }
    return this.draw(tracking === 0 ? 'ET' : '0 Tc ET');
  }

  /** Width of a line as it will stand, without the space after its last character. */
  widthMm(line: Pick<TextLine, 'role' | 'text' | 'sizeMm' | 'trackingMm'>): number {
    const gaps = (line.trackingMm ?? 0) * ([...line.text].length - 1);
    return widthInEm(this.#faces, line.role, line.text) * line.sizeMm + gaps;
  }

  /** Adds the code points that this canvas shows to the sets of their faces. */
  collect(characters: Map<FaceId, Set<number>>): void {
    for (const part of this.#parts) {
      if (typeof part === 'string') continue;
      const set = characters.get(part.face) ?? new Set<number>();
      for (const character of part.text) set.add(character.codePointAt(0) ?? 0);
      characters.set(part.face, set);
    }
  }

  /** The content stream, once the fonts are cut. */
  content(fonts: ReadonlyMap<FaceId, SubsetFont>): Buffer {
    const lines = this.#parts.map((part) => {
      if (typeof part === 'string') return part;
      const font = fonts.get(part.face);
      if (font === undefined) throw new Error(`no subset of ${part.face}`);
      return `<${font.encode(part.text)}> Tj`;
    });
    return Buffer.from(lines.join('\n'), 'latin1');
  }
}
