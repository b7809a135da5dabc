import { sentence } from '#shared/domain/codes/sentence.ts';
import { VOCABULARY, type VocabularyName } from '#shared/domain/codes/vocabulary.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** How a column's cells are read: what a person may type, and what becomes of it. */
export type CellKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'code' }
  | { readonly kind: 'date' }
  | { readonly kind: 'star' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'word'; readonly words: VocabularyName };

/** One column of the workbook. */
export interface Column {
  /** Path inside the sheet's object, `enterprise.uscc`. */
  readonly path: string;
  readonly header: Bilingual;
  /** Other headers it is known by. */
  readonly aliases?: readonly string[];
  readonly cell: CellKind;
  /** A workbook without a required column is refused; a row without its value is bad. */
  readonly required: boolean;
  readonly example: string;
  readonly note: Bilingual;
  readonly width: number;
}

/** The list of an application that a sheet fills; `application` is the row that the others hang on. */
export type SheetKey = 'application' | 'documents' | 'notApplicable' | 'incidents' | 'parcels' | 'inspection';

/** One sheet of a workbook; `Key` tells the sheets of one workbook apart. */
export interface SheetForm<Key extends string = SheetKey> {
  readonly key: Key;
  readonly name: Bilingual;
  readonly note: Bilingual;
  readonly columns: readonly Column[];
}

const text: CellKind = { kind: 'text' };
const code: CellKind = { kind: 'code' };
const date: CellKind = { kind: 'date' };
const yesNo: CellKind = { kind: 'yes-no' };
const word = (words: VocabularyName): CellKind => ({ kind: 'word', words });

const wordNote = (words: VocabularyName): Bilingual =>
  sentence(
    `可填：${VOCABULARY[words].map(({ zh }) => zh).join('、')}`,
    `One of: ${VOCABULARY[words].map(({ slug }) => slug).join(', ')}`,
  );

const NONE = sentence('', '');
const DATE_NOTE = sentence('日期，如 2026-03-02 或 2026/3/2', 'A date, 2026-03-02 or 2026/3/2');

function column(
  path: string,
  zh: string,
  en: string,
  cell: CellKind,
  required: boolean,
  example: string,
  note: Bilingual = NONE,
): Column {
  const width = cell.kind === 'text' ? 26 : 16;
  const chosen = cell.kind === 'word' ? wordNote(cell.words) : cell.kind === 'date' && note === NONE ? DATE_NOTE : note;
  return { path, header: sentence(zh, en), cell, required, example, note: chosen, width };
}

const number = column(
  'applicationNo',
  '申报编号',
  'Application no.',
  code,
  true,
  'A-2026-00001',
  sentence(
    '4–32 位大写字母、数字、连字符；各表以此相连',
    '4 to 32 capitals, digits and hyphens; ties the sheets together',
  ),
);

/** The six sheets of the exchange workbook, in their order; 填表说明 is written from this table. */
export const SHEETS: readonly SheetForm[] = [
  {
    key: 'application',
    name: sentence('申报', 'Applications'),
    note: sentence('每个产品申报一行', 'One row per application of one product'),
    columns: [
      number,
      column('submittedOn', '申报日期', 'Submitted on', date, true, '2026-03-02'),
      column(
        'requestedStar',
        '申报星级',
        'Requested star',
        { kind: 'star' },
        true,
        '三星',
        sentence('1–5，也可写 三星 或 ★★★', '1 to 5; 三星 or ★★★ are read too'),
      ),
      column(
        'referrerMobile',
        '推荐人手机号',
        'Referrer mobile',
        code,
        false,
        '',
        sentence('可空；11 位手机号', 'May be empty; 11 digits'),
      ),
      column('enterprise.name', '企业名称', 'Enterprise', text, true, '安化县云上茶业有限公司（样例）'),
      column(
        'enterprise.uscc',
        '统一社会信用代码',
        'Unified social credit code',
        code,
        true,
        '91430923MAX000015T',
        sentence('18 位，单元格设为文本', '18 characters; format the cell as text'),
      ),
      column('enterprise.foundedOn', '成立日期', 'Founded on', date, false, '2015-04-01'),
      column(
        'enterprise.divisionCode',
        '行政区划代码',
        'Division code',
        code,
        true,
        '430923120',
        sentence('乡镇（街道）级 9 位统计用区划代码', 'Nine digits of the town or street office'),
      ),
      column('enterprise.address', '地址', 'Address', text, true, '湖南省益阳市安化县马路镇'),
      column('enterprise.contact', '联系人', 'Contact', text, true, '田小禾（样例）'),
      column('enterprise.mobile', '联系手机', 'Contact mobile', code, true, '19900000001'),
      column('product.name', '产品名称', 'Product', text, true, '安化黑茶'),
      column('product.category', '产品类别', 'Category', word('category'), true, '茶叶'),
      column('product.specification', '规格', 'Specification', text, true, '茯砖 1 kg/盒'),
      column(
        'product.gtin',
        '商品条码',
        'Barcode (GTIN)',
        code,
        false,
        '6990000000015',
        sentence('可空；8、12、13 或 14 位，单元格设为文本', 'May be empty; 8, 12, 13 or 14 digits, cell as text'),
      ),
      column(
        'product.foodLicence',
        '食品生产许可证编号',
        'Food production licence',
        code,
        false,
        'SC11443092390017',
        sentence('可空；SC 加 14 位数字', 'May be empty; SC and 14 digits'),
      ),
      column('product.storage', '储存方式', 'Storage', word('storage'), true, '常温'),
      column(
        'product.shelfLifeDays',
        '保质期（天）',
        'Shelf life (days)',
        { kind: 'whole' },
        false,
        '720',
        sentence('可空；整数天', 'May be empty; whole days'),
      ),
    ],
  },
  {
    key: 'documents',
    name: sentence('资料', 'Documents'),
    note: sentence('每份资料一行', 'One row per document'),
    columns: [
      number,
      column('kind', '资料种类', 'Kind', word('documentKind'), true, '营业执照'),
      column('link', '环节', 'Link', word('link'), false, ''),
      column('title', '资料名称', 'Title', text, true, '营业执照'),
      column('number', '资料编号', 'Number', text, false, ''),
      column('issuer', '发证机构', 'Issuer', text, false, '安化县市场监督管理局'),
      column('check', '预审结果', 'Pre-review', word('check'), true, '已通过'),
      column('validFrom', '有效期起', 'Valid from', date, false, '2015-04-01'),
      column('validUntil', '有效期止', 'Valid until', date, false, ''),
    ],
  },
  {
    key: 'notApplicable',
    name: sentence('不适用', 'Not applicable'),
    note: sentence('某评价项或环节不适用时填写', 'When a criterion or link does not apply'),
    columns: [
      number,
      column('criterion', '评价项', 'Criterion', word('criterion'), true, '各环节符合性证明'),
      column('link', '不适用环节', 'Link', word('link'), false, '运输'),
      column('by', '认定人', 'By', text, true, '审核员甲（样例）'),
      column('reason', '理由', 'Reason', text, true, '厂内直营，无外部运输'),
    ],
  },
  {
    key: 'incidents',
    name: sentence('事件', 'Incidents'),
    note: sentence('投诉和安全事故，每起一行', 'Complaints and accidents, one row each'),
    columns: [
      number,
      column('kind', '事件种类', 'Kind', word('incidentKind'), true, '投诉'),
      column('occurredOn', '发生日期', 'Occurred on', date, true, '2025-01-05'),
      column('status', '处理状态', 'Status', word('incidentStatus'), true, '属实'),
      column('grade', '事件等级', 'Grade', word('grade'), false, '一般'),
      column('summary', '摘要', 'Summary', text, true, '外包装破损'),
    ],
  },
  {
    key: 'parcels',
    name: sentence('寄样', 'Parcels'),
    note: sentence('寄往中心的样品包裹，每个一行', 'Parcels of samples sent to the centre, one row each'),
    columns: [
      number,
      column('waybill', '运单号', 'Waybill', code, true, 'SF1900000000001'),
      column('carrier', '承运商', 'Carrier', word('carrier'), false, '顺丰'),
      column('sentOn', '寄出日期', 'Sent on', date, true, '2026-03-10'),
      column('batch', '批号', 'Batch', text, true, 'B20260201'),
      column('producedOn', '生产日期', 'Produced on', date, true, '2026-02-01'),
      column(
        'quantity',
        '数量',
        'Quantity',
        { kind: 'decimal' },
        true,
        '2.5',
        sentence('大于 0，至多 4 位小数', 'Above 0, at most 4 decimals'),
      ),
      column('unit', '单位', 'Unit', text, true, 'kg'),
      column('arrivedOn', '到达日期', 'Arrived on', date, false, '2026-03-13'),
      column('condition', '到样状态', 'Condition', word('condition'), true, '完好'),
      column('accepted', '是否接收', 'Accepted', yesNo, false, '是', sentence('是、否，未定时空', 'Yes, no, or empty')),
    ],
  },
  {
    key: 'inspection',
    name: sentence('检验', 'Inspection'),
    note: sentence('每个申报至多一行', 'At most one row per application'),
    columns: [
      number,
      column('reviewOn', '评审日期', 'Review on', date, false, '2026-05-10'),
      column('traceability', '追溯层级', 'Traceability', word('traceability'), false, '追溯到产品'),
      column('riskControl', '风险管控', 'Risk control', word('riskControl'), false, '现场查看'),
      column('spotCheck.outcome', '抽检结果', 'Spot check', word('spotCheck'), false, '合格'),
      column('spotCheck.by', '未抽中认定人', 'Not selected by', text, false, ''),
      column('spotCheck.reason', '未抽中理由', 'Not selected because', text, false, ''),
      column('siteTest.outcome', '现场检测结果', 'Site test', word('outcome'), false, '合格'),
      column('lines.inspected', '产线已查看', 'Lines inspected', yesNo, false, '是'),
      column('lines.recordsViewed', '记录已查阅', 'Records viewed', yesNo, false, '是'),
      column('lines.outcome', '产线结论', 'Lines outcome', word('outcome'), false, '合格'),
      column('evaluation.mode', '评价方式', 'Evaluation mode', word('mode'), false, '专家现场评价'),
      column('evaluation.completedOn', '评价完成日期', 'Evaluation completed on', date, false, '2026-05-09'),
      column('youngEnterpriseWaiver.by', '新企业认定人', 'Young enterprise: by', text, false, ''),
      column('youngEnterpriseWaiver.reason', '新企业认定理由', 'Young enterprise: reason', text, false, ''),
    ],
  },
];

/** Name of the sheet that explains the others; not read. */
export const EXPLANATION_SHEET = '填表说明';

/** What a reason column's header begins with; such columns are left out when a corrected workbook comes back. */
export const REASON_PREFIX = '原因：';

/** The form of a sheet. */
export function sheetForm(key: SheetKey): SheetForm {
  const form = SHEETS.find((sheet) => sheet.key === key);
  if (form === undefined) throw new RangeError(`no sheet ${key}`);
  return form;
}
