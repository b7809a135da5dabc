import { z } from 'zod';
import { compareDecimal, decimal, parseDecimal } from '#shared/base/decimal.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { PRODUCT_CATEGORIES } from '#shared/domain/codes/vocabulary.ts';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import { checkRoundingRule } from '#shared/domain/lab/rounding-rule.ts';
import type { TestItem, TestPlan } from '#shared/domain/lab/test-item.ts';
import { plainFinding } from '#shared/domain/lab/wording-item.ts';
import { plainDate } from './fields.ts';
import { wrongField } from './wrong-field.ts';

/** Words of a plan: not empty, of a length a screen can show, without characters that cannot be seen. */
const words = z
  .string()
  .min(1)
  .max(1000, { error: 'text.too-long' })
  .refine((value) => value.isWellFormed() && !/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u.test(value), {
    error: 'text.characters',
  });
const named = { zh: words, en: words };
const bilingual = z.strictObject(named);
const digits = words;

const limit = z.discriminatedUnion('operator', [
  z.strictObject({ operator: z.enum(['≤', '<', '≥', '>', '=']), value: digits }),
  z.strictObject({
    operator: z.literal('between'),
    from: digits,
    to: digits,
    withoutFrom: z.boolean().exactOptional(),
    withoutTo: z.boolean().exactOptional(),
  }),
]);

const rounding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('decimals'), places: z.int() }),
  z.strictObject({ kind: z.literal('significant'), digits: z.int() }),
  z.strictObject({ kind: z.literal('interval'), interval: digits }),
]);

const item = <Kind extends string>(kind: Kind) => ({
  id: words,
  kind: z.literal(kind),
  ...named,
  method: words.nullable(),
  source: z.strictObject({ standard: words, clause: words }),
  verify: z.literal(true).exactOptional(),
});
const unit = words;

/** A test plan's file, `otop-test-plan/1`. Measured figures are texts, so that no digit is lost in reading. */
export const testPlanSchema = z.strictObject({
  schema: z.literal('otop-test-plan/1'),
  id: words,
  version: words,
  effectiveOn: plainDate,
  category: bilingual,
  categories: z.array(z.enum(PRODUCT_CATEGORIES)).min(1).exactOptional(),
  note: bilingual,
  items: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          ...item('numeric'),
          unit,
          limit,
          comparison: z.enum(['full-value', 'rounded-value']).exactOptional(),
          rounding: rounding.exactOptional(),
        }),
        z.strictObject({ ...item('not-detected'), unit, detectionLimit: digits }),
        z.strictObject({
          ...item('microbiological'),
          unit,
          n: z.int().min(1),
          c: z.int().min(0),
          m: digits,
          M: digits.nullable(),
        }),
        z.strictObject({
          ...item('wording'),
          wording: bilingual,
          meets: z.array(words),
          fails: z.array(words),
        }),
        z.strictObject({ ...item('net-content'), rules: z.literal('JJF 1070—2005') }),
      ]),
    )
    .min(1),
});

export type TestPlanRefusal = Failure<'test-plan.invalid'>;

interface Fault {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

const refuse = ({ field, zh, en }: Partial<Fault> & Omit<Fault, 'field'>): Result<never, TestPlanRefusal> =>
  fail({ code: 'test-plan.invalid', ...(field === undefined ? {} : { field }), data: { zh, en } });

/** The first of some figures that is no number or below `least`. */
function wrongFigure(figures: Readonly<Record<string, string>>, least?: 'zero' | 'above-zero'): Fault | undefined {
  for (const [field, text] of Object.entries(figures)) {
    const read = parseDecimal(text);
    if (!read.ok) return { field, ...labSentence(read.failure.code, read.failure.data) };
    if (least === 'zero' && read.value.units < 0n) return { field, zh: '不能小于零', en: 'it must not be below zero' };
    if (least === 'above-zero' && read.value.units <= 0n) return { field, zh: '应大于零', en: 'it must be above zero' };
  }
  return undefined;
}

function wrongLimit(asked: Extract<TestItem, { kind: 'numeric' }>['limit']): Fault | undefined {
  if (asked.operator !== 'between') return wrongFigure({ 'limit.value': asked.value });
  const wrong = wrongFigure({ 'limit.from': asked.from, 'limit.to': asked.to });
  if (wrong !== undefined) return wrong;
  const order = compareDecimal(decimal(asked.from), decimal(asked.to));
  const empty = order > 0 || (order === 0 && (asked.withoutFrom === true || asked.withoutTo === true));
  return empty ? { field: 'limit.to', zh: '上限应不小于下限', en: 'it must not be below the lower bound' } : undefined;
}

/** What a schema cannot say of an item: figures that are numbers, bounds in order, a plan that can be kept. */
function wrongItem(one: TestItem): Fault | undefined {
  switch (one.kind) {
    case 'numeric': {
      const rule = one.rounding === undefined ? undefined : checkRoundingRule(one.rounding);
      if (rule?.ok === false) return { field: 'rounding', ...labSentence(rule.failure.code, rule.failure.data) };
      return wrongLimit(one.limit);
    }
    case 'not-detected':
      return wrongFigure({ detectionLimit: one.detectionLimit }, 'above-zero');
    case 'microbiological': {
      const wrong = wrongFigure({ m: one.m, ...(one.M === null ? {} : { M: one.M }) }, 'zero');
      if (wrong !== undefined) return wrong;
      if (one.c >= one.n) return { field: 'c', zh: '应小于 n', en: 'it must be below n' };
      if (one.M !== null && compareDecimal(decimal(one.m), decimal(one.M)) >= 0) {
        return {
          field: 'M',
          zh: '应大于 m；二级方案请写 null',
          en: 'it must be above m; write null for a two-class plan',
        };
      }
      return undefined;
    }
    case 'wording': {
      const meets = new Set(one.meets.map(plainFinding));
      const both = one.fails.findIndex((finding) => meets.has(plainFinding(finding)));
      return both < 0
        ? undefined
        : { field: `fails[${both}]`, zh: '不能既符合又不符合', en: 'it cannot both meet and fail the wording' };
    }
    case 'net-content':
      return undefined;
  }
}

/**
 * Reads a test plan from a file's parsed content; a refusal carries the path of the first wrong field
 * and its sentence in `zh` and `en`.
 */
export function parseTestPlan(content: unknown): Result<TestPlan, TestPlanRefusal> {
  const parsed = testPlanSchema.safeParse(content);
  if (!parsed.success) return refuse(wrongField(parsed.error, content));
  const { schema: _, ...plan } = parsed.data;
  const twice = plan.categories?.findIndex((one, index, all) => all.indexOf(one) !== index) ?? -1;
  if (twice >= 0) return refuse({ field: `categories[${twice}]`, zh: '类别重复', en: 'the category is there already' });
  const seen = new Set<string>();
  for (const [index, one] of plan.items.entries()) {
    const wrong = seen.has(one.id)
      ? { field: 'id', zh: '与前面的项目重复', en: 'another item has it already' }
      : wrongItem(one);
    if (wrong !== undefined) return refuse({ ...wrong, field: `items[${index}].${wrong.field}` });
    seen.add(one.id);
  }
  return ok(plan);
}
