import { checkedText, fitInto } from './checked-text.ts';
import type { FitStep } from './fit-text.ts';
import { INK } from './certificate-style.ts';
import type { LabelStock } from './label-stock.ts';
import { PageCanvas, pdfNumber } from './page-canvas.ts';
import { refuseText, type TextOrigin, type PaperField } from './paper-fault.ts';
import { GOOD_MODULE_MM, MIN_MODULE_MM, QUIET_MODULES, qrStencil, qrSymbol } from './qr-symbol.ts';
import type { FaceSet } from './typeface.ts';

/** Stars a badge can carry: every rated product has one. */
export type BadgeStar = 1 | 2 | 3 | 4 | 5;

/** What one label says. */
export interface BadgeLabel {
  readonly number: string;
  readonly star: BadgeStar;
  readonly productName: string;
  readonly verifyUrl: string;
}

/** Places on a label, from its top left corner. */
export interface BadgeGeometry {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  /** Width left of the QR code. */
  readonly textWidth: number;
  readonly emblem: number;
}

const RANKS: Readonly<Record<BadgeStar, string>> = {
  1: '初选产品 · 一星',
  2: '优选产品 · 二星',
  3: '优选产品 · 三星',
  4: '臻选产品 · 四星',
  5: '臻选产品 · 五星',
};
const STAR_COUNT = 5;
const STAR_GAP = 2.35;
const MAX_EMBLEM_MM = 17;
const EMBLEM_SHARE = 0.42;
const NUMBER_BAND_MM = 3;

const oneLine = (...sizes: readonly number[]): readonly FitStep[] => sizes.map((sizeMm) => ({ sizeMm, lines: 1 }));
const NUMBER_LADDER = oneLine(2.4, 2.2, 2, 1.8, 1.6, 1.45, 1.3);
const NAME_LADDER_END: readonly FitStep[] = [
  ...[2.8, 2.5].map((sizeMm) => ({ sizeMm, lines: 2 })),
  ...[2.3, 2.1].map((sizeMm) => ({ sizeMm, lines: 3 })),
  ...[1.9, 1.7, 1.5, 1.35].map((sizeMm) => ({ sizeMm, lines: 6 })),
];
/** On a narrow label a name rather shrinks than breaks after six characters; on a wide one two lines read better. */
const NARROW_LADDER: readonly FitStep[] = [...oneLine(4, 3.7, 3.4, 3.1, 2.8, 2.5), ...NAME_LADDER_END];
const WIDE_LADDER: readonly FitStep[] = [
  ...oneLine(4.4, 4, 3.6),
  ...[3.6, 3.2].map((sizeMm) => ({ sizeMm, lines: 2 })),
  ...NAME_LADDER_END,
];
const WIDE_MM = 50;
const NAME_LEADING = 1.22;

/** Divides a label between words and a QR code that is `qrMm` wide without its quiet zone. */
export function badgeGeometry(stock: LabelStock, qrMm: number, quietMm: number): BadgeGeometry {
  const textWidth = stock.labelWidthMm - stock.safeMm - Math.max(stock.safeMm, quietMm) - qrMm - quietMm;
  return {
    left: stock.safeMm,
    top: stock.safeMm,
    bottom: stock.labelHeightMm - stock.safeMm,
    textWidth,
    emblem: Math.min(MAX_EMBLEM_MM, textWidth * EMBLEM_SHARE, (stock.labelHeightMm - 2 * stock.safeMm) * 0.55),
  };
}

/** What all labels of one star share: the badge, its stars and the rank in words. */
export function drawBadgeRank(faces: FaceSet, geometry: BadgeGeometry, star: BadgeStar): PageCanvas {
  const { left, top, emblem, textWidth } = geometry;
  const canvas = new PageCanvas(faces).place('badge', left, top, emblem);
  const room = textWidth - emblem - 1.5;
  const radius = Math.min(2.1, room / (STAR_COUNT * STAR_GAP));
  const x = left + emblem + 1.5;
  for (let place = 0; place < STAR_COUNT; place++)
    canvas.place(place < star ? 'star' : 'blankStar', x + radius * (1 + place * STAR_GAP), top + emblem * 0.36, radius);
  const words = RANKS[star];
  const sizeMm = Math.min(3.2, room / (canvas.widthMm({ role: 'value', text: words, sizeMm: 1 }) + 0.01));
  return canvas.text({ x, y: top + emblem * 0.82, sizeMm, role: 'value', text: words, colour: INK.rank });
}

/** Draws what is one label's own, from its corner: name, number and QR code. */
export function drawBadge(
  canvas: PageCanvas,
  faces: FaceSet,
  stock: LabelStock,
  label: BadgeLabel,
  origin: (field: PaperField & keyof BadgeLabel) => TextOrigin,
): BadgeGeometry {
  const symbol = qrSymbol(label.verifyUrl, 'Q');
  const side = symbol === undefined ? Infinity : symbol.size + 2 * QUIET_MODULES;
  const moduleMm = Math.min(GOOD_MODULE_MM, (stock.labelHeightMm - 1) / side);
  if (symbol === undefined || moduleMm < MIN_MODULE_MM)
    return refuseText('paper.code-too-dense', origin('verifyUrl'), { moduleMm: moduleMm.toFixed(3) });
  const qr = symbol.size * moduleMm;
  const quiet = QUIET_MODULES * moduleMm;
  const geometry = badgeGeometry(stock, qr, quiet);
  const right = stock.labelWidthMm - Math.max(stock.safeMm, quiet);
  canvas.draw(
    `q ${pdfNumber(qr)} 0 0 ${pdfNumber(-qr)} ${pdfNumber(right - qr)} ${pdfNumber((stock.labelHeightMm + qr) / 2)} cm ${qrStencil(symbol)} Q`,
  );
  const name = checkedText(faces, 'value', label.productName, origin('productName'));
  const nameTop = geometry.top + geometry.emblem + 1.2;
  const space = {
    widthMm: geometry.textWidth,
    heightMm: geometry.bottom - NUMBER_BAND_MM - nameTop,
    ladder: geometry.textWidth < WIDE_MM ? NARROW_LADDER : WIDE_LADDER,
    leading: NAME_LEADING,
  };
  const fitted = fitInto(faces, 'value', name, space, origin('productName'));
  const blockHeight = fitted.sizeMm * (1 + (fitted.lines.length - 1) * NAME_LEADING);
  const first = nameTop + (space.heightMm - blockHeight) / 2 + fitted.sizeMm * 0.86;
  fitted.lines.forEach((text, line) =>
    canvas.text({
      x: geometry.left,
      y: first + line * fitted.sizeMm * NAME_LEADING,
      sizeMm: fitted.sizeMm,
      role: 'value',
      text,
      colour: INK.text,
    }),
  );
  const number = checkedText(faces, 'sans', label.number, origin('number'));
  const numberSpace = { widthMm: geometry.textWidth, heightMm: NUMBER_BAND_MM, ladder: NUMBER_LADDER, leading: 1 };
  const { sizeMm } = fitInto(faces, 'sans', number, numberSpace, origin('number'));
  canvas.text({ x: geometry.left, y: geometry.bottom - 0.4, sizeMm, role: 'sans', text: number, colour: INK.number });
  return geometry;
}
