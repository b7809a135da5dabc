import type { DecisionReportSheet, OpinionOnPaper } from './decision-report-sheet.ts';
import { drawLadder, drawStars, ladderMm } from './ladder-drawing.ts';
import type { Colour } from './page-canvas.ts';
import type { PaperKit } from './paper-kit.ts';
import type { PaperInfo, RenderedPaper } from './pdf-file.ts';
import { renderReport } from './render-report.ts';
import { SHEET, type ReportFlow } from './report-flow.ts';
import { AMBER, CINNABAR, entry, facts, heading, JADE, outcome, SMALL, TEXT, title } from './report-parts.ts';

const TONES: Readonly<Record<DecisionReportSheet['tone'], Colour>> = {
  granted: JADE,
  proposed: AMBER,
  refused: CINNABAR,
};
/** Left of the outcome for its stars. */
const STARS_MM = 44;
const STAR_MM = 3.6;

/**
 * Renders a decision on A4, in both languages: the outcome, the star ladder as vector, the sentence for
 * each criterion with what it rests on, how the standard is read, the opinions, the people, what may
 * follow, and the hashes that replay it.
 */
export function renderDecisionReport(kit: PaperKit, sheet: DecisionReportSheet, info: PaperInfo): RenderedPaper {
  const { hashes, running } = sheet;
  return renderReport(kit, { running, flag: null, foot: hashes }, info, (flow) => {
    drawHead(flow, sheet);
    facts(flow, sheet.facts);
    heading(flow, { zh: '星级阶梯', en: 'The star ladder' }, ladderMm(flow, sheet.rows));
    drawLadder(flow, sheet.columns, sheet.rows);
    drawReasons(flow, sheet);
    drawReadings(flow, sheet);
    if (sheet.note !== null) {
      heading(flow, { zh: '评定人附言', en: 'Note of the decider' });
      flow.paragraph(sheet.note, TEXT);
    }
    drawOpinions(flow, sheet.opinions);
    drawPeople(flow, sheet);
    if (sheet.after.length > 0) {
      heading(flow, { zh: '其后', en: 'What follows' });
      facts(flow, sheet.after);
    }
  });
}

function drawHead(flow: ReportFlow, { outcome: words, star, tone }: DecisionReportSheet): void {
  title(flow, { zh: '评定报告', en: 'Decision report' });
  if (star > 0) drawStars(flow.canvas, star, SHEET.widthMm - SHEET.rightMm - star * STAR_MM, flow.y + 7.2, 2.4);
  outcome(flow, words, TONES[tone], STARS_MM);
}

/** A sentence in English, small below the Chinese. */
const ENGLISH = { ...SMALL, sizeMm: 2.9 };

function drawReasons(flow: ReportFlow, { rows }: DecisionReportSheet): void {
  heading(flow, { zh: '逐项理由', en: 'Reasons, criterion by criterion' });
  rows.forEach(({ en, evidence, reason, zh }, index) =>
    entry(flow, `${index + 1}. ${zh} · ${en}`, [
      [reason.zh, TEXT, 5],
      [reason.en, ENGLISH, 5],
      ...evidence.map((one) => [`— ${one.zh} · ${one.en}`, SMALL, 8] as const),
    ]),
  );
}

function drawReadings(flow: ReportFlow, { readings }: DecisionReportSheet): void {
  if (readings.length === 0) return;
  heading(flow, { zh: '标准的读法', en: 'How the standard is read' });
  for (const { en, id, zh } of readings) {
    entry(flow, id, [
      ...(zh === null ? [] : [[zh, TEXT, 5] as const]),
      ...(en === null ? [] : [[en, ENGLISH, 5] as const]),
    ]);
  }
}

function drawOpinions(flow: ReportFlow, opinions: readonly OpinionOnPaper[]): void {
  if (opinions.length === 0) return;
  heading(flow, { zh: '专家意见', en: 'Opinions of the panel' });
  for (const { at, differs, name, star, text } of opinions)
    entry(flow, `${name} · ${star.zh} ${star.en} · ${at}`, [
      [text, TEXT, 5],
      ...differs.map(({ answer, comment, criterion }) => {
        const said = `${criterion.zh} ${criterion.en}：${answer.zh} ${answer.en}`;
        return [comment === '' ? said : `${said} — ${comment}`, SMALL, 8] as const;
      }),
    ]);
}

function drawPeople(flow: ReportFlow, { people }: DecisionReportSheet): void {
  if (people.length === 0) return;
  heading(flow, { zh: '参与人员', en: 'Who took part' });
  for (const { name, part } of people) flow.paragraph(`${name}　${part.zh} ${part.en}`, TEXT);
}
