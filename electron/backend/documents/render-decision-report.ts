import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { DecisionReportSheet, OpinionOnPaper, ReportFact } from './decision-report-sheet.ts';
import { drawLadder, drawStars } from './ladder-drawing.ts';
import type { Colour } from './page-canvas.ts';
import { PaperRefusal, type PaperFault } from './paper-fault.ts';
import type { PaperKit } from './paper-kit.ts';
import { PdfFile, type PaperInfo, type RenderedPaper } from './pdf-file.ts';
import { linesHeightMm, MEASURE_MM, ReportFlow, SHEET, type TextSetting } from './report-flow.ts';
import { subsetFonts } from './subset-font.ts';

const INK: Colour = [0.122, 0.165, 0.216];
const DIM: Colour = [0.42, 0.45, 0.5];
const RULE: Colour = [0.85, 0.84, 0.81];
const TONES: Readonly<Record<DecisionReportSheet['tone'], Colour>> = {
  granted: [0.184, 0.49, 0.357],
  proposed: [0.545, 0.376, 0],
  refused: [0.702, 0.149, 0.118],
};

const TITLE: TextSetting = { sizeMm: 6.4, role: 'title', colour: INK };
const HEADING: TextSetting = { sizeMm: 4.2, role: 'title', colour: INK };
const BODY: TextSetting = { sizeMm: 3.3, role: 'sans', colour: INK };
const NOTE: TextSetting = { sizeMm: 2.7, role: 'sans', colour: DIM };
const LABEL_MM = 46;

/**
 * Renders a decision on A4, in both languages: the outcome, the star ladder as vector, the sentence for
 * each criterion with what it rests on, the opinions, the people, what may follow, and the hashes that
 * replay it.
 */
export function renderDecisionReport(
  kit: PaperKit,
  sheet: DecisionReportSheet,
  info: PaperInfo,
): Result<RenderedPaper, PaperFault> {
  try {
    const flow = new ReportFlow(kit.faces, sheet.number);
    drawHead(flow, sheet);
    drawFacts(flow, sheet.facts);
    heading(flow, { zh: '星级阶梯', en: 'The star ladder' });
    drawLadder(flow, sheet.columns, sheet.rows);
    drawReasons(flow, sheet);
    drawOpinions(flow, sheet.opinions);
    drawPeople(flow, sheet);
    if (sheet.after.length > 0) {
      heading(flow, { zh: '其后', en: 'What follows' });
      drawFacts(flow, sheet.after);
    }
    drawFeet(flow, sheet);
    const file = new PdfFile();
    const fonts = subsetFonts(kit.faces, flow.pages);
    const resources = file.addResources({ Font: file.embedFonts(fonts) });
    for (const page of flow.pages) file.addPage(SHEET.widthMm, SHEET.heightMm, page.content(fonts), resources);
    return ok(file.finish(info));
  } catch (error) {
    if (error instanceof PaperRefusal) return fail(error.fault);
    throw error;
  }
}

function drawHead(flow: ReportFlow, sheet: DecisionReportSheet): void {
  flow.write(['评定报告'], TITLE);
  flow.write(['Decision report'], { ...BODY, colour: DIM });
  flow.skip(3);
  const setting: TextSetting = { sizeMm: 5.4, role: 'title', colour: TONES[sheet.tone] };
  const { y } = flow;
  if (sheet.star > 0)
    drawStars(flow.canvas, sheet.star, SHEET.widthMm - SHEET.rightMm - sheet.star * 3.6, y + 4.2, 2.4);
  flow.paragraph(sheet.outcome.zh, setting, 'outcome', SHEET.leftMm, MEASURE_MM - 44);
  flow.paragraph(sheet.outcome.en, { ...BODY, colour: TONES[sheet.tone] }, 'outcome', SHEET.leftMm, MEASURE_MM - 44);
  flow.skip(2);
  rule(flow);
}

function rule(flow: ReportFlow): void {
  flow.canvas.stroke(RULE, 0.2).line(SHEET.leftMm, flow.y, SHEET.leftMm + MEASURE_MM, flow.y);
  flow.skip(2);
}

function heading(flow: ReportFlow, { zh, en }: Bilingual): void {
  flow.skip(5);
  flow.keep(22);
  const { y } = flow;
  flow.put([zh], HEADING, SHEET.leftMm, y);
  const width = flow.canvas.widthMm({ ...HEADING, text: zh });
  flow.canvas.text({ ...NOTE, text: en, x: SHEET.leftMm + width + 3, y: y + HEADING.sizeMm * 1.15 });
  flow.advance(linesHeightMm(1, HEADING));
  flow.skip(1);
}

/** A value's lines: both languages side by side where they fit, else one below the other. */
function valueLines(
  flow: ReportFlow,
  value: string | Bilingual,
  setting: TextSetting,
  widthMm: number,
): readonly string[] {
  const lines = (text: string): readonly string[] => flow.lines(text, setting, widthMm, 'fact');
  if (typeof value === 'string') return lines(value);
  const together = lines(`${value.zh} · ${value.en}`);
  return together.length === 1 ? together : [...lines(value.zh), ...lines(value.en)];
}

function drawFacts(flow: ReportFlow, facts: readonly ReportFact[]): void {
  for (const [label, value] of facts) {
    const lines = valueLines(flow, value, BODY, MEASURE_MM - LABEL_MM);
    const height = Math.max(linesHeightMm(lines.length, BODY), linesHeightMm(1, BODY));
    flow.keep(height);
    const { y } = flow;
    flow.put([`${label.zh} ${label.en}`], { ...NOTE, sizeMm: 2.8 }, SHEET.leftMm, y + 0.3);
    flow.put(lines, BODY, SHEET.leftMm + LABEL_MM, y);
    flow.advance(height + 0.6);
  }
}

function drawReasons(flow: ReportFlow, sheet: DecisionReportSheet): void {
  heading(flow, { zh: '逐项理由', en: 'Reasons, criterion by criterion' });
  sheet.rows.forEach((row, index) => {
    flow.keep(16);
    flow.paragraph(`${index + 1}. ${row.zh} · ${row.en}`, { ...BODY, role: 'title' }, 'criterion');
    flow.paragraph(row.reason.zh, BODY, 'reason', SHEET.leftMm + 5, MEASURE_MM - 5);
    flow.paragraph(row.reason.en, { ...NOTE, sizeMm: 2.9 }, 'reason', SHEET.leftMm + 5, MEASURE_MM - 5);
    for (const { zh, en } of row.evidence) {
      flow.paragraph(`— ${zh} · ${en}`, NOTE, 'evidence', SHEET.leftMm + 8, MEASURE_MM - 8);
    }
    flow.skip(1.6);
  });
  if (sheet.readings.length > 0) {
    const text = `所依据的条文读法 Readings of the standard relied on: ${sheet.readings.join(', ')}`;
    flow.paragraph(text, NOTE, 'readings');
  }
  if (sheet.note !== null) {
    heading(flow, { zh: '评定人附言', en: 'Note of the decider' });
    flow.paragraph(sheet.note, BODY, 'note');
  }
}

function drawOpinions(flow: ReportFlow, opinions: readonly OpinionOnPaper[]): void {
  if (opinions.length === 0) return;
  heading(flow, { zh: '专家意见', en: 'Opinions of the panel' });
  for (const { at, differs, name, star, text } of opinions) {
    flow.keep(14);
    flow.paragraph(`${name} · ${star.zh} ${star.en} · ${at}`, { ...BODY, role: 'title' }, 'opinion');
    flow.paragraph(text, BODY, 'opinion', SHEET.leftMm + 5, MEASURE_MM - 5);
    for (const { answer, comment, criterion } of differs) {
      const line = `${criterion.zh} ${criterion.en}：${answer.zh} ${answer.en}${comment === '' ? '' : ` — ${comment}`}`;
      flow.paragraph(line, NOTE, 'opinion', SHEET.leftMm + 8, MEASURE_MM - 8);
    }
    flow.skip(1.6);
  }
}

function drawPeople(flow: ReportFlow, { people }: DecisionReportSheet): void {
  if (people.length === 0) return;
  heading(flow, { zh: '参与人员', en: 'Who took part' });
  for (const { name, part } of people) flow.paragraph(`${name}　${part.zh} ${part.en}`, BODY, 'people');
}

/** The running head of later pages, and on every page the hashes and where one is. */
function drawFeet(flow: ReportFlow, sheet: DecisionReportSheet): void {
  flow.pages.forEach((page, index) => {
    if (index > 0) {
      const [running = ''] = flow.lines(sheet.running, NOTE, MEASURE_MM, 'running');
      page.text({ ...NOTE, text: running, x: SHEET.leftMm, y: 13 });
    }
    sheet.hashes.forEach((text, line) =>
      page.text({ ...NOTE, sizeMm: 2.1, text, x: SHEET.leftMm, y: SHEET.heightMm - 14 + line * 3 }),
    );
    page.text({
      ...NOTE,
      text: `${index + 1} / ${flow.pages.length}`,
      x: SHEET.leftMm + MEASURE_MM,
      y: SHEET.heightMm - 8,
      anchor: 'end',
    });
  });
}
