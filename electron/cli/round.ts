import { parseDecimal } from '#shared/base/decimal.ts';
import { tidyDecimal } from '#shared/base/tidy-decimal.ts';
import { type LabCode, labSentence } from '#shared/domain/lab/lab-sentences.ts';
import { checkRoundingRule } from '#shared/domain/lab/rounding-rule.ts';
import { reportedText, round, type Rounded, type RoundingRule } from '#shared/domain/lab/rounding.ts';
import { Refused } from './tell.ts';

/** How far to round, as the shell gives it: exactly one of the three. */
export interface RoundOptions {
  readonly decimals?: string;
  readonly significant?: string;
  readonly interval?: string;
}

/** What `workstation round` answers. */
export interface RoundReply extends Omit<Rounded, 'raw'> {
  /** The value as it was given, and as it was read when that had to be tidied. */
  readonly given: string;
  readonly raw: string;
  /** With `(+)` or `(-)` where it may be rounded again (GB/T 8170—2008, 3.3.2). */
  readonly reported: string;
}

const refused = (code: LabCode, field: string, data: Readonly<Record<string, string | number | null>> = {}): Refused =>
  new Refused(code, labSentence(code, data), field, data);

/** Digits are counted, never measured; anything but a plain count becomes one that the rule's check refuses. */
const count = (text: string): number => (/^\d{1,3}$/.test(text) ? Number.parseInt(text, 10) : -1);

function ruleOf({ decimals, significant, interval }: RoundOptions): RoundingRule {
  const rules: readonly (RoundingRule | false)[] = [
    decimals !== undefined && { kind: 'decimals', places: count(decimals) },
    significant !== undefined && { kind: 'significant', digits: count(significant) },
    interval !== undefined && { kind: 'interval', interval: tidyDecimal(interval).text },
  ];
  const [rule, another] = rules.filter((candidate) => candidate !== false);
  if (rule === undefined || another !== undefined) {
    throw new Refused('rounding.one-rule', {
      zh: '请用 --decimals N、--significant N、--interval I 之一说明修约到哪里。',
      en: 'Say how far to round with one of --decimals N, --significant N, --interval I.',
    });
  }
  return rule;
}

const FIELDS = ['decimals', 'significant', 'interval'] as const;

/**
 * Rounds one value by GB/T 8170—2008, as `workstation round VALUE` does; full-width digits, spaces and
 * sure thousands commas are tidied first.
 * @throws Refused when the value is no number, or not exactly one rule is given, or the rule is none.
 */
export function roundValue(given: string, options: RoundOptions): RoundReply {
  const rule = checkRoundingRule(ruleOf(options));
  if (!rule.ok) {
    const field = FIELDS.find((name) => options[name] !== undefined) ?? 'value';
    throw refused(rule.failure.code, field, rule.failure.data);
  }
  const { text } = tidyDecimal(given);
  const value = parseDecimal(text);
  if (!value.ok) throw refused(value.failure.code, 'value', value.failure.data);
  const rounded = round(text, rule.value);
  return { given, ...rounded, reported: reportedText(rounded) };
}

/** Examples under the command's help. */
export const ROUND_EXAMPLES = `
例 examples:
  workstation round 12.1498 --decimals 1    12.1
  workstation round 12.65 --decimals 1      12.6   恰为一半，进舍到偶数 / an exact half goes to the even digit
  workstation round 12.651 --decimals 1     12.7
  workstation round 1268 --significant 2    1300   加 --json 另给 13×10² / with --json also 13×10²
  workstation round 60.38 --interval 0.5    60.5`;
