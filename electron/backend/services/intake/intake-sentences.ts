import { assertNever } from '#shared/base/assert-never.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { IntakeFailure } from './intake-fault.ts';

/** What a file should have brought: applications of enterprises, or a laboratory's results. */
export type Brought = 'applications' | 'results';

const EMPTY: Readonly<Record<Brought, Bilingual>> = {
  applications: sentence('文件是空的，或没有一行申报', 'The file is empty, or holds no application'),
  results: sentence('文件是空的，或没有一行检测结果', 'The file is empty, or holds no test result'),
};

const KINDS: Readonly<Record<Brought, Bilingual>> = {
  applications: sentence(
    '既不是 .xlsx 工作簿也不是 .json 文件；CSV 等请另存为 .xlsx',
    'is neither an .xlsx workbook nor a .json file; save CSV and others as .xlsx',
  ),
  results: sentence(
    '不是 .xlsx 工作簿；检测结果只从工作簿导入，CSV 等请另存为 .xlsx，PDF 请逐项录入',
    'is no .xlsx workbook; results come as a workbook only: save CSV and others as .xlsx, enter a PDF by hand',
  ),
};

/** What of a file is too much. */
const MEASURES: Readonly<Record<string, Bilingual>> = {
  'file-mb': sentence('大小（MB）', 'size in MB'),
  'unpacked-mb': sentence('解压后大小（MB）', 'unpacked size in MB'),
  'zip-entries': sentence('压缩包内文件数', 'files in the archive'),
  rows: sentence('行数', 'rows'),
  row: sentence('行号', 'row number'),
  column: sentence('列号', 'column number'),
};

/** Where a JSON file breaks off, when the reader tells. */
const placeIn = (line: string, column: string): Bilingual =>
  line === '' ? sentence('', '') : sentence(`（第 ${line} 行第 ${column} 列）`, ` (line ${line}, column ${column})`);

/** Says why a file is refused, and what to do. */
export function explainIntake(failure: IntakeFailure, brought: Brought): Bilingual {
  const data = (key: string): string => String(failure.data?.[key] ?? '');
  switch (failure.code) {
    case 'intake.empty':
      return EMPTY[brought];
    case 'intake.not-a-workbook':
      return sentence(`“${data('fileName')}”${KINDS[brought].zh}`, `"${data('fileName')}" ${KINDS[brought].en}`);
    case 'intake.legacy-workbook':
      return sentence('这是旧版 .xls 工作簿，请另存为 .xlsx', 'This is an old .xls workbook; save it as .xlsx');
    case 'intake.encrypted':
      return sentence(
        '工作簿设有密码，请去掉密码后再导入',
        'The workbook has a password; take it off and import again',
      );
    case 'intake.damaged':
      return sentence(
        '文件已损坏或不完整，请重新导出或重新下载',
        'The file is damaged or cut short; export or download it again',
      );
    case 'intake.too-large': {
      const what = MEASURES[data('what')];
      return sentence(
        `文件过大：${what?.zh} ${data('found')}，上限 ${data('limit')}`,
        `The file is too large: ${what?.en} ${data('found')}, the limit is ${data('limit')}`,
      );
    }
    case 'intake.sheet-missing':
      return sentence(
        `缺少工作表“${data('sheet')}”，请使用模板`,
        `The sheet "${data('sheet')}" (${data('sheetEn')}) is missing; use the template`,
      );
    case 'intake.header-missing':
      return sentence(
        `没有一张工作表在前 ${data('within')} 行里有表头，须有列${data('columns')}；请使用模板`,
        `No sheet has a header in its first ${data('within')} rows; the columns ${data('columnsEn')} are needed. Use the template`,
      );
    case 'intake.column-missing':
      return sentence(
        `工作表“${data('sheet')}”缺少列“${data('column')}”`,
        `The sheet "${data('sheet')}" lacks the column "${data('column')}" (${data('columnEn')})`,
      );
    case 'intake.column-twice':
      return sentence(
        `工作表“${data('sheet')}”的列“${data('column')}”出现两次`,
        `The sheet "${data('sheet')}" has the column "${data('column')}" twice`,
      );
    case 'intake.not-json': {
      const place = placeIn(data('line'), data('column'));
      return sentence(`不是有效的 JSON${place.zh}`, `Not valid JSON${place.en}`);
    }
    case 'intake.not-applications':
      return sentence(
        'JSON 里应是申报的列表，或 {"applications": […]}',
        'The JSON holds a list of applications, or {"applications": […]}',
      );
    default:
      return assertNever(failure.code);
  }
}
