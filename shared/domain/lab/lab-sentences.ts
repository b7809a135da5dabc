import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** Every reason of the laboratory's rules, as sentences; `{name}` is filled from the reason's data. */
const SENTENCES = {
  'decimal.empty': sentence('数值未填写', 'the value is empty'),
  'decimal.comma': sentence(
    '“{found}”中的逗号可能是小数点也可能是千分位，请改写为小数点或去掉逗号',
    'the comma in “{found}” may be a decimal point or a thousands mark; write a point or leave it out',
  ),
  'decimal.exponent': sentence(
    '“{found}”的指数写法不能读取，请写出全部数字',
    '“{found}” has an exponent that cannot be read; write all its digits',
  ),
  'decimal.full-width': sentence('“{found}”含全角字符', '“{found}” holds full-width characters'),
  'decimal.length': sentence('数字过长（“{found}…”）', 'the number is too long (“{found}…”)'),
  'decimal.lookalike': sentence(
    '“{found}”含上标、下标、带圈数字或分数字符，不能当作普通数字；请写出全部数字，10 的次方可写作 1.5×10⁴',
    '“{found}” holds superscripts, subscripts, circled digits or fractions, which are no plain digits; write all digits, or a power of ten as 1.5×10⁴',
  ),
  'decimal.shape': sentence('“{found}”不是数值', '“{found}” is not a number'),
  'rounding.digits': sentence(
    '位数应为 {least} 至 {most} 的整数',
    'digits must be a whole number from {least} to {most}',
  ),
  'rounding.interval': sentence(
    '修约间隔“{found}”应为大于零的数',
    'the interval “{found}” must be a number above zero',
  ),
  'reading.unreadable': sentence(
    '第 {position} 个读数“{found}”不是数值',
    'reading {position}, “{found}”, is not a number',
  ),
  'reading.wrong-kind': sentence('读数与检测项目的类型不符', 'the reading is not of the kind the item asks for'),
  'reading.empty': sentence('未填写', 'nothing is entered'),
  'reading.characters': sentence('含有不可见的控制字符', 'it contains invisible control characters'),
  'reading.negative': sentence('“{found}”小于零，此项不可能为负', '“{found}” is below zero, which this cannot be'),
  'reading.lod-above-loq': sentence(
    '检出限 {lod} 大于定量限 {loq}',
    'the detection limit {lod} is above the quantification limit {loq}',
  ),
  'reading.unknown-item': sentence('任务里没有项目“{found}”', 'the order has no item “{found}”'),
  'reading.item-twice': sentence('项目“{found}”在这次提交里出现两次', 'the item “{found}” was given twice at once'),
  'unit.empty': sentence(
    '单位未填写，应为 {expected} 或可换算的单位',
    'the unit is missing; write {expected} or one that converts to it',
  ),
  'change.reason-needed': sentence(
    '已有读数“{standing}”（{by}），更改须写明是更正还是重做以及原因；原读数未变',
    'the reading “{standing}” by {by} stands; say whether this corrects it or is a new test, and why. It was not changed',
  ),
  'change.not-yours': sentence(
    '微生物不合格读数由 {by} 录入，只有本人可以更正笔误；原读数未变',
    'the failing microbiological reading was entered by {by}, who alone may correct a slip; it was not changed',
  ),
  'micro.no-retest': sentence(
    '微生物指标不合格不得复检（GB 4789.1；GB 29921），第二组读数未保存，原结果不变',
    'a failed microbiological item is not tested again (GB 4789.1; GB 29921); the second set was not kept and the result stands',
  ),
  'micro.released-stands': sentence(
    '微生物不合格结果已签发，不再更改；原结果不变',
    'the failed microbiological result has been released and is not changed any more',
  ),
  'reading.no-number': sentence('只写了“检出”，没有数值', 'it says “detected” without a number'),
  'reading.no-detection-limit': sentence('未检出，但没有检出限', 'not detected, but no detection limit is given'),
  'reading.bound-too-coarse': sentence(
    '读数 {reading} 不足以判断是否满足 {limit}',
    'the reading {reading} does not tell whether {limit} is kept',
  ),
  'unit.unlike': sentence('单位 {found} 不能换算为 {expected}', 'the unit {found} cannot be converted to {expected}'),
  'rows.contradict': sentence(
    '同一样品的同一项目在{places}说法不一，均未录入；请只留一行',
    '{placesEn} say different things of the same item; none was saved, keep one',
  ),
  'rows.unit-count': sentence(
    '此项目应有 {expected} 件，{places}共 {found} 件，均未录入',
    '{placesEn}: {found} units where the item takes {expected}; none was saved',
  ),
  'rows.together': sentence(
    '{places}有误，同一项目的这一行也未录入',
    '{placesEn}: something is wrong, and this row of the same item was not saved either',
  ),
  'limit.kept': sentence('{value} 满足 {limit}', '{value} keeps {limit}'),
  'limit.broken': sentence('{value} 不满足 {limit}', '{value} does not keep {limit}'),
  'detection.none': sentence('未检出（检出限 {limit}）', 'not detected (detection limit {limit})'),
  'detection.found': sentence(
    '检出 {value}，不得检出（检出限 {limit}）',
    'detected, {value}; none may be (detection limit {limit})',
  ),
  'micro.too-few': sentence('应有 {expected} 件读数，现有 {found} 件', '{expected} units are to be read, {found} are'),
  'micro.too-many': sentence(
    '只应有 {expected} 件读数，现有 {found} 件',
    'only {expected} units are to be read, {found} are',
  ),
  'micro.kept': sentence(
    '{n} 件中 {found} 件超过 m = {m}，允许 {c} 件',
    '{found} of {n} units exceed m = {m}; {c} may',
  ),
  'micro.over-M': sentence('第 {positions} 件超过 M = {M}', 'unit {positions} exceeds M = {M}'),
  'micro.over-c': sentence('{found} 件超过 m = {m}，只允许 {c} 件', '{found} units exceed m = {m}; only {c} may'),
  'micro.unclear': sentence('第 {position} 件“{found}”不足以判断', 'unit {position}, “{found}”, does not tell'),
  'wording.met': sentence('“{found}”符合要求', '“{found}” meets the wording'),
  'wording.not-met': sentence('“{found}”不符合要求', '“{found}” does not meet the wording'),
  'wording.unknown': sentence(
    '“{found}”不在方案所列用语中，须由人判断',
    '“{found}” is none of the plan’s findings; a person must judge',
  ),
  'net.nominal': sentence('标注净含量应大于零', 'the declared net content must be above zero'),
  'net.out-of-table': sentence(
    '标注净含量 {nominal} 超出 {rules} 的范围',
    'the declared net content {nominal} lies outside {rules}',
  ),
  'net.not-whole': sentence('以计数标注的，含量应为整数', 'contents that are counted must be whole numbers'),
  'net.lot-size': sentence('批量应为正整数', 'the lot size must be a whole number above zero'),
  'net.too-few': sentence(
    '批量 {lotSize} 应抽 {expected} 件，现有 {found} 件',
    'a lot of {lotSize} takes {expected} packages, there are {found}',
  ),
  'net.too-many': sentence(
    '批量 {lotSize} 只应抽 {expected} 件，现有 {found} 件',
    'a lot of {lotSize} takes only {expected} packages, there are {found}',
  ),
  'net.kept': sentence(
    '净含量符合要求（允许短缺量 {shortage}）',
    'the net content is right (tolerable shortage {shortage})',
  ),
  'net.short-twice': sentence(
    '{found} 件短缺超过 2 倍允许短缺量 {shortage}，不允许',
    '{found} packages are short by more than twice the tolerable {shortage}; none may be',
  ),
  'net.short-once': sentence(
    '{found} 件短缺超过允许短缺量 {shortage}，只允许 {allowed} 件',
    '{found} packages are short by more than the tolerable {shortage}; only {allowed} may be',
  ),
  'net.mean': sentence('平均实际含量 {mean} 小于 {least}', 'the mean content {mean} is below {least}'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A reason's code. */
export type LabCode = keyof typeof SENTENCES;

/** Says a reason in both languages. */
export function labSentence(code: LabCode, data: Readonly<Record<string, string | number | null>> = {}): Bilingual {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(data[name] ?? ''));
  const { zh, en } = SENTENCES[code];
  return sentence(fill(zh), fill(en));
}
