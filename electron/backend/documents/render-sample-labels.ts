import { fail, ok, type Result } from '#shared/base/result.ts';
import { checkedText, fitInto } from './checked-text.ts';
import { BAR_QUIET_MODULES, barModules, barPath, code128 } from './code-128.ts';
import type { FitStep } from './fit-text.ts';
import { findStock, labelCorner, type LabelStock } from './label-stock.ts';
import { PageCanvas, pdfNumber } from './page-canvas.ts';
import { PaperRefusal, refuseText, type PaperFault, type TextOrigin, type PaperField } from './paper-fault.ts';
import type { PaperKit } from './paper-kit.ts';
import { PdfFile, type PaperInfo, type RenderedPaper } from './pdf-file.ts';
import { qrPath, qrSymbol } from './qr-symbol.ts';
import { drawStorageSign, type StorageClass } from './storage-sign.ts';
import { subsetFonts } from './subset-font.ts';
import type { FaceSet } from './typeface.ts';

/** What a sample's label says. */
export interface SampleLabel {
  readonly barcode: string;
  readonly productName: string;
  readonly batch: string;
  readonly receivedOn: string;
  readonly storage: StorageClass;
}

/** Which roll. */
export interface SampleLabelOptions {
  readonly stock: string;
  readonly info: PaperInfo;
}

/** The texts of a label that must have glyphs. */
export const sampleTexts = (label: SampleLabel): readonly string[] => [
  label.productName,
  label.batch,
  label.receivedOn,
];

/** One dot of the 203 dpi label printer; every bar and module is a whole number of them. */
const DOT_MM = 0.125;
const BAR_MODULE_MM = 2 * DOT_MM;
const QR_MODULE_MM = 3 * DOT_MM;
const BLACK = [0] as const;
const NO_OFFSET = { x: 0, y: 0 };

/**
 * Renders sample labels, one a page of the roll: Code 128 and QR of the number, product, batch, date, storage sign.
 *
 * Black only and on the printer's dots: thermal printers know no grey.
 */
export function renderSampleLabels(
  kit: PaperKit,
  labels: readonly SampleLabel[],
  { stock: id, info }: SampleLabelOptions,
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

const NAME_LADDER: readonly FitStep[] = [
  ...[3.4, 3.1, 2.8].map((sizeMm) => ({ sizeMm, lines: 1 })),
  ...[2.8, 2.5].map((sizeMm) => ({ sizeMm, lines: 2 })),
  ...[2.2, 2, 1.8].map((sizeMm) => ({ sizeMm, lines: 3 })),
];
const LINE_LADDER: readonly FitStep[] = [2.2, 2, 1.8, 1.6, 1.45, 1.3].map((sizeMm) => ({ sizeMm, lines: 1 }));
const NAME_LEADING = 1.18;
const BAR_HEIGHT_MM = 7.5;
const NUMBER_MM = 3.1;
/** Share of an em; a reader takes more for a space. */
const NUMBER_TRACKING = 0.09;
const GAP_MM = 1.2;

function drawLabel(faces: FaceSet, stock: LabelStock, label: SampleLabel, index: number): PageCanvas {
  const canvas = new PageCanvas(faces);
  const origin = (field: PaperField & keyof SampleLabel): TextOrigin => ({
    path: `labels[${index}].${field}`,
    field,
    number: label.barcode,
  });
  const corner = labelCorner(stock, 0, NO_OFFSET);
  canvas.draw(`q 1 0 0 1 ${pdfNumber(corner.x)} ${pdfNumber(corner.y)} cm`).inkWith(BLACK);
  const { safeMm, labelWidthMm, labelHeightMm } = stock;
  const qrMm = drawQr(canvas, stock, label.barcode, origin('barcode'));
  drawBars(canvas, stock, label.barcode, origin('barcode'));
  const textWidth = labelWidthMm - 2 * safeMm - qrMm - GAP_MM - 1;
  const name = checkedText(faces, 'sans', label.productName, origin('productName'));
  const space = { widthMm: textWidth, heightMm: 6.6, ladder: NAME_LADDER, leading: NAME_LEADING };
  const fitted = fitInto(faces, 'sans', name, space, origin('productName'));
  const blockMm = fitted.sizeMm * (1 + (fitted.lines.length - 1) * NAME_LEADING);
  fitted.lines.forEach((text, line) =>
    canvas.text({
      x: safeMm,
      y: safeMm + (space.heightMm - blockMm) / 2 + fitted.sizeMm * (0.88 + line * NAME_LEADING),
      sizeMm: fitted.sizeMm,
      role: 'sans',
      text,
      colour: BLACK,
    }),
  );
  const signWidth = 11.5;
  drawStorageSign(canvas, label.storage, safeMm + textWidth - signWidth, safeMm + 7.4, signWidth);
  const detail = { widthMm: textWidth - signWidth - GAP_MM, heightMm: 2.4, ladder: LINE_LADDER, leading: 1 };
  const details = [
    { field: 'batch', text: `批次 ${label.batch}`, y: safeMm + 10 },
    { field: 'receivedOn', text: `收样 ${label.receivedOn}`, y: safeMm + 13.2 },
  ] as const;
  for (const { field, text, y } of details) {
    const line = checkedText(faces, 'sans', text, origin(field));
    const { sizeMm } = fitInto(faces, 'sans', line, detail, origin(field));
    canvas.text({ x: safeMm, y, sizeMm, role: 'sans', text: line, colour: BLACK });
  }
  drawNumber(canvas, label.barcode, labelWidthMm / 2, labelHeightMm - safeMm - 0.2, labelWidthMm - 2 * safeMm);
  return canvas.draw('Q');
}

const onDots = (mm: number): number => Math.round(mm / DOT_MM) * DOT_MM;

/** Draws the QR code in the top right corner; returns its width with the quiet zone towards the words. */
export function drawQr(canvas: PageCanvas, stock: LabelStock, text: string, origin: TextOrigin): number {
  const symbol = qrSymbol(text, 'Q');
  const limitMm = stock.labelHeightMm / 2;
  if (symbol === undefined || symbol.size * QR_MODULE_MM > limitMm)
    return refuseText('paper.code-too-dense', origin, { moduleMm: QR_MODULE_MM });
  const size = symbol.size * QR_MODULE_MM;
  const x = onDots(stock.labelWidthMm - stock.safeMm - size);
  canvas.draw(`q ${QR_MODULE_MM} 0 0 ${QR_MODULE_MM} ${pdfNumber(x)} ${onDots(stock.safeMm)} cm ${qrPath(symbol)} Q`);
  return size;
}

/** Draws the bar code across the label's foot, over its number. */
export function drawBars(canvas: PageCanvas, stock: LabelStock, text: string, origin: TextOrigin): void {
  const bars = code128(text);
  if (bars === undefined) return refuseText('paper.bad-code', origin);
  const width = barModules(bars) * BAR_MODULE_MM;
  if (width + 2 * BAR_QUIET_MODULES * BAR_MODULE_MM > stock.labelWidthMm)
    return refuseText('paper.code-too-dense', origin, { moduleMm: DOT_MM });
  const x = onDots((stock.labelWidthMm - width) / 2);
  const y = onDots(stock.labelHeightMm - stock.safeMm - NUMBER_MM - BAR_HEIGHT_MM - 0.4);
  canvas.draw(`q ${BAR_MODULE_MM} 0 0 ${BAR_HEIGHT_MM} ${pdfNumber(x)} ${pdfNumber(y)} cm ${barPath(bars)} Q`);
}

/** The number under the bars, in digits of one width and set wide, to be read out over a telephone. */
export function drawNumber(canvas: PageCanvas, text: string, middle: number, baseline: number, widthMm: number): void {
  const natural = canvas.widthMm({ role: 'sans', text, sizeMm: 1, trackingMm: NUMBER_TRACKING });
  const sizeMm = Math.min(NUMBER_MM, widthMm / natural);
  canvas.text({
    x: middle,
    y: baseline,
    sizeMm,
    role: 'sans',
    text,
    colour: BLACK,
    anchor: 'middle',
    trackingMm: sizeMm * NUMBER_TRACKING,
  });
}
