import type { JpegPicture } from './jpeg-picture.ts';
import type { PaperKit } from './paper-kit.ts';
import { PdfFile, type PaperInfo, type RenderedPaper } from './pdf-file.ts';
import { MEASURE_MM, ReportFlow, SHEET } from './report-flow.ts';
import { NUMBERS_EXPLAINED } from './report-text.ts';
import { RULE, SMALL, WARNING } from './report-parts.ts';
import { subsetFonts } from './subset-font.ts';

/** What every page of a report says at its edges. */
export interface ReportEdges {
  /** Stands at the head of every page after the first. */
  readonly running: string;
  /** A warning at the head of every page after the first, such as that it is a draft; null for none. */
  readonly flag: string | null;
  /** Stand at the foot of every page, beside which page it is of how many. */
  readonly foot: readonly string[];
}

const EDGE = { ...SMALL, sizeMm: 2.1 };
const PAGE_OF_MM = 44;
const FLAG_MM = 40;

/**
 * Renders a report: what `draw` puts into the flow, on as many A4 pages as it takes, with the edges around it.
 *
 * `pictures` holds what the pages draw by name; `draw` may still be adding to it.
 */
export function renderReport(
  kit: PaperKit,
  edges: ReportEdges,
  info: PaperInfo,
  draw: (flow: ReportFlow) => void,
  pictures: ReadonlyMap<string, JpegPicture> = new Map(),
): RenderedPaper {
  const flow = new ReportFlow(kit.faces);
  draw(flow);
  if (flow.hasNumbers) {
    flow.skip(4);
    flow.paragraph(`${NUMBERS_EXPLAINED.zh} ${NUMBERS_EXPLAINED.en}`, SMALL);
  }
  drawEdges(flow, edges);
  const file = new PdfFile();
  const fonts = subsetFonts(kit.faces, flow.pages);
  const images = Object.fromEntries([...pictures].map(([name, picture]) => [name, file.addPicture(picture)]));
  const resources = file.addResources({ Font: file.embedFonts(fonts), XObject: images });
  for (const page of flow.pages) file.addPage(SHEET.widthMm, SHEET.heightMm, page.content(fonts), resources);
  return file.finish(info);
}

/** What stands at the edges of every page, once it is known how many there are. */
function drawEdges(flow: ReportFlow, { flag, foot, running }: ReportEdges): void {
  const right = SHEET.widthMm - SHEET.rightMm;
  const [head = ''] = flow.lines(running, EDGE, MEASURE_MM - (flag === null ? 0 : FLAG_MM));
  const [warning = ''] = flag === null ? [] : flow.lines(flag, EDGE, FLAG_MM);
  const lines = foot.flatMap((text) => flow.lines(text, EDGE, MEASURE_MM - PAGE_OF_MM));
  flow.pages.forEach((page, at) => {
    if (at > 0) {
      page.text({ ...EDGE, text: head, x: SHEET.leftMm, y: 13 });
      page.text({ ...EDGE, colour: WARNING.colour, text: warning, x: right, y: 13, anchor: 'end' });
      page.stroke(RULE, 0.15).line(SHEET.leftMm, 15, right, 15);
    }
    const y = SHEET.heightMm - SHEET.bottomMm + 8;
    page.stroke(RULE, 0.15).line(SHEET.leftMm, y - 4, right, y - 4);
    lines.forEach((text, line) => page.text({ ...EDGE, text, x: SHEET.leftMm, y: y + line * 3.2 }));
    const pageOf = `第 ${at + 1} 页 / 共 ${flow.pages.length} 页 Page ${at + 1} of ${flow.pages.length}`;
    page.text({ ...EDGE, text: pageOf, x: right, y, anchor: 'end' });
  });
}
