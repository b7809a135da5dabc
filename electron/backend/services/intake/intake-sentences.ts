import { assertNever } from '#shared/base/assert-never.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { IntakeFailure } from './intake-fault.ts';

/** Says why a file is refused, and what to do. */
export function explainIntake(failure: IntakeFailure): Bilingual {
  const data = (key: string): string => String(failure.data?.[key] ?? '');
  switch (failure.code) {
    case 'intake.empty':
      return sentence('文件是空的，或没有一行申报', 'The file is empty, or holds no application');
    case 'intake.not-a-workbook':
      return sentence(
        `“${data('fileName')}”既不是 .xlsx 工作簿也不是 .json 文件；CSV 等请另存为 .xlsx`,
        `"${data('fileName')}" is neither an .xlsx workbook nor a .json file; save CSV and others as .xlsx`,
      );
    case 'intake.legacy-workbook':
      return sentence('这是旧版 .xls 工作簿，请另存为 .xlsx', 'This is an old .xls workbook; save it as .xlsx');
    case 'intake.encrypted':
      return sentence(
        '工作簿设有密码，请去掉密码后再导入',
        'The workbook has a password; take it off and import again',
      );
    case 'intake.damaged':
      return sentence(
        `文件已损坏或不完整（${data('detail')}），请重新导出`,
        `The file is damaged or cut short (${data('detail')}); export it again`,
      );
    case 'intake.too-large':
      return sentence(
        `文件过大：${data('what')} ${data('found')}，上限 ${data('limit')}`,
        `The file is too large: ${data('what')} ${data('found')}, the limit is ${data('limit')}`,
      );
    case 'intake.sheet-missing':
      return sentence(
        `缺少工作表“${data('sheet')}”，请使用模板`,
        `The sheet "${data('sheet')}" (${data('sheetEn')}) is missing; use the template`,
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
    case 'intake.not-json':
      return sentence(`不是有效的 JSON（${data('detail')}）`, `Not valid JSON (${data('detail')})`);
    case 'intake.not-applications':
      return sentence(
        'JSON 里应是申报的列表，或 {"applications": […]}',
        'The JSON holds a list of applications, or {"applications": […]}',
      );
    default:
      return assertNever(failure.code);
  }
}
