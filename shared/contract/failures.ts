import { deskFailures } from './failures/desks.ts';
import { evidenceFailures } from './failures/evidence.ts';
import { labFailures } from './failures/lab.ts';
import { externalFailures } from './failures/external.ts';
import { visitsFailures } from './failures/visits.ts';
import { reviewFailures } from './failures/review.ts';
import { standardsFailures } from './failures/standards.ts';

/**
 * Every refusal the backend can answer with, as sentences: what happened, what was kept, what to do.
 *
 * `{name}` is filled from the failure's data. The window, the command line and the tests read this one.
 */
export const FAILURES = {
  ...deskFailures,
  ...evidenceFailures,
  ...labFailures,
  ...externalFailures,
  ...visitsFailures,
  ...reviewFailures,
  ...standardsFailures,
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
  return FAILURES[failure.code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
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
  'review.seats': { zh: '填 1 至 9 的整数', en: 'a whole number from 1 to 9' },
  'review.days': { zh: '填 1 至 365 的整数', en: 'a whole number from 1 to 365' },
  'review.percent': { zh: '填 1 至 100 的整数', en: 'a whole number from 1 to 100' },
  'printer.form': { zh: '不是打印机名称', en: 'it is not the name of a printer' },
  'reason.needed': { zh: '请写明原因', en: 'give a reason' },
  'id.twice': { zh: '编号重复', en: 'the id is used twice' },
  'team.two': { zh: '现场核验至少两人', en: 'a visit takes two people at least' },
  'strokes.too-many': { zh: '签名笔画太多', en: 'the signature has too many strokes' },
  'strokes.time': { zh: '签名笔画的时间不连续', en: 'the times of the signature’s strokes go backwards' },
  'strokes.empty': { zh: '还没有签名，或太短', en: 'nothing was signed, or too little' },
  'date.before-start': { zh: '不能早于起始日期', en: 'it must not lie before the first day' },
  'contribution.form': { zh: '填 1–40 个字母、数字或横线', en: '1–40 letters, digits or dashes' },
  'criterion.twice': { zh: '同一指标只能回答一次', en: 'a criterion is answered once' },
  'declaration.needed': {
    zh: '请先声明与该企业没有利益关系；若有，请申报利益冲突',
    en: 'declare that nothing ties you to the enterprise; if something does, declare the conflict instead',
  },
  'wanted.empty': { zh: '请写明要补哪些资料', en: 'say which papers are wanted' },
};

/** A field's problem as a sentence; a text that is not a known key is passed through. */
export const problemText = (problem: string, language: 'zh' | 'en'): string => PROBLEMS[problem]?.[language] ?? problem;
