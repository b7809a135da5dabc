import { parseDecimal } from '#shared/base/decimal.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { MOST_DIGITS, type RoundingRule } from './rounding.ts';

export type RoundingRuleFailure = Failure<'rounding.digits' | 'rounding.interval'>;

const isCount = (value: number, least: number): boolean =>
  Number.isInteger(value) && value >= least && value <= MOST_DIGITS;

/** Refuses a rule that says nothing: digits below the least or past {@link MOST_DIGITS}, an interval that is no positive number. */
export function checkRoundingRule(rule: RoundingRule): Result<RoundingRule, RoundingRuleFailure> {
  switch (rule.kind) {
    case 'decimals':
      return isCount(rule.places, 0)
        ? ok(rule)
        : fail({ code: 'rounding.digits', data: { least: 0, most: MOST_DIGITS } });
    case 'significant':
      return isCount(rule.digits, 1)
        ? ok(rule)
        : fail({ code: 'rounding.digits', data: { least: 1, most: MOST_DIGITS } });
    case 'interval': {
      const interval = parseDecimal(rule.interval);
      return interval.ok && interval.value.units > 0n
        ? ok(rule)
        : fail({ code: 'rounding.interval', data: { found: rule.interval.slice(0, 60) } });
    }
  }
}
