import writeXlsxFile from 'write-excel-file/node';
import type { CaseView } from '#shared/contract/cases.ts';
import { saveFile } from './print-papers.ts';

const HEADERS = [
  '案卷 case',
  '产品 product',
  '企业 enterprise',
  '申报星级 requested',
  '结论 outcome',
  '星级 star',
  '已满足最高 highest',
  '阶段 stage',
  '证书编号 number',
  '缺项 missing',
] as const;

/** Writes what every case came to as `verdicts.json` and `verdicts.xlsx`. */
export async function writeVerdicts(out: string, views: readonly CaseView[]): Promise<readonly string[]> {
  const verdicts = views.map(({ award, decision, id, stage, verdict }) => ({
    caseId: id,
    stage,
    decision: decision && { outcome: decision.outcome, star: decision.star },
    number: award?.number ?? null,
    verdict,
  }));
  const json = Buffer.from(`${JSON.stringify(verdicts, null, 1)}\n`).toString('base64');
  const rows = views.map((view) => [
    view.id,
    view.productName,
    view.enterpriseName,
    view.requestedStar,
    view.verdict.outcome,
    view.verdict.star,
    view.verdict.highestSatisfied,
    view.stage,
    view.award?.number ?? null,
    view.verdict.missing.join(' '),
  ]);
  const header = HEADERS.map((value) => ({ value, fontWeight: 'bold' as const }));
  const workbook = await writeXlsxFile(
    [header, ...rows.map((row) => row.map((value) => (value === null ? null : { value })))],
    {
      columns: [16, 22, 34, 10, 14, 8, 10, 18, 28, 40].map((width) => ({ width })),
      stickyRowsCount: 1,
    },
  ).toBuffer();
  return [
    await saveFile(out, { name: 'verdicts.json', content: json }),
    await saveFile(out, { name: 'verdicts.xlsx', content: workbook.toString('base64') }),
  ];
}
