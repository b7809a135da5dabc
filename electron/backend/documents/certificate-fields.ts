import { COLUMNS, INK } from './certificate-style.ts';
import { fittings, type FitStep, type FittedText } from './fit-text.ts';
import type { PageCanvas } from './page-canvas.ts';
import { refuseText, type TextOrigin } from './paper-fault.ts';
import { widthInEm, type FaceSet } from './typeface.ts';

/** One of the eight fields, normalised and covered. */
export interface CertificateField {
  readonly column: keyof typeof COLUMNS;
  readonly row: number;
  readonly text: string;
  readonly origin: TextOrigin;
}

/** One line down to 4.2 mm, then two, three and more at ever smaller sizes; 1.8 mm (5 pt) is the end. */
const LADDER: readonly FitStep[] = [
  ...[5.1, 4.8, 4.5, 4.2].map((sizeMm) => ({ sizeMm, lines: 1 })),
  ...[4.2, 3.9, 3.6].map((sizeMm) => ({ sizeMm, lines: 2 })),
  ...[3.5, 3.2, 3].map((sizeMm) => ({ sizeMm, lines: 3 })),
  ...[2.9, 2.6, 2.4].map((sizeMm) => ({ sizeMm, lines: 6 })),
  ...[2.2, 2, 1.8].map((sizeMm) => ({ sizeMm, lines: 14 })),
];
const ROWS = 4;
const TOP_MM = 88.8;
const BOTTOM_MM = 146.6;
const ROW_MM = 13;
/** Line distance as a multiple of the size; long texts stand closer. */
const leadingFor = (lines: number): number => (lines > 6 ? 1.2 : 1.3);
/** From a row's top to its first baseline, and from its last baseline to its end. */
const ABOVE_MM = 4.7;
const BELOW_MM = 4.2;
const RULE_MM = 2.3;

interface PlacedField {
  readonly field: CertificateField;
  readonly options: Iterator<FittedText, undefined>;
  fitted: FittedText;
}

const neededMm = ({ sizeMm, lines }: FittedText): number =>
  ABOVE_MM + (lines.length - 1) * sizeMm * leadingFor(lines.length) + BELOW_MM;

/**
 * Sets the eight fields in two columns whose rows share their baselines.
 *
 * Ordinary values stand on the even grid. When a text needs several lines its row grows and the others
 * close up; when all rows together are too tall, the tallest text takes its next smaller setting.
 */
export function drawFields(canvas: PageCanvas, faces: FaceSet, fields: readonly CertificateField[]): void {
  const placed = fields.map((field) => placeField(faces, field));
  for (;;) {
    const heights = rowHeights(placed);
    const total = heights.reduce((sum, height) => sum + height, 0);
    if (total <= BOTTOM_MM - TOP_MM) {
      drawRows(canvas, placed, heights);
      return;
    }
    shrinkTallest(placed);
  }
}

/** Gives the tallest text that can still give way its next smaller setting; refuses when none can. */
function shrinkTallest(placed: readonly PlacedField[]): void {
  const byHeight = placed.toSorted((a, b) => neededMm(b.fitted) - neededMm(a.fitted));
  for (const candidate of byHeight) {
    const smaller = candidate.options.next();
    if (smaller.done === true) continue;
    candidate.fitted = smaller.value;
    return;
  }
  const [tallest] = byHeight;
  if (tallest !== undefined) refuseText('paper.text-too-long', tallest.field.origin);
}

function placeField(faces: FaceSet, field: CertificateField): PlacedField {
  const { value, end } = COLUMNS[field.column];
  const options = fittings(field.text, end - value - 1, LADDER, (text) => widthInEm(faces, 'value', text));
  const first = options.next();
  if (first.done === true) return refuseText('paper.text-too-long', field.origin);
  return { field, options, fitted: first.value };
}

const rowHeights = (placed: readonly PlacedField[]): readonly number[] =>
  Array.from({ length: ROWS }, (_, row) =>
    Math.max(...placed.filter(({ field }) => field.row === row).map(({ fitted }) => neededMm(fitted))),
  );

function drawRows(canvas: PageCanvas, placed: readonly PlacedField[], heights: readonly number[]): void {
  const spare = BOTTOM_MM - TOP_MM - heights.reduce((sum, height) => sum + height, 0);
  const extra = Math.min(spare / ROWS, ROW_MM - ABOVE_MM - BELOW_MM);
  let top = TOP_MM + (spare - extra * ROWS) / 2;
  heights.forEach((height, row) => {
    const baseline = top + extra / 2 + ABOVE_MM;
    canvas.place(`row${row}`, 0, baseline);
    for (const { field, fitted } of placed) if (field.row === row) drawField(canvas, field, fitted, baseline);
    top += height + extra;
  });
}

function drawField(canvas: PageCanvas, field: CertificateField, fitted: FittedText, baseline: number): void {
  const { value, end } = COLUMNS[field.column];
  const leading = fitted.sizeMm * leadingFor(fitted.lines.length);
  fitted.lines.forEach((text, line) =>
    canvas.text({
      x: value + 1,
      y: baseline + line * leading,
      sizeMm: fitted.sizeMm,
      role: 'value',
      text,
      colour: INK.text,
    }),
  );
  const rule = baseline + (fitted.lines.length - 1) * leading + RULE_MM;
  canvas.stroke(INK.rule, 0.15).line(value, rule, end, rule);
}
