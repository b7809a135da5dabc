import { jpegPicture, type JpegPicture } from './jpeg-picture.ts';
import type { PaperKit } from './paper-kit.ts';
import type { PaperInfo, RenderedPaper } from './pdf-file.ts';
import { renderReport } from './render-report.ts';
import { linesHeightMm, MEASURE_MM, SHEET, type ReportFlow } from './report-flow.ts';
import { facts, heading, numbered, RULE, SMALL, subheading, TEXT, title, WARNING } from './report-parts.ts';
import { drawSignature } from './signature-ink.ts';
import type { ReportLine, ReportPhoto, ReportSignature, VisitReportSheet } from './visit-report-sheet.ts';
import { SIGNATURE_BOX } from '#shared/domain/visit/signature.ts';

/** Pictures of a paper, each under the name its pages draw it by; the same file is embedded once. */
class Pictures {
  readonly all = new Map<string, JpegPicture>();

  add({ jpeg, sha256 }: ReportPhoto): { readonly name: string; readonly picture: JpegPicture } {
    const name = `P${sha256.slice(0, 16)}`;
    const picture = this.all.get(name) ?? jpegPicture(jpeg);
    this.all.set(name, picture);
    return { name, picture };
  }
}

/**
 * Renders the report of a visit on A4: who and when, what was established, the checklist with its answers
 * and photos in place, findings, corrective actions, and the signatures as they were drawn.
 *
 * Print copies go in as the JPEG they are, so that sixty photos cost no more memory than their bytes.
 */
export function renderVisitReport(kit: PaperKit, sheet: VisitReportSheet, info: PaperInfo): RenderedPaper {
  const pictures = new Pictures();
  const flag = sheet.draft ? '草稿 Draft' : null;
  const { hashes, running } = sheet;
  return renderReport(
    kit,
    { running, flag, foot: hashes },
    info,
    (flow) => drawReport(flow, sheet, pictures),
    pictures.all,
  );
}

function drawReport(flow: ReportFlow, sheet: VisitReportSheet, pictures: Pictures): void {
  title(flow, { zh: '现场核验报告', en: 'On-site inspection report' });
  if (sheet.draft) flow.paragraph('草稿：核验尚未办结 Draft: the visit is not closed', WARNING);
  flow.skip(3);
  facts(flow, sheet.facts);
  if (sheet.levels.length + sheet.results.length > 0) {
    heading(flow, { zh: '核验结果', en: 'What was established' });
    for (const level of sheet.levels) {
      subheading(flow, level.title);
      facts(flow, level.facts);
    }
    facts(flow, sheet.results);
  }
  if (sheet.findings.length > 0) {
    heading(flow, { zh: '发现的问题', en: 'Findings' });
    for (const { line, note, number, severity } of sheet.findings)
      numbered(flow, number, `${severity.zh} ${severity.en}`, [
        [`${line.zh} ${line.en}`, SMALL],
        [note, TEXT],
      ]);
  }
  if (sheet.actions.length > 0) {
    heading(flow, { zh: '整改要求', en: 'Corrective actions' });
    for (const { dueOn, evidence, number, state, what } of sheet.actions)
      numbered(flow, number, `${state.zh} ${state.en}`, [
        [what, TEXT],
        [`期限 Due ${dueOn}`, SMALL],
        ...(evidence === null ? [] : [[`完成依据 Shown by：${evidence}`, SMALL] as const]),
      ]);
  }
  heading(flow, { zh: '核验表', en: 'Checklist' });
  for (const group of sheet.groups) {
    const { ask } = group;
    subheading(flow, group);
    if (ask !== null) flow.paragraph(`标准要求 Asked: ${ask.zh} / ${ask.en}`, SMALL);
    flow.skip(1);
    for (const line of group.lines) drawLine(flow, line, pictures);
  }
  if (sheet.photos.length > 0) {
    heading(flow, { zh: '其他照片', en: 'Other photos' });
    drawPhotos(flow, sheet.photos, pictures);
  }
  heading(flow, { zh: '签名', en: 'Signatures' });
  drawSignatures(flow, sheet.signatures);
}

const ANSWER_MM = 40;

function drawLine(flow: ReportFlow, line: ReportLine, pictures: Pictures): void {
  const answer = line.answer ?? { zh: '未答', en: 'Not answered' };
  const severity = line.severity === null ? '' : ` · ${line.severity.zh} ${line.severity.en}`;
  numbered(
    flow,
    line.number,
    `${answer.zh} ${answer.en}${severity}`,
    [
      [line.zh, TEXT],
      [line.en, SMALL],
      ...(line.note === null ? [] : [[line.note, { ...TEXT, sizeMm: 3 }] as const]),
      ...(line.by === '' ? [] : [[line.by, SMALL] as const]),
    ],
    line.severity !== null,
    ANSWER_MM,
  );
  if (line.photos.length > 0) drawPhotos(flow, line.photos, pictures);
}

const PHOTOS_A_ROW = 3;
const PHOTO_GAP_MM = 4;
const PHOTO_MM = (MEASURE_MM - PHOTO_GAP_MM * (PHOTOS_A_ROW - 1)) / PHOTOS_A_ROW;
const PHOTO_HEIGHT_MM = 42;
const CAPTION = { ...SMALL, sizeMm: 2 };

/** Photos three in a row, whole, with when they were taken and which file they are. */
function drawPhotos(flow: ReportFlow, photos: readonly ReportPhoto[], pictures: Pictures): void {
  for (let at = 0; at < photos.length; at += PHOTOS_A_ROW) {
    const row = photos.slice(at, at + PHOTOS_A_ROW).map((photo) => {
      const caption = [
        `${photo.takenAt === null ? '拍摄时间不明 Time unknown' : `拍摄 Taken ${photo.takenAt}`}`,
        photo.name,
        `SHA-256 ${photo.sha256.slice(0, 32)}`,
      ].flatMap((text) => flow.lines(text, CAPTION, PHOTO_MM));
      const { name, picture } = pictures.add(photo);
      const scale = Math.min(PHOTO_MM / picture.widthPx, PHOTO_HEIGHT_MM / picture.heightPx);
      return { name, caption, widthMm: picture.widthPx * scale, heightMm: picture.heightPx * scale };
    });
    const picturesMm = Math.max(...row.map(({ heightMm }) => heightMm));
    const captionMm = linesHeightMm(Math.max(...row.map(({ caption }) => caption.length)), CAPTION);
    flow.keep(picturesMm + captionMm + 3);
    row.forEach(({ caption, heightMm, name, widthMm }, index) => {
      const x = SHEET.leftMm + index * (PHOTO_MM + PHOTO_GAP_MM);
      const bottom = flow.y + heightMm;
      flow.canvas.draw(
        `q ${[widthMm, 0, 0, -heightMm, x, bottom].map((value) => value.toFixed(3)).join(' ')} cm /${name} Do Q`,
      );
      flow.put(caption, CAPTION, x, flow.y + picturesMm + 0.8);
    });
    flow.advance(picturesMm + captionMm + 3);
  }
}

const SIGNED_A_ROW = 3;
const SIGNED_GAP_MM = 8;
const SIGNED_MM = (MEASURE_MM - SIGNED_GAP_MM * (SIGNED_A_ROW - 1)) / SIGNED_A_ROW;
const SIGNED_HEIGHT_MM = SIGNED_MM / SIGNATURE_BOX.aspect;

/** Signatures three in a row, drawn as the pen went, with whose they are; one that no longer covers the record says so. */
function drawSignatures(flow: ReportFlow, signatures: readonly ReportSignature[]): void {
  if (signatures.length === 0) flow.paragraph('尚无签名 Nobody has signed yet', SMALL);
  for (let at = 0; at < signatures.length; at += SIGNED_A_ROW) {
    const row = signatures.slice(at, at + SIGNED_A_ROW).map((signature) => ({
      signature,
      who: [
        signature.name,
        `${signature.part.zh} ${signature.part.en}`,
        signature.at,
        ...(signature.stands ? [] : ['签名后记录有改动 The record changed after this signature']),
      ].flatMap((text) => flow.lines(text, SMALL, SIGNED_MM)),
    }));
    const height = SIGNED_HEIGHT_MM + linesHeightMm(Math.max(...row.map(({ who }) => who.length)), SMALL) + 6;
    flow.keep(height);
    row.forEach(({ signature, who }, index) => {
      const x = SHEET.leftMm + index * (SIGNED_MM + SIGNED_GAP_MM);
      drawSignature(flow.canvas, signature.strokes, x, flow.y, SIGNED_MM);
      const base = flow.y + SIGNED_HEIGHT_MM + 1;
      flow.canvas.stroke(RULE, 0.2).line(x, base, x + SIGNED_MM, base);
      flow.put(who, signature.stands ? SMALL : { ...SMALL, colour: WARNING.colour }, x, base + 0.8);
    });
    flow.advance(height);
  }
}
