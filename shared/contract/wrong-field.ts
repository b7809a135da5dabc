import type { z } from 'zod';
import { problemText } from './failures.ts';

/** What is wrong with an input, and where; `field` is absent when it concerns the whole. */
export interface WrongField {
  readonly field?: string;
  readonly zh: string;
  readonly en: string;
}

const KINDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  object: ['一个对象', 'an object'],
  record: ['一个对象', 'an object'],
  array: ['一个列表', 'a list'],
  string: ['文本', 'text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
};

const WORDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'link.needed': ['合规证书须写明环节', 'a compliance certificate must name its link'],
  'link.only-certificate': ['只有合规证书才有环节', 'only a compliance certificate has a link'],
  'version.form': [
    '版本号为 1–40 个字母、数字、点、横线或下划线，以字母或数字开头，不含空格',
    'a version has 1–40 letters, digits, dots, dashes or underscores, begins with a letter or digit, and has no blanks',
  ],
};

/** Writes a path as people read it: `documents[0].validFrom`, `["a b"]` where a name is no plain word. */
export function fieldPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(String(step))) text += text === '' ? String(step) : `.${String(step)}`;
    else text += `[${JSON.stringify(String(step))}]`;
  }
  return text;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return value;
}

function describe(
  issue: z.core.$ZodIssue,
  input: unknown,
): readonly [path: readonly PropertyKey[], zh: string, en: string] {
  const { path } = issue;
  if (path.length > 0 && valueAt(input, path) === undefined) return [path, '必填', 'it is required'];
  const ours = problemText(issue.message, 'zh');
  if (ours !== issue.message) return [path, ours, problemText(issue.message, 'en')];
  switch (issue.code) {
    case 'invalid_type': {
      const [zh, en] = KINDS[issue.expected] ?? [issue.expected, issue.expected];
      return [path, `应为${zh}`, `it must be ${en}`];
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return [
        path,
        `应为以下之一：${values}`,
        issue.values.length === 1 ? `it must be ${values}` : `it must be one of ${values}`,
      ];
    }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? [path, '不能为空', 'it must not be empty']
        : [path, `不能小于 ${issue.minimum}`, `it must be at least ${issue.minimum}`];
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? [path, `最长 ${issue.maximum}`, `it must not be longer than ${issue.maximum}`]
        : [path, `不能大于 ${issue.maximum}`, `it must be at most ${issue.maximum}`];
    default: {
      const words = WORDS[issue.message];
      return words === undefined ? [path, '填写不正确', 'it is not filled in correctly'] : [path, ...words];
    }
  }
}

/** Everything a schema found wrong, each with its path and a sentence in both languages. */
export const wrongFields = (error: z.ZodError, input: unknown): readonly WrongField[] =>
  error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: fieldPath([...issue.path, key]),
        zh: `没有“${key}”这个字段`,
        en: `there is no field “${key}”`,
      }));
    }
    const [path, zh, en] = describe(issue, input);
    return path.length === 0 ? { zh, en } : { field: fieldPath(path), zh, en };
  });

/** The first thing a schema found wrong, with its path and a sentence in both languages. */
export function wrongField(error: z.ZodError, input: unknown): WrongField {
  const [first] = wrongFields(error, input);
  if (first === undefined) throw new TypeError('a refusal without an issue');
  return first;
}
