import type { PDFRef } from 'pdf-lib';
import { bandQuarter, PATH_UNIT_MM, rose, turnedCopies } from './guilloche.ts';
import {
  CENTRE_X,
  COLUMNS,
  FIELD_LABELS,
  INK,
  PAGE_HEIGHT_MM,
  PAGE_WIDTH_MM,
  SEAL,
  type CertificateStar,
} from './certificate-style.ts';
import { PageCanvas } from './page-canvas.ts';
import type { FaceId } from './paper-face.ts';
import { packed, type PackedContent, type PdfFile } from './pdf-file.ts';
import { starPath } from './star-shape.ts';
import { subsetFonts, type SubsetFont } from './subset-font.ts';
import type { FaceSet } from './typeface.ts';

/** Everything of a certificate that is the same on every sheet, packed once when the kit is opened. */
export interface CertificateArtwork {
  readonly frame: PackedContent;
  readonly ranks: Readonly<Record<CertificateStar, PackedContent>>;
  /** The labels of each row of fields, from the row's baseline; rows move when a text needs several lines. */
  readonly rows: readonly PackedContent[];
  /** The words beside the QR code. */
  readonly scan: PackedContent;
  readonly fonts: ReadonlyMap<FaceId, SubsetFont>;
}

const BAND = { widthMm: PAGE_WIDTH_MM, heightMm: PAGE_HEIGHT_MM, insetMm: 11.5, radiusMm: 8 } as const;
const WAVE = { strands: 10, amplitudeMm: 3.1, waves: 34, swells: 17, depth: 0.45 } as const;
const ROSES = [
  { form: 'outerRose', inner: 33, outer: 59, lobes: 20, copies: 9 },
  { form: 'innerRose', inner: 9, outer: 35, lobes: 12, copies: 9 },
  { form: 'coreRose', inner: 2.5, outer: 10.5, lobes: 8, copies: 6 },
] as const;
const WATERMARK = { x: CENTRE_X, y: 113 } as const;

const RANKS: Readonly<Record<CertificateStar, { readonly zh: string; readonly en: string }>> = {
  3: { zh: '优选产品 · 三星', en: 'Preferred selection · Three stars' },
  4: { zh: '臻选产品 · 四星', en: 'Premium selection · Four stars' },
  5: { zh: '臻选产品 · 五星', en: 'Premium selection · Five stars' },
};

const STAR_PITCH_MM = 13;
const STAR_RADIUS_MM = 5.2;
const STAR_COUNT = 5;
const STAR_Y = 66;

const LABEL_BOX_MM = 8;
const SCAN_NOTE_MM = 60;
const A4: PackedContent['box'] = [0, 0, PAGE_WIDTH_MM, PAGE_HEIGHT_MM];

/** Draws and packs the artwork. The faces may be closed afterwards. */
export function makeCertificateArtwork(faces: FaceSet): CertificateArtwork {
  const frame = drawFrame(new PageCanvas(faces));
  const ranks = { 3: drawRank(faces, 3), 4: drawRank(faces, 4), 5: drawRank(faces, 5) };
  const scan = drawScanNote(new PageCanvas(faces));
  const rows = FIELD_LABELS.map((labels) => drawRowLabels(new PageCanvas(faces), labels));
  const fonts = subsetFonts(faces, [frame, scan, ...Object.values(ranks), ...rows]);
  const pack = (canvas: PageCanvas, box = A4): PackedContent => ({ bytes: packed(canvas.content(fonts)), box });
  return {
    frame: pack(frame),
    ranks: { 3: pack(ranks[3]), 4: pack(ranks[4]), 5: pack(ranks[5]) },
    scan: pack(scan, [0, -LABEL_BOX_MM, SCAN_NOTE_MM, LABEL_BOX_MM]),
    rows: rows.map((row) => pack(row, [0, -LABEL_BOX_MM, PAGE_WIDTH_MM, LABEL_BOX_MM])),
    fonts,
  };
}

const strokes = (paths: readonly string[]): Uint8Array => packed(paths.join('\n'));
const hundredths = (limitMm: number): PackedContent['box'] => {
  const limit = limitMm / PATH_UNIT_MM;
  return [-limit, -limit, limit, limit];
};
const QUARTER: PackedContent = {
  bytes: strokes(bandQuarter(BAND, WAVE)),
  box: hundredths(PAGE_WIDTH_MM),
};
const ROSE_FORMS = ROSES.map(({ form, inner, outer, lobes }) => ({
  form,
  content: { bytes: strokes([rose(inner, outer, lobes)]), box: hundredths(outer + 1) },
}));
const STAR_BOX: PackedContent['box'] = [-1.1, -1.1, 1.1, 1.1];
const GOLD_STAR: PackedContent = {
  bytes: packed(`q ${starPath()} W n /gold sh Q\n0.561 0.416 0.11 RG 0.035 w 1 j ${starPath()} S`),
  box: STAR_BOX,
};
const BLANK_STAR: PackedContent = {
  bytes: packed(`0.957 0.929 0.859 rg 0.76 0.66 0.44 RG 0.035 w 1 j ${starPath()} B`),
  box: STAR_BOX,
};

/** Adds the artwork to a file, with the ranks that occur in it; gives the page resources that name it. */
export function embedArtwork(
  file: PdfFile,
  artwork: CertificateArtwork,
  stars: ReadonlySet<CertificateStar>,
): Readonly<Record<string, PDFRef>> {
  const fonts = file.embedFonts(artwork.fonts);
  const roses = Object.fromEntries(ROSE_FORMS.map(({ form, content }) => [form, file.addForm(content)]));
  const frame = file.addForm(artwork.frame, { Font: fonts, XObject: { ...roses, quarter: file.addForm(QUARTER) } });
  const { context } = file;
  const gold = context.register(
    context.obj({
      ShadingType: 2,
      ColorSpace: 'DeviceRGB',
      Coords: [0, -1, 0, 1],
      Extend: [true, true],
      Function: { FunctionType: 2, Domain: [0, 1], C0: [0.929, 0.792, 0.439], C1: [0.675, 0.478, 0.118], N: 1 },
    }),
  );
  const goldStar = file.addForm(GOLD_STAR, { Shading: { gold } });
  const blankStar = file.addForm(BLANK_STAR);
  const ranks = [...stars]
    .sort()
    .map((star) => [
      `rank${star}`,
      file.addForm(artwork.ranks[star], { Font: fonts, XObject: { goldStar, blankStar } }),
    ]);
  const rows = artwork.rows.map((row, index) => [`row${index}`, file.addForm(row, { Font: fonts })]);
  return { frame, scan: file.addForm(artwork.scan, { Font: fonts }), ...Object.fromEntries([...ranks, ...rows]) };
}

function drawScanNote(canvas: PageCanvas): PageCanvas {
  return canvas.text({ x: 0, y: 0, sizeMm: 3, role: 'sans', text: '扫码核验真伪与状态', colour: INK.number }).text({
    x: 0,
    y: 4,
    sizeMm: 2.2,
    role: 'sans',
    text: 'Scan to verify this certificate and its live status',
    colour: INK.note,
  });
}

function drawRowLabels(canvas: PageCanvas, [left, right]: (typeof FIELD_LABELS)[number]): PageCanvas {
  for (const [x, { zh, en }] of [
    [COLUMNS.left.label, left],
    [COLUMNS.right.label, right],
  ] as const)
    canvas
      .text({ x, y: 0, sizeMm: 4.1, role: 'serif', text: zh, colour: INK.label })
      .text({ x, y: 3.3, sizeMm: 2.1, role: 'sans', text: en, colour: INK.note });
  return canvas;
}

function drawRank(faces: FaceSet, star: CertificateStar): PageCanvas {
  const canvas = new PageCanvas(faces);
  for (let place = 0; place < STAR_COUNT; place++) {
    const x = CENTRE_X + (place - (STAR_COUNT - 1) / 2) * STAR_PITCH_MM;
    canvas.place(place < star ? 'goldStar' : 'blankStar', x, STAR_Y, STAR_RADIUS_MM);
  }
  const { zh, en } = RANKS[star];
  return canvas
    .text({ x: CENTRE_X, y: 79.4, sizeMm: 6.2, role: 'value', text: zh, colour: INK.rank, anchor: 'middle' })
    .text({ x: CENTRE_X, y: 84, sizeMm: 2.7, role: 'sans', text: en, colour: INK.note, anchor: 'middle' });
}

function drawFrame(canvas: PageCanvas): PageCanvas {
  const inner = 18;
  canvas
    .inkWith(INK.paper)
    .rectangle(inner, inner, PAGE_WIDTH_MM - 2 * inner, PAGE_HEIGHT_MM - 2 * inner, 'f')
    .draw(`q ${PATH_UNIT_MM} 0 0 ${PATH_UNIT_MM} ${WATERMARK.x} ${WATERMARK.y} cm 9 w 0.925 0.868 0.729 RG`);
  for (const { form, lobes, copies } of ROSES) canvas.draw(turnedCopies(form, copies, lobes));
  canvas.draw('Q').draw(`q 13 w ${INK.gold.join(' ')} RG`);
  for (const [x, y] of [
    [1, 1],
    [-1, 1],
    [1, -1],
    [-1, -1],
  ] as const) {
    const [left, top] = [x < 0 ? PAGE_WIDTH_MM : 0, y < 0 ? PAGE_HEIGHT_MM : 0];
    canvas.draw(`q ${x * PATH_UNIT_MM} 0 0 ${y * PATH_UNIT_MM} ${left} ${top} cm /quarter Do Q`);
  }
  canvas
    .draw('Q')
    .stroke(INK.frame, 0.4)
    .rectangle(inner, inner, PAGE_WIDTH_MM - 2 * inner, PAGE_HEIGHT_MM - 2 * inner, 'S')
    .stroke(INK.frame, 0.12)
    .rectangle(inner + 1, inner + 1, PAGE_WIDTH_MM - 2 * inner - 2, PAGE_HEIGHT_MM - 2 * inner - 2, 'S');
  return drawWords(canvas);
}

function drawWords(canvas: PageCanvas): PageCanvas {
  const middle = { x: CENTRE_X, anchor: 'middle' } as const;
  const { left } = COLUMNS;
  return canvas
    .text({
      ...middle,
      y: 38.5,
      sizeMm: 13.8,
      role: 'title',
      text: '中国一乡一品产品评价证书',
      colour: INK.title,
      trackingMm: 1.3,
    })
    .text({
      ...middle,
      y: 46.3,
      sizeMm: 4,
      role: 'sans',
      text: 'CERTIFICATE OF PRODUCT EVALUATION · CHINA ONE TOWN ONE PRODUCT',
      colour: INK.subtitle,
      trackingMm: 0.37,
    })
    .text({
      x: left.label,
      y: 151.6,
      sizeMm: 3.9,
      role: 'serif',
      text: '经审核与现场评价，上述产品符合星级评价标准，特发此证。证书有效期内须通过年度检查；实时状态以扫码结果为准。',
      colour: INK.label,
    })
    .text({
      x: left.label,
      y: 156.2,
      sizeMm: 2.3,
      role: 'sans',
      text: 'Reviewed and evaluated on site, the product above meets the star rating standard. Subject to an annual check; scan for the live status.',
      colour: INK.note,
    })
    .text({ x: 167, y: 167.8, sizeMm: 3.9, role: 'serif', text: '评定负责人', colour: INK.label })
    .stroke(INK.note, 0.2)
    .line(167, 177.8, 211, 177.8)
    .text({ x: 167, y: 181.4, sizeMm: 2.2, role: 'sans', text: 'Authorised by', colour: INK.note })
    .stroke([0.847, 0.56, 0.53], 0.45)
    .draw(`[1.2 0.8] 0 d ${circle(SEAL.x, SEAL.y, SEAL.radius)} S [] 0 d`)
    .text({
      x: SEAL.x,
      y: SEAL.y + 0.6,
      sizeMm: 3,
      role: 'sans',
      text: '中心印章位',
      colour: [0.847, 0.45, 0.42],
      anchor: 'middle',
    })
    .text({
      x: SEAL.x,
      y: SEAL.y + 4,
      sizeMm: 2,
      role: 'sans',
      text: 'Official seal',
      colour: [0.847, 0.45, 0.42],
      anchor: 'middle',
    });
}

/** Control points of a quarter circle as four cubic Béziers. */
const ROUND = 0.5522847498;

/** A circle, without a paint operator. */
function circle(x: number, y: number, radius: number): string {
  const [r, k] = [radius, radius * ROUND];
  const to = (...offsets: readonly number[]): string =>
    offsets.map((offset, index) => (offset + (index % 2 === 0 ? x : y)).toFixed(3)).join(' ');
  return `${to(r, 0)} m ${to(r, k, k, r, 0, r)} c ${to(-k, r, -r, k, -r, 0)} c ${to(-r, -k, -k, -r, 0, -r)} c ${to(k, -r, r, -k, r, 0)} c h`;
}
