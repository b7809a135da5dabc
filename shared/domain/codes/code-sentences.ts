import type { Bilingual } from '#shared/domain/star/star.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { CodeFailure } from './code-failure.ts';
import { sentence } from './sentence.ts';
import type { WaybillWarning } from './waybill.ts';

/** The codes that {@link explainCode} can name. */
export type CodeKind = 'uscc' | 'org-code' | 'gtin' | 'ean13' | 'food-licence' | 'mobile' | 'waybill';

/** What each code is called. */
export const CODE_NAMES: Readonly<Record<CodeKind, Bilingual>> = {
  uscc: sentence('统一社会信用代码', 'unified social credit code'),
  'org-code': sentence('组织机构代码', 'organisation code'),
  gtin: sentence('商品条码', 'barcode number (GTIN)'),
  ean13: sentence('商品条码（EAN-13）', 'EAN-13 barcode number'),
  'food-licence': sentence('食品生产许可证编号', 'food production licence number'),
  mobile: sentence('手机号', 'mobile number'),
  waybill: sentence('运单号', 'waybill number'),
};

/** What a code of the right length must look like besides. */
const SHAPES: { readonly [Kind in CodeKind]?: Bilingual } = {
  mobile: sentence('以 13 至 19 开头', 'begins with 13 to 19'),
  'food-licence': sentence('以 SC 开头，后接 14 位数字', 'begins with SC and has 14 digits'),
};

/** Says why a code is refused, naming the place and what was expected there. */
export function explainCode(kind: CodeKind, failure: CodeFailure): Bilingual {
  const name = CODE_NAMES[kind];
  const expected = failure.data?.['expected'] ?? '';
  const found = failure.data?.['found'] ?? '';
  const position = failure.data?.['position'] ?? '';
  switch (failure.code) {
    case 'code.empty':
      return sentence(`${name.zh}未填写`, `the ${name.en} is empty`);
    case 'code.length':
      return sentence(
        `${name.zh}应为 ${expected} 位，实为 ${found} 位`,
        `the ${name.en} has ${expected} characters, not ${found}`,
      );
    case 'code.character':
      return sentence(
        `${name.zh}第 ${position} 位“${found}”不是允许的字符（${expected}）`,
        `character ${position} of the ${name.en}, "${found}", is not one of ${expected}`,
      );
    case 'code.check':
      return sentence(
        `${name.zh}校验码不对：第 ${position} 位应为 ${expected}，实为 ${found}，请核对是否抄错`,
        `the check character of the ${name.en} is wrong: place ${position} should be ${expected}, is ${found}; look for a slip`,
      );
    case 'code.shape':
      return sentence(
        `${name.zh}应${SHAPES[kind]?.zh ?? ''}，实为“${found}”`,
        `the ${name.en} ${SHAPES[kind]?.en ?? 'has another form'}, not "${found}"`,
      );
    default:
      return assertNever(failure.code);
  }
}

const WARNINGS: Readonly<Record<WaybillWarning, Bilingual>> = {
  'waybill.empty': sentence('运单号未填写', 'the waybill number is empty'),
  'waybill.odd-character': sentence('运单号含字母和数字以外的字符', 'the waybill holds more than letters and digits'),
  'waybill.odd-length': sentence('运单号长度少见', 'the waybill has an unusual length'),
  'waybill.unknown-carrier': sentence('认不出承运商', 'the carrier cannot be told from the number'),
  'waybill.check-digit': sentence('邮政单号的校验位不对', 'the postal check digit is wrong'),
};

/** Says what looks odd about a waybill. */
export const explainWaybillWarning = (warning: WaybillWarning): Bilingual => WARNINGS[warning];
