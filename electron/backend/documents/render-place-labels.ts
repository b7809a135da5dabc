import { fail, ok, type Result } from '#shared/base/result.ts';
import { LOCATION_PREFIX } from '#shared/domain/location.ts';
import { checkedText, fitInto } from './checked-text.ts';
import type { FitStep } from './fit-text.ts';
import { findStock, labelCorner, type LabelStock } from './label-stock.ts';
import { PageCanvas, pdfNumber } from './page-canvas.ts';
import { PaperRefusal, type PaperFault, type TextOrigin, type PaperField } from './paper-fault.ts';
import type { PaperKit } from './paper-kit.ts';
import { PdfFile, type RenderedPaper } from './pdf-file.ts';
import { drawBars, drawNumber, drawQr, type SampleLabelOptions } from './render-sample-labels.ts';
import { drawStorageSign, type StorageClass } from './storage-sign.ts';
import { subsetFonts } from './subset-font.ts';
import type { FaceSet } from './typeface.ts';

/** What a place's label says. */
export interface PlaceLabel {
  /** `A-02-4`; its codes read `L:A-02-4`. */
  readonly code: string;
  readonly name: string;
  readonly storage: StorageClass | null;
}

const BLACK = [0] as const;
const NO_OFFSET = { x: 0, y: 0 };
const GAP_MM = 1.2;
const SIGN_MM = 11.5;
const CODE_LADDER: readonly FitStep[] = [6.4, 5.6, 5, 4.4, 3.8, 3.2].map((sizeMm) => ({ sizeMm, lines: 1 }));
const NAME_LADDER: readonly FitStep[] = [
  ...[2.6, 2.3, 2].map((sizeMm) => ({ sizeMm, lines: 1 })),
  ...[2, 1.7, 1.4].map((sizeMm) => ({ sizeMm, lines: 2 })),
];

/** Renders labels of places on the label roll: the code large, its name, how the place keeps things, Code 128 and QR. */
export function renderPlaceLabels(
  kit: PaperKit,
  labels: readonly PlaceLabel[],
  { info, stock: id }: SampleLabelOptions,
): Result<RenderedPaper, PaperFault> {
  const stock = findStock(kit.stocks, id, 'sample');
  if (stock === undefined) return fail({ code: 'paper.unknown-stock', data: { stock: id } });
  if (labels.length === 0) return fail({ code: 'paper.nothing-to-print' });
  try {
    const pages = labels.map((label, index) => drawLabel(kit.faces, stock, label, index));
    const file = new PdfFile();
    const fonts = subsetFonts(kit.faces, pages);
    const resources = file.addResources({ Font: file.embedFonts(fonts) });
    for (const page of pages) file.addPage(stock.pageWidthMm, stock.pageHeightMm, page.content(fonts), resources);
    return ok(file.finish(info));
  } catch (error) {
    if (error instanceof PaperRefusal) return fail(error.fault);
    throw error;
  }
}

function drawLabel(faces: FaceSet, stock: LabelStock, label: PlaceLabel, index: number): PageCanvas {
  const canvas = new PageCanvas(faces);
  const origin = (field: PaperField & keyof PlaceLabel): TextOrigin => ({
    path: `labels[${index}].${field}`,
    field,
    number: label.code,
  });
  const corner = labelCorner(stock, 0, NO_OFFSET);
  canvas.draw(`q 1 0 0 1 ${pdfNumber(corner.x)} ${pdfNumber(corner.y)} cm`).inkWith(BLACK);
  const scanned = LOCATION_PREFIX + label.code;
  const { labelHeightMm, labelWidthMm, safeMm } = stock;
  const qrMm = drawQr(canvas, stock, scanned, origin('code'));
  drawBars(canvas, stock, scanned, origin('code'));
  const textWidth = labelWidthMm - 2 * safeMm - qrMm - GAP_MM - 1;
  const write = (field: 'code' | 'name', y: number, widthMm: number, heightMm: number, ladder: readonly FitStep[]) => {
    const text = checkedText(faces, 'sans', label[field], origin(field));
    const fitted = fitInto(faces, 'sans', text, { widthMm, heightMm, ladder, leading: 1.15 }, origin(field));
    fitted.lines.forEach((line, at) =>
      canvas.text({
        x: safeMm,
        y: y + fitted.sizeMm * (0.88 + at * 1.15),
        sizeMm: fitted.sizeMm,
        role: 'sans',
        text: line,
        colour: BLACK,
      }),
    );
  };
  write('code', safeMm, textWidth, 7, CODE_LADDER);
  const nameWidth = label.storage === null ? textWidth : textWidth - SIGN_MM - GAP_MM;
  if (label.name !== '') write('name', safeMm + 7.8, nameWidth, 6, NAME_LADDER);
  if (label.storage !== null)
    drawStorageSign(canvas, label.storage, safeMm + textWidth - SIGN_MM, safeMm + 7.4, SIGN_MM);
  drawNumber(canvas, scanned, labelWidthMm / 2, labelHeightMm - safeMm - 0.2, labelWidthMm - 2 * safeMm);
  return canvas.draw('Q');
}
