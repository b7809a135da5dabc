import { fail, ok, type Result } from '#shared/base/result.ts';
import { embedArtwork } from './certificate-artwork.ts';
import { drawFields, type CertificateField } from './certificate-fields.ts';
import { INK, PAGE_HEIGHT_MM, PAGE_WIDTH_MM, type CertificateStar } from './certificate-style.ts';
import { checkedText, fitInto } from './checked-text.ts';
import { PageCanvas } from './page-canvas.ts';
import { PaperRefusal, refuseText, type PaperFault, type TextOrigin, type PaperField } from './paper-fault.ts';
import type { PaperKit } from './paper-kit.ts';
import { PdfFile, type PaperInfo, type RenderedPaper } from './pdf-file.ts';
import {
  GOOD_MODULE_MM,
  MIN_MODULE_MM,
  QUIET_MODULES,
  qrPath,
  qrSideMm,
  qrSymbol,
  type QrSymbol,
} from './qr-symbol.ts';
import { subsetFonts } from './subset-font.ts';

/** What one certificate says. Dates are printed as given (`2026-11-21`). */
export interface CertificateSheet {
  readonly number: string;
  readonly star: CertificateStar;
  readonly productName: string;
  readonly specification: string;
  readonly enterpriseName: string;
  readonly address: string;
  readonly uscc: string;
  readonly standardLabel: string;
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly authorisedBy: string;
  readonly centreName: string;
  readonly verifyUrl: string;
  /** 0 for the original, n for the n-th reprint, which says so at its edge. */
  readonly reprint: number;
}

/** The texts of a sheet that must have glyphs. */
export const certificateTexts = (sheet: CertificateSheet): readonly string[] =>
  FIELDS.map(({ name }) => sheet[name]).concat(sheet.number, sheet.authorisedBy, sheet.centreName);

const FIELDS = [
  { name: 'productName', column: 'left', row: 0 },
  { name: 'specification', column: 'left', row: 1 },
  { name: 'enterpriseName', column: 'left', row: 2 },
  { name: 'address', column: 'left', row: 3 },
  { name: 'uscc', column: 'right', row: 0 },
  { name: 'standardLabel', column: 'right', row: 1 },
  { name: 'issuedOn', column: 'right', row: 2 },
  { name: 'validUntil', column: 'right', row: 3 },
] as const;

/**
 * Renders certificates, A4 landscape, one a page, into one file with shared fonts and artwork.
 *
 * Refuses as a whole, with the sheet and field named, when one of them cannot be printed as it should.
 */
export function renderCertificates(
  kit: PaperKit,
  certificates: readonly CertificateSheet[],
  info: PaperInfo,
): Result<RenderedPaper, PaperFault> {
  if (certificates.length === 0) return fail({ code: 'paper.nothing-to-print' });
  try {
    const pages = certificates.map((sheet, index) => drawCertificate(kit, sheet, index));
    const file = new PdfFile();
    const fonts = subsetFonts(kit.faces, pages);
    const forms = embedArtwork(file, kit.certificate, new Set(certificates.map(({ star }) => star)));
    const resources = file.addResources({ Font: file.embedFonts(fonts), XObject: forms });
    for (const page of pages) file.addPage(PAGE_WIDTH_MM, PAGE_HEIGHT_MM, page.content(fonts), resources);
    return ok(file.finish(info));
  } catch (error) {
    if (error instanceof PaperRefusal) return fail(error.fault);
    throw error;
  }
}

const NUMBER_SPACE = {
  widthMm: 120,
  heightMm: 4,
  leading: 1.2,
  ladder: [3.4, 3, 2.6, 2.2].map((sizeMm) => ({ sizeMm, lines: 1 })),
};
const SIGNER_SPACE = {
  widthMm: 44,
  heightMm: 6,
  leading: 1.2,
  ladder: [4.6, 4.2, 3.8, 3.4, 3, 2.6].map((sizeMm) => ({ sizeMm, lines: sizeMm < 3 ? 2 : 1 })),
};
const CENTRE_SPACE = {
  widthMm: 94,
  heightMm: 3.4,
  leading: 1.2,
  ladder: [2.6, 2.4, 2.2, 2, 1.8].map((sizeMm) => ({ sizeMm, lines: 1 })),
};
const CENTRE_NAME_X = 263;

function drawCertificate(kit: PaperKit, sheet: CertificateSheet, index: number): PageCanvas {
  const { faces } = kit;
  const canvas = new PageCanvas(faces);
  const origin = (field: PaperField & keyof CertificateSheet): TextOrigin => ({
    path: `certificates[${index}].${field}`,
    field,
    number: sheet.number,
  });
  canvas.place('frame', 0, 0).place(`rank${sheet.star}`, 0, 0);
  const number = `证书编号 No. ${checkedText(faces, 'sans', sheet.number, origin('number'))}`;
  canvas.text({
    x: PAGE_WIDTH_MM / 2,
    y: 55.4,
    sizeMm: fitInto(faces, 'sans', number, NUMBER_SPACE, origin('number')).sizeMm,
    role: 'sans',
    text: number,
    colour: INK.number,
    anchor: 'middle',
  });
  const fields = FIELDS.map(({ name, column, row }): CertificateField => {
    const from = origin(name);
    return { column, row, text: checkedText(faces, 'value', sheet[name], from), origin: from };
  });
  drawFields(canvas, faces, fields);
  drawVerification(canvas, sheet, origin('verifyUrl'));
  const signer = checkedText(faces, 'value', sheet.authorisedBy, origin('authorisedBy'));
  const signed = fitInto(faces, 'value', signer, SIGNER_SPACE, origin('authorisedBy'));
  signed.lines.forEach((text, line) =>
    canvas.text({
      x: 168,
      y: 175.8 - (signed.lines.length - 1 - line) * signed.sizeMm * SIGNER_SPACE.leading,
      sizeMm: signed.sizeMm,
      role: 'value',
      text,
      colour: INK.text,
    }),
  );
  const centre = checkedText(faces, 'sans', sheet.centreName, origin('centreName'));
  const { sizeMm } = fitInto(faces, 'sans', centre, CENTRE_SPACE, origin('centreName'));
  canvas.text({ x: CENTRE_NAME_X, y: 187.2, sizeMm, role: 'sans', text: centre, colour: INK.note, anchor: 'end' });
  if (sheet.reprint > 0)
    canvas.text({
      x: 34,
      y: 189.3,
      sizeMm: 2.2,
      role: 'sans',
      text: `补打 第${sheet.reprint}次 / Reprint ${sheet.reprint}`,
      colour: INK.seal,
    });
  return canvas;
}

const QR_BOX = { x: 34, y: 159.8, side: 26 } as const;

/** The QR code with its quiet zone in a white box, as large as the box allows; level Q unless its modules would be too fine. */
function drawVerification(canvas: PageCanvas, sheet: CertificateSheet, origin: TextOrigin): void {
  const { symbol, moduleMm } = fittingSymbol(sheet.verifyUrl, origin);
  const side = qrSideMm(symbol, moduleMm);
  const corner = QUIET_MODULES * moduleMm;
  canvas
    .inkWith(INK.white)
    .stroke(INK.rule, 0.15)
    .draw(`${QR_BOX.x} ${QR_BOX.y} ${side.toFixed(3)} ${side.toFixed(3)} re B`)
    .inkWith(INK.text)
    .draw(`q ${moduleMm.toFixed(5)} 0 0 ${moduleMm.toFixed(5)} ${QR_BOX.x + corner} ${QR_BOX.y + corner} cm`)
    .draw(`${qrPath(symbol)} Q`)
    .place('scan', QR_BOX.x + side + 4, QR_BOX.y + 8);
}

function fittingSymbol(url: string, origin: TextOrigin): { readonly symbol: QrSymbol; readonly moduleMm: number } {
  const attempt = (level: 'M' | 'Q'): { readonly symbol: QrSymbol; readonly moduleMm: number } | undefined => {
    const symbol = qrSymbol(url, level);
    return symbol === undefined ? undefined : { symbol, moduleMm: QR_BOX.side / (symbol.size + 2 * QUIET_MODULES) };
  };
  const robust = attempt('Q');
  if (robust !== undefined && robust.moduleMm >= GOOD_MODULE_MM) return robust;
  const coarse = attempt('M');
  if (coarse === undefined || coarse.moduleMm < MIN_MODULE_MM)
    return refuseText('paper.code-too-dense', origin, { moduleMm: coarse?.moduleMm.toFixed(3) ?? null });
  return coarse;
}
