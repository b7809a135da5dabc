import type { Bilingual } from '#shared/domain/star/star.ts';
import type { PaperField } from '#electron/backend/documents/paper-fault.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** What a field of a certificate, badge or label is called where a person reads why it was not printed. */
export const PAPER_FIELD_WORDS: Readonly<Record<PaperField, Bilingual>> = {
  address: both('地址', 'address'),
  authorisedBy: both('签发人', 'name of who authorised it'),
  barcode: both('样品编号', 'sample number'),
  batch: both('批次', 'batch'),
  centreName: both('颁发机构', 'name of the centre'),
  code: both('位置编号', 'code of the place'),
  enterpriseName: both('企业名称', 'name of the enterprise'),
  issuedOn: both('颁发日期', 'day of issue'),
  name: both('位置名称', 'name of the place'),
  number: both('编号', 'number'),
  productName: both('产品名称', 'name of the product'),
  receivedOn: both('收样日期', 'day of receipt'),
  specification: both('规格', 'specification'),
  standardLabel: both('评定标准', 'standard'),
  uscc: both('统一社会信用代码', 'unified code'),
  validUntil: both('有效期', 'last day of validity'),
  verifyUrl: both('查询网址', 'address for checking it'),
};
