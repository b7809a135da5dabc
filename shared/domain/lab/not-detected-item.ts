import { compareDecimal, decimal, decimalText } from '#shared/base/decimal.ts';
import { because, type ItemResult, type ItemVerdict, type LabReason, resultOf } from './item-result.ts';
import { convertReading } from './numeric-item.ts';
import type { QuantityReading } from './reading.ts';
import type { NotDetectedItem } from './test-item.ts';

/**
 * Judges 不得检出 at the detection limit of the item's method: a reading at or above it fails, one below
 * it is not detected, and reported with the laboratory's own limit where it gives one. A laboratory whose
 * limit is coarser than the item's has shown nothing by "ND".
 */
export function evaluateNotDetected(item: NotDetectedItem, reading: QuantityReading): ItemResult {
  const limitWithUnit = `${item.detectionLimit} ${item.unit}`;
  const base = { raw: [reading.value], unit: item.unit, requirement: `不得检出（<${limitWithUnit}）` };
  const done = (verdict: ItemVerdict, reason: LabReason, reported: string, full: string | null = null): ItemResult =>
    resultOf(item, { ...base, verdict, reasons: [reason], reported, full });
  const converted = convertReading(reading, item.unit);
  if (!converted.ok) return done('undecided', converted.failure, reading.value);

  const limit = decimal(item.detectionLimit);
  const { quantity, lod } = converted.value;
  const coarse = (bound: string): ItemResult =>
    done('undecided', because('reading.bound-too-coarse', { reading: bound, limit: base.requirement }), bound);
  const none = (below: string, full: string | null = null): ItemResult =>
    done('passed', because('detection.none', { limit: limitWithUnit }), `ND(<${below})`, full);
  const found = (value: string, full: string | null = null): ItemResult =>
    done('failed', because('detection.found', { value, limit: limitWithUnit }), value, full);

  switch (quantity.state) {
    case 'detected':
      return found(reading.value);
    case 'not-detected':
      return lod !== undefined && compareDecimal(lod, limit) > 0
        ? coarse(`<${decimalText(lod)}`)
        : none(lod === undefined ? item.detectionLimit : decimalText(lod));
    case 'below':
      return compareDecimal(quantity.bound, limit) > 0
        ? coarse(`<${decimalText(quantity.bound)}`)
        : none(decimalText(quantity.bound));
    case 'above': {
      const text = `>${decimalText(quantity.bound)}`;
      return compareDecimal(quantity.bound, limit) >= 0 ? found(text) : coarse(text);
    }
    case 'exact': {
      const text = decimalText(quantity.value);
      if (compareDecimal(quantity.value, limit) >= 0) return found(text, text);
      return lod !== undefined && compareDecimal(lod, limit) > 0
        ? coarse(`<${decimalText(lod)}`)
        : none(item.detectionLimit, text);
    }
  }
}
