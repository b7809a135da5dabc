import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Canonical } from '#shared/base/canonical-json.ts';
import { evaluateLines, evaluateText, readStandardFile } from '#electron/cli/evaluate.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { asking, fullDossier } from '#tests/support/dossiers.ts';

const standardPath = new URL('../../../resources/standards/otop-star.json', import.meta.url).pathname;
const run = (text: string, lines = false) => evaluateText(text, { lines, standardPath });
const right = fullDossier();
const five = asking(right, 5);
const wrong = { ...right, documents: [{ kind: 'business-licence', validFrom: '2026-02-30' }] };
const jsonLines = (...dossiers: readonly unknown[]): string =>
  dossiers.map((one) => `${JSON.stringify(one)}\n`).join('');

describe('evaluate', () => {
  it('answers one dossier with one verdict', () => {
    const { exit, stdout, stderr } = run(JSON.stringify(right));
    expect([exit, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ caseId: 'C-1', outcome: 'grant', star: 3, highestSatisfied: 5 });
  });

  it('answers an array with an array, an empty one with an empty one', () => {
    const { exit, stdout } = run(JSON.stringify([right, five]));
    expect(exit).toBe(0);
    expect((JSON.parse(stdout) as Verdict[]).map((verdict) => verdict.star)).toEqual([3, 5]);
    expect(run('[]')).toEqual({ exit: 0, stdout: '[]\n', stderr: '' });
  });

  it('answers lines with lines; empty lines, CRLF and a byte-order mark do no harm', () => {
    const { exit, stdout, stderr } = run(`\uFEFF${JSON.stringify(right)}\r\n\r\n${JSON.stringify(five)}\n\n`, true);
    expect([exit, stderr]).toEqual([0, '']);
    expect(
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as Verdict).star),
    ).toEqual([3, 5]);
    expect(run('', true)).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(run(`\uFEFF${JSON.stringify(right)}`).exit).toBe(0);
  });

  it('names the standard by the hash of its canonical JSON, whatever its layout', () => {
    const content = JSON.parse(readFileSync(standardPath, 'utf8')) as Canonical;
    const sha256 = createHash('sha256').update(canonicalJson(content)).digest('hex');
    const standardText = JSON.stringify(content);
    for (const options of [
      { lines: false, standardPath },
      { lines: false, standardPath, standardText },
    ]) {
      const verdict = JSON.parse(evaluateText(JSON.stringify(right), options).stdout) as Verdict;
      expect(verdict.standard).toEqual({ id: 'otop-star', version: '2019-r1', sha256 });
    }
  });

  it.each<readonly [string, string, boolean, string]>([
    ['one wrong dossier', JSON.stringify(wrong), false, 'documents[0].validFrom: it must be a date that exists'],
    ['an unknown field', JSON.stringify({ ...right, colour: 1 }), false, 'colour: there is no field “colour”'],
    ['the second of an array', JSON.stringify([right, wrong]), false, '[1].documents[0].validFrom: '],
    ['an array in an array', '[[]]', false, '[0]: it must be an object'],
    ['no dossier', '3', false, 'it must be an object'],
    ['nothing', ' \n', false, 'there is nothing in it'],
    ['no JSON', '{\n "case": hello }', false, 'not JSON at line 2, column 10'],
    ['JSON that stops', '{"case": {"id": "C-1"', false, 'not JSON at line 1, column 22'],
    ['lines without --lines', jsonLines(right, right), false, 'for one dossier per line add --lines'],
    [
      'a wrong line',
      jsonLines(right, right, wrong),
      true,
      'line 3: documents[0].validFrom: it must be a date that exists',
    ],
    ['a line of no JSON', `${JSON.stringify(right)}\n{]\n`, true, 'line 2: not JSON at column 2'],
    ['a line with an array', '[]\n', true, 'line 1: it must be an object'],
  ])('refuses %s', (_, text, lines, message) => {
    const { exit, stdout, stderr } = run(text, lines);
    expect(exit).toBe(2);
    expect(stderr).toContain(`Refused: `);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^未评定：/);
    if (!lines) expect(stdout).toBe('');
  });

  it('keeps the verdicts of the lines before a wrong one', () => {
    expect(
      run(jsonLines(right, wrong, right), true)
        .stdout.trim()
        .split('\n'),
    ).toHaveLength(1);
  });

  it.each<readonly [string, string | undefined, string]>([
    ['is not there', undefined, 'the file cannot be read (ENOENT)'],
    ['is no JSON', '{', 'other.json: not JSON at line 1, column 2'],
    ['is no standard', '{}', 'other.json: schema: it is required'],
    ['gives a field twice', '{"schema":1,"schema":2}', 'other.json: schema: it stands twice in the same place'],
    ['has a fraction', '{"schema": 0.5}', 'other.json: it has no canonical form'],
  ])('refuses a standard that %s', (_, standardText, message) => {
    const options = {
      lines: false,
      standardPath: 'other.json',
      ...(standardText === undefined ? {} : { standardText }),
    };
    const { exit, stdout, stderr } = evaluateText(JSON.stringify(right), options);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('evaluate, streaming', () => {
  async function* reader(...lines: readonly string[]): AsyncGenerator<string> {
    yield* lines;
  }

  it('gives the same lines as the whole text, and stops at the first wrong one', async () => {
    const standard = readStandardFile(standardPath);
    if (!standard.ok) throw new Error(standard.failure);
    const text = jsonLines(right, five, wrong, right);
    const out: string[] = [];
    const errors: string[] = [];
    for await (const result of evaluateLines(reader(...text.split('\n')), standard.value)) {
      (result.ok ? out : errors).push(result.ok ? result.value : result.failure);
    }
    expect({ exit: 2, stdout: out.join(''), stderr: errors.join('') }).toEqual(run(text, true));
    expect(errors).toHaveLength(1);
  });
});
