import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ROUND_EXAMPLES, roundValue, type RoundOptions } from '#electron/cli/round.ts';

const main = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url));
const run = promisify(execFile);

/** The exit code and both outputs of `workstation round ARGS`. */
async function shell(...args: readonly string[]): Promise<readonly [exit: number, stdout: string, stderr: string]> {
  try {
    const { stdout, stderr } = await run(process.execPath, [main, 'round', ...args]);
    return [0, stdout, stderr];
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return [code, stdout, stderr];
  }
}

describe('workstation round', () => {
  it('prints the rounded value and nothing else', async () => {
    expect(await shell('12.1498', '--decimals', '1')).toEqual([0, '12.1\n', '']);
    expect(await shell('-0.0365', '--decimals', '3')).toEqual([0, '-0.036\n', '']);
  });

  it('shows examples in its help that are true', () => {
    const examples = [...ROUND_EXAMPLES.matchAll(/workstation round (\S+) --(\w+) (\S+) +(\S+)/g)];
    expect(examples.length).toBeGreaterThan(3);
    for (const [line, value = '', option = '', by = '', answer] of examples) {
      expect([line, roundValue(value, { [option]: by }).value]).toEqual([line, answer]);
    }
  });

  it('answers with --json the reading, the rule and the standard’s way of writing it', async () => {
    const [exit, stdout, stderr] = await shell('１２６８', '--interval', '100', '--json');
    expect([exit, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({
      given: '１２６８',
      raw: '1268',
      value: '1300',
      written: '13×10²',
      rule: { kind: 'interval', interval: '100' },
      step: 'up',
      reported: '1300',
    });
  });

  it('refuses with 2 and the reason in both languages, nothing on stdout', async () => {
    const [exit, stdout, stderr] = await shell('1,5', '--decimals', '1');
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/逗号可能是小数点.*\n.*comma.*decimal point/);
    const [code, , reason] = await shell('1e555', '--decimals', '1', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(reason)).toMatchObject({ ok: false, failure: { code: 'decimal.exponent', field: 'value' } });
  });

  it.each<readonly [string, RoundOptions, string]>([
    ['60.25', { interval: '0.5' }, '60.0'],
    ['60.25', { interval: '０．５' }, '60.0'],
    ['-930', { interval: '20' }, '-920'],
    ['9.996', { significant: '3' }, '10.0'],
    ['1,234.5', { decimals: '0' }, '1234'],
    ['−2.5', { decimals: '0' }, '-2'],
    ['0.5', { decimals: '0' }, '0'],
    ['-0.5', { decimals: '0' }, '0'],
    ['1.2345×10⁴', { interval: '100' }, '12300'],
    ['10⁵', { decimals: '0' }, '100000'],
    ['1.25E-1', { decimals: '2' }, '0.12'],
  ])('%s with %j is %s', (value, options, rounded) => {
    expect(roundValue(value, options).value).toBe(rounded);
  });

  it.each<readonly [string, RoundOptions, string, string | undefined]>([
    ['5', {}, 'rounding.one-rule', undefined],
    ['5', { decimals: '1', interval: '2' }, 'rounding.one-rule', undefined],
    ['5', { decimals: '1.5' }, 'rounding.digits', 'decimals'],
    ['5', { decimals: '-1' }, 'rounding.digits', 'decimals'],
    ['5', { decimals: '31' }, 'rounding.digits', 'decimals'],
    ['5', { significant: '0' }, 'rounding.digits', 'significant'],
    ['5', { interval: '0' }, 'rounding.interval', 'interval'],
    ['5', { interval: '-2' }, 'rounding.interval', 'interval'],
    ['', { decimals: '1' }, 'decimal.empty', 'value'],
    ['0.1²', { decimals: '1' }, 'decimal.lookalike', 'value'],
    ['①', { decimals: '1' }, 'decimal.lookalike', 'value'],
    ['1.5×104', { decimals: '1' }, 'decimal.exponent', 'value'],
    ['5', { interval: '10²⁵⁵' }, 'rounding.interval', 'interval'],
    ['12 mg', { decimals: '1' }, 'decimal.shape', 'value'],
    ['9'.repeat(99), { decimals: '1' }, 'decimal.length', 'value'],
  ])('refuses %j with %j as %s', (value, options, code, field) => {
    expect(() => roundValue(value, options)).toThrow(expect.objectContaining({ code, field }));
  });
});
