import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { parseDossier } from '#shared/contract/dossier.ts';
import { repeatedKeys } from '#shared/contract/repeated-keys.ts';
import { parseStandard, standardHashText } from '#shared/contract/standard.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import { verdictText, type Verdict } from '#shared/domain/star/verdict.ts';
import { jsonFault } from './json-fault.ts';

/** What the command says and how it ends: 0 done, 2 refused with the reason on stderr. */
export interface Evaluation {
  readonly exit: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to read the dossiers and what to judge them by. */
export interface EvaluateOptions {
  /** One dossier per line instead of one dossier or an array. */
  readonly lines: boolean;
  /** File of the standard, read when `standardText` is not given; messages name it. */
  readonly standardPath: string;
  readonly standardText?: string;
}

/** A refusal in words: where, and what is wrong, in both languages. */
interface Refusal {
  readonly where: string;
  readonly zh: string;
  readonly en: string;
}

const refusalText = ({ where, zh, en }: Refusal): string => {
  const [placeZh, placeEn] = where === '' ? ['', ''] : [`${where}：`, `${where}: `];
  return `未评定：${placeZh}${zh}。\nRefused: ${placeEn}${en}.\n`;
};

const refused = (refusal: Refusal, stdout = ''): Evaluation => ({ exit: 2, stdout, stderr: refusalText(refusal) });

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** Puts a place before a path: `line 3: documents[0].validFrom`, `[1].case.id`. */
function refusalOf(failure: Failure, place: string, joint: string): Refusal {
  const field = failure.field ?? '';
  const data = failure.data ?? {};
  return {
    where: place === '' || field === '' ? place + field : place + joint + field,
    zh: String(data['zh']),
    en: String(data['en']),
  };
}

function readJson(text: string, place: string): Result<unknown, Refusal> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (text.trim() === '') return fail({ where: place, zh: '文件里没有内容', en: 'there is nothing in it' });
    const fault = jsonFault(text);
    if (fault === undefined) throw error;
    const isLine = place.startsWith('line ');
    const more = fault.afterValue && place === '';
    return fail({
      where: place,
      zh: `${isLine ? '' : `第 ${fault.line} 行`}第 ${fault.column} 列不是 JSON${more ? '（一行一份档案时请加 --lines）' : ''}`,
      en: `not JSON at ${isLine ? '' : `line ${fault.line}, `}column ${fault.column}${more ? ' (for one dossier per line add --lines)' : ''}`,
    });
  }
}

/**
 * Reads a standard file's text; the hash that verdicts name is taken over its canonical JSON.
 *
 * The failure is the text for stderr; the exit code is 2.
 */
export function readStandard(text: string, path: string): Result<Standard, string> {
  const content = readJson(withoutMark(text), path);
  if (!content.ok) return fail(refusalText(content.failure));
  const [twice] = repeatedKeys(text);
  if (twice !== undefined) return fail(refusalText({ ...twice, where: `${path}: ${twice.field ?? ''}` }));
  const canonical = standardHashText(content.value);
  if (!canonical.ok) return fail(refusalText(refusalOf(canonical.failure, path, ': ')));
  const sha256 = createHash('sha256').update(canonical.value).digest('hex');
  const standard = parseStandard(content.value, sha256);
  return standard.ok ? standard : fail(refusalText(refusalOf(standard.failure, path, ': ')));
}

/** Reads a standard from its file; a file that cannot be read is refused like a wrong one. */
export function readStandardFile(path: string): Result<Standard, string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return fail(refusalText({ where: path, zh: `读不到这个文件（${code}）`, en: `the file cannot be read (${code})` }));
  }
  return readStandard(text, path);
}

function evaluateOne(standard: Standard, input: unknown, place: string, joint: string): Result<Verdict, Refusal> {
  const dossier = parseDossier(input);
  return dossier.ok ? ok(decide(standard, dossier.value)) : fail(refusalOf(dossier.failure, place, joint));
}

/** One line's verdict as a line of text; undefined for an empty line. */
function evaluateLine(standard: Standard, line: string, number: number): Result<string, Refusal> | undefined {
  const text = number === 1 ? withoutMark(line) : line;
  if (text.trim() === '') return undefined;
  const place = `line ${number}`;
  const content = readJson(text, place);
  if (!content.ok) return content;
  const verdict = evaluateOne(standard, content.value, place, ': ');
  return verdict.ok ? ok(`${verdictText(verdict.value)}\n`) : verdict;
}

/**
 * Evaluates dossiers as they stream in, one per line, each verdict one line; empty lines are passed over.
 *
 * Stops at the first line that is refused: its failure is the text for stderr, `line 3: documents[0].validFrom`,
 * and the exit code is 2. The verdicts before it stand.
 */
export async function* evaluateLines(
  lines: AsyncIterable<string>,
  standard: Standard,
): AsyncGenerator<Result<string, string>> {
  let number = 0;
  for await (const line of lines) {
    number++;
    const result = evaluateLine(standard, line, number);
    if (result === undefined) continue;
    if (!result.ok) {
      yield fail(refusalText(result.failure));
      return;
    }
    yield result;
  }
}

function evaluateTextLines(text: string, standard: Standard): Evaluation {
  const verdicts: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const result = evaluateLine(standard, line, index + 1);
    if (result === undefined) continue;
    if (!result.ok) return refused(result.failure, verdicts.join(''));
    verdicts.push(result.value);
  }
  return { exit: 0, stdout: verdicts.join(''), stderr: '' };
}

/**
 * Evaluates a text that holds one dossier, an array of them, or with `lines` one per line, and writes
 * the verdicts in the same form.
 *
 * A malformed dossier is refused with the path of the wrong field; of one dossier or an array nothing
 * is printed then.
 */
export function evaluateText(text: string, options: EvaluateOptions): Evaluation {
  const { standardText, standardPath } = options;
  const standard =
    standardText === undefined ? readStandardFile(standardPath) : readStandard(standardText, standardPath);
  if (!standard.ok) return { exit: 2, stdout: '', stderr: standard.failure };
  if (options.lines) return evaluateTextLines(text, standard.value);

  const content = readJson(withoutMark(text), '');
  if (!content.ok) return refused(content.failure);
  if (!Array.isArray(content.value)) {
    const verdict = evaluateOne(standard.value, content.value, '', '');
    return verdict.ok ? printed(verdict.value) : refused(verdict.failure);
  }
  const verdicts: Verdict[] = [];
  for (const [index, input] of content.value.entries()) {
    const verdict = evaluateOne(standard.value, input, `[${index}]`, '.');
    if (!verdict.ok) return refused(verdict.failure);
    verdicts.push(verdict.value);
  }
  return printed(verdicts);
}

const printed = (value: Verdict | readonly Verdict[]): Evaluation => ({
  exit: 0,
  stdout: `${JSON.stringify(value, null, 2)}\n`,
  stderr: '',
});
