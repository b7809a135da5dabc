import { SIGNATURE_BOX, type Stroke } from '#shared/domain/visit/signature.ts';
import { pdfNumber, type PageCanvas } from './page-canvas.ts';

const PEN_MM = 0.45;

/** Draws a signature as vector into a box of this width; its height follows from the shape of the box. */
export function drawSignature(
  canvas: PageCanvas,
  strokes: readonly Stroke[],
  x: number,
  y: number,
  widthMm: number,
): void {
  const heightMm = widthMm / SIGNATURE_BOX.aspect;
  const place = ([atX, atY]: Stroke[number]): string =>
    `${pdfNumber(x + (atX / SIGNATURE_BOX.units) * widthMm)} ${pdfNumber(y + (atY / SIGNATURE_BOX.units) * heightMm)}`;
  canvas.draw('q 1 J 1 j').stroke([0.05, 0.1, 0.35], PEN_MM);
  for (const stroke of strokes) {
    const [first, ...rest] = stroke;
    if (first === undefined) continue;
    const points = rest.length === 0 ? [first] : rest;
    canvas.draw(`${place(first)} m ${points.map((point) => `${place(point)} l`).join(' ')} S`);
  }
  canvas.draw('Q');
}
