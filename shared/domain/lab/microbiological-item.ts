import { compareDecimal, type Decimal, decimal } from '#shared/base/decimal.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { because, type ItemResult, type LabReason, resultOf } from './item-result.ts';
import { type Quantity, readQuantity } from './quantity.ts';
import type { UnitsReading } from './reading.ts';
import type { ItemKind, MicrobiologicalItem } from './test-item.ts';
import { tidyUnit } from './unit.ts';

/** Whether a unit's finding lies above a value; undefined when the finding does not tell. */
function exceeds(quantity: Quantity, value: Decimal): boolean | undefined {
  switch (quantity.state) {
    case 'exact':
      return compareDecimal(quantity.value, value) > 0;
    case 'below':
      return compareDecimal(quantity.bound, value) <= 0 ? false : undefined;
    case 'above':
      return compareDecimal(quantity.bound, value) >= 0 ? true : undefined;
    case 'not-detected':
      return false;
    case 'detected':
      return value.units === 0n ? true : undefined;
  }
}

const requirementOf = ({ n, c, m, M, unit }: MicrobiologicalItem): string =>
  `n=${n}, c=${c}, m=${m}${M === null ? '' : `, M=${M}`} ${unit}`;

/**
 * Judges a sampling plan (GB 4789.1—2016, sampling plans; GB 29921—2021, 2.3): no unit above M, at most
 * c units above m; without M none but c above m. All n units must be read to pass; a plan that is
 * already broken stays broken, whatever the missing units say.
 */
export function evaluateMicrobiological(item: MicrobiologicalItem, reading: UnitsReading): ItemResult {
  const { n, c, m, M } = item;
  const over: number[] = [];
  const overM: number[] = [];
  const open: LabReason[] = [];
  if (tidyUnit(reading.unit) !== tidyUnit(item.unit)) {
    open.push(because('unit.unlike', { found: reading.unit, expected: item.unit }));
  } else {
    for (const [index, raw] of reading.values.entries()) {
      const position = index + 1;
      const quantity = readQuantity(raw);
      if (!quantity.ok) {
        open.push(because('reading.unreadable', { position, found: raw.slice(0, 60) }));
        continue;
      }
      const aboveM = M === null ? false : exceeds(quantity.value, decimal(M));
      const above = aboveM === true ? true : exceeds(quantity.value, decimal(m));
      if (above === true) over.push(position);
      if (aboveM === true) overM.push(position);
      if (above === undefined || (above && aboveM === undefined)) {
        open.push(because('micro.unclear', { position, found: raw.slice(0, 60) }));
      }
    }
  }
  const found = reading.values.length;
  if (found < n) open.push(because('micro.too-few', { expected: n, found }));
  const broken = [
    ...(overM.length > 0 ? [because('micro.over-M', { positions: overM.join('、'), M: M ?? '' })] : []),
    ...(over.length > c ? [because('micro.over-c', { found: over.length, m, c })] : []),
  ];
  const base = {
    raw: reading.values,
    unit: item.unit,
    requirement: requirementOf(item),
    reported: reading.values.join(', '),
  };
  if (found > n) {
    return resultOf(item, {
      ...base,
      verdict: 'undecided',
      reasons: [because('micro.too-many', { expected: n, found })],
    });
  }
  if (broken.length > 0) return resultOf(item, { ...base, verdict: 'failed', reasons: broken });
  if (open.length > 0) return resultOf(item, { ...base, verdict: 'undecided', reasons: open });
  return resultOf(item, {
    ...base,
    verdict: 'passed',
    reasons: [because('micro.kept', { n, found: over.length, m, c })],
  });
}

export type RetestFailure = Failure<'lab.no-microbiological-retest'>;

/**
 * Whether an item that failed may be tested again. Micro-organisms are unevenly spread and change with
 * time: a second sample that passes says nothing of the first, so their failures stand
 * (食品安全抽样检验管理办法: no second inspection where microbiological indicators fail).
 */
export const mayRetest = (kind: ItemKind): Result<ItemKind, RetestFailure> =>
  kind === 'microbiological' ? fail({ code: 'lab.no-microbiological-retest' }) : ok(kind);
