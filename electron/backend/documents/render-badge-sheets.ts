import type { PDFRef } from 'pdf-lib';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { drawBadge, drawBadgeRank, type BadgeGeometry, type BadgeLabel, type BadgeStar } from './badge-layout.ts';
import { findStock, labelCorner, labelsASheet, type LabelStock } from './label-stock.ts';
import { PageCanvas, pdfNumber } from './page-canvas.ts';
import { PaperRefusal, type PaperFault } from './paper-fault.ts';
import type { PaperKit } from './paper-kit.ts';
import { packed, PdfFile, type PaperInfo, type RenderedPaper } from './pdf-file.ts';
import { starPath } from './star-shape.ts';
import { subsetFonts } from './subset-font.ts';

/** Which sheet, where its first free label is, and how far this printer misses. */
export interface BadgeSheetOptions {
  readonly stock: string;
  /** First label to use on a part-used sheet, 0 for a fresh one, row by row. */
  readonly startAt: number;
  /** Added to every position: to the right and down. */
  readonly offsetMm: { readonly x: number; readonly y: number };
  readonly info: PaperInfo;
}

/** The texts of a label that must have glyphs. */
export const badgeTexts = (label: BadgeLabel): readonly string[] => [label.productName, label.number];

const STAR_BOX = [-1.1, -1.1, 1.1, 1.1] as const;
const STAR = { bytes: packed(`0.76 0.541 0.137 rg ${starPath()} f`), box: STAR_BOX };
const BLANK_STAR = { bytes: packed(`0.72 0.62 0.4 RG 0.1 w 1 j ${starPath()} S`), box: STAR_BOX };

/**
 * Renders badge labels onto sheets of a label stock; one file, with everything shared.
 *
 * QR codes are level Q. Refuses as a whole, with label and field named, when one does not fit.
 */
export function renderBadgeSheets(
  kit: PaperKit,
  labels: readonly BadgeLabel[],
  options: BadgeSheetOptions,
): Result<RenderedPaper, PaperFault> {
  const stock = findStock(kit.stocks, options.stock, 'badge');
  if (stock === undefined) return fail({ code: 'paper.unknown-stock', data: { stock: options.stock } });
  const perSheet = labelsASheet(stock);
  if (labels.length === 0) return fail({ code: 'paper.nothing-to-print' });
  if (!Number.isInteger(options.startAt) || options.startAt < 0 || options.startAt >= perSheet)
    return fail({ code: 'paper.bad-position', data: { startAt: options.startAt, labels: perSheet } });
  try {
    return ok(composeSheets(kit, labels, stock, options));
  } catch (error) {
    if (error instanceof PaperRefusal) return fail(error.fault);
    throw error;
  }
}

function composeSheets(
  kit: PaperKit,
  labels: readonly BadgeLabel[],
  stock: LabelStock,
  { startAt, offsetMm, info }: BadgeSheetOptions,
): RenderedPaper {
  const { faces } = kit;
  const perSheet = labelsASheet(stock);
  const sheets: PageCanvas[] = [];
  const ranks = new Map<string, RankForm>();
  labels.forEach((label, index) => {
    const place = (startAt + index) % perSheet;
    const sheet = place === 0 || sheets.length === 0 ? new PageCanvas(faces) : sheets.at(-1);
    if (sheet === undefined) throw new Error('a label without a sheet');
    if (sheet !== sheets.at(-1)) sheets.push(sheet);
    const corner = labelCorner(stock, place, offsetMm);
    sheet.draw(`q 1 0 0 1 ${pdfNumber(corner.x)} ${pdfNumber(corner.y)} cm`);
    const geometry = drawBadge(sheet, faces, stock, label, (field) => ({
      path: `labels[${index}].${field}`,
      field,
      number: label.number,
    }));
    sheet.draw(`/${rankForm(ranks, label.star, geometry)} Do Q`);
  });
  const drawnRanks = [...ranks.values()].map(({ name, star, geometry }) => ({
    name,
    canvas: drawBadgeRank(faces, geometry, star),
  }));
  const file = new PdfFile();
  const fonts = subsetFonts(faces, [...sheets, ...drawnRanks.map(({ canvas }) => canvas)]);
  const Font = file.embedFonts(fonts);
  const XObject = { badge: file.addForm(kit.badge), star: file.addForm(STAR), blankStar: file.addForm(BLANK_STAR) };
  const forms = drawnRanks.map(({ name, canvas }): [string, PDFRef] => {
    const box = [0, 0, stock.labelWidthMm, stock.labelHeightMm] as const;
    return [name, file.addForm({ bytes: packed(canvas.content(fonts)), box }, { Font, XObject })];
  });
  const resources = file.addResources({ Font, XObject: Object.fromEntries(forms) });
  for (const sheet of sheets) file.addPage(stock.pageWidthMm, stock.pageHeightMm, sheet.content(fonts), resources);
  return file.finish(info);
}

interface RankForm {
  readonly name: string;
  readonly star: BadgeStar;
  readonly geometry: BadgeGeometry;
}

/** One form a star and width: links of different length may need symbols of different size. */
function rankForm(ranks: Map<string, RankForm>, star: BadgeStar, geometry: BadgeGeometry): string {
  const key = `${star} ${geometry.textWidth}`;
  const known = ranks.get(key);
  if (known !== undefined) return known.name;
  const name = `rank${ranks.size}`;
  ranks.set(key, { name, star, geometry });
  return name;
}
