import type { Bilingual } from '#shared/domain/star/star.ts';
import type { LabReportSheet, ReplacedReadingOnPaper, TestedItemOnPaper } from './lab-report-sheet.ts';
import type { PaperKit } from './paper-kit.ts';
import type { PaperInfo, RenderedPaper } from './pdf-file.ts';
import type { Colour } from './page-canvas.ts';
import { renderReport } from './render-report.ts';
import type { ReportFlow, TextSetting } from './report-flow.ts';
import { AMBER, CINNABAR, facts, heading, JADE, outcome, SMALL, TEXT, title, WARNING } from './report-parts.ts';
import { table, type CellText, type TableColumn, type TableRow } from './report-table.ts';

const NOTE: TextSetting = { ...SMALL, sizeMm: 2.4 };

/**
 * Renders a laboratory's report on A4, in both languages: the sample and its verdict, every item with what
 * was asked, read and reported, the readings that were replaced, the people, and what the report rests on.
 */
export function renderLabReport(kit: PaperKit, sheet: LabReportSheet, info: PaperInfo): RenderedPaper {
  const { flag, foot, running } = sheet;
  return renderReport(kit, { running, flag, foot }, info, (flow) => drawReport(flow, sheet));
}

function drawReport(flow: ReportFlow, sheet: LabReportSheet): void {
  title(flow, { zh: '检验报告', en: 'Test report' });
  notice(flow, sheet.replaces, AMBER);
  notice(flow, sheet.replacedBy, CINNABAR);
  outcome(flow, sheet.outcome, sheet.passed ? JADE : CINNABAR);
  facts(flow, sheet.facts);
  heading(flow, { zh: '检测结果', en: 'Results' });
  table(flow, RESULTS, sheet.items.map(resultRow));
  if (sheet.replaced.length > 0) {
    heading(flow, { zh: '更改过的读数', en: 'Readings that were replaced' });
    table(flow, REPLACED, sheet.replaced.map(replacedRow));
  }
  heading(flow, { zh: '人员', en: 'People' });
  facts(flow, sheet.people);
  heading(flow, { zh: '说明', en: 'Notes' });
  for (const { en, zh } of sheet.statements) {
    flow.paragraph(zh, { ...TEXT, sizeMm: 2.9 });
    flow.paragraph(en, NOTE);
    flow.skip(0.8);
  }
}

function notice(flow: ReportFlow, words: Bilingual | null, colour: Colour): void {
  if (words === null) return;
  flow.skip(2);
  flow.paragraph(words.zh, { ...TEXT, colour });
  flow.paragraph(words.en, { ...SMALL, colour });
}

const RESULTS: readonly TableColumn[] = [
  { title: { zh: '序', en: 'No.' }, widthMm: 8 },
  { title: { zh: '项目与方法', en: 'Item and method' }, widthMm: 42 },
  { title: { zh: '要求与依据', en: 'Requirement and source' }, widthMm: 38 },
  { title: { zh: '原始读数', en: 'Raw reading' }, widthMm: 31 },
  { title: { zh: '报告值', en: 'Reported' }, widthMm: 39 },
  { title: { zh: '判定', en: 'Verdict' }, widthMm: 16 },
];

/** Both languages one below the other; once where they say the same. */
const both = ({ en, zh }: Bilingual, setting: TextSetting = TEXT): readonly CellText[] => [
  [zh, setting],
  ...(en === zh ? [] : [[en, NOTE] as const]),
];
const notes = (texts: readonly string[]): readonly CellText[] => texts.map((text) => [text, NOTE]);

const resultRow = (line: TestedItemOnPaper): TableRow => ({
  cells: [
    [[line.number, TEXT]],
    [...both(line.item), ...notes(line.about)],
    [...both(line.requirement), [line.source, NOTE]],
    [[line.reading, TEXT], ...notes(line.readingNotes)],
    [[line.reported, TEXT], ...notes(line.reportedNotes)],
    both(line.verdict, line.failed ? WARNING : TEXT),
  ],
  below: notes(line.below),
});

const REPLACED: readonly TableColumn[] = [
  { title: { zh: '项目', en: 'Item' }, widthMm: 40 },
  { title: { zh: '原读数', en: 'Earlier reading' }, widthMm: 36 },
  { title: { zh: '当时判定', en: 'Verdict then' }, widthMm: 22 },
  { title: { zh: '录入', en: 'Entered' }, widthMm: 36 },
  { title: { zh: '更改原因', en: 'Why it was replaced' }, widthMm: 40 },
];

const replacedRow = ({ by, item, raw, reason, verdict }: ReplacedReadingOnPaper): TableRow => ({
  cells: [both(item), [[raw, TEXT]], both(verdict), [[by, TEXT]], [[reason, TEXT]]],
  below: [],
});
