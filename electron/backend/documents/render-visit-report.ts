import type { Bilingual } from '#shared/domain/star/star.ts';
import { SIGNATURE_BOX } from '#shared/domain/visit/signature.ts';
import { RESULT_WORDS } from '#shared/domain/visit/visit-words.ts';
import type { PaperKit } from './paper-kit.ts';
import type { PaperInfo, RenderedPaper } from './pdf-file.ts';
import { renderReport } from './render-report.ts';
import { linesHeightMm, MEASURE_MM, SHEET, type ReportFlow } from './report-flow.ts';
import {
  facts,
  heading,
  numbered,
  numberedMm,
  RULE,
  SMALL,
  subheading,
  subheadingMm,
  TEXT,
  title,
  WARNING,
  type NumberedRow,
} from './report-parts.ts';
import { drawPhotos, Pictures, setPhotos, type PhotoRow } from './report-photos.ts';
import { drawSignature } from './signature-ink.ts';
import type { ReportLine, ReportSignature, VisitReportSheet } from './visit-report-sheet.ts';

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
    heading(flow, { zh: '核验结果', en: 'What was established' }, subheadingMm());
    for (const level of sheet.levels) {
      subheading(flow, level.title);
      facts(flow, level.facts);
    }
    flow.skip(2);
    facts(flow, sheet.results);
  }
  drawRows(
    flow,
    { zh: '发现的问题', en: 'Findings' },
    sheet.findings.map(({ line, note, number, severity }) => ({
      number,
      word: `${severity.zh} ${severity.en}`,
      texts: [
        [`${line.zh} ${line.en}`, SMALL],
        [note, TEXT],
      ],
    })),
  );
  drawRows(
    flow,
    { zh: '整改要求', en: 'Corrective actions' },
    sheet.actions.map(({ dueOn, evidence, number, state, what }) => ({
      number,
      word: `${state.zh} ${state.en}`,
      texts: [
        [what, TEXT],
        [`期限 Due ${dueOn}`, SMALL],
        ...(evidence === null ? [] : [[`完成依据 Shown by：${evidence}`, SMALL] as const]),
      ],
    })),
  );
  drawChecklist(flow, sheet.groups, pictures);
  if (sheet.photos.length > 0) {
    const rows = setPhotos(flow, sheet.photos, pictures);
    heading(flow, RESULT_WORDS.photos, rows[0]?.heightMm);
    drawPhotos(flow, rows);
  }
  const signatures = setSignatures(flow, sheet.signatures);
  heading(flow, { zh: '签名', en: 'Signatures' }, signatures[0]?.heightMm);
  if (signatures.length === 0) flow.paragraph('尚无签名 Nobody has signed yet', SMALL);
  drawSignatures(flow, signatures);
}

/** A part of numbered rows, its heading with the first of them; nothing where there is none. */
function drawRows(flow: ReportFlow, words: Bilingual, rows: readonly NumberedRow[]): void {
  const [first] = rows;
  if (first === undefined) return;
  heading(flow, words, numberedMm(flow, first));
  for (const row of rows) numbered(flow, row);
}

const ANSWER_MM = 40;

/** A line of the checklist with its photos, and how much of it stays on one page. */
interface SetLine {
  readonly row: NumberedRow;
  readonly photos: readonly PhotoRow[];
  readonly wholeMm: number;
}

/** Draws the checklist: no heading stands apart from its first line, and no line from its first photos. */
function drawChecklist(flow: ReportFlow, groups: VisitReportSheet['groups'], pictures: Pictures): void {
  const set = groups.map((group) => {
    const { ask } = group;
    const asked = ask === null ? [] : flow.lines(`标准要求 Asked: ${ask.zh} / ${ask.en}`, SMALL, MEASURE_MM);
    const lines = group.lines.map((line) => setLine(flow, line, pictures));
    const belowMm = linesHeightMm(asked.length, SMALL) + 1 + (lines[0]?.wholeMm ?? 0);
    return { group, asked, lines, belowMm };
  });
  heading(flow, { zh: '核验表', en: 'Checklist' }, subheadingMm(set[0]?.belowMm));
  for (const { asked, belowMm, group, lines } of set) {
    subheading(flow, group, belowMm);
    flow.write(asked, SMALL);
    flow.skip(1);
    for (const { photos, row } of lines) {
      numbered(flow, row, photos[0]?.heightMm);
      drawPhotos(flow, photos);
    }
  }
}

function setLine(flow: ReportFlow, line: ReportLine, pictures: Pictures): SetLine {
  const answer = line.answer ?? { zh: '未答', en: 'Not answered' };
  const severity = line.severity === null ? '' : ` · ${line.severity.zh} ${line.severity.en}`;
  const row: NumberedRow = {
    number: line.number,
    word: `${answer.zh} ${answer.en}${severity}`,
    texts: [
      [line.zh, TEXT],
      [line.en, SMALL],
      ...(line.note === null ? [] : [[line.note, { ...TEXT, sizeMm: 3 }] as const]),
      ...(line.by === '' ? [] : [[line.by, SMALL] as const]),
    ],
    stress: line.severity !== null,
    wordMm: ANSWER_MM,
  };
  const photos = setPhotos(flow, line.photos, pictures);
  return { row, photos, wholeMm: numberedMm(flow, row, photos[0]?.heightMm) };
}

const SIGNED_A_ROW = 3;
const SIGNED_GAP_MM = 8;
const SIGNED_MM = (MEASURE_MM - SIGNED_GAP_MM * (SIGNED_A_ROW - 1)) / SIGNED_A_ROW;
const SIGNED_HEIGHT_MM = SIGNED_MM / SIGNATURE_BOX.aspect;

interface SignatureRow {
  readonly signed: readonly { readonly signature: ReportSignature; readonly who: readonly string[] }[];
  readonly heightMm: number;
}

/** Sets signatures three in a row with whose they are; one that no longer covers the record says so. */
function setSignatures(flow: ReportFlow, signatures: readonly ReportSignature[]): readonly SignatureRow[] {
  return Array.from({ length: Math.ceil(signatures.length / SIGNED_A_ROW) }, (_, at) => {
    const signed = signatures.slice(at * SIGNED_A_ROW, (at + 1) * SIGNED_A_ROW).map((signature) => ({
      signature,
      who: [
        signature.name,
        `${signature.part.zh} ${signature.part.en}`,
        signature.at,
        ...(signature.stands ? [] : ['签名后记录有改动 The record changed after this signature']),
      ].flatMap((text) => flow.lines(text, SMALL, SIGNED_MM)),
    }));
    const lines = Math.max(...signed.map(({ who }) => who.length));
    return { signed, heightMm: SIGNED_HEIGHT_MM + linesHeightMm(lines, SMALL) + 6 };
  });
}

/** Draws signatures as the pen went. */
function drawSignatures(flow: ReportFlow, rows: readonly SignatureRow[]): void {
  for (const { heightMm, signed } of rows) {
    flow.keep(heightMm);
    signed.forEach(({ signature, who }, index) => {
      const x = SHEET.leftMm + index * (SIGNED_MM + SIGNED_GAP_MM);
      drawSignature(flow.canvas, signature.strokes, x, flow.y, SIGNED_MM);
      const base = flow.y + SIGNED_HEIGHT_MM + 1;
      flow.canvas.stroke(RULE, 0.2).line(x, base, x + SIGNED_MM, base);
      flow.put(who, signature.stands ? SMALL : { ...SMALL, colour: WARNING.colour }, x, base + 0.8);
    });
    flow.advance(heightMm);
  }
}
