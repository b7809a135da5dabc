import { jpegPicture, type JpegPicture } from './jpeg-picture.ts';
import { linesHeightMm, MEASURE_MM, SHEET, type ReportFlow, type TextSetting } from './report-flow.ts';
import { CINNABAR, SMALL } from './report-parts.ts';
import type { ReportPhoto } from './visit-report-sheet.ts';

/** Pictures of a paper, each under the name its pages draw it by; the same file is embedded once. */
export class Pictures {
  readonly all = new Map<string, JpegPicture>();

  add({ jpeg, sha256 }: ReportPhoto): { readonly name: string; readonly picture: JpegPicture } {
    const name = `P${sha256.slice(0, 16)}`;
    const picture = this.all.get(name) ?? jpegPicture(jpeg);
    this.all.set(name, picture);
    return { name, picture };
  }
}

const A_ROW = 3;
const GAP_MM = 4;
const WIDTH_MM = (MEASURE_MM - GAP_MM * (A_ROW - 1)) / A_ROW;
const HEIGHT_MM = 42;
/** Above a caption, and below it. */
const ABOVE_MM = 0.8;
const BELOW_MM = 3;
const CAPTION: TextSetting = { ...SMALL, sizeMm: 2 };
const CAUTION: TextSetting = { ...CAPTION, sizeMm: 2.3, colour: CINNABAR };

interface SetPhoto {
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** What does not fit comes first, then what the photo says of itself. */
  readonly caption: readonly { readonly lines: readonly string[]; readonly setting: TextSetting }[];
  readonly captionMm: number;
}

/** A row of photos, and how much it takes. */
export interface PhotoRow {
  readonly photos: readonly SetPhoto[];
  readonly picturesMm: number;
  readonly heightMm: number;
}

/** Sets photos three in a row, whole, each with when and where it was taken, what in that does not fit, and which file it is. */
export function setPhotos(flow: ReportFlow, photos: readonly ReportPhoto[], pictures: Pictures): readonly PhotoRow[] {
  return Array.from({ length: Math.ceil(photos.length / A_ROW) }, (_, at) => {
    const row = photos.slice(at * A_ROW, (at + 1) * A_ROW).map((photo) => setPhoto(flow, photo, pictures));
    const picturesMm = Math.max(...row.map(({ heightMm }) => heightMm));
    const captionMm = Math.max(...row.map((photo) => photo.captionMm));
    return { photos: row, picturesMm, heightMm: picturesMm + ABOVE_MM + captionMm + BELOW_MM };
  });
}

function setPhoto(flow: ReportFlow, photo: ReportPhoto, pictures: Pictures): SetPhoto {
  const set = (setting: TextSetting, texts: readonly string[]) => ({
    setting,
    lines: texts.flatMap((text) => flow.lines(text, setting, WIDTH_MM)),
  });
  const caption = [
    set(
      CAUTION,
      photo.warnings.flatMap(({ en, zh }) => [zh, en]),
    ),
    set(CAPTION, [
      photo.takenAt === null ? '拍摄时间不明 Time unknown' : `拍摄 Taken ${photo.takenAt}`,
      ...(photo.position === null ? [] : [`位置 Position ${photo.position}`]),
      photo.name,
      `SHA-256 ${photo.sha256.slice(0, 32)}`,
    ]),
  ];
  const { name, picture } = pictures.add(photo);
  const scale = Math.min(WIDTH_MM / picture.widthPx, HEIGHT_MM / picture.heightPx);
  return {
    name,
    caption,
    captionMm: caption.reduce((sum, { lines, setting }) => sum + linesHeightMm(lines.length, setting), 0),
    widthMm: picture.widthPx * scale,
    heightMm: picture.heightPx * scale,
  };
}

/** Draws rows of photos, none of them over two pages. */
export function drawPhotos(flow: ReportFlow, rows: readonly PhotoRow[]): void {
  for (const { heightMm, photos, picturesMm } of rows) {
    flow.keep(heightMm);
    photos.forEach((photo, at) => {
      const x = SHEET.leftMm + at * (WIDTH_MM + GAP_MM);
      const matrix = [photo.widthMm, 0, 0, -photo.heightMm, x, flow.y + photo.heightMm];
      flow.canvas.draw(`q ${matrix.map((value) => value.toFixed(3)).join(' ')} cm /${photo.name} Do Q`);
      let y = flow.y + picturesMm + ABOVE_MM;
      for (const { lines, setting } of photo.caption) {
        flow.put(lines, setting, x, y);
        y += linesHeightMm(lines.length, setting);
      }
    });
    flow.advance(heightMm);
  }
}
