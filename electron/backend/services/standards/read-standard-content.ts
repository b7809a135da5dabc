import { fail, ok, type Result } from '#shared/base/result.ts';
import { repeatedKeys } from '#shared/contract/repeated-keys.ts';
import { standardProblems } from '#shared/contract/standard.ts';
import type { StandardProblem } from '#shared/contract/standards.ts';

const whole = (zh: string, en: string): Result<never, readonly StandardProblem[]> => fail([{ field: null, zh, en }]);

/** Reads a standard file's bytes: UTF-8 text, JSON, and the shape of a standard; all that is wrong at once. */
export function readStandardContent(bytes: Uint8Array): Result<unknown, readonly StandardProblem[]> {
  if (bytes.length === 0) return whole('文件是空的（0 字节）', 'the file is empty (0 bytes)');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return whole('文件不是 UTF-8 文本；标准文件是 .json', 'the file is not UTF-8 text; a standard is a .json file');
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, line, column] = /line (\d+) column (\d+)/.exec(error.message) ?? [];
    return line === undefined
      ? whole('文件内容不是 JSON', 'what the file holds is no JSON')
      : whole(`第 ${line} 行第 ${column} 列起不是 JSON`, `it is no JSON from line ${line}, column ${column} on`);
  }
  const twice = repeatedKeys(text).map(({ field, zh, en }) => ({ field: field ?? null, zh, en }));
  const problems = [...twice, ...standardProblems(content)];
  return problems.length === 0 ? ok(content) : fail(problems);
}
