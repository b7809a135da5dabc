import { EXPLANATION_SHEET, REASON_PREFIX, SHEETS } from '#electron/backend/services/intake/sheets.ts';
import { VOCABULARY, type Word } from '#shared/domain/codes/vocabulary.ts';

const HEAD = `# Applications: template and samples · 申报模板与样例

Written by \`node tests/support/make-samples.ts\` from the tables the reader uses; do not edit by hand.

| file | what it is |
|---|---|
| applications-template.xlsx | the empty template with its explanation sheet 空模板，含填表说明 |
| sample-applications.xlsx, .json | the same 240 applications in both formats: real products and places, invented enterprises marked 样例 |
| bad-applications.xlsx | ten good applications, twenty-two wrong ones of different kinds 错误示例 |
| document-checklists.json | what to look at on each kind of paper, common reasons, the review's clock 资料审核要点、常用原因与时钟 |
| applicant-messages.json | messages to applicants in both languages 给申请人的消息模板 |
| visit-checklist.json | what experts look at on site, by star, under the standard's criteria 现场核验表 |
| report-checklist.json | what an outside laboratory's report must carry, with its clauses 第三方报告核对项及条款 |
| label-stocks.json | label sheets that the printing desk offers; not part of the intake 标签纸规格，与申报无关 |

A workbook has six sheets, tied together by the application number; all six must be there, a sheet may be empty. Column order is free, headers are read in Chinese or English, columns nobody knows are passed over. The sheet ${EXPLANATION_SHEET} and columns that begin with “${REASON_PREFIX}” are not read, so that a corrected workbook of bad rows can be imported as it is. Dates may be Excel dates or text (2026-03-02, 2026/3/2, 2026.3.2, 20260302, 2026年3月2日). Set columns of codes to text: spreadsheets turn long numbers into 6.9E+12. Allowed words are read in Chinese, English or as slugs.

JSON is a list of applications or \`{"applications": […]}\`, with the paths below as nested fields, slugs only, codes in their plain form, dates as YYYY-MM-DD; unknown fields are refused.

Limits: 50 MB a file, 200 MB unpacked, 100,000 rows a sheet, 256 columns.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

const words = (list: readonly Word[]): string =>
  list.map(({ slug, zh, also = [] }) => `${[zh, ...also].join('、')} = \`${slug}\``).join('; ');

/** The documentation of the template, column by column, from the reader's own tables. */
export function templateReadme(): string {
  const sections = SHEETS.map(({ key, name, note, columns }) => {
    const path = key === 'application' ? '' : key === 'inspection' ? 'inspection.' : `${key}[].`;
    const rows = columns.map(({ path: own, header, required, example, note: columnNote, cell: kind }, index) => {
      const allowed = kind.kind === 'word' ? words(VOCABULARY[kind.words]) : `${columnNote.zh} ${columnNote.en}`.trim();
      const field = index === 0 ? own : `${path}${own}`;
      return `| ${header.zh} | ${header.en} | \`${field}\` | ${required ? '是 yes' : ''} | ${cell(allowed)} | ${cell(example)} |`;
    });
    return `\n## ${name.zh} · ${name.en}\n\n${note.zh}。${note.en}.\n\n| 列 | column | field | 必填 required | 可填 allowed | 示例 example |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return HEAD + sections.join('');
}
