import { evaluateItem } from '#shared/domain/lab/evaluate-item.ts';
import type { ItemReading } from '#shared/domain/lab/reading.ts';
import { round, type RoundingRule } from '#shared/domain/lab/rounding.ts';
import type { NumericItem, TestItem } from '#shared/domain/lab/test-item.ts';
import { runImport } from './lab-import.ts';
import { median, ms, timed, times } from './measure.ts';

const RESULTS = 10_000;
const ROUNDS = 15;

/** Whole numbers from 0 below `below`, the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const next = sequence(20_260_510);
const common = { zh: '项目', en: 'item', method: null, source: { standard: 'GB 2762—2022', clause: '表1' } };
const decimals = (below: number, scale: number): string => {
  const digits = String(next(below)).padStart(scale + 1, '0');
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

type Pair = readonly [TestItem, ItemReading];

/** Limits of GB 2762 and GB 2763 as plans name them, compared by the rounded value at the limit's own digits. */
const LIMITS = ['0.05', '0.1', '0.2', '0.5', '1.0', '5.0'].map((value): NumericItem => ({
  ...common,
  id: `at-${value}`,
  kind: 'numeric',
  unit: 'mg/kg',
  limit: { operator: '≤', value },
  comparison: 'rounded-value',
}));

interface NumericPair {
  readonly item: NumericItem;
  readonly reading: Extract<ItemReading, { kind: 'quantity' }>;
  readonly limit: string;
  readonly places: number;
}

/** A reading between nought and twice the limit, with one digit more than the limit has. */
function numericPair(): NumericPair {
  const item = LIMITS[next(LIMITS.length)] as NumericItem;
  const limit = item.limit.operator === 'between' ? '' : item.limit.value;
  const places = limit.length - limit.indexOf('.') - 1;
  const tens = Number.parseInt(limit.replace('.', ''), 10) * 20;
  return { item, reading: { kind: 'quantity', value: decimals(tens, places + 1), unit: 'mg/kg' }, limit, places };
}

function mixedPair(): Pair {
  switch (next(10)) {
    case 6:
      return [
        { ...common, id: 'nd', kind: 'not-detected', unit: 'μg/kg', detectionLimit: '0.5' },
        { kind: 'quantity', value: next(2) === 0 ? 'ND' : decimals(900, 3), unit: 'μg/kg' },
      ];
    case 7:
      return [
        { ...common, id: 'micro', kind: 'microbiological', unit: 'CFU/g', n: 5, c: 1, m: '100', M: '1000' },
        { kind: 'units', values: Array.from({ length: 5 }, () => String(next(150))), unit: 'CFU/g' },
      ];
    case 8:
      return [
        { ...common, id: 'look', kind: 'wording', wording: common, meets: ['正常'], fails: ['有异味'] },
        { kind: 'wording', text: next(2) === 0 ? '正常' : '有异味' },
      ];
    case 9:
      return [
        { ...common, id: 'net', kind: 'net-content', rules: 'JJF 1070—2005' },
        {
          kind: 'packages',
          nominal: '500',
          unit: 'g',
          lotSize: 40,
          contents: Array.from({ length: 10 }, () => `49${decimals(120, 1)}`),
        },
      ];
    default: {
      const { item, reading } = numericPair();
      return [item, reading];
    }
  }
}

const rates = (work: () => void): number => {
  work();
  return median(Array.from({ length: ROUNDS }, () => timed(work)));
};

/** What the same judgement takes, and gets wrong, when values pass through binary floating point. */
const floating = ({ reading, limit, places }: NumericPair): boolean =>
  Number(Number(reading.value).toFixed(places)) <= Number(limit);

/** Measures judging 10,000 results, and the exact decimals against plain numbers as the limit of speed. */
export async function run(): Promise<void> {
  const mixed = Array.from({ length: RESULTS }, mixedPair);
  const numeric = Array.from({ length: RESULTS }, numericPair);
  let passed = 0;
  const all = rates(() => {
    for (const [item, reading] of mixed) if (evaluateItem(item, reading).verdict === 'passed') passed += 1;
  });
  const exact = rates(() => {
    for (const { item, reading } of numeric) if (evaluateItem(item, reading).verdict === 'passed') passed += 1;
  });
  const plain = rates(() => {
    for (const pair of numeric) if (floating(pair)) passed += 1;
  });
  const rules = [0, 1, 2].map((places): RoundingRule => ({ kind: 'decimals', places }));
  const own = ({ reading, places }: NumericPair): string => round(reading.value, rules[places] as RoundingRule).value;
  const rounded = rates(() => {
    for (const pair of numeric) passed += own(pair).length;
  });
  const fixed = rates(() => {
    for (const { reading, places } of numeric) passed += Number(reading.value).toFixed(places).length;
  });
  const wrong = numeric.filter((pair) => Number(pair.reading.value).toFixed(pair.places) !== own(pair)).length;
  const verdicts = numeric.filter(
    (pair) => floating(pair) !== (evaluateItem(pair.item, pair.reading).verdict === 'passed'),
  ).length;

  console.log(`laboratory, ${RESULTS.toLocaleString('en')} results, medians of ${ROUNDS} (${passed} passed in all)`);
  console.log(`  five kinds, as a laboratory mixes them: ${ms(all)}`);
  console.log(
    `  numbers alone: ${ms(exact)}; plain Number comparing only: ${ms(plain)} (${times(exact, plain)} as long)`,
  );
  console.log(`  rounding alone: ${ms(rounded)}; Number.toFixed: ${ms(fixed)} (${times(rounded, fixed)} as long)`);
  console.log(
    `  of ${RESULTS.toLocaleString('en')} readings toFixed rounds ${wrong} otherwise than GB/T 8170 and gets ${verdicts} verdicts wrong`,
  );
  await runImport();
}

if (import.meta.main) await run();
