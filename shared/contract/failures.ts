/**
 * Every refusal the backend can answer with, as sentences: what happened, what was kept, what to do.
 *
 * `{name}` is filled from the failure's data. The window, the command line and the tests read this one.
 */
export const FAILURES = {
  'input.invalid': {
    zh: '“{field}”填写有误：{problem}。未保存，请改正后重试。',
    en: 'Field “{field}” is not right: {problem}. Nothing was saved; correct it and try again.',
  },
  'input.unknown-name': { zh: '没有名为“{name}”的操作。', en: 'There is no entry named “{name}”.' },
  'session.needed': { zh: '请先登录。', en: 'Sign in first.' },
  'session.locked': {
    zh: '工作站已锁定，请输入密码解锁。',
    en: 'The workstation is locked; enter your password to unlock it.',
  },
  'session.wrong-password': { zh: '登录名或密码不对。', en: 'The login or the password is not right.' },
  'session.too-many-tries': {
    zh: '密码连续输错，请 {seconds} 秒后再试。',
    en: 'Too many wrong passwords; try again in {seconds} seconds.',
  },
  'right.missing': {
    zh: '您的岗位（{roles}）不能进行此操作，需要：{needed}。',
    en: 'Your roles ({roles}) may not do this; it takes one of: {needed}.',
  },
  'person.login-taken': { zh: '登录名“{login}”已被使用。', en: 'The login “{login}” is taken.' },
  'person.unknown': { zh: '没有这个人员。', en: 'There is no such person.' },
  'person.last-administrator': {
    zh: '至少要保留一名可用的管理员。',
    en: 'At least one administrator must remain.',
  },
  'workspace.not-empty': {
    zh: '工作区已有数据，不能再建立第一位管理员或装入演示数据。',
    en: 'The workspace already holds data; the first administrator or the demo can only go into an empty one.',
  },
  'intake.refused': { zh: '文件未导入：{zh}。', en: 'The file was not imported. {en}.' },
  'parcel.unknown': { zh: '没有这个包裹。', en: 'There is no such parcel.' },
  'parcel.duplicate-waybill': {
    zh: '运单 {waybill} 已于 {at} 由 {by} 收下，未重复登记。',
    en: 'Waybill {waybill} was already received on {at} by {by}; it was not recorded again.',
  },
  'parcel.orphan': {
    zh: '包裹 {waybill} 还没有对应案卷，请先认领。',
    en: 'Parcel {waybill} belongs to no case yet; match it first.',
  },
  'parcel.already-matched': { zh: '包裹已属于案卷 {caseId}。', en: 'The parcel already belongs to case {caseId}.' },
  'sample.unknown': { zh: '没有这份样品。', en: 'There is no such sample.' },
  'sample.location-needed': { zh: '请扫描或输入存放位置。', en: 'Scan or enter where the sample is kept.' },
  'sample.no-such-move': {
    zh: '样品不能从“{from}”变为“{to}”。',
    en: 'A sample cannot go from “{from}” to “{to}”.',
  },
  'sample.legal-hold': {
    zh: '样品所属案卷有未结投诉或申诉，不可归还或处置。',
    en: 'The sample’s case has an open complaint or appeal; it cannot be returned or disposed of.',
  },
  'sample.produced-in-future': { zh: '生产日期晚于今天。', en: 'The production date lies in the future.' },
  'case.unknown': { zh: '没有这个案卷。', en: 'There is no such case.' },
  'case.already-decided': {
    zh: '案卷 {caseId} 已评定，事实不再改动。',
    en: 'Case {caseId} is decided; its facts no longer change.',
  },
  'case.not-decided': { zh: '案卷 {caseId} 还没有授予星级。', en: 'Case {caseId} has not been granted a star.' },
  'case.changed-meanwhile': {
    zh: '案卷在您查看之后有了新变化，请核对后再评定。',
    en: 'The case changed after you opened it; look again, then decide.',
  },
  'case.not-decidable': {
    zh: '尚不能评定，缺：{missingZh}。',
    en: 'Not decidable yet; still missing: {missingEn}.',
  },
  'case.panel-incomplete': {
    zh: '{star} 星评定需要 {needed} 份专家意见，现有 {given} 份。',
    en: 'A {star}-star decision takes {needed} expert opinions; {given} given so far.',
  },
  'case.no-proposal': { zh: '案卷没有待同意的低星级提议。', en: 'The case has no lower star waiting for consent.' },
  'case.nothing-reported': { zh: '没有随申报报送、待确认的结果。', en: 'No reported results wait for confirmation.' },
  'case.provisional': {
    zh: '案卷 {caseId} 的评定尚未经平台确认，暂不能发证。请到“平台”页同步，确认后再发。',
    en: 'The decision on case {caseId} is provisional until the platform accepts it; nothing is issued yet. Sync on the Platform page, then issue again.',
  },
  'document.unknown': { zh: '没有这份资料。', en: 'There is no such document.' },
  'opinion.given': { zh: '您已对该案卷发表意见。', en: 'You have already given your opinion on this case.' },
  'impartiality.evaluated': {
    zh: '您参与了该案卷的检测、核验或评审，不能再作评定（ISO/IEC 17065）。',
    en: 'You tested, inspected or reviewed this case, so you may not decide it (ISO/IEC 17065).',
  },
  'impartiality.conflict': {
    zh: '您已申报与该企业有利益关系（{reason}），不能参与。',
    en: 'You declared an interest in this enterprise ({reason}), so you take no part.',
  },
  'impartiality.involved': {
    zh: '您评定过该案卷，不能再参与评价。',
    en: 'You decided this case, so you may not evaluate it.',
  },
  'award.unknown': { zh: '没有编号 {number}。', en: 'There is no number {number}.' },
  'award.no-certificate': {
    zh: '{number} 为 {star} 星，三星及以上才有证书。',
    en: '{number} has {star} star(s); certificates begin at three.',
  },
  'paper.reason-needed': {
    zh: '{number} 已打印过，补打须写明原因。',
    en: '{number} was printed before; a reprint needs a reason.',
  },
  'paper.missing-glyph': {
    zh: '{field}中的“{character}”（{codePoint}）字库里没有，未打印任何内容。',
    en: 'No font has “{character}” ({codePoint}) in {field}; nothing was printed.',
  },
  'paper.does-not-fit': { zh: '{field}太长，排不下，未打印。', en: '{field} is too long to fit; nothing was printed.' },
  'paper.stock': {
    zh: '没有这种标签纸，或起始位置不在纸上。',
    en: 'No such label stock, or the start lies off the sheet.',
  },
  'sync.not-enrolled': { zh: '本工作站未接入平台。', en: 'This desk is not enrolled with a platform.' },
  'sync.refused': { zh: '平台拒绝：{reason}', en: 'The platform refused: {reason}' },
  'sync.offline': {
    zh: '连不上平台（{reason}）。数据都在本机，稍后再传。',
    en: 'The platform cannot be reached ({reason}). Everything is kept here and will be sent later.',
  },
  'problem.unknown': { zh: '没有这条待处理问题。', en: 'There is no such problem.' },
  'store.no-space': {
    zh: '磁盘已满，未保存。腾出空间后重试。',
    en: 'The disk is full; nothing was saved. Free some space and try again.',
  },
  'store.busy': { zh: '数据库正忙，未保存，请重试。', en: 'The database is busy; nothing was saved. Try again.' },
  internal: {
    zh: '程序出错，未保存。请把编号 {reference} 告诉技术人员。',
    en: 'Something broke; nothing was saved. Give reference {reference} to your IT staff.',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

export type FailureCode = keyof typeof FAILURES;

/** Fills a sentence's `{name}` places from data; a name without a value stays empty. */
export function failureText(
  failure: {
    readonly code: FailureCode;
    readonly field?: string;
    readonly data?: Readonly<Record<string, string | number | null>>;
  },
  language: 'zh' | 'en',
): string {
  const values: Readonly<Record<string, string | number | null>> = { field: failure.field ?? '', ...failure.data };
  const problem = values['problem'];
  const named = { ...values, problem: typeof problem === 'string' ? problemText(problem, language) : (problem ?? '') };
  return FAILURES[failure.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String((named as Readonly<Record<string, string | number | null>>)[name] ?? ''),
  );
}

/** Sentences for what can be wrong with a field; schemas name these keys as their messages. */
const PROBLEMS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'text.empty': { zh: '不能为空', en: 'it must not be empty' },
  'text.too-long': { zh: '太长', en: 'it is too long' },
  'text.characters': { zh: '含有不可见的控制字符', en: 'it contains invisible control characters' },
  'id.form': { zh: '编号格式不对', en: 'it is not a valid id' },
  'date.form': { zh: '应为存在的日期，如 2026-11-21', en: 'it must be a date that exists, like 2026-11-21' },
  'decimal.form': { zh: '应为数字，如 12.5', en: 'it must be a number like 12.5' },
  'login.form': {
    zh: '登录名为 2–32 个小写字母、数字、点或横线',
    en: 'a login has 2–32 lower-case letters, digits, dots or dashes',
  },
  'secret.short': { zh: '密码至少 6 个字符', en: 'a password has at least 6 characters' },
  'uscc.form': { zh: '统一社会信用代码为 18 位', en: 'a unified code has 18 characters' },
  'origin.form': { zh: '应为 http 或 https 地址', en: 'it must be an http or https address' },
  'desk.form': { zh: '工作站编号为 01–99 的两位数字', en: 'a desk code is two digits from 01 to 99' },
  'reason.needed': { zh: '请写明原因', en: 'give a reason' },
};

/** A field's problem as a sentence; a text that is not a known key is passed through. */
export const problemText = (problem: string, language: 'zh' | 'en'): string => PROBLEMS[problem]?.[language] ?? problem;
